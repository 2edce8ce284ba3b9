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
    /// <summary>The charges as they are now.</summary>
    public ValueList<AccusedCharge> Charges { get; init; }

    /// <summary>What was said of charges, in the order of recording.</summary>
    public ValueList<Entry<CaseEvent>> ChargeEntries { get; init; }
}

public static partial class CaseFold
{
    /// <summary>A charge may be recorded after it was moved to another article: so they are read as they happened.</summary>
    private static CaseFacts ApplyCharge(CaseFacts facts, Entry<CaseEvent> entry)
    {
        ValueList<Entry<CaseEvent>> said = [.. facts.ChargeEntries, entry];
        return facts with { ChargeEntries = said, Charges = [.. said.InOrderOfHappening().Aggregate<Entry<CaseEvent>, IReadOnlyList<AccusedCharge>>([], After)] };
    }

    private static IReadOnlyList<AccusedCharge> After(IReadOnlyList<AccusedCharge> standing, Entry<CaseEvent> entry)
    {
        switch (entry.Event)
        {
            case CaseEvent.ChargeBrought e:
                return [.. standing, new(entry.Id, e.Person, e.Article, null, e.Committed, e.AsStated, entry.Happened)];
            case CaseEvent.ChargeRequalified e:
                var (left, moved) = CaseCharge.Requalify(e, standing, charge => new(charge.Person, charge.Article, charge.Committed));
                return [.. left, new(entry.Id, e.Person, moved.Article, e.From, moved.Committed, e.AsStated, entry.Happened)];
            default:
                throw new UnreachableEventException(entry.Event);
        }
    }
}
