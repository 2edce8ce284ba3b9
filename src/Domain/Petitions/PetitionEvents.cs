using Trials.Domain.Cases;

namespace Trials.Domain.Petitions;

/// <summary>What is asked for.</summary>
public enum PetitionKind
{
    /// <summary>A record: surveillance footage, a medical card, the register of detainees.</summary>
    Records,

    /// <summary>A further investigative action.</summary>
    InvestigativeAction,

    /// <summary>A forensic or other examination.</summary>
    Examination,

    /// <summary>To hear a witness or expert.</summary>
    Witness,

    /// <summary>To exclude evidence.</summary>
    ExcludeEvidence,

    /// <summary>To change or end custody.</summary>
    Custody,

    /// <summary>Protection.</summary>
    Protection,

    /// <summary>That a judge, prosecutor, investigator or expert step down.</summary>
    Recusal,

    /// <summary>More time, another date.</summary>
    Time,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>Who must decide.</summary>
public enum Addressee
{
    /// <summary>A court.</summary>
    Court,

    /// <summary>A prosecutor.</summary>
    Prosecutor,

    /// <summary>An investigator.</summary>
    Investigator,

    /// <summary>Whoever holds a record.</summary>
    RecordHolder,
}

/// <summary>What the addressee decided.</summary>
public enum PetitionDecision
{
    /// <summary>As asked.</summary>
    Granted,

    /// <summary>In part.</summary>
    GrantedInPart,

    /// <summary>Denied.</summary>
    Denied,

    /// <summary>Not accepted for consideration.</summary>
    NotAccepted,

    /// <summary>Left without consideration.</summary>
    LeftWithoutConsideration,

    /// <summary>Sent to another body, which must now decide.</summary>
    Forwarded,
}

/// <summary>Whether a decision gave reasons.</summary>
public enum Reasoning
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>With reasons.</summary>
    Reasoned,

    /// <summary>Without reasons.</summary>
    Unreasoned,
}

/// <summary>Whether what was granted was done.</summary>
public enum Execution
{
    /// <summary>As granted.</summary>
    Done,

    /// <summary>In part.</summary>
    DoneInPart,

    /// <summary>Not, as is known at that moment.</summary>
    NotDone,
}

/// <summary>What becomes of one request. Silence is data: nobody records "unanswered".</summary>
public abstract record PetitionEvent : DomainEvent
{
    private PetitionEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("petition-filed.v1", typeof(Filed)),
        ("petition-held-over.v1", typeof(HeldOver)),
        ("petition-decided.v1", typeof(Decided)),
        ("petition-withdrawn.v1", typeof(Withdrawn)),
        ("petition-decision-appealed.v1", typeof(DecisionAppealed)),
        ("petition-decision-set-aside.v1", typeof(DecisionSetAside)),
        ("petition-executed.v1", typeof(Executed)),
    ];

    /// <summary>A request was made.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Kind">What is asked for.</param>
    /// <param name="By">By whom.</param>
    /// <param name="To">Who must decide.</param>
    /// <param name="Round">The case's round; null where unknown.</param>
    /// <param name="Hearing">The hearing at which it was made; null where it was filed outside one.</param>
    /// <param name="Predecessor">The petition that this one repeats; null for none.</param>
    /// <param name="Text">What it asks, in words; required where the kind is other.</param>
    public sealed record Filed(
        CaseId Case, PetitionKind Kind, Party By, Addressee To, int? Round, HearingId? Hearing, PetitionId? Predecessor, FreeText? Text)
        : PetitionEvent, IOfCase;

    /// <summary>The decision was put off.</summary>
    /// <param name="Hearing">The hearing at which it was put off; null for none.</param>
    /// <param name="Reason">Why.</param>
    public sealed record HeldOver(HearingId? Hearing, FreeText? Reason) : PetitionEvent, IRepeatable;

    /// <summary>It was decided.</summary>
    public sealed record Decided(PetitionDecision Decision, Reasoning Reasoning, HearingId? Hearing, FreeText? Text) : PetitionEvent;

    /// <summary>Whoever filed it took it back.</summary>
    public sealed record Withdrawn(FreeText? Reason) : PetitionEvent;

    /// <summary>The decision was appealed or complained of; it stands until it is set aside.</summary>
    /// <param name="By">By whom.</param>
    /// <param name="To">To whom: the office, not a name, at most 100 characters.</param>
    /// <param name="Text">On which grounds.</param>
    public sealed record DecisionAppealed(Party By, string? To, FreeText? Text) : PetitionEvent, IRepeatable;

    /// <summary>The decision was set aside: the petition waits again.</summary>
    /// <param name="By">By whom: the office, not a name, at most 100 characters.</param>
    /// <param name="Text">Why, in its own words.</param>
    public sealed record DecisionSetAside(string? By, FreeText? Text) : PetitionEvent;

    /// <summary>What became of a granted petition.</summary>
    /// <param name="Execution">Whether what was granted was done.</param>
    /// <param name="Text">What was done, or why not.</param>
    public sealed record Executed(Execution Execution, FreeText? Text) : PetitionEvent;
}
