using NodaTime;

namespace Trials.Domain.Cases;

/// <summary>A count: somebody charged under an article. Several acts under one article are several counts.</summary>
/// <param name="Person">Who.</param>
/// <param name="Article">Under what.</param>
/// <param name="Committed">The day of the act; null where unknown.</param>
public readonly record struct CaseCharge(PersonId Person, Article Article, LocalDate? Committed)
{
    /// <summary>
    /// What an entry makes of the counts that stand: it moves all of them that are charged under the article before, or that of the act's day alone where one
    /// has it, and puts one in their place, which keeps their day where the entry names none.
    /// </summary>
    /// <param name="e">The entry.</param>
    /// <param name="standing">What stands.</param>
    /// <param name="countOf">The count that it is.</param>
    /// <returns>What it leaves, in its order, and the count in the place of the rest.</returns>
    public static (IReadOnlyList<T> Left, CaseCharge Moved) Requalify<T>(CaseEvent.ChargeRequalified e, IEnumerable<T> standing, Func<T, CaseCharge> countOf)
    {
        ArgumentNullException.ThrowIfNull(e);
        var counts = standing.Select(one => (One: one, Count: countOf(one))).Where(known => known.Count.Person == e.Person && known.Count.Article == e.From).ToList();
        var ofDay = e.Committed is not null && counts.Any(known => known.Count.Committed == e.Committed);
        var moved = counts.Where(known => !ofDay || known.Count.Committed == e.Committed).ToList();
        var isMoved = moved.Select(known => known.Count).ToHashSet();
        return ([.. standing.Where(one => !isMoved.Contains(countOf(one)))], new(e.Person, e.To, e.Committed ?? moved.Select(known => known.Count.Committed).FirstOrDefault()));
    }
}

public sealed partial record Case
{
    /// <summary>Who is charged under what now.</summary>
    public ValueList<CaseCharge> Charges { get; init; }

    private static Case ApplyCharge(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.AccusedJoined e => state with { Accused = [.. state.Accused, e.Person] },
        CaseEvent.ChargeBrought e => state with { Charges = [.. state.Charges, new(e.Person, e.Article, e.Committed)] },
        CaseEvent.ChargeRequalified e => Requalify(state, e),
        _ => throw new UnreachableEventException(entry.Event),
    };

    private static Case Requalify(Case state, CaseEvent.ChargeRequalified e)
    {
        var (left, moved) = CaseCharge.Requalify(e, state.Charges, charge => charge);
        return state with { Charges = [.. left, moved] };
    }
}
