using Trials.Domain;
using Trials.Projections.Hearings;

namespace Trials.Projections.Timelines;

/// <summary>
/// How many days it takes from one kind of entry to another within a case. Each first entry is counted to the first second one that does not come before
/// it and that no earlier first one was counted to, so that what repeats (a refusal, its setting aside, another refusal) is counted each time. Steps of one
/// petition, claim, examination or person are counted to steps of the same.
/// </summary>
/// <param name="From">The kind of the first entry: a wire name without its version.</param>
/// <param name="To">The kind of the second one.</param>
public sealed record StepDurations(string From, string To) : Query<StepDurations, StepDurationReport>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>How long it takes from one kind of entry to another.</summary>
/// <param name="Days">Whole days, where both ends are known to the day.</param>
/// <param name="NotCounted">How many have both ends, but not to the day.</param>
/// <param name="WithoutEnd">How many first entries no second one came after.</param>
/// <param name="Cases">The pairs, the longest first; those that cannot be counted last.</param>
public sealed record StepDurationReport(Distribution Days, int NotCounted, int WithoutEnd, IReadOnlyList<StepPair> Cases);

/// <summary>From one entry to another.</summary>
/// <param name="Matter">The case.</param>
/// <param name="From">When the first happened.</param>
/// <param name="To">When the second happened.</param>
/// <param name="Days">Whole days; null where an end is not known to the day.</param>
public sealed record StepPair(MatterId Matter, HappenedAt From, HappenedAt To, int? Days)
{
    /// <summary>A pair, its days counted.</summary>
    public static StepPair Of(MatterId matter, HappenedAt from, HappenedAt to) =>
        new(matter, from, to, from.DaysTo(to));
}
