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
        CaseEvent.ChargeRequalified e => facts with
        {
            Charges =
            [
                .. facts.Charges.Where(c => c.Person != e.Person || c.Article != e.From),
                new(entry.Id, e.Person, e.To, e.From, e.Committed ?? Committed(facts, e), e.AsStated, entry.Happened),
            ],
        },
        _ => throw new UnreachableEventException(entry.Event),
    };

    private static LocalDate? Committed(CaseFacts facts, CaseEvent.ChargeRequalified e) =>
        facts.Charges.FirstOrDefault(c => c.Person == e.Person && c.Article == e.From)?.Committed;
}
