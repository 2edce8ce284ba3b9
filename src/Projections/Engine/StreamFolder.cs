using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>An event and the stream it changes, within one batch; no stream where nothing folds its category.</summary>
internal readonly record struct BatchItem(LogEvent Event, StreamSlot? Slot);

/// <summary>The event that a fold could not take.</summary>
internal sealed record FoldFailure(LogEvent Event, Exception Exception);

/// <summary>Folds the streams of a batch, each event once for every fold of its category, whichever projections share it.</summary>
internal sealed class StreamFolder(IEventLog log, IEventCodec codec, int cacheCapacity)
{
    private readonly StreamCache cache = new(cacheCapacity);
    private Dictionary<string, StreamFold[]> folds = new(StringComparer.Ordinal);

    /// <summary>Uses these folds from here on.</summary>
    public void Use(IEnumerable<StreamFold> active)
    {
        folds = active.Distinct().GroupBy(f => f.Category).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        cache.Clear();
    }

    /// <summary>Folds a batch. A fold that fails stands still at the event before; the others go on.</summary>
    /// <returns>The batch with its streams, each with its states before and after, and where each fold failed that did.</returns>
    public async ValueTask<(BatchItem[] Items, IReadOnlyDictionary<StreamFold, FoldFailure> Failures)> Fold(
        IReadOnlyList<LogEvent> batch, CancellationToken cancellation)
    {
        var items = new BatchItem[batch.Count];
        var failures = new Dictionary<StreamFold, FoldFailure>();
        for (var i = 0; i < items.Length; i++)
        {
            var logEvent = batch[i];
            if (logEvent.Event is not { } @event || !folds.TryGetValue(logEvent.Category, out var categoryFolds))
            {
                items[i] = new(logEvent, null);
                continue;
            }

            var slot = Find(@event) ?? await Load(logEvent, categoryFolds, failures, cancellation).ConfigureAwait(false);
            items[i] = new(logEvent, slot);
            slot.Before ??= [.. slot.States];
            var history = @event.Data is Amendment ? await History(@event.Stream, @event.Revision, cancellation).ConfigureAwait(false) : null;
            for (var f = 0; f < categoryFolds.Length; f++)
            {
                Advance(slot, f, logEvent, history, failures);
            }

            slot.Revision = @event.Revision;
        }

        return (items, failures);
    }

    /// <summary>The state under one fold after one more event.</summary>
    public async ValueTask<object> Next(StreamFold fold, object? before, RecordedEvent @event, CancellationToken cancellation) =>
        @event.Data is Amendment
            ? fold.Refold(await History(@event.Stream, @event.Revision, cancellation).ConfigureAwait(false))
            : fold.Apply(before, @event);

    /// <summary>Forgets which streams the batch touched.</summary>
    public static void End(BatchItem[] items)
    {
        foreach (var item in items)
        {
            item.Slot?.Before = null;
        }
    }

    private static void Advance(
        StreamSlot slot, int f, LogEvent logEvent, List<RecordedEvent>? history, Dictionary<StreamFold, FoldFailure> failures)
    {
        var fold = slot.Folds[f];
        if (failures.Count > 0 && failures.ContainsKey(fold))
        {
            return;
        }

        try
        {
            slot.States[f] = history is null ? fold.Apply(slot.States[f], logEvent.Event!) : fold.Refold(history);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failures.Add(fold, new(logEvent, e));
        }
    }

    private StreamSlot? Find(RecordedEvent @event) =>
        cache.Find(@event.Stream) is { } slot && (slot.Before is not null || slot.Revision == @event.Revision - 1) ? slot : null;

    /// <summary>The stream as it was before an event, folded anew from the log.</summary>
    private async ValueTask<StreamSlot> Load(
        LogEvent logEvent, StreamFold[] categoryFolds, Dictionary<StreamFold, FoldFailure> failures, CancellationToken cancellation)
    {
        var slot = new StreamSlot(categoryFolds);
        var revision = logEvent.Stored.Event.Revision;
        if (revision > 0)
        {
            var history = await History(logEvent.Stream, revision - 1, cancellation).ConfigureAwait(false);
            for (var f = 0; f < categoryFolds.Length; f++)
            {
                Advance(slot, f, logEvent, history, failures);
            }

            slot.Revision = revision - 1;
        }

        cache.Add(logEvent.Stream, slot);
        return slot;
    }

    private async ValueTask<List<RecordedEvent>> History(StreamName stream, long lastRevision, CancellationToken cancellation)
    {
        var history = new List<RecordedEvent>();
        await foreach (var stored in log.ReadStream(stream, 0, cancellation).ConfigureAwait(false))
        {
            if (stored.Event.Revision > lastRevision)
            {
                break;
            }

            history.Add(codec.Decode(stored));
        }

        return history;
    }
}
