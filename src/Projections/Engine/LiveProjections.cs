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
    private readonly SemaphoreSlim writing = new(1);
    private readonly ProjectionGroup group = new(log, codec, new(codec, all), members, options.CachedStreams);
    private readonly List<Member> left = [];
    private bool caughtUp;
    private int toldStops = -1;

    /// <summary>Up to where these projections have read; changes only while nobody else writes.</summary>
    public LogPosition Position { get; private set; } = LogPosition.Start;

    /// <summary>Reads on from where the projections stand, until cancelled or until the log or database fails.</summary>
    public async Task Run(Action goesWell, CancellationToken cancellation)
    {
        Position = group.Members.Count > 0
            ? group.Members.Min(m => m.Position)
            : await log.Head(cancellation).ConfigureAwait(false);
        var reader = new EventReader(codec, all);
        var batches = EventPipeline.Decode(log.Subscribe(Position, cancellation), reader.Read, options.BatchSize, cancellation);
        await foreach (var batch in batches.ConfigureAwait(false))
        {
            if (batch.Count == 0)
            {
                caughtUp = true;
                reports.Moved(group.Members, Position, caughtUp, new HashSet<MatterId>());
                await TellStops(cancellation).ConfigureAwait(false);
            }
            else
            {
                await Exclusively(() => Take(batch, cancellation), cancellation).ConfigureAwait(false);
            }

            goesWell();
        }
    }

    /// <summary>Does something while nobody else writes.</summary>
    public async Task Exclusively(Func<ValueTask> action, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await action().ConfigureAwait(false);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Takes in a projection that stands here or further on. To be called while nobody else writes.</summary>
    public ValueTask Join(Member member, CancellationToken cancellation)
    {
        group.Join(member);
        reports.Moved([member], member.Position, caughtUp, new HashSet<MatterId>());
        return TellStops(cancellation);
    }

    /// <summary>A projection could not be built anew; its old tables answer as before.</summary>
    public ValueTask Leave(Member member, CancellationToken cancellation)
    {
        left.Add(member);
        reports.KeptOld(member.Projection, member.Stop!);
        return TellStops(cancellation);
    }

    public void Dispose() => writing.Dispose();

    private async ValueTask Take(IReadOnlyList<LogEvent> batch, CancellationToken cancellation)
    {
        var head = batch[^1].Position;
        foreach (var part in Split(batch))
        {
            await group.Fold(part, cancellation).ConfigureAwait(false);
            var commits = await group.TakeChanges(cancellation).ConfigureAwait(false);
            var matters = part.Where(e => e.Event is not null).Select(e => e.Event!.Metadata.Matter).ToHashSet();
            if (commits.Count > 0)
            {
                await database.Commit(commits, matters, cancellation).ConfigureAwait(false);
                group.Committed(commits);
            }

            Position = part[^1].Position;
            reports.Moved(group.Members, head, caughtUp, matters);
            await TellStops(cancellation).ConfigureAwait(false);
        }
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
}
