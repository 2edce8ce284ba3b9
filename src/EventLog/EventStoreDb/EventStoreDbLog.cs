using Trials.Domain;

namespace Trials.EventLog.EventStoreDb;

/// <summary>
/// The log on an EventStoreDB server or cluster, for any number of writing processes. Positions are the server's commit positions. Its ids are compared within
/// the stream only: an id that stands for another event in another stream is not noticed.
/// </summary>
public sealed class EventStoreDbLog : IEventLog, IAsyncDisposable
{
    private readonly EventStoreDbSettings settings;
    private readonly ServerNodes nodes;
    private readonly Reads reads;
    private readonly WireEvents wire;
    private readonly Appends appends;
    private readonly Lock gate = new();
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int underWay;
    private bool closed;

    /// <summary>A log on the server that the settings name. It connects with the first call, and again by itself whenever the connection is lost.</summary>
    public EventStoreDbLog(EventStoreDbSettings settings, TimeProvider time)
    {
        this.settings = settings;
        nodes = new(settings, time);
        wire = new(settings.StreamPrefix);
        reads = new(settings, nodes, wire, time);
        appends = new(settings, nodes, reads, wire, time);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// The events are none, of several streams, or not those that follow the expected revision, or more than the server takes in one append (1 MiB unless it is
    /// set otherwise).
    /// </exception>
    public async ValueTask<AppendResult> Append(IReadOnlyList<EncodedEvent> events, long expectedRevision, CancellationToken cancellation)
    {
        PendingAppend.Check(events, expectedRevision);
        cancellation.ThrowIfCancellationRequested();
        if (Enter() is { } refused)
        {
            return new AppendResult.Failed(refused);
        }

        try
        {
            return await appends.Append(events, expectedRevision).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromRevision, CancellationToken cancellation) =>
        reads.Stream(stream, fromRevision, long.MaxValue, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadAll(LogPosition after, CancellationToken cancellation) => reads.All(after, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<StoredEvent>> Subscribe(LogPosition after, CancellationToken cancellation) =>
        new LiveReading(reads, wire, after).Batches(cancellation);

    /// <inheritdoc/>
    public ValueTask<LogPosition> Head(CancellationToken cancellation) => reads.Head(cancellation);

    /// <summary>Takes no more appends, waits for those under way, and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            closed = true;
            if (underWay == 0)
            {
                drained.TrySetResult();
            }
        }

        await drained.Task.ConfigureAwait(false);
        nodes.Dispose();
    }

    private LogFailure? Enter()
    {
        lock (gate)
        {
            if (closed || underWay == settings.QueueLimit)
            {
                return closed ? LogFailure.ShuttingDown : LogFailure.Busy;
            }

            underWay++;
            return null;
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            underWay--;
            if (closed && underWay == 0)
            {
                drained.TrySetResult();
            }
        }
    }
}
