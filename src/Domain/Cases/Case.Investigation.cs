namespace Trials.Domain.Cases;

public sealed partial record Case
{
    /// <summary>When the investigation was suspended and resumed.</summary>
    public Episodes Suspensions { get; init; }

    private static Case ApplyInvestigation(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        // A refusal to open falls away when the case is opened all the same.
        CaseEvent.CriminalCaseOpened when state.Complaint.Refusals.Running(entry.Happened) is not null =>
            state with { Complaint = state.Complaint with { Refusals = state.Complaint.Refusals.End(entry.Happened) } },
        CaseEvent.CriminalCaseOpened or CaseEvent.SentToBody or CaseEvent.InvestigationExtended or CaseEvent.Indicted => state,
        CaseEvent.InvestigationSuspended => state with { Suspensions = state.Suspensions.Begin(entry.Happened) },
        CaseEvent.InvestigationResumed => state with { Suspensions = state.Suspensions.End(entry.Happened) },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
