using NodaTime;

namespace Trials.Domain.Petitions;

/// <summary>
/// How a petition waits: the one definition of an open petition, for its register and for the rule that finds it disregarded. It waits from its filing until
/// it is decided or withdrawn, and anew from the moment its decision was set aside.
/// </summary>
/// <param name="For">Who must decide; null where it was forwarded, for nobody recorded to whom.</param>
/// <param name="Since">When it began to wait.</param>
/// <param name="IsOver">Whether it was decided or withdrawn.</param>
public sealed record PetitionWait(Addressee? For, HappenedAt Since, bool IsOver)
{
    /// <summary>
    /// The first moment that is meant: what ended at that moment or later overtook it. A moment of which only a bound is known stands for itself.
    /// </summary>
    public LocalDateTime From => Since.Precision == Precision.Approximate ? Since.Earliest : Since.Named;

    /// <summary>By what it can be overtaken, as <see cref="CompetenceEnd.Linked"/> says; null where nobody known still has to decide, or can do so for ever.</summary>
    /// <param name="filed">The petition.</param>
    public string? Link(PetitionEvent.Filed filed)
    {
        ArgumentNullException.ThrowIfNull(filed);
        return IsOver ? null : For switch
        {
            null or Addressee.RecordHolder => null,
            Addressee.Court => CompetenceEnd.OfCourt(filed.Case, filed.Round),
            _ => CompetenceEnd.OfInvestigation(filed.Case),
        };
    }

    /// <summary>After a whole history; null before it was filed.</summary>
    public static PetitionWait? Of(IEnumerable<Entry<PetitionEvent>> entries) => entries.Aggregate(default(PetitionWait), After);

    /// <summary>After one more entry.</summary>
    public static PetitionWait? After(PetitionWait? wait, Entry<PetitionEvent> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Event switch
        {
            PetitionEvent.Filed filed => new(filed.To, entry.Happened, IsOver: false),
            PetitionEvent.Decided { Decision: PetitionDecision.Forwarded } => wait is null ? null : wait with { For = null },
            PetitionEvent.Decided or PetitionEvent.Withdrawn => wait is null ? null : wait with { IsOver = true },
            PetitionEvent.DecisionSetAside => wait is null ? null : wait with { Since = entry.Happened, IsOver = false },
            _ => wait,
        };
    }
}
