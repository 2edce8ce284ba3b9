namespace Trials.Domain.Cases;

/// <summary>What later rules need of what may not be spoken of.</summary>
/// <param name="Undertakings">Who undertook not to disclose, until that ended.</param>
/// <param name="Classified">When the file was classified and declassified.</param>
public sealed record CaseSecrecy(ValueMap<PersonId, Episodes> Undertakings, Episodes Classified);

public sealed partial record Case
{
    /// <summary>What may not be spoken of.</summary>
    public CaseSecrecy Secrecy { get; init; } = new(default, default);

    private static Case ApplyDefence(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.LawyerObstructed or CaseEvent.LawyerHeldBack or CaseEvent.NonDisclosureDemanded or CaseEvent.NonDisclosureRefused => state,
        CaseEvent.NonDisclosureSigned e => state.WithUndertaking(e.Person, u => u.Begin(entry.Happened)),
        CaseEvent.NonDisclosureEnded e => state.WithUndertaking(e.Person, u => u.End(entry.Happened)),
        CaseEvent.FileClassified => state with { Secrecy = state.Secrecy with { Classified = state.Secrecy.Classified.Begin(entry.Happened) } },
        CaseEvent.FileDeclassified => state with { Secrecy = state.Secrecy with { Classified = state.Secrecy.Classified.End(entry.Happened) } },
        _ => throw new UnreachableEventException(entry.Event),
    };

    private Case WithUndertaking(PersonId person, Func<Episodes, Episodes> change)
    {
        var known = Secrecy.Undertakings.TryGet(person, out var present) ? present : default;
        return this with { Secrecy = Secrecy with { Undertakings = Secrecy.Undertakings.With(person, change(known)) } };
    }
}
