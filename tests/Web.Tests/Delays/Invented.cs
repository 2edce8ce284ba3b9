using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Projections;
using Trials.Projections.Catalogues;
using Trials.Projections.Hearings;
using Trials.Web.Tests.Pages;
using Sums = Trials.Projections.Hearings.Delays;

namespace Trials.Web.Tests.Delays;

/// <summary>Figures with every peculiarity: early, late and without a start; a court where no start is recorded; a month without hearings.</summary>
internal static class Invented
{
    public static readonly CaseId Case = new(new Guid("0f0e0d0c-0b0a-0908-0706-050403020100"));
    public static readonly Sums Total = new(new Distribution([new(-5, 1), new(0, 2), new(12, 3), new(42, 1), new(95, 1), new(130, 1)]), 4);
    public static readonly Sums None = new(new Distribution([]), 2);

    public static readonly DelayReport Delays = new(
        Total,
        [new(PageContext.Navobod, Total), new(new("somewhere"), None)],
        [new(PageContext.Soghd, Total)],
        [new(PageContext.Judge, Total)],
        [new(new YearMonth(2025, 12), Total), new(new YearMonth(2026, 2), None)],
        [
            new(DelayCause.Explained, new(new Distribution([new(12, 1), new(42, 1)]), 0)),
            new(DelayCause.NotExplained, new(new Distribution([new(12, 2), new(95, 1), new(130, 1)]), 0)),
            new(DelayCause.NotObserved, new(new Distribution([new(-5, 1), new(0, 2)]), 0)),
        ],
        [new(DelayCause.NotExplained, CausedBy.NotRecorded, 4), new(DelayCause.Explained, CausedBy.Escort, 2)]);

    public static readonly AdjournmentReport Adjournments = new(
        new(9, 3, 2, 1),
        [new(HearingCause.NotStated, new(3, 2, 1, 1)), new(HearingCause.AccusedAbsent, new(2, 1, 1, 0))],
        [new(CausedBy.Court, new(5, 3, 2, 1))],
        [new(PageContext.Navobod, new(9, 3, 2, 1))],
        [new(PageContext.Soghd, new(9, 3, 2, 1))],
        [new(PageContext.Judge, new(9, 3, 2, 1))],
        [new(new YearMonth(2025, 12), new(9, 3, 2, 1))]);

    public static readonly IReadOnlyList<DurationReport> Durations =
    [
        new(DurationKind.OpenedToFirstHearing, new Distribution([new(30, 1), new(61, 1)]), 3),
        new(DurationKind.OpenedToJudgment, new Distribution([]), 0),
    ];

    /// <summary>Answers the statistics with these figures.</summary>
    public static PageContext WithFigures(this PageContext context)
    {
        context.Answers
            .On<DelayStatistics, DelayReport>(_ => Delays)
            .On<AdjournmentStatistics, AdjournmentReport>(_ => Adjournments)
            .On<DurationStatistics, IReadOnlyList<DurationReport>>(_ => Durations)
            .On<DelayBandsInForce, DelayBands>(_ => DelayBands.Standard)
            .On<DelaysByCase, Page<CaseDelays>>(query => new([new(Case, "1-118/2026", Total)], 1, query.Page));
        return context;
    }

    /// <summary>Answers the statistics as an empty record does.</summary>
    public static PageContext WithoutFigures(this PageContext context)
    {
        var nothing = new Sums(new Distribution([]), 0);
        context.Answers
            .On<DelayStatistics, DelayReport>(_ => new(nothing, [], [], [], [], [], []))
            .On<AdjournmentStatistics, AdjournmentReport>(_ => new(default, [], [], [], [], [], []))
            .On<DurationStatistics, IReadOnlyList<DurationReport>>(_ => [])
            .On<DelayBandsInForce, DelayBands>(_ => DelayBands.Standard)
            .On<DelaysByCase, Page<CaseDelays>>(query => new([], 0, query.Page));
        return context;
    }
}
