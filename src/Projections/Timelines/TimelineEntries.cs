using Trials.Domain;

namespace Trials.Projections.Timelines;

/// <summary>Tells from everything recorded of some streams what is in force, what was said before, and in which order it happened.</summary>
public static class TimelineEntries
{
    /// <summary>The facts, each as it stands now, by the wall-clock moment at which they happened, then as recorded.</summary>
    /// <param name="recorded">Whole streams, in the order of the log.</param>
    public static IReadOnlyList<TimelineEntry> Of(IEnumerable<RecordedEvent> recorded) =>
        [.. recorded
            .GroupBy(e => e.Stream)
            .SelectMany(stream => OfStream([.. stream]))
            .OrderBy(e => e.Happened.Local)
            .ThenBy(e => e.Position)];

    private static IEnumerable<TimelineEntry> OfStream(List<RecordedEvent> history)
    {
        EffectiveSequence.Recorded[] said = [.. history.Select(EffectiveSequence.Recorded.Of)];
        var (inForce, knownFrom) = (EffectiveSequence.Amendments(said), KnownFrom.OfAll(said));
        var amendments = history.Where(e => e.Data is Amendment).ToLookup(e => ((Amendment)e.Data).Entry);
        foreach (var fact in history.Where(e => e.Data is not Amendment))
        {
            var amending = inForce.GetValueOrDefault(fact.Id);
            var stands = amendments[fact.Id].LastOrDefault(a => a.Data is Amendment.Corrected && !inForce.ContainsKey(a.Id))?.Data as Amendment.Corrected;
            var known = knownFrom[fact.Id];
            yield return new(
                fact.Position,
                fact.Stream,
                fact.Revision,
                fact.Id,
                fact.WireName,
                amending switch
                {
                    null => EntryState.AsRecorded,
                    Amendment.Withdrawn => EntryState.Withdrawn,
                    _ => EntryState.Corrected,
                },
                stands?.Replacement ?? fact.Data,
                stands?.Happened ?? fact.Metadata.Happened,
                fact.Metadata.Recorded,
                fact.Metadata.Author,
                fact.Metadata.Typist,
                fact.Metadata.Role,
                known.Source,
                known.FileIn,
                [
                    Version(fact, amending is null, null),
                    .. amendments[fact.Id].Select(a => Version(a, ReferenceEquals(a.Data, amending), Undoing(a.Id, amendments, inForce))),
                ]);
        }
    }

    private static EntryVersion? Undoing(
        EventId amendment, ILookup<EventId, RecordedEvent> amendments, IReadOnlyDictionary<EventId, Amendment> inForce) =>
        inForce.TryGetValue(amendment, out var undoing)
            ? Version(amendments[amendment].First(a => ReferenceEquals(a.Data, undoing)), inForce: true, null)
            : null;

    private static EntryVersion Version(RecordedEvent said, bool inForce, EntryVersion? undone)
    {
        var (data, happened, reason) = said.Data switch
        {
            Amendment.Corrected correction => (correction.Replacement, correction.Happened, correction.Reason),
            Amendment.Withdrawn withdrawal => ((DomainEvent?)null, (HappenedAt?)null, (FreeText?)withdrawal.Reason),
            var fact => (fact, said.Metadata.Happened, null),
        };
        var by = said.Metadata;
        return new(said.Id, data, happened, reason, by.Source, by.Recorded, by.Author, by.Typist, by.Role, inForce, undone);
    }
}
