using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

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

/// <summary>What a case comes before: its rounds, their courts and panels.</summary>
public interface IRoundFact;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> RoundNames =>
    [
        ("case-round-began.v1", typeof(RoundBegan)),
        ("case-court-assigned.v1", typeof(CourtAssigned)),
        ("case-panel-assigned.v1", typeof(PanelAssigned)),
    ];

    /// <summary>The case came before another body.</summary>
    /// <param name="Round">1 for the first, then one more each.</param>
    /// <param name="Kind">What kind of pass.</param>
    /// <param name="Court">The court; null for an investigation or an unknown court.</param>
    /// <param name="Number">The number that the body gave it, at most 100 characters.</param>
    public sealed record RoundBegan(int Round, RoundKind Kind, CourtCode? Court, string? Number) : CaseEvent, IRoundFact, IRepeatable;

    /// <summary>A round's court became known or changed.</summary>
    public sealed record CourtAssigned(int Round, CourtCode Court) : CaseEvent, IRoundFact, IAbout
    {
        object IAbout.Subject => (nameof(CourtAssigned), Round);
    }

    /// <summary>A round's judges became known or changed; the first presides.</summary>
    public sealed record PanelAssigned(int Round, ValueList<OfficialCode> Judges) : CaseEvent, IRoundFact, IAbout
    {
        object IAbout.Subject => (nameof(PanelAssigned), Round);
    }
}
