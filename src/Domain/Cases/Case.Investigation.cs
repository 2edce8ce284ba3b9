namespace Trials.Domain.Cases;

public sealed partial record Case
{
    /// <summary>When the investigation was suspended and resumed.</summary>
    public Episodes Suspensions { get; init; }

    private static Case ApplyInvestigation(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.CriminalCaseOpened => state with { Complaint = state.Complaint with { Openings = [.. state.Complaint.Openings, entry.Happened] } },
        CaseEvent.SentToBody or CaseEvent.InvestigationExtended or CaseEvent.Indicted => state,
        CaseEvent.InvestigationSuspended => state with { Suspensions = state.Suspensions.Begin(entry.Happened) },
        CaseEvent.InvestigationResumed => state with { Suspensions = state.Suspensions.End(entry.Happened) },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
