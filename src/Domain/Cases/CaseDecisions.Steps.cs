namespace Trials.Domain.Cases;

public sealed partial record Case
{
    private static Verdict JudgeStep(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.StepTaken e => Verdict.FirstOf(
            e.Round is { } named ? InRound(state, named, _ => Verdict.Accepted) : Verdict.Accepted,
            TextWhere(e.Kind == StepKind.Other, e.Text),
            NotEndingBefore(e.Until, proposed.Happened)),
        _ => throw new UnreachableEventException(proposed.Event),
    };
}
