namespace Trials.Domain.Cases;

public sealed partial record Case
{
    private static Verdict JudgeRound(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.RoundBegan e => Verdict.FirstOf(
            FollowsOn(state, e.Round),
            Limits.Court(e.Court),
            Limits.Optional(Field.Number, e.Number)),
        CaseEvent.CourtAssigned e => InRound(state, e.Round, round => Verdict.FirstOf(
            Limits.Court(e.Court),
            round.Court == e.Court ? Verdict.AlreadySo : Verdict.Accepted)),
        CaseEvent.PanelAssigned e => InRound(state, e.Round, round => Verdict.FirstOf(
            e.Judges.Count == 0 ? Verdict.Refuse(CaseRefusals.PanelEmpty, ("round", e.Round)) : Verdict.Accepted,
            Limits.Judges(e.Judges),
            round.Judges == e.Judges ? Verdict.AlreadySo : Verdict.Accepted)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict FollowsOn(Case state, int round) =>
        round == state.Rounds.Count + 1
            ? Verdict.Accepted
            : Verdict.Refuse(CaseRefusals.RoundNumber, ("round", round), ("expected", state.Rounds.Count + 1));

    private static Verdict InRound(Case state, int number, Func<CaseRound, Verdict> rule) =>
        state.Rounds.TryGet(number, out var round)
            ? rule(round)
            : Verdict.Refuse(CaseRefusals.NoSuchRound, ("round", number), ("rounds", state.Rounds.Count));
}
