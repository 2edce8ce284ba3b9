using NodaTime;

namespace Trials.Domain.Cases;

/// <summary>What later rules need of what may not be spoken of.</summary>
/// <param name="Undertakings">Who undertook not to disclose, until that ended.</param>
/// <param name="Classified">When the file was classified and declassified.</param>
public sealed record CaseSecrecy(ValueMap<PersonId, Episodes> Undertakings, Episodes Classified)
{
    /// <summary>The last days of undertakings that name one.</summary>
    public ValueList<UndertakingTerm> Terms { get; init; }

    /// <summary>The undertaking that certainly binds somebody at a moment; null where another one may be given.</summary>
    public HappenedAt? BindingAt(PersonId person, HappenedAt at) =>
        Undertakings.TryGet(person, out var known) && known.Running(at) is { } since
            && !Terms.Any(term => term.Person == person && term.Signed == since && term.Until < at.Latest.Date)
                ? since
                : null;
}

/// <summary>An undertaking that names the last day on which it binds.</summary>
public readonly record struct UndertakingTerm(PersonId Person, HappenedAt Signed, LocalDate Until);

public sealed partial record Case
{
    /// <summary>What may not be spoken of.</summary>
    public CaseSecrecy Secrecy { get; init; } = new(default, default);

    private static Case ApplyDefence(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.LawyerObstructed or CaseEvent.LawyerHeldBack or CaseEvent.NonDisclosureDemanded or CaseEvent.NonDisclosureRefused => state,
        CaseEvent.NonDisclosureSigned e => state.WithUndertaking(e.Person, u => u.Begin(entry.Happened)).WithTerm(e, entry.Happened),
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

    private Case WithTerm(CaseEvent.NonDisclosureSigned signed, HappenedAt at) => signed.Until is { } until
        ? this with { Secrecy = Secrecy with { Terms = [.. Secrecy.Terms, new(signed.Person, at, until)] } }
        : this;
}
