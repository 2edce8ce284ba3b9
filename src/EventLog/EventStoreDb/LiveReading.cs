using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Trials.Domain;
using Trials.EventLog.EventStoreDb.Wire;

namespace Trials.EventLog.EventStoreDb;

/// <summary>A live subscription: reads ahead what the server sends, and hands it on in batches of what has come in meanwhile.</summary>
internal sealed class LiveReading(Reads reads, WireEvents wire, LogPosition after)
{
    private const int LargestBatch = 1_000;
    private const int Ahead = 2 * LargestBatch;

    private readonly Channel<StoredEvent?> arrived = Channel.CreateBounded<StoredEvent?>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });

    /// <summary>Batches of one or more, and an empty one when the end of the log was first reached.</summary>
    /// <exception cref="LogUnreachableException">The server is away for longer than is waited here.</exception>
    public async IAsyncEnumerable<IReadOnlyList<StoredEvent>> Batches([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var receiving = Task.Run(() => Receive(stop.Token), CancellationToken.None);
        try
        {
            await foreach (var first in arrived.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                var batch = new List<StoredEvent>();
                var next = first;
                var more = true;
                while (more && next is not null)
                {
                    batch.Add(next);
                    more = batch.Count < LargestBatch && arrived.Reader.TryRead(out next);
                }

                if (batch.Count > 0)
                {
                    yield return batch;
                }

                if (more)
                {
                    yield return [];
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await receiving.ConfigureAwait(false);
        }
    }

    /// <summary>Fills the channel; null stands for the end of the log. It ends with the reader's own failure, which the other side then throws.</summary>
    private async Task Receive(CancellationToken stop)
    {
        var last = after;
        var position = Reads.Behind(after);
        StoredEvent? read = null;
        var caughtUp = false;
        try
        {
            await foreach (var answer in reads.Follow(() => position, () => read, stop).ConfigureAwait(false))
            {
                switch (answer.ContentCase)
                {
                    case ReadResp.ContentOneofCase.Event when Reads.Position(answer.Event.Event) > last:
                        var e = answer.Event.Event;
                        last = Reads.Position(e);
                        position = Reads.At(e.CommitPosition, e.PreparePosition);
                        if (wire.IsOurs(e))
                        {
                            read = wire.Read(e);
                            await arrived.Writer.WriteAsync(read, stop).ConfigureAwait(false);
                        }

                        break;
                    case ReadResp.ContentOneofCase.Checkpoint:
                        position = Reads.At(answer.Checkpoint.CommitPosition, answer.Checkpoint.PreparePosition);
                        break;
                    case ReadResp.ContentOneofCase.CaughtUp when !caughtUp:
                        caughtUp = true;
                        await arrived.Writer.WriteAsync(null, stop).ConfigureAwait(false);
                        break;
                }
            }

            arrived.Writer.Complete();
        }
        catch (Exception e)
        {
            arrived.Writer.Complete(e);
        }
    }
}
