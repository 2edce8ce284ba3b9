using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Projections.Engine;

namespace Trials.Projections.Activities;

/// <summary>What read models know of one activity.</summary>
/// <param name="Done">What was done; null before that.</param>
/// <param name="DoneAt">When.</param>
/// <param name="Outcome">What became of a media lead; null where nothing is recorded.</param>
/// <param name="OutcomeAt">When that happened.</param>
public sealed record ActivityFacts(ActivityEvent.Done? Done, HappenedAt DoneAt, LeadOutcome? Outcome, HappenedAt? OutcomeAt);

/// <summary>How an activity's entries become what read models know of it.</summary>
public static class ActivityFold
{
    /// <summary>Before the first entry.</summary>
    public static ActivityFacts Initial { get; } = new(null, default, null, null);

    /// <summary>The fold that every read model of activities shares.</summary>
    public static StreamFold<ActivityFacts, ActivityEvent> Fold { get; } = new("activity", Initial, Apply);

    /// <summary>What is known after one more entry.</summary>
    public static ActivityFacts Apply(ActivityFacts facts, Entry<ActivityEvent> entry) => entry.Event switch
    {
        ActivityEvent.Done e => facts with { Done = e, DoneAt = entry.Happened },
        ActivityEvent.LeadFollowed e => facts with { Outcome = e.Outcome, OutcomeAt = entry.Happened },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
