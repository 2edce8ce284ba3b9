using NodaTime;

namespace Trials.Domain.Reports;

/// <summary>One line of the observer's checklist, as a question that yes, no, not observed or not applicable answers.</summary>
public enum ChecklistItem
{
    /// <summary>Is there a ramp or another step-free way in?</summary>
    StepFreeEntrance,

    /// <summary>Is there a working lift to the courtroom's floor?</summary>
    Lift,

    /// <summary>Are the toilets open to visitors?</summary>
    ToiletsOpen,

    /// <summary>Is there drinking water?</summary>
    DrinkingWater,

    /// <summary>Was the room heated, where the season asked for it?</summary>
    Heated,

    /// <summary>Was the room cooled, where the season asked for it?</summary>
    Cooled,

    /// <summary>Was there a seat for everyone who came?</summary>
    RoomEnough,

    /// <summary>Did a judge use a telephone during the hearing?</summary>
    JudgeOnTelephone,

    /// <summary>Did a judge talk with staff about other things?</summary>
    JudgeTalkedAside,

    /// <summary>Were rights explained to the parties?</summary>
    RightsExplained,

    /// <summary>Was an interpreter present where one was needed?</summary>
    InterpreterPresent,

    /// <summary>Was the public let in?</summary>
    PublicAdmitted,

    /// <summary>Did officials keep or use their telephones inside?</summary>
    OfficialsKeptPhones,

    /// <summary>Were other people's telephones taken?</summary>
    OthersPhonesTaken,

    /// <summary>Were parties or visitors searched?</summary>
    VisitorsSearched,

    /// <summary>Were officials searched like everyone else?</summary>
    OfficialsSearched,

    /// <summary>Were lawyers' bags searched?</summary>
    LawyersBagsSearched,

    /// <summary>Could the defence speak as long as the prosecution?</summary>
    EqualTimeToSpeak,

    /// <summary>Could the accused speak with counsel in private?</summary>
    PrivateTalkWithCounsel,
}

/// <summary>What an observer answers.</summary>
public enum Answer
{
    /// <summary>Seen to be so.</summary>
    Yes,

    /// <summary>Seen not to be so.</summary>
    No,

    /// <summary>Not seen; neither yes nor no.</summary>
    NotObserved,

    /// <summary>The question does not arise here.</summary>
    NotApplicable,
}

/// <summary>What one observer saw at one hearing.</summary>
public abstract record ReportEvent : DomainEvent
{
    private ReportEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("report-assigned.v1", typeof(Assigned)),
        ("report-observer-admitted.v1", typeof(Admitted)),
        ("report-observer-refused.v1", typeof(AdmissionRefused)),
        ("report-observer-removed.v1", typeof(Removed)),
        ("report-observed.v1", typeof(Observed)),
        ("report-noted.v1", typeof(Noted)),
        ("report-submitted.v1", typeof(Submitted)),
        ("report-returned.v1", typeof(Returned)),
        ("report-confirmed.v1", typeof(Confirmed)),
        ("report-reconciled.v1", typeof(Reconciled)),
    ];

    /// <summary>An observer is to watch a hearing, or began to.</summary>
    public sealed record Assigned(HearingId Hearing, ActorId Observer) : ReportEvent;

    /// <summary>The observer was let into the courtroom.</summary>
    public sealed record Admitted : ReportEvent;

    /// <summary>The observer was not let in.</summary>
    /// <param name="By">By whom: the office, not a name, at most 100 characters.</param>
    /// <param name="Ground">The ground that was given.</param>
    public sealed record AdmissionRefused(string? By, FreeText? Ground) : ReportEvent;

    /// <summary>The observer was sent out.</summary>
    /// <param name="By">By whom: the office, not a name, at most 100 characters.</param>
    /// <param name="Ground">The ground that was given.</param>
    public sealed record Removed(string? By, FreeText? Ground) : ReportEvent;

    /// <summary>The observer's answer to one line of the checklist; a later one for the same line takes its place.</summary>
    /// <param name="Item">The line.</param>
    /// <param name="Answer">The answer.</param>
    /// <param name="At">When it was seen; null where no time was noted.</param>
    /// <param name="Note">More of it.</param>
    public sealed record Observed(ChecklistItem Item, Answer Answer, LocalTime? At, FreeText? Note) : ReportEvent, IRepeatable;

    /// <summary>Something seen that the checklist does not ask.</summary>
    public sealed record Noted(LocalTime? At, FreeText Text) : ReportEvent, IRepeatable;

    /// <summary>The observer is done: from here on the hearing counts as monitored.</summary>
    public sealed record Submitted : ReportEvent;

    /// <summary>A submitted report went back to its observer: until it is submitted again it is not counted.</summary>
    /// <param name="Reason">What is to be mended.</param>
    public sealed record Returned(FreeText Reason) : ReportEvent;

    /// <summary>Somebody checked a submitted report and found it in order.</summary>
    /// <param name="Note">What it was checked against.</param>
    public sealed record Confirmed(FreeText? Note) : ReportEvent;

    /// <summary>
    /// Observers who saw it differently agreed. What each of them answered stays as it is: two accounts coexist.
    /// </summary>
    /// <param name="Item">The line of the checklist.</param>
    /// <param name="Answer">What they agreed on.</param>
    /// <param name="Note">How they came to it.</param>
    public sealed record Reconciled(ChecklistItem Item, Answer Answer, FreeText? Note) : ReportEvent, IAbout
    {
        object IAbout.Subject => (nameof(Reconciled), Item);
    }
}
