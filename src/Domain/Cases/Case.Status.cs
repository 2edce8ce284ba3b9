namespace Trials.Domain.Cases;

/// <summary>One procedural status of one person.</summary>
public readonly record struct StatusOfPerson(PersonId Person, ProceduralStatus Status);

public sealed partial record Case
{
    /// <summary>Which statuses were given and ended.</summary>
    public ValueMap<StatusOfPerson, Episodes> Statuses { get; init; }

    private static Case ApplyStatus(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.StatusGiven e => state.WithStatus(new(e.Person, e.Status), s => s.Begin(entry.Happened)),
        CaseEvent.StatusEnded e => state.WithStatus(new(e.Person, e.Status), s => s.End(entry.Happened)),
        CaseEvent.StatusRefused => state,
        _ => throw new UnreachableEventException(entry.Event),
    };

    private Case WithStatus(StatusOfPerson status, Func<Episodes, Episodes> change) =>
        this with { Statuses = Statuses.With(status, change(Statuses.TryGet(status, out var known) ? known : default)) };
}
