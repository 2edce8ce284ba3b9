namespace Trials.Domain.Cases;

/// <summary>What later rules need of the time before a criminal case is opened.</summary>
/// <param name="Checks">Whether a check was ever begun.</param>
/// <param name="Refusals">Refusals to open a criminal case, each until it is set aside or the case is opened all the same.</param>
public sealed record CaseComplaint(bool Checks, Episodes Refusals);

public sealed partial record Case
{
    /// <summary>The time before a criminal case is opened.</summary>
    public CaseComplaint Complaint { get; init; } = new(Checks: false, default);

    private static Case ApplyComplaint(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.ComplaintLodged or CaseEvent.CheckExtended or CaseEvent.RefusalAppealed or CaseEvent.RefusalUpheld => state,
        CaseEvent.CheckBegun => state with { Complaint = state.Complaint with { Checks = true } },
        CaseEvent.OpeningRefused => state with { Complaint = state.Complaint with { Refusals = state.Complaint.Refusals.Begin(entry.Happened) } },
        CaseEvent.RefusalSetAside => state with { Complaint = state.Complaint with { Refusals = state.Complaint.Refusals.End(entry.Happened) } },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
