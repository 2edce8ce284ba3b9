namespace Trials.Domain.Cases;

public sealed partial record Case
{
    private static Verdict JudgeEnding(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.Terminated e => Verdict.FirstOf(
            e.Round is { } named ? InRound(state, named, _ => Verdict.Accepted) : Verdict.Accepted,
            (e.Person is { } person ? state.TerminatedAgainst.Contains(person) : state.IsTerminated)
                ? Verdict.Refuse(CaseRefusals.AlreadyTerminated)
                : Verdict.Accepted,
            e.Ground == TerminationGround.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text)),
        CaseEvent.TerminationSetAside e => Verdict.FirstOf(
            state.IsTerminated || (e.Person is { } person ? state.TerminatedAgainst.Contains(person) : state.TerminatedAgainst.Count > 0)
                ? Verdict.Accepted
                : Verdict.Refuse(CaseRefusals.NotTerminated),
            Limits.Authority(e.Body),
            Limits.Court(e.Court),
            Limits.Text(e.Text)),
        CaseEvent.Closed e => Verdict.FirstOf(
            state.IsClosed ? Verdict.Refuse(CaseRefusals.AlreadyClosed) : Verdict.Accepted, Limits.Text(e.Reason)),
        _ => throw new UnreachableEventException(proposed.Event),
    };
}
