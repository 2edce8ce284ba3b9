using NodaTime;

namespace Trials.Domain.Cases;

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

/// <summary>Procedural steps that have no event of their own.</summary>
public interface IStepFact;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> StepNames =>
    [
        ("case-step-taken.v1", typeof(StepTaken)),
    ];

    /// <summary>Another procedural step.</summary>
    /// <param name="Round">Its round; null where it belongs to none.</param>
    /// <param name="Kind">What kind of step.</param>
    /// <param name="Text">The step in the source's words; required where the kind is other.</param>
    /// <param name="Until">The day until which a term runs, where the step sets one.</param>
    public sealed record StepTaken(int? Round, StepKind Kind, FreeText? Text, LocalDate? Until) : CaseEvent, IStepFact, IRepeatable;
}
