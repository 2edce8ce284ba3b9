namespace Trials.Domain.Cases;

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

    /// <summary>Not the same for each accused.</summary>
    Mixed,
}

/// <summary>What a body decided on the merits, and who attacks it.</summary>
public interface IJudgmentFact;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> JudgmentNames =>
    [
        ("case-judgment-given.v1", typeof(JudgmentGiven)),
        ("case-appealed.v1", typeof(Appealed)),
    ];

    /// <summary>A body decided a round on the merits.</summary>
    /// <param name="Round">Which round.</param>
    /// <param name="Outcome">What it decided.</param>
    /// <param name="Text">In its own words; required where the outcome is other.</param>
    public sealed record JudgmentGiven(int Round, JudgmentOutcome Outcome, FreeText? Text) : CaseEvent, IJudgmentFact, IAbout
    {
        object IAbout.Subject => (nameof(JudgmentGiven), Round);
    }

    /// <summary>A judgment was appealed.</summary>
    /// <param name="Round">The round whose judgment is attacked.</param>
    /// <param name="By">By whom.</param>
    /// <param name="Text">Against what, on which grounds.</param>
    public sealed record Appealed(int Round, Party By, FreeText? Text) : CaseEvent, IJudgmentFact, IRepeatable;
}
