using NodaTime;

namespace Trials.Domain.Hearings;

/// <summary>Records what happened to a hearing, or amends what was recorded.</summary>
public sealed record RecordInHearing : StreamCommand<RecordInHearing, HearingEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.RecordProcedure;
}

/// <summary>Why an entry of a hearing is refused.</summary>
public static class HearingRefusals
{
    /// <summary>Nothing is known of this hearing yet: schedule it first. No parameters.</summary>
    public const string NotScheduled = "hearing-not-scheduled";

    /// <summary>It was scheduled before; reschedule it or correct that entry. No parameters.</summary>
    public const string AlreadyScheduled = "hearing-already-scheduled";

    /// <summary>A hearing opens once, and what has begun is neither rescheduled nor not held. Parameter <c>at</c>, when it opened, or began its recess.</summary>
    public const string AlreadyOpened = "hearing-already-opened";

    /// <summary>It resumes only where it was open or in recess. No parameters.</summary>
    public const string NotOpen = "hearing-not-open";

    /// <summary>It is over: adjourned, ended or not held. Parameter <c>stage</c>.</summary>
    public const string Over = "hearing-over";

    /// <summary>It cannot be put off to a moment before its own. Parameters <c>next</c>, <c>own</c>.</summary>
    public const string NextBeforeOwn = "hearing-next-before-own";

    /// <summary>The next hearing that is named is this one itself. No parameters.</summary>
    public const string NextIsItself = "hearing-next-is-itself";

    /// <summary>This would have happened before what is already recorded of the hearing. Parameters <c>at</c>, <c>last</c>.</summary>
    public const string BeforePrevious = "hearing-before-previous";

    /// <summary>It would have opened after what is already recorded of the sitting. Parameters <c>at</c>, <c>last</c>.</summary>
    public const string OpenedAfterIt = "hearing-opened-after-it";

    /// <summary>The court entered on another day than the one set; reschedule it first. Parameters <c>at</c>, <c>set</c>.</summary>
    public const string OtherDay = "hearing-other-day";

    /// <summary>The session is closed to the public already; correct that entry. No parameters.</summary>
    public const string AlreadyClosed = "hearing-already-closed";

    /// <summary>A panel has at least one judge. No parameters.</summary>
    public const string PanelEmpty = "hearing-panel-empty";

    /// <summary>The rounds of a case are numbered from 1. Parameter <c>round</c>.</summary>
    public const string RoundNumber = "hearing-round-number";
}

public sealed partial record Hearing
{
    private bool IsOver => Stage is HearingStage.NotHeld or HearingStage.Adjourned or HearingStage.Ended;

    /// <inheritdoc/>
    public static Verdict Judge(Hearing state, Entry<HearingEvent> proposed) => proposed.Event switch
    {
        HearingEvent.Scheduled e => Schedule(state, e),
        _ when state.Stage == HearingStage.None => Verdict.Refuse(HearingRefusals.NotScheduled),

        // Also of a hearing that is over: those who had to leave tell of it afterwards.
        HearingEvent.SessionClosed or HearingEvent.SessionReopened when state.Stage == HearingStage.NotHeld =>
            Verdict.Refuse(HearingRefusals.Over, ("stage", state.Stage)),
        HearingEvent.SessionClosed e => Verdict.FirstOf(
            Limits.Text(e.Ground),
            e.Part == ClosedPart.Other ? Limits.RequiredText(e.Ground) : Verdict.Accepted,
            state.IsClosed ? Verdict.Refuse(HearingRefusals.AlreadyClosed) : Verdict.Accepted),
        HearingEvent.SessionReopened => state.IsClosed ? Verdict.Accepted : Verdict.AlreadySo,
        _ when state.IsOver => Verdict.Refuse(HearingRefusals.Over, ("stage", state.Stage)),
        HearingEvent.Rescheduled e => Verdict.FirstOf(
            NotYetBegun(state),
            Limits.Text(e.Reason),
            e.Date == state.Date && e.Time == state.Time ? Verdict.AlreadySo : Verdict.Accepted),
        HearingEvent.Opened e => Verdict.FirstOf(
            NotYetOpened(state), OnTheDay(state, proposed.Happened), BeforeTheRest(state, proposed.Happened), Limits.Text(e.Explanation)),
        HearingEvent.NotHeld e => Verdict.FirstOf(NotYetBegun(state), NextLater(state, e.Next), Limits.Text(e.Reason)),
        HearingEvent.PanelChanged e => Verdict.FirstOf(
            e.Judges.Count == 0 ? Verdict.Refuse(HearingRefusals.PanelEmpty) : Verdict.Accepted,
            Limits.Judges(e.Judges),
            Limits.Text(e.Reason),
            e.Judges == state.Judges ? Verdict.AlreadySo : Verdict.Accepted),
        HearingEvent.RecessBegan e => state.Stage switch
        {
            HearingStage.Recess => Verdict.AlreadySo,

            // Also where nobody recorded the opening: a court's card tells of a break, and never when the court entered.
            _ => Verdict.FirstOf(InOrder(state, proposed.Happened), Limits.Text(e.Reason)),
        },
        HearingEvent.Resumed => state.Stage switch
        {
            HearingStage.Open => Verdict.AlreadySo,
            HearingStage.Recess => InOrder(state, proposed.Happened),
            _ => Verdict.Refuse(HearingRefusals.NotOpen),
        },
        HearingEvent.Adjourned e => Verdict.FirstOf(InOrder(state, proposed.Happened), NextLater(state, e.Next), Limits.Text(e.Reason)),
        HearingEvent.Ended e => Verdict.FirstOf(InOrder(state, proposed.Happened), Limits.Text(e.Result)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict Schedule(Hearing state, HearingEvent.Scheduled e) =>
        Verdict.FirstOf(
            state.Stage == HearingStage.None ? Verdict.Accepted : Verdict.Refuse(HearingRefusals.AlreadyScheduled),
            e.Round is { } round and < 1 ? Verdict.Refuse(HearingRefusals.RoundNumber, ("round", round)) : Verdict.Accepted,
            Limits.Court(e.Court),
            Limits.Judges(e.Judges),
            Limits.Optional(Field.Room, e.Room),
            Limits.Text(e.Note));

    private static Verdict NotYetBegun(Hearing state) =>
        state.Stage != HearingStage.Scheduled && (state.OpenedAt ?? state.LastMoment) is { } at
            ? Verdict.Refuse(HearingRefusals.AlreadyOpened, ("at", at.Local))
            : Verdict.Accepted;

    private static Verdict NotYetOpened(Hearing state) =>
        state.OpenedAt is { } at ? Verdict.Refuse(HearingRefusals.AlreadyOpened, ("at", at.Local)) : Verdict.Accepted;

    private static Verdict BeforeTheRest(Hearing state, HappenedAt happened) =>
        state.LastMoment is { } last && last.CertainlyBefore(happened)
            ? Verdict.Refuse(HearingRefusals.OpenedAfterIt, ("at", happened.Local), ("last", last.Local))
            : Verdict.Accepted;

    private static Verdict OnTheDay(Hearing state, HappenedAt happened) =>
        state.Date is { } set && (happened.Latest.Date < set || happened.Earliest.Date > set)
            ? Verdict.Refuse(HearingRefusals.OtherDay, ("at", happened.Date), ("set", set))
            : Verdict.Accepted;

    private static Verdict InOrder(Hearing state, HappenedAt happened) =>
        state.LastMoment is { } last && happened.CertainlyBefore(last)
            ? Verdict.Refuse(HearingRefusals.BeforePrevious, ("at", happened.Local), ("last", last.Local))
            : Verdict.Accepted;

    private static Verdict NextLater(Hearing state, NextHearing? next)
    {
        if (next is null || state.Date is not { } own)
        {
            return Verdict.Accepted;
        }

        var before = next.Date < own || (next.Date == own && next.Time is { } time && state.Time is { } set && time <= set);
        return before
            ? Verdict.Refuse(HearingRefusals.NextBeforeOwn, ("next", At(next.Date, next.Time)), ("own", At(own, state.Time)))
            : Verdict.Accepted;
    }

    private static LocalDateTime At(LocalDate date, LocalTime? time) => date + (time ?? LocalTime.Midnight);
}
