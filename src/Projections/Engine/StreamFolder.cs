using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>The event that a fold could not take.</summary>
internal sealed record FoldFailure(LogEvent Event, Exception Exception);

/// <summary>Folds streams event by event, each event once for every fold of its category, whichever projections share it.</summary>
internal sealed class StreamFolder(IEventLog log, IEventCodec codec, int cacheCapacity)
{
    private readonly StreamCache cache = new(cacheCapacity);
    private readonly Dictionary<StreamName, StreamSlot> touched = [];
    private readonly Dictionary<StreamFold, FoldFailure> failures = [];
    private Dictionary<string, StreamFold[]> folds = new(StringComparer.Ordinal);

    /// <summary>The streams that were folded on since <see cref="End"/>, in the order in which they were touched first.</summary>
    public IReadOnlyDictionary<StreamName, StreamSlot> Touched => touched;

    /// <summary>Where each fold failed that did since <see cref="End"/>.</summary>
    public IReadOnlyDictionary<StreamFold, FoldFailure> Failures => failures;

    /// <summary>Uses these folds from here on.</summary>
    public void Use(IEnumerable<StreamFold> active)
    {
        folds = active.Distinct().GroupBy(f => f.Category).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        cache.Clear();
    }

    /// <summary>Folds events. A fold that fails stands still at the event before; the others go on.</summary>
    public async ValueTask Fold(IReadOnlyList<LogEvent> batch, CancellationToken cancellation)
    {
        foreach (var logEvent in batch)
        {
            if (!folds.TryGetValue(logEvent.Category, out var categoryFolds) || (failures.Count > 0 && categoryFolds.All(failures.ContainsKey)))
            {
                continue;
            }

            if (logEvent.Event is not { } @event)
            {
                Fail(categoryFolds, logEvent);
                continue;
            }

            var slot = Find(@event) ?? await Load(logEvent, categoryFolds, cancellation).ConfigureAwait(false);
            if (slot.Before is null)
            {
                slot.Before = [.. slot.States];
                touched.Add(@event.Stream, slot);
            }

            var history = @event.Data is Amendment ? await History(@event.Stream, @event.Revision, cancellation).ConfigureAwait(false) : null;
            for (var f = 0; f < categoryFolds.Length; f++)
            {
                Advance(slot, f, logEvent, history);
            }

            slot.Revision = @event.Revision;
        }
    }

    /// <summary>The tables show what was folded.</summary>
    public void End()
    {
        foreach (var slot in touched.Values)
        {
            slot.Before = null;
        }

        touched.Clear();
        failures.Clear();
    }

    /// <summary>The state under one fold after one more event.</summary>
    public async ValueTask<object> Next(StreamFold fold, object? before, RecordedEvent @event, CancellationToken cancellation) =>
        @event.Data is Amendment
            ? fold.Refold(await History(@event.Stream, @event.Revision, cancellation).ConfigureAwait(false))
            : fold.Apply(before, @event);

    /// <summary>No fold of a category goes past an event that cannot be read.</summary>
    private void Fail(StreamFold[] categoryFolds, LogEvent unreadable)
    {
        foreach (var fold in categoryFolds)
        {
            failures.TryAdd(fold, new(unreadable, unreadable.Unreadable!));
        }
    }

    private void Advance(StreamSlot slot, int f, LogEvent logEvent, List<RecordedEvent>? history)
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
        cache.Find(@event.Stream) is { } slot && (slot.Before is not null || slot.Revision == @event.Revision - 1)
            ? slot
            : touched.GetValueOrDefault(@event.Stream);

    /// <summary>The stream as it was before an event, folded anew from the log.</summary>
    private async ValueTask<StreamSlot> Load(LogEvent logEvent, StreamFold[] categoryFolds, CancellationToken cancellation)
    {
        var slot = new StreamSlot(categoryFolds);
        var revision = logEvent.Stored.Event.Revision;
        if (revision > 0)
        {
            var history = await History(logEvent.Stream, revision - 1, cancellation).ConfigureAwait(false);
            for (var f = 0; f < categoryFolds.Length; f++)
            {
                Advance(slot, f, logEvent, history);
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
