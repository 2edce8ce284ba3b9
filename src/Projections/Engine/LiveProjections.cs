using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>The projections that follow the log as it grows. Whoever writes to the read models does so while nobody else does.</summary>
internal sealed class LiveProjections(
    IEventLog log,
    IEventCodec codec,
    ReadModelDatabase database,
    IReadOnlyList<Projection> all,
    IEnumerable<Member> members,
    ProjectionReports reports,
    ProjectionEngineOptions options)
    : IDisposable
{
    /// <summary>How many batches it takes at most before others who write have their turn.</summary>
    private const int MostAtOnce = 3;

    /// <summary>Of the log's own chunks, of a thousand events or fewer: as many as a large batch needs, so that none is small because reading is slower for a moment.</summary>
    private const int ChunksAhead = 20;

    private readonly SemaphoreSlim turn = new(1);
    private readonly ProjectionGroup group = new(log, codec, new(codec, all), members, options.CachedStreams);
    private readonly List<Member> left = [];
    private LogPosition position = LogPosition.Start;
    private Task<bool> next = Task.FromResult(false);
    private Unfinished? writing;
    private bool caughtUp;
    private int toldStops = -1;

    /// <summary>Reads on from where the projections stand, until cancelled or until the log or database fails.</summary>
    public async Task Run(Action goesWell, CancellationToken cancellation)
    {
        position = group.Members.Count > 0
            ? group.Members.Min(m => m.Position)
            : await log.Head(cancellation).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var decoded = EventPipeline.Decode(log.Subscribe(position, stop.Token), new EventReader(codec, all).Read, ChunksAhead, options.BatchSize, stop.Token);
        var batches = decoded.GetAsyncEnumerator(stop.Token);
        next = batches.MoveNextAsync().AsTask();
        try
        {
            while (await next.ConfigureAwait(false))
            {
                if (batches.Current.Count > 0)
                {
                    await Exclusively(() => TakeWhatIsThere(batches, cancellation), cancellation).ConfigureAwait(false);
                }
                else
                {
                    caughtUp = true;
                    reports.Moved(group.Members, position, caughtUp, new HashSet<MatterId>());
                    await TellStops(cancellation).ConfigureAwait(false);
                    next = batches.MoveNextAsync().AsTask();
                }

                goesWell();
            }
        }
        finally
        {
            // What is asked for must have come before the reading can be ended.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await batches.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Does something while nobody else writes.</summary>
    public async Task Exclusively(Func<ValueTask> action, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await action().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Takes in a projection that stands here or further on. To be called while nobody else writes.</summary>
    public ValueTask Join(Member member, CancellationToken cancellation)
    {
        group.Join(member);
        reports.Moved([member], member.Position, caughtUp, new HashSet<MatterId>(), everything: true);
        return TellStops(cancellation);
    }

    /// <summary>A projection could not be built anew; its old tables answer as before.</summary>
    public ValueTask Leave(Member member, CancellationToken cancellation)
    {
        left.Add(member);
        reports.KeptOld(member.Projection, member.Stop!);
        return TellStops(cancellation);
    }

    public void Dispose() => turn.Dispose();

    /// <summary>
    /// Takes the batch that has come, and those behind it for as long as the next one is there already: what one changes is written while the next one is folded.
    /// </summary>
    private async ValueTask TakeWhatIsThere(IAsyncEnumerator<IReadOnlyList<LogEvent>> batches, CancellationToken cancellation)
    {
        try
        {
            for (var taken = 1; ; taken++)
            {
                var batch = batches.Current;
                next = batches.MoveNextAsync().AsTask();
                foreach (var part in Split(batch))
                {
                    await Take(part, batch[^1].Position, cancellation).ConfigureAwait(false);
                }

                if (taken == MostAtOnce || !next.IsCompletedSuccessfully || !await next.ConfigureAwait(false) || batches.Current.Count == 0)
                {
                    await Finish(cancellation).ConfigureAwait(false);
                    return;
                }
            }
        }
        finally
        {
            if (writing is { Done: var left })
            {
                writing = null;
                await left.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>
    /// Folds events, and begins to write what they change once what was written before is there: on another thread where there is more to fold meanwhile.
    /// </summary>
    /// <param name="part">On one side of every projection's position.</param>
    /// <param name="head">The end of the log as far as it is known.</param>
    /// <param name="cancellation">Honoured until something is committed.</param>
    private async ValueTask Take(IReadOnlyList<LogEvent> part, LogPosition head, CancellationToken cancellation)
    {
        await group.Fold(part, cancellation).ConfigureAwait(false);
        var commits = await group.TakeChanges(cancellation).ConfigureAwait(false);
        await Finish(cancellation).ConfigureAwait(false);

        // The members' positions are where they will be: what cannot be written ends this run, and the next one begins at what was.
        group.Committed(commits);
        var matters = part.Where(e => e.Event is not null).Select(e => e.Event!.Metadata.Matter).ToHashSet();
        writing = new(next.IsCompleted ? Task.Run(Write, CancellationToken.None) : Write(), part[^1].Position, head, matters);

        Task Write() => commits.Count > 0 ? database.Commit(commits, matters, cancellation).AsTask() : Task.CompletedTask;
    }

    /// <summary>Waits for what is being written, and tells of it.</summary>
    private async ValueTask Finish(CancellationToken cancellation)
    {
        if (writing is not { } written)
        {
            return;
        }

        writing = null;
        await written.Done.ConfigureAwait(false);
        position = written.Position;
        reports.Moved(group.Members, written.Head, caughtUp, written.Matters);
        await TellStops(cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Tells what is stopped where that has changed. What was told before this process wrote stands until the log's end is reached: whatever stopped then stops
    /// again on the way, if it does.
    /// </summary>
    private async ValueTask TellStops(CancellationToken cancellation)
    {
        var stopped = group.Members.Concat(left).Where(m => !m.Runs).ToDictionary(m => m.Projection.Name, m => m.Stop!, StringComparer.Ordinal);
        if (stopped.Count > Math.Max(toldStops, 0) || (caughtUp && stopped.Count != toldStops))
        {
            await database.TellStops(stopped, cancellation).ConfigureAwait(false);
            toldStops = stopped.Count;
        }
    }

    /// <summary>Parts of a batch, none of which has a projection's position within it.</summary>
    private IEnumerable<IReadOnlyList<LogEvent>> Split(IReadOnlyList<LogEvent> batch)
    {
        var cuts = group.Members.Select(m => m.Position).Where(p => p >= batch[0].Position && p < batch[^1].Position).ToHashSet();
        if (cuts.Count == 0)
        {
            yield return batch;
            yield break;
        }

        var part = new List<LogEvent>();
        foreach (var logEvent in batch)
        {
            part.Add(logEvent);
            if (cuts.Contains(logEvent.Position))
            {
                yield return part;
                part = [];
            }
        }

        yield return part;
    }

    /// <summary>What is being written.</summary>
    /// <param name="Done">Ends with it.</param>
    /// <param name="Position">Up to where the tables answer then.</param>
    /// <param name="Head">The end of the log as far as it was known.</param>
    /// <param name="Matters">Those that will have new entries.</param>
    private sealed record Unfinished(Task Done, LogPosition Position, LogPosition Head, IReadOnlySet<MatterId> Matters);
}
