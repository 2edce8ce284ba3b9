using NodaTime;
using Trials.Domain.Catalogues;
using Trials.Projections.Hearings;
using Trials.Web.Charts;
using Trials.Web.Naming;

namespace Trials.Web.Delays;

/// <summary>How late hearings began by what they have in common: court, region, judge, month, case.</summary>
public sealed class DelayGroupTables(Texts texts, Names names, DelayAddress address)
{
    private const int Percent = 90;
    private const int MedianColumn = 2;

    /// <summary>By court.</summary>
    public FigureTable Courts(IReadOnlyList<DelayGroup<CourtCode>> groups) => Named(
        "courts", "Delays.ByCourt", "Delays.Court", groups, court => names.Of(court), (filter, court) => filter with { Court = court });

    /// <summary>By region.</summary>
    public FigureTable Regions(IReadOnlyList<DelayGroup<RegionCode>> groups) => Named(
        "regions", "Delays.ByRegion", "Delays.Region", groups, region => names.Of(region), (filter, region) => filter with { Region = region });

    /// <summary>By who presided.</summary>
    public FigureTable Judges(IReadOnlyList<DelayGroup<OfficialCode>> groups) => Named(
        "judges", "Delays.ByJudge", "Delays.Judge", groups, judge => names.Of(judge), (filter, judge) => filter with { Judge = judge, Presiding = true });

    /// <summary>By case.</summary>
    public FigureTable Cases(IReadOnlyList<CaseDelays> cases) => Table(
        "cases",
        "Delays.ByCase",
        "Delays.Case",
        [.. cases.Select(row => Row(
            row.Case.Value.ToString("N"),
            row.Reference ?? texts["Hearings.CaseNotRecorded"],
            row.Delays,
            filter => filter with { Case = row.Case }) with { Link = $"/cases/{row.Case.Value:N}" })]);

    /// <summary>By month of the day set, the median as a chart; months without a hearing leave a gap.</summary>
    public FigureTable Months(IReadOnlyList<DelayGroup<YearMonth>> groups)
    {
        var rows = groups.Select(group => Row(MonthAxis.Code(group.Key), MonthAxis.Label(texts, group.Key), group.Delays, In(group.Key))).ToList();
        var medians = groups.ToDictionary(group => group.Key, group => group.Delays.Minutes.Median);
        var bars = MonthAxis.Bars(
            texts, groups.Select(group => group.Key), month => medians.GetValueOrDefault(month) is { } median
                ? ([new ChartPart(ChartPattern.Solid, median)], texts.Figure(median))
                : ([], "–"));
        return Table("months", "Delays.ByMonth", "Delays.Month", rows) with
        {
            Drawn = null,
            Chart = bars.All(bar => bar.Parts.All(part => part.Value == 0)) ? null : new(bars, texts["Delays.ByMonth.Summary", MonthAxis.Summary(texts, rows, bars.Count, MedianColumn)], texts["Delays.MedianMinutes"], []),
        };
    }

    private FigureTable Named<TKey>(
        string name, string title, string heading, IReadOnlyList<DelayGroup<TKey>> groups, Func<TKey, string> label, Func<HearingFilter, TKey, HearingFilter> narrow)
        where TKey : struct, ICatalogueCode<TKey> => Table(
            name,
            title,
            heading,
            [.. groups.Select(group => Row(group.Key.Value, label(group.Key), group.Delays, filter => narrow(filter, group.Key)))
                .OrderBy(row => row.Label, texts.Sorting)]);

    private FigureTable Table(string name, string title, string heading, IReadOnlyList<FigureRow> rows) => new(
        name,
        texts[title],
        texts[heading],
        [texts["Delays.Recorded"], texts["Delays.StartNotRecorded"], texts["Delays.Median"], texts["Delays.Percentile"], texts["Delays.Longest"]],
        rows)
    {
        Drawn = MedianColumn,
    };

    private FigureRow Row(string code, string label, Projections.Hearings.Delays delays, Func<HearingFilter, HearingFilter> narrow)
    {
        var minutes = delays.Minutes;
        var byDelay = address.Hearings(filter => narrow(filter) with { Start = StartRecord.Recorded }, HearingSort.Delay);
        return new(code, label,
        [
            Figure.Count(minutes.Count, address.Hearings(filter => narrow(filter) with { Start = StartRecord.Recorded })),
            Figure.Count(delays.StartNotRecorded, address.Hearings(filter => narrow(filter) with { Start = StartRecord.NotRecorded })),
            Figure.Of(minutes.Median, byDelay),
            Figure.Of(minutes.Percentile(Percent), AtLeast(narrow, minutes.Percentile(Percent))),
            Figure.Of(minutes.Greatest, AtLeast(narrow, minutes.Greatest)),
        ]);
    }

    private string AtLeast(Func<HearingFilter, HearingFilter> narrow, int? minutes) => address.Hearings(
        filter => narrow(filter) with { Start = StartRecord.Recorded, DelayFrom = minutes }, HearingSort.Delay);

    private static Func<HearingFilter, HearingFilter> In(YearMonth month) =>
        filter => filter with { From = month.OnDayOfMonth(1), To = month.ToDateInterval().End };
}
