using NodaTime;

namespace Trials.Domain.Cases;

/// <summary>A count: somebody charged under an article. Several acts under one article are several counts.</summary>
/// <param name="Person">Who.</param>
/// <param name="Article">Under what.</param>
/// <param name="Committed">The day of the act; null where unknown.</param>
public readonly record struct CaseCharge(PersonId Person, Article Article, LocalDate? Committed)
{
    /// <summary>
    /// Which counts an entry moves to another article: all of them that are charged under the article before, or that of the act's day alone where one
    /// has it.
    /// </summary>
    public static Func<CaseCharge, bool> MovedBy(CaseEvent.ChargeRequalified e, IEnumerable<CaseCharge> standing)
    {
        ArgumentNullException.ThrowIfNull(e);
        var ofDay = e.Committed is not null && standing.Contains(new(e.Person, e.From, e.Committed));
        return charge => charge.Person == e.Person && charge.Article == e.From && (!ofDay || charge.Committed == e.Committed);
    }
}

public sealed partial record Case
{
    /// <summary>Who is charged under what now.</summary>
    public ValueList<CaseCharge> Charges { get; init; }

    private static Case ApplyCharge(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.AccusedJoined e => state with { Accused = [.. state.Accused, e.Person] },
        CaseEvent.ChargeBrought e => state with { Charges = [.. state.Charges, new(e.Person, e.Article, e.Committed)] },
        CaseEvent.ChargeRequalified e => Requalify(state, e, CaseCharge.MovedBy(e, state.Charges)),
        _ => throw new UnreachableEventException(entry.Event),
    };

    private static Case Requalify(Case state, CaseEvent.ChargeRequalified e, Func<CaseCharge, bool> moved) => state with
    {
        Charges =
        [
            .. state.Charges.Where(charge => !moved(charge)),
            new(e.Person, e.To, e.Committed ?? state.Charges.Where(moved).Select(charge => charge.Committed).FirstOrDefault()),
        ],
    };
}
