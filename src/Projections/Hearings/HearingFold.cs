using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Projections.Engine;

namespace Trials.Projections.Hearings;

/// <summary>What read models know of one hearing.</summary>
/// <param name="Scheduled">The first date set; null before it is scheduled.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Judges">The panel now; the first presides.</param>
/// <param name="Date">The day set last before it opened.</param>
/// <param name="Time">The time set last before it opened.</param>
/// <param name="Opened">When the court entered.</param>
/// <param name="DelayCause">What is known of why it began late.</param>
/// <param name="DelayBy">Who caused that.</param>
/// <param name="Closed">When it ended, was adjourned or turned out not to be held.</param>
/// <param name="Cause">Why it was adjourned or not held.</param>
/// <param name="By">Who caused that.</param>
/// <param name="Next">The hearing that an adjournment names.</param>
/// <param name="Rescheduled">How often another date was set before it began.</param>
/// <param name="ClosedSession">How the public was last shut out; null where nobody recorded that it was.</param>
public sealed record HearingFacts(
    HearingEvent.Scheduled? Scheduled,
    HearingStage Stage,
    ValueList<OfficialCode> Judges,
    LocalDate Date,
    LocalTime? Time,
    HappenedAt? Opened,
    DelayCause? DelayCause,
    CausedBy? DelayBy,
    HappenedAt? Closed,
    HearingCause? Cause,
    CausedBy? By,
    NextHearing? Next,
    int Rescheduled,
    HearingEvent.SessionClosed? ClosedSession)
{
    /// <summary>Opening minus the time set when it opened, in whole minutes, early is negative; null where either is not recorded to the minute.</summary>
    public int? DelayMinutes =>
        Opened is { HasTime: true } opened && Time is { } time
            ? (int)Math.Floor((opened.Local.InUtc().ToInstant() - (Date + time).InUtc().ToInstant()).TotalMinutes)
            : null;

    /// <summary>Whether its delay can be told.</summary>
    public StartRecord Start => Stage switch
    {
        HearingStage.Open or HearingStage.Recess or HearingStage.Adjourned or HearingStage.Ended =>
            DelayMinutes is null ? StartRecord.NotRecorded : StartRecord.Recorded,
        _ => StartRecord.NotStarted,
    };

    /// <summary>What it is counted with.</summary>
    public HearingGroup Group => GroupOf(Scheduled?.Kind ?? HearingKind.Trial);

    /// <summary>Who presides; null where no judge is known.</summary>
    public OfficialCode? Presiding => Judges.Count > 0 ? Judges[0] : null;

    /// <summary>What a kind of hearing is counted with.</summary>
    public static HearingGroup GroupOf(HearingKind kind) => kind == HearingKind.Preparatory ? HearingGroup.Preparatory : HearingGroup.Trial;
}

/// <summary>How a hearing's entries become what read models know of it.</summary>
public static class HearingFold
{
    /// <summary>Before the first entry.</summary>
    public static HearingFacts Initial { get; } =
        new(null, HearingStage.None, [], default, null, null, null, null, null, null, null, null, 0, null);

    /// <summary>The fold that every read model of hearings shares.</summary>
    public static StreamFold<HearingFacts, HearingEvent> Fold { get; } = new("hearing", Initial, Apply);

    /// <summary>What is known after one more entry.</summary>
    public static HearingFacts Apply(HearingFacts facts, Entry<HearingEvent> entry) => entry.Event switch
    {
        HearingEvent.Scheduled e => facts with
        {
            Scheduled = e,
            Stage = HearingStage.Scheduled,
            Judges = e.Judges,
            Date = e.Date,
            Time = e.Time,
        },
        HearingEvent.Rescheduled e => facts.Opened is null
            ? facts with { Date = e.Date, Time = e.Time, Rescheduled = facts.Rescheduled + 1 }
            : facts,
        HearingEvent.Opened e => facts with
        {
            Stage = facts.Stage == HearingStage.Recess ? HearingStage.Recess : HearingStage.Open,
            Opened = entry.Happened,
            DelayCause = e.Delay,
            DelayBy = e.By,
        },
        HearingEvent.PanelChanged e => facts with { Judges = e.Judges },
        HearingEvent.RecessBegan => facts with { Stage = HearingStage.Recess },
        HearingEvent.Resumed => facts with { Stage = HearingStage.Open },
        HearingEvent.NotHeld e => facts with
        {
            Stage = HearingStage.NotHeld,
            Closed = entry.Happened,
            Cause = e.Cause,
            By = e.By,
            Next = e.Next,
        },
        HearingEvent.Adjourned e => facts with
        {
            Stage = HearingStage.Adjourned,
            Closed = entry.Happened,
            Cause = e.Cause,
            By = e.By,
            Next = e.Next,
        },
        HearingEvent.Ended => facts with { Stage = HearingStage.Ended, Closed = entry.Happened },
        HearingEvent.SessionClosed e => facts with { ClosedSession = e },
        HearingEvent.SessionReopened => facts,
        _ => throw new UnreachableEventException(entry.Event),
    };
}
