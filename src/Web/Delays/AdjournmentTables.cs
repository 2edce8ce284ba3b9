using Trials.Domain.Hearings;
using Trials.Projections.Hearings;
using Trials.Web.Charts;
using Trials.Web.Naming;
using Trials.Web.Registers;

namespace Trials.Web.Delays;

/// <summary>How many hearings were adjourned or not held, and what they have in common.</summary>
public sealed class AdjournmentTables(Texts texts, Names names, DelayAddress address)
{
    private const int AdjournedColumn = 1;
    private const int NotHeldColumn = 2;

    /// <summary>By why.</summary>
    public FigureTable Causes(AdjournmentReport report) => Of(
        "adjourned-causes", "Delays.PutOff.ByCause", "Delays.Cause", report.ByCause,
        cause => (AddressWriter.Member(cause), texts.Capital(texts.Of(cause))),
        (filter, cause) => filter with { Cause = cause });

    /// <summary>By who caused it.</summary>
    public FigureTable Who(AdjournmentReport report) => Of(
        "adjourned-by", "Delays.PutOff.ByWho", "Delays.CausedBy", report.ByWho,
        who => (AddressWriter.Member(who), texts.Capital(texts.Of(who))),
        (filter, who) => filter with { By = who });

    /// <summary>By court.</summary>
    public FigureTable Courts(AdjournmentReport report) => Sorted(Of(
        "adjourned-courts", "Delays.PutOff.ByCourt", "Delays.Court", report.ByCourt,
        court => (court.Value, names.Of(court)),
        (filter, court) => filter with { Court = court }, withOver: true));

    /// <summary>By region.</summary>
    public FigureTable Regions(AdjournmentReport report) => Sorted(Of(
        "adjourned-regions", "Delays.PutOff.ByRegion", "Delays.Region", report.ByRegion,
        region => (region.Value, names.Of(region)),
        (filter, region) => filter with { Region = region }, withOver: true));

    /// <summary>By who presided.</summary>
    public FigureTable Judges(AdjournmentReport report) => Sorted(Of(
        "adjourned-judges", "Delays.PutOff.ByJudge", "Delays.Judge", report.ByJudge,
        judge => (judge.Value, names.Of(judge)),
        (filter, judge) => filter with { Judge = judge, Presiding = true }, withOver: true));

    /// <summary>By month of the day set, adjourned and not held one above the other in a chart.</summary>
    public FigureTable Months(AdjournmentReport report)
    {
        var table = Of(
            "adjourned-months", "Delays.PutOff.ByMonth", "Delays.Month", report.ByMonth,
            month => (MonthAxis.Code(month), MonthAxis.Label(texts, month)),
            (filter, month) => filter with { From = month.OnDayOfMonth(1), To = month.ToDateInterval().End }, withOver: true);
        var counts = report.ByMonth.ToDictionary(group => group.Key, group => group.Counts);
        var bars = MonthAxis.Bars(texts, report.ByMonth.Select(group => group.Key), month => counts.TryGetValue(month, out var count)
            ? ([new(ChartPattern.Solid, count.Adjourned), new(ChartPattern.Hatched, count.NotHeld)], texts.Say(count.Adjourned + count.NotHeld))
            : ([], "–"));
        return table with
        {
            Chart = bars.All(bar => bar.Parts.All(part => part.Value == 0)) ? null : new(
                bars,
                texts[
                    "Delays.PutOff.ByMonth.Summary",
                    MonthAxis.Summary(texts, table.Rows, bars.Count, AdjournedColumn),
                    MonthAxis.Summary(texts, table.Rows, bars.Count, NotHeldColumn)],
                texts["Delays.InHearings"],
                [new(ChartPattern.Solid, texts.Of(HearingStage.Adjourned)), new(ChartPattern.Hatched, texts.Of(HearingStage.NotHeld))]),
        };
    }

    /// <summary>What became of all, each number with its hearings: over, adjourned, not held, without a next date.</summary>
    public IReadOnlyList<Figure> Figures(Adjournments counts, Func<HearingFilter, HearingFilter> narrow, bool withOver = true)
    {
        Figure[] putOff =
        [
            Figure.Count(counts.Adjourned, address.Hearings(filter => narrow(filter) with { Stage = HearingStage.Adjourned })),
            Figure.Count(counts.NotHeld, address.Hearings(filter => narrow(filter) with { Stage = HearingStage.NotHeld })),
            Figure.Count(counts.WithoutNext, address.Hearings(filter => narrow(filter) with { NextNamed = false })),
        ];
        return withOver
            ? [Figure.Count(counts.Over, address.Hearings(filter => narrow(filter) with { Over = true })), .. putOff]
            : putOff;
    }

    private FigureTable Of<TKey>(
        string name,
        string title,
        string heading,
        IReadOnlyList<AdjournmentGroup<TKey>> groups,
        Func<TKey, (string Code, string Label)> label,
        Func<HearingFilter, TKey, HearingFilter> narrow,
        bool withOver = false)
        where TKey : struct => new(
            name,
            texts[title],
            texts[heading],
            [.. withOver ? [texts["Delays.PutOff.Over"]] : Array.Empty<string>(), texts["Delays.PutOff.Adjourned"], texts["Delays.PutOff.NotHeld"], texts["Delays.PutOff.WithoutNext"]],
            [.. groups.Select(group =>
            {
                var (code, words) = label(group.Key);
                return new FigureRow(code, words, Figures(group.Counts, filter => narrow(filter, group.Key), withOver));
            })])
        {
            Drawn = withOver ? null : 0,
        };

    private FigureTable Sorted(FigureTable table) => table with { Rows = [.. table.Rows.OrderBy(row => row.Label, texts.Sorting)] };
}
