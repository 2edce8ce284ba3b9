namespace Trials.Domain;

/// <summary>
/// Entries in the order in which they happened. A proceeding is often recorded long afterwards and piece by piece: what certainly happened earlier comes
/// first, and where imprecise moments leave it open the order of recording stands.
/// </summary>
public static class HappeningOrder
{
    /// <summary>The same entries, in the order in which they happened.</summary>
    /// <param name="entries">A stream's effective entries, in the order of recording.</param>
    public static IReadOnlyList<Entry<TEvent>> InOrderOfHappening<TEvent>(this IReadOnlyList<Entry<TEvent>> entries)
        where TEvent : DomainEvent
    {
        ArgumentNullException.ThrowIfNull(entries);
        return IsInOrder(entries) ? entries : Sorted(entries);
    }

    /// <summary>Nearly every stream is: so this is looked at first, with one comparison an entry.</summary>
    private static bool IsInOrder<TEvent>(IReadOnlyList<Entry<TEvent>> entries)
        where TEvent : DomainEvent
    {
        var latestBeginning = NodaTime.LocalDate.MinIsoValue.AtMidnight();
        foreach (var entry in entries)
        {
            if (entry.Happened.Latest < latestBeginning)
            {
                return false;
            }

            latestBeginning = NodaTime.LocalDateTime.Max(latestBeginning, entry.Happened.Earliest);
        }

        return true;
    }

    /// <summary>Always the first recorded of those that nothing left is certainly before: being certainly before is a partial order, so there is one.</summary>
    private static List<Entry<TEvent>> Sorted<TEvent>(IReadOnlyList<Entry<TEvent>> entries)
        where TEvent : DomainEvent
    {
        var left = entries.ToList();
        var sorted = new List<Entry<TEvent>>(left.Count);
        while (left.Count > 0)
        {
            var next = left.FindIndex(entry => !left.Exists(other => other.Happened.CertainlyBefore(entry.Happened)));
            sorted.Add(left[next]);
            left.RemoveAt(next);
        }

        return sorted;
    }
}
