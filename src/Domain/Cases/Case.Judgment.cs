namespace Trials.Domain.Cases;

public sealed partial record Case
{
    private static Case ApplyJudgment(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.JudgmentGiven e => state.WithRound(e.Round, r => r with { Judged = true }),
        CaseEvent.Appealed => state,
        _ => throw new UnreachableEventException(entry.Event),
    };
}
