using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;

namespace Trials.Projections.Hearings;

/// <summary>How many hearings were adjourned or not held, and why.</summary>
public sealed record AdjournmentStatistics(StatisticsFilter Filter) : Query<AdjournmentStatistics, AdjournmentReport>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>How many hearings were put off, in all and by what they have in common.</summary>
/// <param name="Total">All that match.</param>
/// <param name="ByCause">By why, in the order of the causes.</param>
/// <param name="ByWho">By who caused it, in the order of the enumeration.</param>
/// <param name="ByCourt">By court, in order of code.</param>
/// <param name="ByRegion">By region, in order of code.</param>
/// <param name="ByJudge">By who presided, in order of code.</param>
/// <param name="ByMonth">By month of the day set, ascending.</param>
public sealed record AdjournmentReport(
    Adjournments Total,
    IReadOnlyList<AdjournmentGroup<HearingCause>> ByCause,
    IReadOnlyList<AdjournmentGroup<CausedBy>> ByWho,
    IReadOnlyList<AdjournmentGroup<CourtCode>> ByCourt,
    IReadOnlyList<AdjournmentGroup<RegionCode>> ByRegion,
    IReadOnlyList<AdjournmentGroup<OfficialCode>> ByJudge,
    IReadOnlyList<AdjournmentGroup<YearMonth>> ByMonth);

/// <summary>What became of some hearings.</summary>
/// <param name="Over">How many ended, were adjourned or were not held.</param>
/// <param name="Adjourned">How many of them were adjourned.</param>
/// <param name="NotHeld">How many of them did not take place.</param>
/// <param name="WithoutNext">How many of the adjourned and not held name no next date.</param>
public readonly record struct Adjournments(int Over, int Adjourned, int NotHeld, int WithoutNext);

/// <summary>What became of hearings that have something in common.</summary>
public sealed record AdjournmentGroup<TKey>(TKey Key, Adjournments Counts)
    where TKey : struct;
