namespace Trials.Domain.Cases;

public sealed partial record Case
{
    private static Verdict JudgeJudgment(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.JudgmentGiven e => InRound(state, e.Round, round => Verdict.FirstOf(
            round.Judged ? Verdict.Refuse(CaseRefusals.AlreadyJudged, ("round", e.Round)) : Verdict.Accepted,
            round.IsReturned ? Verdict.Refuse(CaseRefusals.AlreadyReturned, ("round", e.Round)) : Verdict.Accepted,
            NotBefore(round, e.Round, proposed.Happened),
            e.Outcome == JudgmentOutcome.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text))),
        CaseEvent.Appealed e => InRound(state, e.Round, _ => Limits.Text(e.Text)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict NotBefore(CaseRound round, int number, HappenedAt happened) =>
        happened.CertainlyBefore(round.Began)
            ? Verdict.Refuse(CaseRefusals.JudgedBeforeRound, ("at", happened.Date), ("began", round.Began.Date), ("round", number))
            : Verdict.Accepted;
}
