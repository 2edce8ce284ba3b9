using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Projections.Cases;

/// <summary>What somebody is charged with now.</summary>
/// <param name="Entry">The entry that says so.</param>
/// <param name="Person">Who.</param>
/// <param name="Article">Under what.</param>
/// <param name="Before">The article before it was moved to this one; null where it was not.</param>
/// <param name="Committed">The day of the act; null where unknown.</param>
/// <param name="AsStated">Whether it is written as the document states it.</param>
/// <param name="At">When it was brought or moved.</param>
public sealed record AccusedCharge(
    EventId Entry, PersonId Person, Article Article, Article? Before, LocalDate? Committed, bool AsStated, HappenedAt At);

public sealed partial record CaseFacts
{
    /// <summary>The charges as they are now, in the order of recording.</summary>
    public ValueList<AccusedCharge> Charges { get; init; }
}

public static partial class CaseFold
{
    private static CaseFacts ApplyCharge(CaseFacts facts, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.ChargeBrought e => facts with
        {
            Charges = [.. facts.Charges, new(entry.Id, e.Person, e.Article, null, e.Committed, e.AsStated, entry.Happened)],
        },
        CaseEvent.ChargeRequalified e => Requalify(facts, entry, e),
        _ => throw new UnreachableEventException(entry.Event),
    };

    private static CaseFacts Requalify(CaseFacts facts, Entry<CaseEvent> entry, CaseEvent.ChargeRequalified e)
    {
        var (left, moved) = CaseCharge.Requalify(e, facts.Charges, charge => new(charge.Person, charge.Article, charge.Committed));
        return facts with { Charges = [.. left, new(entry.Id, e.Person, moved.Article, e.From, moved.Committed, e.AsStated, entry.Happened)] };
    }
}
