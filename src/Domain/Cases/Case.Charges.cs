namespace Trials.Domain.Cases;

public sealed partial record Case
{
    private static Case ApplyCharge(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.AccusedJoined e => state with { Accused = [.. state.Accused, e.Person] },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
