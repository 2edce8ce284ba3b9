using Trials.Domain.Hearings;
using Trials.Projections.Hearings;
using Trials.Web.Charts;
using Trials.Web.Registers;

namespace Trials.Web.Delays;

/// <summary>How late hearings began, in tables that do not depend on catalogues: by length, by minutes, by cause.</summary>
public sealed class DelayTables(Texts texts, DelayAddress address)
{
    private const int MostInSummary = 12;

    /// <summary>How many began in each band of delay, and what is known of why those were late that were.</summary>
    public FigureTable Bands(DelayBands bands, Distribution minutes, IReadOnlyList<DelayGroup<DelayCause>> byExplanation)
    {
        var causes = Enum.GetValues<DelayCause>();
        var all = minutes.In(bands);
        var ofCause = causes.Select(cause => byExplanation.FirstOrDefault(group => group.Key == cause)?.Delays.Minutes.In(bands) ?? new int[bands.Count]).ToList();
        var rows = new List<FigureRow>();
        var bars = new List<ChartBar>();
        for (var i = 0; i < bands.Count; i++)
        {
            var (from, to) = bands.BoundsOf(i);
            var counts = ofCause.Select(band => band[i]).ToList();
            var late = from > 0;
            rows.Add(new(
                $"{from}..{to}",
                BandWords.Label(texts, from, to),
                [.. causes.Select((cause, c) => late ? Figure.Count(counts[c], Started(from, to, cause)) : Figure.Inapplicable), Figure.Count(all[i], Started(from, to))]));
            bars.Add(new(
                BandTick((from, to)),
                null,
                texts.Say(all[i]),
                late ? [.. counts.Select((count, c) => new ChartPart((ChartPattern)c, count))] : [new(ChartPattern.Solid, all[i])]));
        }

        return new("bands", texts["Delays.Bands"], texts["Delays.Delay"], [.. causes.Select(Heading), texts["Delays.All"]], minutes.Count == 0 ? [] : rows)
        {
            Total = new(
                "",
                texts["Delays.All"],
                [.. causes.Select(cause => Figure.Count(Late(byExplanation, cause), Started(1, null, cause))), Figure.Count(minutes.Count, Started(null, null))]),
            Chart = Chart(bars, rows, "Delays.Bands.Summary", "Delays.InHearings") with
            {
                Legend =
                [
                    new(ChartPattern.Solid, texts["Delays.ExplainedOrInTime"]),
                    new(ChartPattern.Hatched, texts["Delays.Short.NotExplained"]),
                    new(ChartPattern.Outline, texts["Delays.Short.NotObserved"]),
                ],
            },
        };
    }

    /// <summary>How many began in each stretch of minutes.</summary>
    public FigureTable Minutes(Distribution minutes)
    {
        var buckets = MinuteBucket.Of(minutes);
        var rows = buckets.Select(bucket => new FigureRow(
            $"{bucket.From}..{bucket.To}",
            texts["Delays.FromTo", bucket.From, bucket.To],
            [Figure.Count(bucket.Count, Started(bucket.From, bucket.To))])).ToList();
        var bars = buckets.Select(bucket => ChartBar.Of(Stretch(bucket.From, bucket.To), bucket.Count, texts.Say(bucket.Count))).ToList();
        return new("minutes", texts["Delays.Minutes"], texts["Delays.DelayMinutes"], [texts["Delays.Hearings"]], rows)
        {
            Chart = Chart(bars, rows, "Delays.Minutes.Summary", "Delays.InHearings"),
        };
    }

    /// <summary>Of those that began late: who caused it, and what is known of why.</summary>
    public FigureTable Causes(IReadOnlyList<DelayCauseCount> counts) => new(
        "causes",
        texts["Delays.Causes"],
        texts["Delays.CausedBy"],
        [.. Enum.GetValues<DelayCause>().Select(Heading), texts["Delays.All"]],
        [.. counts.GroupBy(count => count.By).OrderBy(group => group.Key)
            .Select(group => CauseRow(AddressWriter.Member(group.Key), texts.Capital(texts.Of(group.Key)), group, group.Key))])
    {
        Drawn = Enum.GetValues<DelayCause>().Length,
    };

    private static int Late(IEnumerable<DelayGroup<DelayCause>> byExplanation, DelayCause cause) =>
        byExplanation.Where(group => group.Key == cause).Sum(group => group.Delays.Minutes.Counts.Where(delay => delay.Value > 0).Sum(delay => delay.Count));

    private FigureRow CauseRow(string code, string label, IEnumerable<DelayCauseCount> counts, CausedBy by)
    {
        var all = counts.ToList();
        var figures = Enum.GetValues<DelayCause>()
            .Select(cause => Figure.Count(all.Where(count => count.Cause == cause).Sum(count => count.Count), Started(1, null, cause, by)))
            .Append(Figure.Count(all.Sum(count => count.Count), Started(1, null, null, by)));
        return new(code, label, [.. figures]);
    }

    private FigureChart Chart(List<ChartBar> bars, List<FigureRow> rows, string summary, string unit) => new(
        bars,
        texts[summary, bars.Count > MostInSummary ? texts["Delays.SeeTable"] : string.Join(", ", rows.Select((row, i) => $"{row.Label}: {bars[i].Shown}"))],
        texts[unit],
        []);

    private string Started(int? from, int? to, DelayCause? cause = null, CausedBy? by = null) => address.Hearings(filter => filter with
    {
        Start = StartRecord.Recorded,
        DelayFrom = from,
        DelayTo = to,
        DelayCause = cause,
        DelayBy = by,
    });

    private string Heading(DelayCause cause) => texts.Capital(texts[$"Delays.Short.{cause}"]);

    private string BandTick((int? From, int? To) band) => band switch
    {
        (null, { } most) => $"≤ {texts.Say(most)}",
        ({ } least, null) => $"> {texts.Say(least - 1)}",
        ({ } least, { } most) => Stretch(least, most),
        _ => "",
    };

    private string Stretch(int from, int to) => from < 0 ? $"{texts.Say(from)}…{texts.Say(to)}" : $"{texts.Say(from)}–{texts.Say(to)}";
}
