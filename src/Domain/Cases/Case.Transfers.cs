namespace Trials.Domain.Cases;

public sealed partial record Case
{
    /// <summary>The case that this one was joined into; null for none, or where it was severed from that again.</summary>
    public CaseId? IsJoinedInto { get; init; }

    /// <summary>The case that this one was severed from last; null for none.</summary>
    public CaseId? IsSeveredFrom { get; init; }

    /// <summary>What other proceedings are to this one.</summary>
    public ValueMap<CaseId, CaseRelation> Relations { get; init; }

    private static Case ApplyTransfer(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.Returned e => state.WithRound(e.Round, r => r with { IsReturned = true }),
        CaseEvent.Remitted e => state.WithRound(e.Round, r => r with { IsRemitted = true }),
        CaseEvent.JoinedInto e => state with { IsJoinedInto = e.Into },
        CaseEvent.SeveredFrom e => state with { IsSeveredFrom = e.From, IsJoinedInto = state.IsJoinedInto == e.From ? null : state.IsJoinedInto },
        CaseEvent.Related e => state with { Relations = state.Relations.With(e.Other, e.Relation) },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
