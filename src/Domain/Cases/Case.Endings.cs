namespace Trials.Domain.Cases;

public sealed partial record Case
{
    /// <summary>Whether the whole case was terminated.</summary>
    public bool IsTerminated { get; init; }

    /// <summary>Against whom it was terminated, apart from the others.</summary>
    public ValueList<PersonId> TerminatedAgainst { get; init; }

    /// <summary>Whether nobody follows it any more.</summary>
    public bool IsClosed { get; init; }

    private static Case ApplyEnding(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.Terminated { Person: { } person } => state with { TerminatedAgainst = [.. state.TerminatedAgainst, person] },
        CaseEvent.Terminated => state with { IsTerminated = true },
        CaseEvent.TerminationSetAside { Person: { } person } => state with { TerminatedAgainst = [.. state.TerminatedAgainst.Where(other => other != person)] },
        CaseEvent.TerminationSetAside => state with { IsTerminated = false, TerminatedAgainst = [] },
        CaseEvent.Closed => state with { IsClosed = true },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
