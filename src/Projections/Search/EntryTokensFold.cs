using System.Collections.Immutable;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Search;

/// <summary>One effective entry and what it is found by.</summary>
/// <param name="Position">Where the log holds it: a short number of its own, for it is kept with each of the tokens.</param>
internal sealed record FoundEntry(LogPosition Position, EventId Entry, string WireName, HappenedAt Happened, IReadOnlyList<string> Tokens);

/// <summary>The effective entries of one kind of stream with what each is found by: worked out once for each, as it comes.</summary>
/// <remarks>Unlike the folds of other read models this one needs to know how an entry is known: a document's number finds it.</remarks>
internal sealed class EntryTokensFold(string category) : StreamFold(category)
{
    internal override object Apply(object? before, RecordedEvent @event)
    {
        ImmutableArray<FoundEntry> entries = (before as Folded<ImmutableArray<FoundEntry>>)?.State ?? [];
        return Of(@event, entries.Add(Found(@event, @event.Data, @event.Metadata.Happened, @event.Metadata.Source)));
    }

    internal override object Refold(IReadOnlyList<RecordedEvent> history)
    {
        var recorded = history.ToDictionary(e => e.Id);
        EffectiveSequence.Recorded[] said = [.. history.Select(EffectiveSequence.Recorded.Of)];
        var known = KnownFrom.OfAll(said);
        return Of(history[^1], [.. EffectiveSequence.Of<DomainEvent>(said)
            .Where(entry => entry.Event is not Amendment)
            .Select(entry => (First: recorded[entry.Id], Now: entry))
            .Select(e => Found(e.First, e.Now.Event, e.Now.Happened, known[e.First.Id].Source))]);
    }

    private static Folded<ImmutableArray<FoundEntry>> Of(RecordedEvent last, ImmutableArray<FoundEntry> entries) =>
        new(last.Stream, last.Metadata.Matter, last.Revision, entries);

    private static FoundEntry Found(RecordedEvent recorded, DomainEvent data, HappenedAt happened, Source source) =>
        new(recorded.Position, recorded.Id, recorded.WireName, happened, FactTokens.Of(recorded.WireName, data, source));
}
