using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;

namespace Trials.Projections.Hearings;

/// <summary>What is counted apart from each other.</summary>
public enum HearingGroup
{
    /// <summary>Every kind of hearing but preparatory ones.</summary>
    Trial,

    /// <summary>Preparatory hearings and talks.</summary>
    Preparatory,
}

/// <summary>Which hearings statistics count; what is null does not restrict.</summary>
public sealed record StatisticsFilter
{
    /// <summary>Trial hearings, or preparatory ones: never mixed.</summary>
    public HearingGroup Group { get; init; } = HearingGroup.Trial;

    /// <summary>The court.</summary>
    public CourtCode? Court { get; init; }

    /// <summary>The court's region.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>Who presided.</summary>
    public OfficialCode? Judge { get; init; }

    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The first month of the day set.</summary>
    public YearMonth? From { get; init; }

    /// <summary>The last month of the day set.</summary>
    public YearMonth? To { get; init; }
}

/// <summary>How late hearings began.</summary>
public sealed record DelayStatistics(StatisticsFilter Filter) : Query<DelayStatistics, DelayReport>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>The delays of each case, the case with the most hearings late first, a page of them.</summary>
public sealed record DelaysByCase(StatisticsFilter Filter, PageRequest Page) : Query<DelaysByCase, Page<CaseDelays>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>How late hearings began, in all and by what they have in common. A hearing that has no court (judge, region) is in no group of courts (judges, regions).</summary>
/// <param name="Total">All that match.</param>
/// <param name="ByCourt">By court, in order of code.</param>
/// <param name="ByRegion">By region, in order of code.</param>
/// <param name="ByJudge">By who presided, in order of code.</param>
/// <param name="ByMonth">By month of the day set, ascending.</param>
/// <param name="ByExplanation">Of those whose start is recorded: by what is known of why it was late, which of one that began in time says nothing.</param>
/// <param name="ByCause">Of those that began late (more than 0 minutes): by what is known of why, and who caused it.</param>
public sealed record DelayReport(
    Delays Total,
    IReadOnlyList<DelayGroup<CourtCode>> ByCourt,
    IReadOnlyList<DelayGroup<RegionCode>> ByRegion,
    IReadOnlyList<DelayGroup<OfficialCode>> ByJudge,
    IReadOnlyList<DelayGroup<YearMonth>> ByMonth,
    IReadOnlyList<DelayGroup<DelayCause>> ByExplanation,
    IReadOnlyList<DelayCauseCount> ByCause);

/// <summary>The delays of some hearings that took place.</summary>
/// <param name="Minutes">Of those whose start is recorded.</param>
/// <param name="StartNotRecorded">How many took place without a recorded start, and are left out.</param>
public sealed record Delays(Distribution Minutes, int StartNotRecorded);

/// <summary>The delays of hearings that have something in common.</summary>
public sealed record DelayGroup<TKey>(TKey Key, Delays Delays)
    where TKey : struct;

/// <summary>How many hearings began late for a reason.</summary>
public readonly record struct DelayCauseCount(DelayCause Cause, CausedBy By, int Count);

/// <summary>The delays of one case.</summary>
public sealed record CaseDelays(CaseId Case, string? Reference, Delays Delays);
