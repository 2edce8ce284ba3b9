using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Projections.Cases;

/// <summary>What another case is to one.</summary>
public enum CaseLinkKind
{
    /// <summary>It was joined into the other one.</summary>
    JoinedInto,

    /// <summary>It was severed from the other one.</summary>
    SeveredFrom,

    /// <summary>The other one has to do with it.</summary>
    Related,
}

/// <summary>A case that another one names.</summary>
/// <param name="Entry">The entry that names it.</param>
/// <param name="Other">The other case.</param>
/// <param name="Kind">In which way.</param>
/// <param name="Relation">Of a related case: what it is to the one that names it.</param>
/// <param name="At">When.</param>
public sealed record CaseLinkFacts(EventId Entry, CaseId Other, CaseLinkKind Kind, CaseRelation? Relation, HappenedAt At);

public sealed partial record CaseFacts
{
    /// <summary>The other cases that it names, in the order of recording.</summary>
    public ValueList<CaseLinkFacts> Links { get; init; }
}

public static partial class CaseFold
{
    private static CaseFacts ApplyTransfer(CaseFacts facts, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.Returned e => Standing(
            WithRound(facts, e.Round, r => r with { ReturnedTo = e.To, Returned = entry.Happened }), CaseStanding.Returned, entry.Happened),
        CaseEvent.Remitted e => WithRound(facts, e.Round, r => r with { Remitted = e.For }),
        CaseEvent.JoinedInto e => Standing(
            Linked(facts, new(entry.Id, e.Into, CaseLinkKind.JoinedInto, null, entry.Happened)), CaseStanding.Joined, entry.Happened),
        CaseEvent.SeveredFrom e => Parted(
            Linked(facts, new(entry.Id, e.From, CaseLinkKind.SeveredFrom, null, entry.Happened)), e.From, entry.Happened),
        CaseEvent.Related e => Linked(facts, new(entry.Id, e.Other, CaseLinkKind.Related, e.Relation, entry.Happened)),
        _ => throw new UnreachableEventException(entry.Event),
    };

    /// <summary>A case that is severed from the one that it was joined into goes on by itself.</summary>
    private static CaseFacts Parted(CaseFacts facts, CaseId from, HappenedAt happened) =>
        facts.Standing == CaseStanding.Joined && facts.Links.Any(link => link.Kind == CaseLinkKind.JoinedInto && link.Other == from)
            ? Standing(facts, CaseStanding.UnderWay, happened)
            : facts;

    /// <summary>A case is related in one way: a later relation to the same one takes the place of the earlier.</summary>
    private static CaseFacts Linked(CaseFacts facts, CaseLinkFacts link) =>
        facts with { Links = [.. facts.Links.Where(l => l.Kind != CaseLinkKind.Related || link.Kind != l.Kind || l.Other != link.Other), link] };
}
