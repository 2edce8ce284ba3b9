using System.Runtime.CompilerServices;
using Trials.Domain;

namespace Trials.EventLog.InMemory;

/// <summary>A log that ends with the process, for tests and for trying things out. Acknowledged means: in memory.</summary>
public sealed class InMemoryEventLog : IEventLog
{
    private readonly Lock gate = new();
    private readonly List<StoredEvent> all = [];
    private readonly Dictionary<StreamName, List<StoredEvent>> streams = [];
    private readonly AppendSignal signal = new();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The events are none, of several streams, or not those that follow the expected revision.</exception>
    public ValueTask<AppendResult> Append(IReadOnlyList<EncodedEvent> events, long expectedRevision, CancellationToken cancellation)
    {
        PendingAppend.Check(events, expectedRevision);
        cancellation.ThrowIfCancellationRequested();
        AppendResult result;
        lock (gate)
        {
            result = Append(events, expectedRevision);
        }

        if (result is AppendResult.Appended)
        {
            signal.Pulse();
        }

        return new(result);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromRevision, CancellationToken cancellation)
    {
        lock (gate)
        {
            List<StoredEvent> found = streams.TryGetValue(stream, out var events) ? [.. events.Where(e => e.Event.Revision >= fromRevision)] : [];
            return Each(found, cancellation).ToAsyncEnumerable();
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadAll(LogPosition after, CancellationToken cancellation) => Each(Behind(after), cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<StoredEvent>> Subscribe(LogPosition after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var caughtUp = false; ; caughtUp = true)
        {
            cancellation.ThrowIfCancellationRequested();
            var changed = signal.Next;
            var batch = Behind(after);
            if (batch.Count > 0)
            {
                yield return batch;
                after = batch[^1].Position;
            }

            if (!caughtUp)
            {
                yield return [];
            }

            await changed.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask<LogPosition> Head(CancellationToken cancellation)
    {
        lock (gate)
        {
            return new(new LogPosition(all.Count - 1));
        }
    }

    private static IEnumerable<StoredEvent> Each(List<StoredEvent> events, CancellationToken cancellation)
    {
        foreach (var stored in events)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return stored;
        }
    }

    private AppendResult Append(IReadOnlyList<EncodedEvent> events, long expectedRevision)
    {
        var stream = streams.GetValueOrDefault(events[0].Stream) ?? [];
        var actual = stream.Count - 1;
        if (actual != expectedRevision)
        {
            return Repeated(stream, events) is { } position ? new AppendResult.Appended(position) : new AppendResult.WrongRevision(actual);
        }

        streams[events[0].Stream] = stream;
        foreach (var e in events)
        {
            var stored = new StoredEvent(new(all.Count), e);
            all.Add(stored);
            stream.Add(stored);
        }

        return new AppendResult.Appended(all[^1].Position);
    }

    private static LogPosition? Repeated(List<StoredEvent> stream, IReadOnlyList<EncodedEvent> events) =>
        events[^1].Revision < stream.Count && events.All(e => stream[(int)e.Revision].Event is var there && there.Id == e.Id && there.Hash.Span.SequenceEqual(e.Hash.Span))
            ? stream[(int)events[^1].Revision].Position
            : null;

    private List<StoredEvent> Behind(LogPosition after)
    {
        lock (gate)
        {
            var first = (int)(after.Value + 1);
            return first < all.Count ? all.GetRange(first, all.Count - first) : [];
        }
    }
}
