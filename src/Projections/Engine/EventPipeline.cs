using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>Reads and decodes ahead on a thread of its own, while the one behind it folds and writes.</summary>
internal static class EventPipeline
{
    /// <summary>Decoded events in batches as large as they have come in meanwhile, up to a limit. An empty batch says that the end of the log was reached.</summary>
    /// <param name="chunks">As the log gives them.</param>
    /// <param name="read">Decodes one event.</param>
    /// <param name="ahead">How many chunks are ready at most.</param>
    /// <param name="most">How many events a batch has at most, but for a single chunk that has more.</param>
    /// <param name="cancellation">Ends both threads.</param>
    public static async IAsyncEnumerable<IReadOnlyList<LogEvent>> Decode(
        IAsyncEnumerable<IReadOnlyList<StoredEvent>> chunks,
        Func<StoredEvent, LogEvent> read,
        int ahead,
        int most,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var channel = Channel.CreateBounded<LogEvent[]>(new BoundedChannelOptions(ahead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => Fill(chunks, read, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var first in channel.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                if (first.Length == 0)
                {
                    yield return first;
                    continue;
                }

                var batch = new List<LogEvent>(first);
                var end = false;
                while (!end && batch.Count < most && channel.Reader.TryRead(out var more))
                {
                    batch.AddRange(more);
                    end = more.Length == 0;
                }

                yield return batch;
                if (end)
                {
                    yield return [];
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    /// <summary>A sequence in chunks.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<StoredEvent>> Chunk(
        IAsyncEnumerable<StoredEvent> events, int size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var chunk = new List<StoredEvent>(size);
        await foreach (var stored in events.WithCancellation(cancellation).ConfigureAwait(false))
        {
            chunk.Add(stored);
            if (chunk.Count == size)
            {
                yield return chunk;
                chunk = new(size);
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    /// <summary>Ends the channel with the reader's own failure, which the other side then throws.</summary>
    private static async Task Fill(
        IAsyncEnumerable<IReadOnlyList<StoredEvent>> chunks, Func<StoredEvent, LogEvent> read, ChannelWriter<LogEvent[]> to, CancellationToken stop)
    {
        try
        {
            await foreach (var chunk in chunks.WithCancellation(stop).ConfigureAwait(false))
            {
                await to.WriteAsync([.. chunk.Select(read)], stop).ConfigureAwait(false);
            }

            to.Complete();
        }
        catch (Exception e)
        {
            to.Complete(e);
        }
    }
}
