using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Projections.Cases;

/// <summary>That a proceeding was terminated.</summary>
/// <param name="Person">Against whom; null for the whole case.</param>
/// <param name="Ground">On which ground.</param>
/// <param name="At">When.</param>
public sealed record CaseTermination(PersonId? Person, TerminationGround Ground, HappenedAt At);

public sealed partial record CaseFacts
{
    /// <summary>Terminations, in the order of recording.</summary>
    public ValueList<CaseTermination> Terminations { get; init; }

    /// <summary>What higher courts decided of judgments, in the order of recording.</summary>
    public ValueList<CaseEvent.AppealDecided> AppealsDecided { get; init; }
}

public static partial class CaseFold
{
    private static CaseFacts ApplyEnding(CaseFacts facts, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.Terminated e => Terminated(
            facts with { Terminations = [.. facts.Terminations, new(e.Person, e.Ground, entry.Happened)] }, entry.Happened),
        CaseEvent.TerminationSetAside e => Standing(
            facts with { Terminations = [.. facts.Terminations.SelectMany(t => Left(facts, t, e.Person))] },
            facts.Rounds.Any(round => round.Kind != RoundKind.Investigation) ? CaseStanding.UnderWay : CaseStanding.Investigation,
            entry.Happened),
        CaseEvent.Closed => Standing(facts, CaseStanding.Closed, entry.Happened),
        _ => throw new UnreachableEventException(entry.Event),
    };

    /// <summary>What is left of a termination after it was set aside: of one against everybody, that against the others.</summary>
    private static IEnumerable<CaseTermination> Left(CaseFacts facts, CaseTermination termination, PersonId? aside) => (termination.Person, aside) switch
    {
        (_, null) => [],
        (null, _) => facts.Accused.Where(accused => accused.Person != aside).Select(accused => termination with { Person = accused.Person }),
        var (person, other) => person == other ? [] : [termination],
    };

    /// <summary>A case against several is terminated once it is against each of them.</summary>
    private static CaseFacts Terminated(CaseFacts facts, HappenedAt happened) =>
        facts.Terminations.Any(t => t.Person is null)
            || (facts.Accused.Count > 0 && facts.Accused.All(a => facts.Terminations.Any(t => t.Person == a.Person)))
            ? Standing(facts, CaseStanding.Terminated, happened)
            : facts;
}
