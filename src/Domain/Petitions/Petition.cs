namespace Trials.Domain.Petitions;

/// <summary>The state of one request.</summary>
/// <param name="FiledAt">When it was made; null before that.</param>
/// <param name="Decision">The decision that ended it; null while it waits. One that was forwarded waits.</param>
/// <param name="IsWithdrawn">Whether it was taken back.</param>
/// <param name="Execution">Whether what was granted was done; null where nobody recorded it.</param>
public sealed partial record Petition(HappenedAt? FiledAt, PetitionDecision? Decision, bool IsWithdrawn, Execution? Execution) : IStream<Petition, PetitionEvent>
{
    /// <inheritdoc/>
    public static string Category => "petition";

    /// <inheritdoc/>
    public static Petition Initial { get; } = new(null, null, IsWithdrawn: false, null);

    /// <inheritdoc/>
    public static Petition Apply(Petition state, Entry<PetitionEvent> entry) => entry.Event switch
    {
        PetitionEvent.Filed => state with { FiledAt = entry.Happened },
        PetitionEvent.HeldOver => state,
        PetitionEvent.Decided e => state with { Decision = e.Decision == PetitionDecision.Forwarded ? state.Decision : e.Decision },
        PetitionEvent.Withdrawn => state with { IsWithdrawn = true },
        PetitionEvent.DecisionAppealed => state,
        PetitionEvent.DecisionSetAside => state with { Decision = null, Execution = null },
        PetitionEvent.Executed e => state with { Execution = e.Execution },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
