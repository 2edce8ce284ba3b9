using Trials.Domain.Cases;

namespace Trials.Domain.Claims;

/// <summary>Under which law a claim is brought.</summary>
public enum ClaimLaw
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>The new Civil Code, whose day of entry into force the catalogue of laws holds.</summary>
    NewCivilCode,

    /// <summary>The Civil Code before it.</summary>
    FormerCivilCode,

    /// <summary>Another law.</summary>
    Other,
}

/// <summary>What a claim rests on.</summary>
public enum ClaimGround
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>Torture.</summary>
    Torture,

    /// <summary>Ill-treatment that is not called torture.</summary>
    IllTreatment,

    /// <summary>A death.</summary>
    Death,

    /// <summary>Unlawful detention.</summary>
    UnlawfulDetention,

    /// <summary>Unlawful prosecution or conviction.</summary>
    UnlawfulProsecution,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>How a claim stopped waiting for a decision.</summary>
public enum ClaimOutcome
{
    /// <summary>It was given back to the claimant.</summary>
    Returned,

    /// <summary>The parties agreed.</summary>
    Settled,

    /// <summary>The claimant took it back.</summary>
    Withdrawn,

    /// <summary>It was decided.</summary>
    Decided,
}

/// <summary>Why nothing more is done about a claim.</summary>
public enum ClaimEnd
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>It was paid.</summary>
    PaidInFull,

    /// <summary>It was left without consideration, so that it can be brought anew.</summary>
    LeftWithoutConsideration,

    /// <summary>The proceeding about it was terminated.</summary>
    Terminated,

    /// <summary>The parties agreed while it was being enforced.</summary>
    AgreedInEnforcement,

    /// <summary>Its enforcement ended without payment.</summary>
    EnforcementEnded,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>What becomes of one civil claim for moral harm or material damage, from its filing to its payment. All amounts are in dirams, 100 to a somoni.</summary>
public abstract record ClaimEvent : DomainEvent
{
    private ClaimEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("claim-filed.v1", typeof(Filed)),
        ("claim-accepted.v1", typeof(Accepted)),
        ("claim-left-without-motion.v1", typeof(LeftWithoutMotion)),
        ("claim-returned.v1", typeof(Returned)),
        ("claim-settled.v1", typeof(Settled)),
        ("claim-withdrawn.v1", typeof(Withdrawn)),
        ("claim-decided.v1", typeof(Decided)),
        ("claim-decision-set-aside.v1", typeof(DecisionSetAside)),
        ("claim-in-force.v1", typeof(InForce)),
        ("claim-writ-issued.v1", typeof(WritIssued)),
        ("claim-paid.v1", typeof(Paid)),
        ("claim-closed.v1", typeof(Closed)),
    ];

    /// <summary>A claim was brought. What the catalogue of laws says against it is a warning.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Claimants">Who claims; at least one, each once.</param>
    /// <param name="Respondents">Against whom; at least one.</param>
    /// <param name="MoralDirams">For moral harm, 0 for nothing; null where nobody recorded it.</param>
    /// <param name="MaterialDirams">For material damage, 0 for nothing; null where nobody recorded it.</param>
    /// <param name="Law">Under which law.</param>
    /// <param name="Ground">What it rests on.</param>
    /// <param name="Articles">The articles that it names; may be empty.</param>
    /// <param name="Round">The case's round; null where unknown.</param>
    /// <param name="Hearing">The hearing at which it was brought; null where it was filed outside one.</param>
    /// <param name="Text">The legal basis in words, and more of it; required where the ground, or the capacity of a respondent, is another one.</param>
    public sealed record Filed(
        CaseId Case,
        ValueList<PersonId> Claimants,
        ValueList<Respondent> Respondents,
        long? MoralDirams,
        long? MaterialDirams,
        ClaimLaw Law,
        ClaimGround Ground,
        ValueList<Article> Articles,
        int? Round,
        HearingId? Hearing,
        FreeText? Text) : ClaimEvent, IOfCase;

    /// <summary>A court accepted it for consideration.</summary>
    public sealed record Accepted(FreeText? Text) : ClaimEvent;

    /// <summary>A court left it without motion until something is mended; it waits.</summary>
    /// <param name="Ground">What is to be mended.</param>
    /// <param name="Until">The day by which; null where none was named.</param>
    public sealed record LeftWithoutMotion(FreeText? Ground, NodaTime.LocalDate? Until) : ClaimEvent;

    /// <summary>A court gave it back.</summary>
    /// <param name="Ground">The ground that was given.</param>
    public sealed record Returned(FreeText? Ground) : ClaimEvent;

    /// <summary>The parties agreed.</summary>
    /// <param name="AmountDirams">What is to be paid; 0 for nothing.</param>
    /// <param name="Text">On what else.</param>
    public sealed record Settled(long AmountDirams, FreeText? Text) : ClaimEvent;

    /// <summary>The claimant took it back.</summary>
    public sealed record Withdrawn(FreeText? Reason) : ClaimEvent;

    /// <summary>A court decided it. A higher court that changes the amounts sets the decision aside and decides anew.</summary>
    /// <param name="MoralDirams">Awarded for moral harm; 0 for nothing.</param>
    /// <param name="MaterialDirams">Awarded for material damage; 0 for nothing. Refused whole is 0 and 0.</param>
    /// <param name="Round">The case's round; null where unknown.</param>
    /// <param name="Text">In the court's own words.</param>
    public sealed record Decided(long MoralDirams, long MaterialDirams, int? Round, FreeText? Text) : ClaimEvent;

    /// <summary>What had ended it was set aside, or it was taken up again: it waits for a decision.</summary>
    /// <param name="By">By whom: the office, not a name, at most 100 characters.</param>
    /// <param name="Text">Why, in its own words.</param>
    public sealed record DecisionSetAside(string? By, FreeText? Text) : ClaimEvent;

    /// <summary>The decision or settlement took force.</summary>
    public sealed record InForce(FreeText? Text) : ClaimEvent;

    /// <summary>A writ of execution was issued.</summary>
    /// <param name="Number">Its number, at most 100 characters; null where nobody recorded it.</param>
    /// <param name="Text">To whom, and more of it.</param>
    public sealed record WritIssued(string? Number, FreeText? Text) : ClaimEvent, IAbout
    {
        object IAbout.Subject => (nameof(WritIssued), Number);
    }

    /// <summary>Something was paid, also before a decision, or more than was awarded: that is a warning.</summary>
    /// <param name="AmountDirams">How much; 1 or more.</param>
    /// <param name="By">By whom; null where nobody recorded it.</param>
    /// <param name="Text">More of it.</param>
    public sealed record Paid(long AmountDirams, ClaimParty? By, FreeText? Text) : ClaimEvent, IAbout
    {
        object IAbout.Subject => (nameof(Paid), AmountDirams);
    }

    /// <summary>Nothing more is done about it.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="Text">More of it; required where it is for something else.</param>
    public sealed record Closed(ClaimEnd Why, FreeText? Text) : ClaimEvent;
}
