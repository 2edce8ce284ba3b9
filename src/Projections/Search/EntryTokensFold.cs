using System.Collections.Immutable;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Search;

/// <summary>One effective entry and what it is found by.</summary>
internal sealed record FoundEntry(EventId Entry, string WireName, HappenedAt Happened, IReadOnlyList<string> Tokens);

/// <summary>The effective entries of one kind of stream with what each is found by: worked out once for each, as it comes.</summary>
/// <remarks>Unlike the folds of other read models this one needs to know how an entry is known: a document's number finds it.</remarks>
internal sealed class EntryTokensFold(string category) : StreamFold(category)
{
    internal override object Apply(object? before, RecordedEvent @event)
    {
        var entries = (before as Folded<ImmutableList<FoundEntry>>)?.State ?? [];
        return Of(@event, entries.Add(Found(@event, @event.Data, @event.Metadata.Happened)));
    }

    internal override object Refold(IReadOnlyList<RecordedEvent> history)
    {
        var recorded = history.ToDictionary(e => e.Id);
        return Of(history[^1], [.. EffectiveSequence.Of<DomainEvent>(history)
            .Where(entry => entry.Event is not Amendment)
            .Select(entry => Found(recorded[entry.Id], entry.Event, entry.Happened))]);
    }

    private static Folded<ImmutableList<FoundEntry>> Of(RecordedEvent last, ImmutableList<FoundEntry> entries) =>
        new(last.Stream, last.Metadata.Matter, last.Revision, entries);

    private static FoundEntry Found(RecordedEvent recorded, DomainEvent data, HappenedAt happened) =>
        new(recorded.Id, recorded.WireName, happened, FactTokens.Of(recorded.WireName, data, recorded.Metadata.Source));
}
