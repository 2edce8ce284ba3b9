namespace Trials.Domain.Cases;

public sealed partial record Case
{
    private static Verdict JudgeStep(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.StepTaken e => Verdict.FirstOf(
            e.Round is { } named ? InRound(state, named, _ => Verdict.Accepted) : Verdict.Accepted,
            e.Kind == StepKind.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text),
            TermFollows(e, proposed.Happened)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict TermFollows(CaseEvent.StepTaken step, HappenedAt happened) =>
        step.Until is { } until && until < happened.Earliest.Date
            ? Verdict.Refuse(CaseRefusals.TermEndsBefore, ("until", until), ("at", happened.Date))
            : Verdict.Accepted;
}
