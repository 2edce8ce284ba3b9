namespace Trials.Domain.Cases;

/// <summary>What later rules need of the time before a criminal case is opened.</summary>
/// <param name="Checks">Whether a check was ever begun.</param>
/// <param name="Refusals">Refusals to open a criminal case, each until it is set aside.</param>
/// <param name="Openings">When a criminal case was opened, each time: with it a refusal falls away, whether or not it is known that it was set aside before.</param>
public sealed record CaseComplaint(bool Checks, Episodes Refusals, ValueList<HappenedAt> Openings)
{
    /// <summary>The refusal that certainly stood at a moment; null where the opening may be refused anew.</summary>
    public HappenedAt? StandingAt(HappenedAt at) => Refusals.Running(at) is { } refused
        && !Openings.Any(opened => !opened.CertainlyBefore(refused) && !at.CertainlyBefore(opened))
            ? refused
            : null;
}

public sealed partial record Case
{
    /// <summary>The time before a criminal case is opened.</summary>
    public CaseComplaint Complaint { get; init; } = new(Checks: false, default, []);

    private static Case ApplyComplaint(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.ComplaintLodged or CaseEvent.CheckExtended or CaseEvent.RefusalAppealed or CaseEvent.RefusalUpheld or CaseEvent.AppealGivenUp => state,
        CaseEvent.CheckBegun => state with { Complaint = state.Complaint with { Checks = true } },
        CaseEvent.OpeningRefused => state with { Complaint = state.Complaint with { Refusals = state.Complaint.Refusals.Begin(entry.Happened) } },
        CaseEvent.RefusalSetAside => state with { Complaint = state.Complaint with { Refusals = state.Complaint.Refusals.End(entry.Happened) } },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
