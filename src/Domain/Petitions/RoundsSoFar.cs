using Trials.Domain.Cases;

namespace Trials.Domain.Petitions;

/// <summary>A round before a court that is over.</summary>
/// <param name="Round">From 1.</param>
/// <param name="By">The entry that ended it.</param>
internal readonly record struct RoundOver(int Round, Entry<CaseEvent> By);

/// <summary>Which rounds of a case are over, after so many entries of it.</summary>
internal sealed record RoundsSoFar
{
    private ValueMap<int, RoundKind> Kinds { get; init; }

    private ValueList<PersonId> Accused { get; init; }

    private ValueList<PersonId> TerminatedAgainst { get; init; }

    /// <summary>What was decided of whom in which round; a person that is null is everybody.</summary>
    private ValueList<(int Round, PersonId? Person, Entry<CaseEvent> By)> Decided { get; init; }

    private ValueList<CaseEvent.AppealLodged> Appeals { get; init; }

    /// <summary>Whether the whole case was terminated: by one entry, or against each accused.</summary>
    public bool IsTerminated { get; private init; }

    /// <summary>The rounds before courts that are over. What ended a round first stays its end.</summary>
    public ValueList<RoundOver> Over { get; private init; }

    /// <summary>Whether a round is an investigation: what is decided in it is no court's judgment.</summary>
    public bool IsInvestigation(int round) => Kinds.TryGet(round, out var kind) && kind == RoundKind.Investigation;

    /// <summary>After one more entry.</summary>
    public RoundsSoFar After(Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.RoundBegan began => (this with { Kinds = Kinds.With(began.Round, began.Kind) }).Leave(round => round < began.Round),
        CaseEvent.AccusedJoined joined => Accuse(joined.Person),
        CaseEvent.ChargeBrought charged => Accuse(charged.Person),
        CaseEvent.JudgmentGiven judged => Decide(judged.Round, null, entry),
        CaseEvent.Returned returned => Decide(returned.Round, null, entry),
        CaseEvent.AccusedJudged judged => Decide(judged.Round, judged.Person, entry),
        CaseEvent.AppealLodged lodged => (this with { Appeals = [.. Appeals, lodged] }).Leave(round => round == lodged.Round),
        CaseEvent.AppealDecided decided => Decide(decided.Round, decided.Person, entry),
        CaseEvent.JudgmentInForce inForce => Leave(round => round == inForce.Round),
        CaseEvent.Terminated { Person: null } => this with { IsTerminated = true },
        CaseEvent.Terminated { Person: { } person } => Terminate(person, entry),
        CaseEvent.TerminationSetAside e => this with
        {
            IsTerminated = false,
            TerminatedAgainst = [.. TerminatedAgainst.Where(person => e.Person is not null && person != e.Person)],
        },
        CaseEvent.Opened or CaseEvent.TakenOver or CaseEvent.ChargeRequalified or CaseEvent.Closed => this,
        CaseEvent.CourtAssigned or CaseEvent.PanelAssigned or CaseEvent.Appealed => this,
        CaseEvent.Remitted or CaseEvent.JoinedInto or CaseEvent.SeveredFrom or CaseEvent.Related => this,
        IComplaintFact or IInvestigationFact or IDetentionFact or IStatusFact or IExaminationFact or IDefenceFact or IProtectionFact or IStepFact => this,
        _ => throw new UnreachableEventException(entry.Event),
    };

    private RoundsSoFar Accuse(PersonId person) => Accused.Contains(person) ? this : this with { Accused = [.. Accused, person] };

    private RoundsSoFar Decide(int round, PersonId? person, Entry<CaseEvent> by) => (this with { Decided = [.. Decided, (round, person, by)] }).Close(by);

    private RoundsSoFar Terminate(PersonId person, Entry<CaseEvent> by)
    {
        var after = this with { TerminatedAgainst = [.. TerminatedAgainst, person] };
        return after.Accused.Count > 0 && after.Accused.All(after.IsTerminatedAgainst) ? after with { IsTerminated = true } : after.Close(by);
    }

    private RoundsSoFar Close(Entry<CaseEvent> by) => End(IsOver, _ => by);

    /// <summary>
    /// A judgment that is attacked, takes force or is followed by another round was the whole judgment, whoever else is recorded as accused: somebody may have
    /// been recorded twice, or may have left the case. The last decision in such a round was its end.
    /// </summary>
    private RoundsSoFar Leave(Func<int, bool> isLeft) => End(isLeft, round => Decided.Last(decided => decided.Round == round).By);

    private RoundsSoFar End(Func<int, bool> isOver, Func<int, Entry<CaseEvent>> endOf) => this with
    {
        Over =
        [
            .. Over,
            .. from round in Decided.Select(decided => decided.Round).Distinct()
               where !Over.Any(over => over.Round == round) && !IsInvestigation(round) && isOver(round)
               select new RoundOver(round, endOf(round)),
        ],
    };

    private bool IsTerminatedAgainst(PersonId person) => TerminatedAgainst.Contains(person);

    private bool IsOver(int round)
    {
        var of = Decided.Where(decided => decided.Round == round).Select(decided => decided.Person).ToList();
        return of.Contains(null) || Concerned(round).Where(person => person is not { } known || !IsTerminatedAgainst(known)).All(of.Contains);
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
