namespace Trials.Domain.Cases;

public sealed partial record Case
{
    /// <summary>Who was protected, until that ended. Several measures may run side by side.</summary>
    public ValueMap<PersonId, Episodes> Protected { get; init; }

    private static Case ApplyProtection(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.ProtectionGranted e => state.WithProtection(e.Person, p => p.Begin(entry.Happened)),
        CaseEvent.ProtectionLapsed e => state.WithProtection(e.Person, p => p.End(entry.Happened)),
        CaseEvent.ProtectionAsked or CaseEvent.ProtectionRefused or CaseEvent.ReprisalReported => state,
        _ => throw new UnreachableEventException(entry.Event),
    };

    private Case WithProtection(PersonId person, Func<Episodes, Episodes> change) =>
        this with { Protected = Protected.With(person, change(Protected.TryGet(person, out var known) ? known : default)) };
}
