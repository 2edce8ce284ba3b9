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
        IDetentionFact e => state.WithDetained(e.Person, d => d with { Steps = [.. d.Steps, entry.Happened] }),
        _ => throw new UnreachableEventException(entry.Event),
    };

    private Case WithDetained(PersonId person, Func<CaseDetention, CaseDetention> change) =>
        this with { Detained = Detained.With(person, change(Detained.TryGet(person, out var known) ? known : default)) };
}
