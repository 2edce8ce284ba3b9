namespace Trials.Domain.Activities;

/// <summary>Records an activity, or amends what was recorded.</summary>
public sealed record RecordActivity : StreamCommand<RecordActivity, ActivityEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.RecordApplications;
}

/// <summary>Why an entry of an activity is refused.</summary>
public static class ActivityRefusals
{
    /// <summary>An activity is done once; another one is an activity of its own. No parameters.</summary>
    public const string AlreadyDone = "activity-already-done";

    /// <summary>Only what was found in the media has an outcome of this kind. No parameters.</summary>
    public const string NoLead = "activity-no-lead";
}

public sealed partial record Activity
{
    /// <inheritdoc/>
    public static Verdict Judge(Activity state, Entry<ActivityEvent> proposed) => proposed.Event switch
    {
        ActivityEvent.Done when state.Kind is not null => Verdict.Refuse(ActivityRefusals.AlreadyDone),
        ActivityEvent.Done e => Verdict.FirstOf(
            Limits.Region(e.Region),
            e.Authority is { } authority ? Limits.Code(Field.Authority, authority.Value) : Verdict.Accepted,
            e.Kind == ActivityKind.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text)),
        ActivityEvent.LeadFollowed when state.Kind != ActivityKind.MediaLead => Verdict.Refuse(ActivityRefusals.NoLead),
        ActivityEvent.LeadFollowed e => e.Outcome == LeadOutcome.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text),
        _ => throw new UnreachableEventException(proposed.Event),
    };
}
