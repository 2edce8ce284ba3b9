namespace Trials.Domain.Cases;

/// <summary>What later rules need of one person's detention.</summary>
/// <param name="Held">From each apprehension to the release.</param>
/// <param name="Steps">When other steps of a detention were, which show that it was one, also where nobody recorded the apprehension.</param>
public readonly record struct CaseDetention(Episodes Held, ValueList<HappenedAt> Steps);

public sealed partial record Case
{
    /// <summary>Who was detained.</summary>
    public ValueMap<PersonId, CaseDetention> Detained { get; init; }

    private static Case ApplyDetention(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.Apprehended e => state.WithDetained(e.Person, d => d with { Held = d.Held.Begin(entry.Happened) }),
        CaseEvent.Released e => state.WithDetained(e.Person, d => d with { Held = d.Held.End(entry.Happened) }),
        CaseEvent.DetentionRegistered e => state.WithStep(e.Person, entry),
        CaseEvent.DetentionPlaced e => state.WithStep(e.Person, entry),
        CaseEvent.RelativesTold e => state.WithStep(e.Person, entry),
        CaseEvent.LawyerFirstSeen e => state.WithStep(e.Person, entry),
        CaseEvent.MedicalCheckDone e => state.WithStep(e.Person, entry),
        CaseEvent.CustodyOrdered e => state.WithStep(e.Person, entry),
        CaseEvent.CustodyExtended e => state.WithStep(e.Person, entry),
        CaseEvent.RestraintChanged e => state.WithStep(e.Person, entry),
        _ => throw new UnreachableEventException(entry.Event),
    };

    private Case WithStep(PersonId person, Entry<CaseEvent> entry) =>
        WithDetained(person, d => d with { Steps = [.. d.Steps, entry.Happened] });

    private Case WithDetained(PersonId person, Func<CaseDetention, CaseDetention> change) =>
        this with { Detained = Detained.With(person, change(Detained.TryGet(person, out var known) ? known : default)) };
}
