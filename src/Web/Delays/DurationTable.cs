using Trials.Projections.Hearings;
using Trials.Web.Registers;

namespace Trials.Web.Delays;

/// <summary>How long it takes from one step to the next.</summary>
public static class DurationTable
{
    private const int Percent = 90;

    /// <summary>One row for each pair of steps; what cannot be counted for lack of a day stands apart.</summary>
    public static FigureTable Of(Texts texts, IReadOnlyList<DurationReport> reports) => new(
        "durations",
        texts["Delays.Durations"],
        texts["Delays.Durations.Steps"],
        [
            texts["Delays.Durations.Counted"], texts["Delays.Durations.NotCounted"], texts["Delays.Durations.Median"],
            texts["Delays.Durations.Percentile"], texts["Delays.Durations.Longest"],
        ],
        [.. reports.Select(report => new FigureRow(
            AddressWriter.Member(report.Kind),
            texts.Capital(texts.Of(report.Kind)),
            [
                new(report.Days.Count), new(report.NotCounted), new(report.Days.Median), new(report.Days.Percentile(Percent)), new(report.Days.Greatest),
            ]))]);
}
