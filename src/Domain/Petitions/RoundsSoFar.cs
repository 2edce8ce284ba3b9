using Trials.Domain.Cases;

namespace Trials.Domain.Petitions;

/// <summary>Which rounds of a case are over, after so many entries of it.</summary>
internal sealed record RoundsSoFar
{
    private ValueMap<int, RoundKind> Kinds { get; init; }

    private ValueList<PersonId> Accused { get; init; }

    private ValueList<PersonId> TerminatedAgainst { get; init; }

    /// <summary>What was decided of whom in which round; a person that is null is everybody.</summary>
    private ValueList<(int Round, PersonId? Person)> Decided { get; init; }

    private ValueList<CaseEvent.AppealLodged> Appeals { get; init; }

    /// <summary>Whether the whole case was terminated: by one entry, or against each accused.</summary>
    public bool IsTerminated { get; private init; }

    /// <summary>The rounds before courts that are over, by number. What ended a round first stays its end.</summary>
    public ValueList<int> Over { get; private init; }

    /// <summary>Whether a round is an investigation: what is decided in it is no court's judgment.</summary>
    public bool IsInvestigation(int round) => Kinds.TryGet(round, out var kind) && kind == RoundKind.Investigation;

    /// <summary>After one more entry.</summary>
    public RoundsSoFar After(CaseEvent e) => e switch
    {
        CaseEvent.RoundBegan began => this with { Kinds = Kinds.With(began.Round, began.Kind) },
        CaseEvent.AccusedJoined joined => Accuse(joined.Person),
        CaseEvent.ChargeBrought charged => Accuse(charged.Person),
        CaseEvent.JudgmentGiven judged => Decide(judged.Round, null),
        CaseEvent.Returned returned => Decide(returned.Round, null),
        CaseEvent.AccusedJudged judged => Decide(judged.Round, judged.Person),
        CaseEvent.AppealLodged lodged => this with { Appeals = [.. Appeals, lodged] },
        CaseEvent.AppealDecided decided => Decide(decided.Round, decided.Person),
        CaseEvent.Terminated { Person: null } => this with { IsTerminated = true },
        CaseEvent.Terminated { Person: { } person } => Terminate(person),
        _ => this,
    };

    private RoundsSoFar Accuse(PersonId person) => Accused.Contains(person) ? this : this with { Accused = [.. Accused, person] };

    private RoundsSoFar Decide(int round, PersonId? person) => (this with { Decided = [.. Decided, (round, person)] }).Close();

    private RoundsSoFar Terminate(PersonId person)
    {
        var after = this with { TerminatedAgainst = [.. TerminatedAgainst, person] };
        return after.Accused.Count > 0 && after.Accused.All(after.TerminatedAgainst.Contains) ? after with { IsTerminated = true } : after.Close();
    }

    private RoundsSoFar Close() => this with
    {
        Over = [.. Over, .. Decided.Select(d => d.Round).Distinct().Where(round => !Over.Contains(round) && !IsInvestigation(round) && IsOver(round))],
    };

    private bool IsOver(int round)
    {
        var of = Decided.Where(d => d.Round == round).Select(d => d.Person).ToList();
        return of.Contains(null) || Concerned(round).Except(TerminatedAgainst.Select(person => (PersonId?)person)).All(of.Contains);
    }

    /// <summary>The accused of a round: before a higher court whoever the appeals against the latest attacked judgment name, where each names one.</summary>
    private IEnumerable<PersonId?> Concerned(int round)
    {
        var named = Kinds.TryGet(round, out var kind) && kind is RoundKind.Appeal or RoundKind.Cassation or RoundKind.Supervisory
            ? Appeals.Where(a => a.Round < round).GroupBy(a => a.Round).MaxBy(of => of.Key)?.Select(a => a.Person).Distinct().ToList() ?? []
            : [];
        return named.Count == 0 || named.Contains(null) ? Accused.Select(person => (PersonId?)person) : named;
    }
}
