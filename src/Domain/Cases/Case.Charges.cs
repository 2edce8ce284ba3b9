namespace Trials.Domain.Cases;

/// <summary>Somebody charged under an article.</summary>
public readonly record struct CaseCharge(PersonId Person, Article Article);

public sealed partial record Case
{
    /// <summary>Who is charged under what now.</summary>
    public ValueList<CaseCharge> Charges { get; init; }

    private static Case ApplyCharge(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.AccusedJoined e => state with { Accused = [.. state.Accused, e.Person] },
        CaseEvent.ChargeBrought e => state with { Charges = [.. state.Charges, new(e.Person, e.Article)] },
        CaseEvent.ChargeRequalified e => state with
        {
            Charges = [.. state.Charges.Where(c => c != new CaseCharge(e.Person, e.From)), new(e.Person, e.To)],
        },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
