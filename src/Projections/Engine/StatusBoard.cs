using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>How each projection does, who waits for a position, and who wants to hear of changes.</summary>
internal sealed class StatusBoard(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly ChangeFeed feed = new();
    private readonly List<(LogPosition Position, TaskCompletionSource Reached)> waiting = [];
    private volatile IReadOnlyList<ProjectionStatus> current = [];

    public IReadOnlyList<ProjectionStatus> Current => current;

    /// <summary>Changes what is known of the projections, then lets go who waited for it and tells of the matters that changed.</summary>
    public void Update(
        Func<IReadOnlyList<ProjectionStatus>, IEnumerable<ProjectionStatus>> change, IReadOnlySet<MatterId> matters, bool everything = false)
    {
        lock (gate)
        {
            current = [.. change(current)];
            var able = Able(current);
            foreach (var (_, reached) in waiting.Where(w => w.Position <= able))
            {
                reached.TrySetResult();
            }

            waiting.RemoveAll(w => w.Position <= able);
            feed.Publish(new(Shown(current), matters, everything));
        }
    }

    public async ValueTask<bool> WaitFor(LogPosition position, TimeSpan atMost, CancellationToken cancellation)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (position <= Able(current))
            {
                return position <= Shown(current);
            }

            waiting.Add((position, reached));
        }

        try
        {
            await reached.Task.WaitAsync(atMost, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            lock (gate)
            {
                waiting.RemoveAll(w => w.Reached == reached);
            }
        }

        return position <= Shown(current);
    }

    public IAsyncEnumerable<ProjectionChange> Changes(CancellationToken cancellation) => feed.Read(() => Shown(current), cancellation);

    /// <summary>Up to where all projections show the log.</summary>
    private static LogPosition Shown(IReadOnlyList<ProjectionStatus> statuses) =>
        statuses.Count == 0 ? LogPosition.Start : statuses.Min(s => s.Position);

    /// <summary>Up to where those show it that will go on soon; the others are not worth waiting for.</summary>
    private static LogPosition Able(IReadOnlyList<ProjectionStatus> statuses)
    {
        var able = statuses.Where(s => s.State is not (ProjectionState.Stopped or ProjectionState.Rebuilding)).ToList();
        return able.Count > 0 ? able.Min(s => s.Position) : statuses.Count > 0 ? new(long.MaxValue) : LogPosition.Start;
    }
}
