using NodaTime;
using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>The kind of proceeding.</summary>
public enum CaseKind
{
    /// <summary>Under the Criminal Procedure Code.</summary>
    Criminal,

    /// <summary>Under the Civil Procedure Code.</summary>
    Civil,

    /// <summary>Of an administrative offence, or against an authority's act.</summary>
    Administrative,
}

/// <summary>One pass of a case before one body.</summary>
public enum RoundKind
{
    /// <summary>Check or preliminary investigation.</summary>
    Investigation,

    /// <summary>Court of first instance.</summary>
    FirstInstance,

    /// <summary>Appeal.</summary>
    Appeal,

    /// <summary>Cassation.</summary>
    Cassation,

    /// <summary>Supervisory review.</summary>
    Supervisory,

    /// <summary>First instance again, after a judgment was quashed.</summary>
    Retrial,

    /// <summary>The card or document does not say.</summary>
    NotRecorded,
}

/// <summary>Who acts in a proceeding.</summary>
public enum Party
{
    /// <summary>The accused or the defence.</summary>
    Defence,

    /// <summary>The victim or a representative.</summary>
    VictimSide,

    /// <summary>The prosecutor.</summary>
    Prosecution,

    /// <summary>The claimant of a civil or administrative case.</summary>
    Claimant,

    /// <summary>The respondent of a civil or administrative case.</summary>
    Respondent,

    /// <summary>Anyone else.</summary>
    Other,

    /// <summary>Nobody recorded who.</summary>
    NotRecorded,
}

/// <summary>What a body decided on the merits of a round.</summary>
public enum JudgmentOutcome
{
    /// <summary>Found guilty.</summary>
    Convicted,

    /// <summary>Found not guilty.</summary>
    Acquitted,

    /// <summary>The proceeding was ended without a finding.</summary>
    Terminated,

    /// <summary>A claim or application was granted.</summary>
    Granted,

    /// <summary>A claim or application was granted in part.</summary>
    GrantedInPart,

    /// <summary>A claim or application was denied.</summary>
    Denied,

    /// <summary>The lower body's act stands.</summary>
    Upheld,

    /// <summary>The lower body's act was changed.</summary>
    Varied,

    /// <summary>The lower body's act was quashed.</summary>
    Quashed,

    /// <summary>An administrative penalty was imposed.</summary>
    PenaltyImposed,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>What kind of procedural step it was, apart from those that have an event of their own.</summary>
public enum StepKind
{
    /// <summary>None of the others; the text says what.</summary>
    Other,

    /// <summary>A claim, application or case was registered at a court.</summary>
    Registered,

    /// <summary>Given to a judge.</summary>
    PassedToJudge,

    /// <summary>Accepted for proceedings.</summary>
    Accepted,

    /// <summary>Left without motion until its defects are mended.</summary>
    LeftWithoutMotion,

    /// <summary>Returned to whoever filed it.</summary>
    Returned,

    /// <summary>Mended papers came in.</summary>
    MendedPapersReceived,

    /// <summary>The term for mending was extended.</summary>
    MendingTermExtended,

    /// <summary>Preparation for the trial was ordered or begun.</summary>
    PreparationOrdered,

    /// <summary>A date for hearing the case was ordered.</summary>
    HearingOrdered,

    /// <summary>The proceeding was suspended.</summary>
    Suspended,

    /// <summary>The proceeding was resumed.</summary>
    Resumed,

    /// <summary>The term for considering the case was extended.</summary>
    TermExtended,

    /// <summary>The reasoned decision was drawn up.</summary>
    ReasonsDrawnUp,

    /// <summary>The file went to the registry.</summary>
    FileHandedOver,

    /// <summary>Copies were sent out.</summary>
    CopiesSent,

    /// <summary>An appeal or complaint was registered.</summary>
    AppealRegistered,

    /// <summary>An appeal or complaint was accepted.</summary>
    AppealAccepted,

    /// <summary>An appeal or complaint was left without motion.</summary>
    AppealLeftWithoutMotion,

    /// <summary>An appeal or complaint was returned.</summary>
    AppealReturned,

    /// <summary>A mended appeal or complaint came in.</summary>
    MendedAppealReceived,

    /// <summary>A term for objections was set.</summary>
    ObjectionTermSet,

    /// <summary>Sent to a higher court.</summary>
    SentToHigherCourt,

    /// <summary>Came back from a higher court.</summary>
    CameBackFromHigherCourt,

    /// <summary>The court considers the case (a stage, not a sitting).</summary>
    UnderConsideration,

    /// <summary>A decision was given; its content is not recorded.</summary>
    DecisionGiven,

    /// <summary>The decision took force.</summary>
    InForce,

    /// <summary>The court's work on the case ended.</summary>
    Completed,
}

/// <summary>An article of a code as it is charged: 143¹ part 1 is not 143 part 1.</summary>
/// <param name="Code">The code, e.g. <c>CC</c> for the Criminal Code.</param>
/// <param name="Number">The article's number, 1 or more.</param>
/// <param name="Superscript">The superscript of an inserted article; null for none.</param>
/// <param name="Part">The part; null where none is named.</param>
/// <param name="Point">The point; null where none is named.</param>
public readonly record struct Article(string Code, int Number, int? Superscript = null, string? Part = null, string? Point = null);

/// <summary>What happens in one proceeding.</summary>
public abstract record CaseEvent : DomainEvent
{
    private CaseEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("case-opened.v1", typeof(Opened)),
        ("case-taken-over.v1", typeof(TakenOver)),
        ("case-round-began.v1", typeof(RoundBegan)),
        ("case-court-assigned.v1", typeof(CourtAssigned)),
        ("case-panel-assigned.v1", typeof(PanelAssigned)),
        ("case-accused-joined.v1", typeof(AccusedJoined)),
        ("case-judgment-given.v1", typeof(JudgmentGiven)),
        ("case-appealed.v1", typeof(Appealed)),
        ("case-step-taken.v1", typeof(StepTaken)),
    ];

    /// <summary>Somebody begins to follow a proceeding.</summary>
    /// <param name="Kind">The kind of proceeding.</param>
    /// <param name="Reference">Our own number or a short title without names, 1 to 100 characters.</param>
    /// <param name="Articles">At least one for a criminal case; for others may be empty.</param>
    /// <param name="Note">What it is about.</param>
    public sealed record Opened(CaseKind Kind, string Reference, ValueList<Article> Articles, FreeText? Note) : CaseEvent;

    /// <summary>A proceeding was taken over from a court's published card.</summary>
    /// <param name="Kind">The kind of proceeding, as far as the card tells.</param>
    /// <param name="Reference">The card's number, 1 to 100 characters.</param>
    /// <param name="UniqueNumber">The number that all rounds of a case share (УИД), at most 100 characters; null where the card has none.</param>
    /// <param name="Category">The card's category of dispute, at most 1,000 characters.</param>
    public sealed record TakenOver(CaseKind Kind, string Reference, string? UniqueNumber, string? Category) : CaseEvent;

    /// <summary>The case came before another body.</summary>
    /// <param name="Round">1 for the first, then one more each.</param>
    /// <param name="Kind">What kind of pass.</param>
    /// <param name="Court">The court; null for an investigation or an unknown court.</param>
    /// <param name="Number">The number that the body gave it, at most 100 characters.</param>
    public sealed record RoundBegan(int Round, RoundKind Kind, CourtCode? Court, string? Number) : CaseEvent, IRepeatable;

    /// <summary>A round's court became known or changed.</summary>
    public sealed record CourtAssigned(int Round, CourtCode Court) : CaseEvent, IAbout
    {
        object IAbout.Subject => (nameof(CourtAssigned), Round);
    }

    /// <summary>A round's judges became known or changed; the first presides.</summary>
    public sealed record PanelAssigned(int Round, ValueList<OfficialCode> Judges) : CaseEvent, IAbout
    {
        object IAbout.Subject => (nameof(PanelAssigned), Round);
    }

    /// <summary>Somebody is accused in this case.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Articles">Under what.</param>
    public sealed record AccusedJoined(PersonId Person, ValueList<Article> Articles) : CaseEvent, IRepeatable;

    /// <summary>A body decided a round on the merits.</summary>
    /// <param name="Round">Which round.</param>
    /// <param name="Outcome">What it decided.</param>
    /// <param name="Text">In its own words; required where the outcome is other.</param>
    public sealed record JudgmentGiven(int Round, JudgmentOutcome Outcome, FreeText? Text) : CaseEvent, IAbout
    {
        object IAbout.Subject => (nameof(JudgmentGiven), Round);
    }

    /// <summary>A judgment was appealed.</summary>
    /// <param name="Round">The round whose judgment is attacked.</param>
    /// <param name="By">By whom.</param>
    /// <param name="Text">Against what, on which grounds.</param>
    public sealed record Appealed(int Round, Party By, FreeText? Text) : CaseEvent, IRepeatable;

    /// <summary>Another procedural step.</summary>
    /// <param name="Round">Its round; null where it belongs to none.</param>
    /// <param name="Kind">What kind of step.</param>
    /// <param name="Text">The step in the source's words; required where the kind is other.</param>
    /// <param name="Until">The day until which a term runs, where the step sets one.</param>
    public sealed record StepTaken(int? Round, StepKind Kind, FreeText? Text, LocalDate? Until) : CaseEvent, IRepeatable;
}
