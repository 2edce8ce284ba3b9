using Trials.Domain;

namespace Trials.Projections.Timelines;

/// <summary>Everything recorded in a matter, whatever its stream.</summary>
public sealed record CaseTimeline(MatterId Matter) : Query<CaseTimeline, MatterTimeline>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>A matter's entries and what spans time between them.</summary>
/// <param name="Entries">In order of happening; within a day moments before mere days, then as recorded.</param>
/// <param name="Rounds">Passes before a body, by number.</param>
/// <param name="Hearings">By the time set for them.</param>
/// <param name="Petitions">By the day of filing.</param>
/// <param name="Claims">By the day of filing.</param>
/// <param name="Position">Up to where in the log; the start where nothing is recorded.</param>
public sealed record MatterTimeline(
    IReadOnlyList<TimelineEntry> Entries,
    IReadOnlyList<RoundSpan> Rounds,
    IReadOnlyList<HearingSpan> Hearings,
    IReadOnlyList<PetitionSpan> Petitions,
    IReadOnlyList<ClaimSpan> Claims,
    LogPosition Position);
