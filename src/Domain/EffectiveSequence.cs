namespace Trials.Domain;

/// <summary>
/// What a stream says after corrections: a corrected entry replaced in place, a withdrawn one removed, a withdrawn amendment undone.
/// State is the fold of this sequence; the original stays readable.
/// </summary>
public static class EffectiveSequence
{
    /// <summary>The effective entries of a stream, in the order in which they were first recorded.</summary>
    /// <param name="history">The stream's events in revision order, from its first.</param>
    public static IReadOnlyList<Entry<TEvent>> Of<TEvent>(IEnumerable<RecordedEvent> history)
        where TEvent : DomainEvent =>
        Of<TEvent>(history.Select(Recorded.Of));

    /// <summary>The same of any list of recorded data, so that a proposed amendment can be tried before it is written.</summary>
    public static IReadOnlyList<Entry<TEvent>> Of<TEvent>(IEnumerable<Recorded> history)
        where TEvent : DomainEvent
    {
        var all = history as IReadOnlyList<Recorded> ?? [.. history];
        var amended = Amendments(all);
        var entries = new List<Entry<TEvent>>(all.Count);
        foreach (var recorded in all)
        {
            if (recorded.Data is not TEvent data)
            {
                continue;
            }

            var happened = recorded.Happened;
            if (amended.TryGetValue(recorded.Id, out var amendment))
            {
                if (amendment is not Amendment.Corrected correction)
                {
                    continue;
                }

                data = (TEvent)correction.Replacement;
                happened = correction.Happened;
            }

            entries.Add(new(recorded.Id, data, happened, recorded.Author));
        }

        return entries;
    }

    /// <summary>The amendment that is in force for each amended entry: a withdrawal before any correction, else the latest correction. Undone ones do not count.</summary>
    public static IReadOnlyDictionary<EventId, Amendment> Amendments(IReadOnlyList<Recorded> history)
    {
        var inForce = new Dictionary<EventId, Amendment>();
        for (var i = history.Count - 1; i >= 0; i--)
        {
            var (id, data) = (history[i].Id, history[i].Data);
            if (data is not Amendment amendment || inForce.GetValueOrDefault(id) is Amendment.Withdrawn)
            {
                continue;
            }

            if (amendment is Amendment.Withdrawn || !inForce.ContainsKey(amendment.Entry))
            {
                inForce[amendment.Entry] = amendment;
            }
        }

        return inForce;
    }

    /// <summary>What of a recorded event the effective sequence depends on.</summary>
    public readonly record struct Recorded(EventId Id, DomainEvent Data, HappenedAt Happened, ActorId Author, Source Source)
    {
        /// <summary>The same of an event as the log holds it.</summary>
        public static Recorded Of(RecordedEvent recorded)
        {
            ArgumentNullException.ThrowIfNull(recorded);
            return new(recorded.Id, recorded.Data, recorded.Metadata.Happened, recorded.Metadata.Author, recorded.Metadata.Source);
        }
    }
}
