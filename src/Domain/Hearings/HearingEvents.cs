using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;

namespace Trials.Domain.Hearings;

/// <summary>What a sitting is for.</summary>
public enum HearingKind
{
    /// <summary>Trial on the merits.</summary>
    Trial,

    /// <summary>Preparatory hearing, or a preparatory talk (<c>беседа</c>): counted apart from trial hearings.</summary>
    Preparatory,

    /// <summary>On custody or its extension.</summary>
    Detention,

    /// <summary>On a complaint against an investigator or prosecutor.</summary>
    Complaint,

    /// <summary>Only the judgment is read.</summary>
    Pronouncement,

    /// <summary>Of a higher court.</summary>
    Appeal,

    /// <summary>Another kind.</summary>
    Other,
}

/// <summary>What is known of why a hearing began late.</summary>
public enum DelayCause
{
    /// <summary>The court said why.</summary>
    Explained,

    /// <summary>The court did not say why.</summary>
    NotExplained,

    /// <summary>Nobody was there to notice.</summary>
    NotObserved,
}

/// <summary>Who caused a delay, an adjournment or that a hearing was not held.</summary>
public enum CausedBy
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>The court or its staff.</summary>
    Court,

    /// <summary>The prosecutor.</summary>
    Prosecution,

    /// <summary>The defence.</summary>
    Defence,

    /// <summary>The victim or a representative.</summary>
    VictimSide,

    /// <summary>Whoever had to bring the accused from custody.</summary>
    Escort,

    /// <summary>A witness, expert or interpreter.</summary>
    WitnessOrExpert,

    /// <summary>Someone or something else.</summary>
    Other,
}

/// <summary>Why a hearing was adjourned or not held.</summary>
public enum HearingCause
{
    /// <summary>The court gave none.</summary>
    NotStated,

    /// <summary>A judge was absent.</summary>
    JudgeAbsent,

    /// <summary>The prosecutor was absent.</summary>
    ProsecutorAbsent,

    /// <summary>Counsel was absent.</summary>
    CounselAbsent,

    /// <summary>The accused was not brought or did not come.</summary>
    AccusedAbsent,

    /// <summary>The victim or claimant was absent.</summary>
    VictimOrClaimantAbsent,

    /// <summary>A respondent was absent.</summary>
    RespondentAbsent,

    /// <summary>A witness was absent.</summary>
    WitnessAbsent,

    /// <summary>An expert or interpreter was absent.</summary>
    ExpertOrInterpreterAbsent,

    /// <summary>To decide a petition or obtain evidence.</summary>
    PetitionOrEvidence,

    /// <summary>To give a party time to prepare.</summary>
    TimeToPrepare,

    /// <summary>No room, no power, no heating.</summary>
    Premises,

    /// <summary>Another cause; the text says which.</summary>
    Other,
}

/// <summary>How much of a hearing was closed to the public.</summary>
public enum ClosedPart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Only the hearing of some evidence or persons.</summary>
    Evidence,

    /// <summary>Only the pronouncement.</summary>
    Pronouncement,

    /// <summary>Another part; the ground says which.</summary>
    Other,
}

/// <summary>How a court ruled that a session is closed.</summary>
public enum ClosingRuling
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>A ruling with reasons was read.</summary>
    Reasoned,

    /// <summary>A ruling without reasons was read.</summary>
    Unreasoned,

    /// <summary>There was no ruling.</summary>
    NoRuling,
}

/// <summary>What happens to one sitting of a court.</summary>
public abstract record HearingEvent : DomainEvent
{
    private HearingEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("hearing-scheduled.v1", typeof(Scheduled)),
        ("hearing-rescheduled.v1", typeof(Rescheduled)),
        ("hearing-opened.v1", typeof(Opened)),
        ("hearing-not-held.v1", typeof(NotHeld)),
        ("hearing-panel-changed.v1", typeof(PanelChanged)),
        ("hearing-recess-began.v1", typeof(RecessBegan)),
        ("hearing-resumed.v1", typeof(Resumed)),
        ("hearing-adjourned.v1", typeof(Adjourned)),
        ("hearing-ended.v1", typeof(Ended)),
        ("hearing-session-closed.v1", typeof(SessionClosed)),
        ("hearing-session-reopened.v1", typeof(SessionReopened)),
    ];

    /// <summary>A date was set.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Round">The case's round, from 1; null where unknown.</param>
    /// <param name="Kind">What it is for.</param>
    /// <param name="Court">Where; the court's own, even if the case moves later.</param>
    /// <param name="Judges">The panel; the first presides.</param>
    /// <param name="Room">The room, at most 100 characters.</param>
    /// <param name="Date">The day.</param>
    /// <param name="Time">The time on the court's wall clock; null where only the day is known.</param>
    /// <param name="Note">What else was said of it.</param>
    public sealed record Scheduled(
        CaseId Case,
        int? Round,
        HearingKind Kind,
        CourtCode? Court,
        ValueList<OfficialCode> Judges,
        string? Room,
        LocalDate Date,
        LocalTime? Time,
        FreeText? Note = null)
        : HearingEvent, IOfCase;

    /// <summary>Another date was set before the hearing began. A delay is counted from the time that was set when it opened.</summary>
    public sealed record Rescheduled(LocalDate Date, LocalTime? Time, HearingCause Cause, CausedBy By, FreeText? Reason) : HearingEvent;

    /// <summary>The court entered and opened the hearing; when is the entry's own moment.</summary>
    /// <param name="Delay">What is known of why it began late; of one that began in time: not observed.</param>
    /// <param name="By">Who caused a late start.</param>
    /// <param name="Explanation">What the court said of it.</param>
    public sealed record Opened(DelayCause Delay, CausedBy By, FreeText? Explanation) : HearingEvent;

    /// <summary>The hearing did not take place.</summary>
    /// <param name="Cause">Why.</param>
    /// <param name="By">Who caused it.</param>
    /// <param name="Next">The next hearing; null where none was named, which is data.</param>
    /// <param name="Reason">In words.</param>
    public sealed record NotHeld(HearingCause Cause, CausedBy By, NextHearing? Next, FreeText? Reason) : HearingEvent;

    /// <summary>Other judges sit from here on; the first presides.</summary>
    public sealed record PanelChanged(ValueList<OfficialCode> Judges, FreeText? Reason) : HearingEvent;

    /// <summary>A break within the hearing; not an adjournment.</summary>
    public sealed record RecessBegan(FreeText? Reason) : HearingEvent;

    /// <summary>The hearing went on after a break.</summary>
    public sealed record Resumed : HearingEvent;

    /// <summary>The hearing was put off to another day.</summary>
    /// <param name="Cause">Why.</param>
    /// <param name="By">Who caused it.</param>
    /// <param name="Next">The next hearing; null where none was named, which is data.</param>
    /// <param name="Reason">In words.</param>
    public sealed record Adjourned(HearingCause Cause, CausedBy By, NextHearing? Next, FreeText? Reason) : HearingEvent;

    /// <summary>The hearing ended and no further one of it is due.</summary>
    /// <param name="Result">What it ended with.</param>
    public sealed record Ended(FreeText? Result) : HearingEvent;

    /// <summary>The public was shut out, from here on or of the whole hearing. May be recorded also once the hearing is over.</summary>
    /// <param name="Part">How much of the hearing.</param>
    /// <param name="Ruling">Whether the court ruled so, and how.</param>
    /// <param name="Ground">The ground that was given; null where none was.</param>
    /// <param name="PublicRemoved">Whether visitors had to leave.</param>
    /// <param name="ObserversRemoved">Whether observers of trials had to leave.</param>
    /// <param name="MediaRemoved">Whether journalists had to leave.</param>
    /// <param name="RelativesRemoved">Whether relatives of a party had to leave.</param>
    public sealed record SessionClosed(
        ClosedPart Part,
        ClosingRuling Ruling,
        FreeText? Ground,
        bool PublicRemoved,
        bool ObserversRemoved,
        bool MediaRemoved,
        bool RelativesRemoved)
        : HearingEvent;

    /// <summary>The public was let in again.</summary>
    public sealed record SessionReopened : HearingEvent;
}

/// <summary>The hearing that an adjournment names.</summary>
/// <param name="Hearing">Its id, so that recording it twice schedules it once.</param>
/// <param name="Date">The day.</param>
/// <param name="Time">The time; null where only the day was named.</param>
public sealed record NextHearing(HearingId Hearing, LocalDate Date, LocalTime? Time);
