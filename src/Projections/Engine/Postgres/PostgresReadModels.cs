using System.Buffers;
using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using Trials.Domain;

namespace Trials.Projections.Engine.Postgres;

/// <summary>
/// The read models in a PostgreSQL database, for any number of processes: one has the turn to write, all answer.
/// Each projection's tables stand in a schema of their own, one for each time that they were built; the checkpoint says which answers.
/// </summary>
public sealed class PostgresReadModels : ReadModelDatabase
{
    /// <summary>For the end of a rebuild: memory, and a fifth of the sample that the server takes by itself to know what columns hold.</summary>
    private static readonly string[] AtTheEnd =
        ["SET LOCAL work_mem = '64MB'", "SET LOCAL maintenance_work_mem = '128MB'", "SET LOCAL default_statistics_target = 20"];

    private readonly PostgresOptions options;
    private readonly TimeProvider time;
    private readonly PostgresNames names;
    private readonly NpgsqlDataSource reading;
    private readonly NpgsqlDataSource writing;
    private readonly PostgresSchemas schemas;
    private readonly PostgresTidying tidying;
    private readonly Dictionary<Projection, PostgresRebuild> rebuilds = [];
    private readonly ArrayBufferWriter<byte> buffer = new();
    private volatile Dictionary<string, long> generations = new(StringComparer.Ordinal);
    private volatile HashSet<string> built = new(StringComparer.Ordinal);
    private PostgresWriter? writer;

    /// <summary>The read models of a database; their tables are made when the engine opens them.</summary>
    /// <exception cref="ArgumentException">The schema's name is none, or the connection string cannot be read.</exception>
    /// <param name="options">Which database.</param>
    /// <param name="time">For waiting.</param>
    /// <param name="onTrouble">Is told once that analysts' views could not be made, which holds nothing else up.</param>
    public PostgresReadModels(PostgresOptions options, TimeProvider time, Action<Exception>? onTrouble = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.time = time;
        names = new(options.Schema);
        reading = options.ToRead();
        writing = options.ToWrite();
        schemas = new(options, names);
        tidying = new(options, names, schemas, time, onTrouble);
    }

    private PostgresWriter Writer => writer ?? throw new InvalidOperationException("It is not this process's turn to write.");

    /// <inheritdoc/>
    public override ValueTask<ReadSession> Read(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var connection = reading.OpenConnection();
        try
        {
            var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
            schemas.Choose(connection);
            return new(new PostgresReadSession(connection, transaction));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await GiveTurnAway().ConfigureAwait(false);
        await reading.DisposeAsync().ConfigureAwait(false);
        await writing.DisposeAsync().ConfigureAwait(false);
        tidying.Dispose();
    }

    internal override async ValueTask<IReadOnlyDictionary<string, Checkpoint>> Open(IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        var connection = await writing.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var (found, current) = await schemas.Prepare(connection, projections, cancellation).ConfigureAwait(false);
            generations = current;
            built = projections.Where(p => found.GetValueOrDefault(p.Name)?.IsOf(p.Fingerprint) ?? false).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            return found;
        }
    }

    internal override async ValueTask Forget(IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        var current = generations;
        await Writer.InTransaction(
            async connection => current = await schemas.Forget(connection, projections, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        generations = current;
        built = [.. built.Except(projections.Select(p => p.Name))];
    }

    internal override async ValueTask<bool> TakeTurn(CancellationToken cancellation)
    {
        await GiveTurnAway().ConfigureAwait(false);
        writer = await PostgresWriter.TryTake(writing, names, cancellation).ConfigureAwait(false);
        return writer is not null;
    }

    internal override async IAsyncEnumerable<OthersChange> Follow([EnumeratorCancellation] CancellationToken cancellation)
    {
        var connection = await writing.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await foreach (var change in new PostgresFollower(connection, names, options.AskForTurn).Follow(cancellation).ConfigureAwait(false))
            {
                yield return change;
            }
        }
    }

    internal override async ValueTask TellStops(IReadOnlyDictionary<string, ProjectionStop> stops, CancellationToken cancellation) =>
        await Writer.InTransaction(
            async connection =>
            {
                await PostgresStops.Put(connection, stops, cancellation).ConfigureAwait(false);
                await connection.Run(PostgresFollower.Tell(names), cancellation).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);

    internal override async ValueTask TellRebuild(IReadOnlyList<Projection> projections, int percent, CancellationToken cancellation) =>
        await Writer.InTransaction(
            async connection => await connection.Run(
                [.. PostgresProgress.Put(projections, percent), .. PostgresFollower.Tell(names)], cancellation).ConfigureAwait(false),
            cancellation).ConfigureAwait(false);

    internal override async Task HoldTurn(CancellationToken cancellation)
    {
        await Writer.LimitSilence(options.LongestSilence, cancellation).ConfigureAwait(false);
        using var heartbeat = new PeriodicTimer(options.Heartbeat, time);
        do
        {
            await Writer.Ping(cancellation).ConfigureAwait(false);
            await Tidy(cancellation).ConfigureAwait(false);
        }
        while (await heartbeat.WaitForNextTickAsync(cancellation).ConfigureAwait(false));
    }

    internal override async ValueTask Commit(
        IReadOnlyList<ProjectionCommit> commits, IReadOnlySet<MatterId> matters, CancellationToken cancellation) =>
        await Writer.InTransaction(
            async connection =>
            {
                await PostgresCheckpoints.Move(connection, commits, cancellation).ConfigureAwait(false);
                var tables = commits.SelectMany(c => c.Changes.Tables.Select(changes => (changes, SchemaOf(c.Projection))));
                IEnumerable<NpgsqlBatchCommand> more = [.. PostgresMarks.Put([.. commits.Select(c => (c.Projection, c.To))]), .. PostgresFollower.Tell(names, matters)];
                await PostgresWrites.Run(connection, [.. tables], more, buffer, cancellation).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);

    internal override async ValueTask BeginRebuild(IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        rebuilds.Clear();
        foreach (var projection in projections)
        {
            rebuilds.Add(projection, new(projection, names.Of(projection.Name, generations[projection.Name] + 1)));
        }

        await Writer.InTransaction(
            async connection =>
            {
                await connection.Run(PostgresProgress.Forget(), cancellation).ConfigureAwait(false);
                foreach (var rebuild in rebuilds.Values)
                {
                    await rebuild.Begin(connection, cancellation).ConfigureAwait(false);
                }
            },
            cancellation).ConfigureAwait(false);
    }

    internal override async ValueTask CommitRebuild(IReadOnlyList<ProjectionCommit> commits, CancellationToken cancellation) =>
        await Writer.InTransaction(
            async connection =>
            {
                foreach (var commit in commits)
                {
                    await rebuilds[commit.Projection].Write(connection, commit.Changes, cancellation).ConfigureAwait(false);
                }
            },
            cancellation).ConfigureAwait(false);

    internal override async ValueTask IndexRebuild(
        IReadOnlyList<Projection> projections, Func<Func<ValueTask>, Task> exclusively, CancellationToken cancellation)
    {
        // On connections beside: nobody else writes these tables. The largest first, so that the connections are done at about the same time.
        const int connections = 2;
        var largestFirst = projections.SelectMany(p => rebuilds[p].Loads).OrderByDescending(l => l.Copied);
        var together = new ParallelOptions { MaxDegreeOfParallelism = connections, CancellationToken = cancellation };
        await Parallel.ForEachAsync(largestFirst, together, async (load, stop) =>
        {
            var connection = await writing.OpenConnectionAsync(stop).ConfigureAwait(false);
            await using var closing = connection.ConfigureAwait(false);
            await Writer.InTransaction(connection, async c => await c.Run([.. AtTheEnd, .. load.End()], stop).ConfigureAwait(false), stop).ConfigureAwait(false);
        }).ConfigureAwait(false);
        foreach (var projection in projections)
        {
            rebuilds[projection].Indexed();
        }
    }

    internal override async ValueTask FinishRebuild(IReadOnlyList<(Projection Projection, LogMark? Last)> rebuilt, CancellationToken cancellation)
    {
        await Writer.InTransaction(
            async connection =>
            {
                foreach (var (projection, last) in rebuilt)
                {
                    await PostgresCheckpoints.Swap(connection, projection, last, generations[projection.Name] + 1, cancellation).ConfigureAwait(false);
                }

                var marks = PostgresMarks.Put([.. rebuilt.Where(r => r.Last is not null).Select(r => (r.Projection, r.Last!))]);
                await connection.Run([.. marks, .. PostgresProgress.Forget(), .. PostgresFollower.Tell(names)], cancellation).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        var next = new Dictionary<string, long>(generations, StringComparer.Ordinal);
        foreach (var (projection, _) in rebuilt)
        {
            next[projection.Name]++;
        }

        generations = next;
        built = [.. built, .. rebuilt.Select(r => r.Projection.Name)];
        rebuilds.Clear();
        await Tidy(cancellation).ConfigureAwait(false);
    }

    /// <summary>Lets analysts read the tables that answer, and throws away those that did before.</summary>
    internal ValueTask Tidy(CancellationToken cancellation) =>
        tidying.Run(writing, Writer, generations.Where(g => built.Contains(g.Key)).ToDictionary(StringComparer.Ordinal), cancellation);

    private string SchemaOf(Projection projection) => names.Of(projection.Name, generations[projection.Name]);

    private async ValueTask GiveTurnAway()
    {
        if (Interlocked.Exchange(ref writer, null) is { } mine)
        {
            await mine.DisposeAsync().ConfigureAwait(false);
        }
    }
}
