using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>Builds projections anew, beside the tables that answer, and puts the new ones in their place when they have caught up.</summary>
internal sealed class ProjectionRebuild(
    IEventLog log, IEventCodec codec, ReadModelDatabase database, LiveProjections live, ProjectionReports reports, ProjectionEngineOptions options)
{
    private const int ChunksAhead = 2;

    private long events;
    private LogPosition position = LogPosition.Start;
    private int told;

    /// <summary>Builds, indexes and swaps. Returns when the new tables answer, or the old ones had to stay.</summary>
    public async Task Run(IReadOnlyList<Projection> projections, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var members = projections.Select(p => new Member(p, LogPosition.Start));
        var group = new ProjectionGroup(log, codec, new(codec, projections), members, options.CachedStreams);
        await live.Exclusively(() => database.BeginRebuild(projections, cancellation), cancellation).ConfigureAwait(false);
        var head = await log.Head(cancellation).ConfigureAwait(false);
        await Read(group, Report, write => live.Exclusively(write, cancellation), cancellation).ConfigureAwait(false);
        await database.IndexRebuild(projections, write => live.Exclusively(write, cancellation), cancellation).ConfigureAwait(false);
        await Read(group, Report, write => live.Exclusively(write, cancellation), cancellation).ConfigureAwait(false);
        await live.Exclusively(() => Swap(group, Report, cancellation), cancellation).ConfigureAwait(false);

        async ValueTask Report(long count, LogPosition upTo)
        {
            var percent = head <= LogPosition.Start ? 100 : (int)Math.Clamp((upTo.Value + 1) * 100m / (head.Value + 1), 0, 100);
            progress?.Report(new(count, percent));
            reports.Rebuilding(projections, percent);
            if (percent > told)
            {
                told = percent;
                await database.TellRebuild(projections, percent, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads on from where it stopped last to the end of the log. What was folded is written while the next events are.</summary>
    private async Task Read(ProjectionGroup group, Func<long, LogPosition, ValueTask> report, Func<Func<ValueTask>, Task> exclusively, CancellationToken cancellation)
    {
        var reader = new EventReader(codec, [.. group.Members.Select(m => m.Projection)]);
        var chunks = EventPipeline.Chunk(log.ReadAll(position, cancellation), options.ReadAhead, cancellation);
        var (unwritten, writing) = (0, Task.CompletedTask);
        try
        {
            await foreach (var batch in EventPipeline.Decode(chunks, reader.Read, ChunksAhead, options.ReadAhead, cancellation).ConfigureAwait(false))
            {
                await group.Fold(batch, cancellation).ConfigureAwait(false);
                position = batch[^1].Position;
                events += batch.Count;
                unwritten += batch.Count;
                if (unwritten >= options.RebuildBatchSize)
                {
                    writing = await WriteAfter(writing).ConfigureAwait(false);
                    unwritten = 0;
                }
            }

            writing = await WriteAfter(writing).ConfigureAwait(false);
            await writing.ConfigureAwait(false);
        }
        finally
        {
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // The members' positions are where they will be: if what was folded cannot be written, the rebuild fails, and begins again.
        async Task<Task> WriteAfter(Task before)
        {
            await before.ConfigureAwait(false);
            var commits = await group.TakeChanges(cancellation).ConfigureAwait(false);
            if (commits.Count == 0)
            {
                return Task.CompletedTask;
            }

            group.Committed(commits);
            var (count, upTo) = (events, position);
            return Task.Run(
                async () =>
                {
                    await exclusively(() => database.CommitRebuild(commits, cancellation)).ConfigureAwait(false);
                    await report(count, upTo).ConfigureAwait(false);
                },
                CancellationToken.None);
        }
    }

    /// <summary>
    /// Reads what came since, so that the new tables stand nowhere behind the others, and swaps. A projection that stopped on the way keeps its old tables
    /// where these answer further.
    /// </summary>
    private async ValueTask Swap(ProjectionGroup group, Func<long, LogPosition, ValueTask> report, CancellationToken cancellation)
    {
        await Read(group, report, async write => await write().ConfigureAwait(false), cancellation).ConfigureAwait(false);
        var better = group.Members.Where(m => m.Runs || m.Position >= reports.PositionOf(m.Projection)).ToList();
        await database.FinishRebuild([.. better.Select(m => (m.Projection, m.Last))], cancellation).ConfigureAwait(false);
        foreach (var member in better)
        {
            await live.Join(member, cancellation).ConfigureAwait(false);
        }

        foreach (var member in group.Members.Except(better))
        {
            await live.Leave(member, cancellation).ConfigureAwait(false);
        }
    }
}
