using Trials.Domain;
using Trials.Domain.Petitions;
using Trials.Projections.Engine;

namespace Trials.Projections.Petitions;

/// <summary>What read models know of one petition.</summary>
/// <param name="Filed">The request; null before it was made.</param>
/// <param name="FiledAt">When it was made.</param>
/// <param name="HeldOver">When the decision was put off, each time.</param>
/// <param name="Decision">What was decided last.</param>
/// <param name="Reasoning">Whether that gave reasons.</param>
/// <param name="Withdrawn">Whether it was taken back.</param>
/// <param name="Closed">When it was decided or withdrawn; null while it waits, also after it was forwarded or its decision was set aside.</param>
/// <param name="Execution">Whether what was granted was done; null where nobody recorded it.</param>
/// <param name="Appeals">How often a decision of it was appealed.</param>
/// <param name="SetAside">How often a decision of it was set aside.</param>
public sealed record PetitionFacts(
    PetitionEvent.Filed? Filed,
    HappenedAt FiledAt,
    ValueList<HappenedAt> HeldOver,
    PetitionDecision? Decision,
    Reasoning? Reasoning,
    bool Withdrawn,
    HappenedAt? Closed,
    Execution? Execution,
    int Appeals,
    int SetAside)
{
    /// <summary>Where it stands.</summary>
    public PetitionStanding Standing =>
        Withdrawn ? PetitionStanding.Withdrawn
        : Closed is not null ? PetitionStanding.Decided
        : HeldOver.Count > 0 ? PetitionStanding.HeldOver
        : PetitionStanding.Waiting;

    /// <summary>How it waits; null before it was made.</summary>
    public PetitionWait? Wait { get; init; }

    /// <summary>By what it can be overtaken; null where nobody known still has to decide.</summary>
    public string? Awaits => Filed is { } filed ? Wait?.Link(filed) : null;

    /// <summary>Whether nobody has decided it yet.</summary>
    public bool IsOpen => Wait is not { IsOver: true };
}

/// <summary>How a petition's entries become what read models know of it.</summary>
public static class PetitionFold
{
    /// <summary>Before the first entry.</summary>
    public static PetitionFacts Initial { get; } = new(null, default, [], null, null, false, null, null, 0, 0);

    /// <summary>The fold that every read model of petitions shares.</summary>
    public static StreamFold<PetitionFacts, PetitionEvent> Fold { get; } = new("petition", Initial, Apply);

    /// <summary>What is known after one more entry.</summary>
    public static PetitionFacts Apply(PetitionFacts facts, Entry<PetitionEvent> entry) =>
        Tell(facts, entry) with { Wait = PetitionWait.After(facts.Wait, entry) };

    private static PetitionFacts Tell(PetitionFacts facts, Entry<PetitionEvent> entry) => entry.Event switch
    {
        PetitionEvent.Filed e => facts with { Filed = e, FiledAt = entry.Happened },
        PetitionEvent.HeldOver => facts with { HeldOver = [.. facts.HeldOver, entry.Happened] },
        PetitionEvent.Decided e => facts with
        {
            Decision = e.Decision,
            Reasoning = e.Reasoning,
            Closed = e.Decision == PetitionDecision.Forwarded ? facts.Closed : entry.Happened,
        },
        PetitionEvent.Withdrawn => facts with { Withdrawn = true, Closed = entry.Happened },
        PetitionEvent.DecisionAppealed => facts with { Appeals = facts.Appeals + 1 },
        PetitionEvent.DecisionSetAside => facts with
        {
            Decision = null,
            Reasoning = null,
            Closed = null,
            Execution = null,
            SetAside = facts.SetAside + 1,
        },
        PetitionEvent.Executed e => facts with { Execution = e.Execution },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
