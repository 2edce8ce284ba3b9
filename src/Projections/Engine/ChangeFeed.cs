using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>Tells any number of readers what changed. Whoever is slow gets several changes as one.</summary>
internal sealed class ChangeFeed
{
    private readonly Lock gate = new();
    private readonly HashSet<Reader> readers = [];

    /// <summary>Tells every reader. One after the other, in the order in which they came to be shown.</summary>
    public void Publish(ProjectionChange change)
    {
        lock (gate)
        {
            foreach (var reader in readers)
            {
                reader.Put(change);
            }
        }
    }

    /// <summary>The changes from now on; the first, without matters, comes at once.</summary>
    /// <param name="shown">Up to where everything is shown. Asked when no change can be missed any more: one that came before it is in its answer.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<ProjectionChange> Read(Func<LogPosition> shown, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = new Reader();
        lock (gate)
        {
            reader.Put(new(shown(), new HashSet<MatterId>()));
            readers.Add(reader);
        }

        try
        {
            while (true)
            {
                yield return await reader.Take(cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            lock (gate)
            {
                readers.Remove(reader);
            }
        }
    }

    private sealed class Reader
    {
        private readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        private readonly Lock gate = new();
        private ProjectionChange? pending;

        public void Put(ProjectionChange change)
        {
            lock (gate)
            {
                pending = pending is null
                    ? change
                    : new(change.Position, pending.Matters.Union(change.Matters).ToHashSet(), pending.Everything || change.Everything);
            }

            signal.Writer.TryWrite(true);
        }

        public async ValueTask<ProjectionChange> Take(CancellationToken cancellation)
        {
            while (true)
            {
                await signal.Reader.ReadAsync(cancellation).ConfigureAwait(false);
                lock (gate)
                {
                    if (Interlocked.Exchange(ref pending, null) is { } change)
                    {
                        return change;
                    }
                }
            }
        }
    }
}
