using Microsoft.Data.Sqlite;
using Trials.Domain;

namespace Trials.Projections.Engine.Sqlite;

/// <summary>The read models in one SQLite file: one connection writes, others read beside it (WAL).</summary>
/// <remarks>
/// A commit is not flushed to the disk: after a power failure the file is whole but may stand at an earlier checkpoint, from which the log is read again.
/// </remarks>
public sealed class SqliteReadModels : ReadModelDatabase
{
    private readonly string path;
    private readonly string reading;
    private readonly SqliteMover mover;
    private SqliteWriter? writer;

    /// <summary>The read models of a file; it is made when the engine opens it.</summary>
    public SqliteReadModels(string path)
    {
        this.path = path;
        mover = new(path);
        reading = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString();
    }

    private SqliteWriter Writer => writer ?? throw new InvalidOperationException("The read models are not open for writing.");

    /// <inheritdoc/>
    public override async ValueTask<ReadSession> Read(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(reading);
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            return new SqliteReadSession(connection, connection.BeginTransaction(deferred: true));
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        mover.Dispose();
        writer?.Dispose();
        using var pooled = new SqliteConnection(reading);
        SqliteConnection.ClearPool(pooled);
        return ValueTask.CompletedTask;
    }

    internal override ValueTask<IReadOnlyDictionary<string, Checkpoint>> Open(IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        writer ??= new(path);
        Writer.Forget();
        var found = new Dictionary<string, Checkpoint>(StringComparer.Ordinal);
        Writer.InTransaction(() =>
        {
            var checkpoints = Writer.Checkpoints();
            var tables = Writer.TableNames();
            foreach (var projection in projections)
            {
                if (checkpoints.TryGetValue(projection.Name, out var present) && projection.CanAskTablesOf(present.Checkpoint.Fingerprint)
                    && projection.Tables.All(t => tables.Contains(t.Name)))
                {
                    found.Add(projection.Name, present.Checkpoint);
                }
                else
                {
                    MakeEmpty(projection);
                }
            }
        });
        return new(found);
    }

    internal override ValueTask Forget(IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        Writer.Forget();
        Writer.InTransaction(() =>
        {
            foreach (var projection in projections)
            {
                MakeEmpty(projection);
            }
        });
        return ValueTask.CompletedTask;
    }

    internal override ValueTask Commit(
        IReadOnlyList<ProjectionCommit> commits, IReadOnlySet<MatterId> matters, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Writer.InTransaction(() =>
        {
            foreach (var commit in commits)
            {
                Writer.MoveCheckpoint(commit);
                foreach (var changes in commit.Changes.Tables)
                {
                    Writer.Write(changes, changes.Table.Name);
                }
            }
        });
        mover.Committed(Writer.TakePagesWritten());
        return ValueTask.CompletedTask;
    }

    internal override ValueTask BeginRebuild(IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        Writer.Forget();
        Writer.InTransaction(() =>
        {
            foreach (var table in projections.SelectMany(p => p.Tables))
            {
                Writer.Execute($"DROP TABLE IF EXISTS {SqliteTables.Beside(table)}");
                Writer.Execute(SqliteTables.Create(table, SqliteTables.Beside(table)));
            }
        });
        return ValueTask.CompletedTask;
    }

    internal override ValueTask CommitRebuild(IReadOnlyList<ProjectionCommit> commits, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Writer.InTransaction(() =>
        {
            foreach (var changes in commits.SelectMany(c => c.Changes.Tables))
            {
                Writer.Write(changes, SqliteTables.Beside(changes.Table));
            }
        });
        return ValueTask.CompletedTask;
    }

    internal override async ValueTask IndexRebuild(
        IReadOnlyList<Projection> projections, Func<Func<ValueTask>, Task> exclusively, CancellationToken cancellation)
    {
        foreach (var projection in projections)
        {
            await exclusively(() =>
            {
                Index(projection, cancellation);
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        }
    }

    internal override ValueTask FinishRebuild(IReadOnlyList<(Projection Projection, LogMark? Last)> rebuilt, CancellationToken cancellation)
    {
        Writer.Forget();
        Writer.InTransaction(() =>
        {
            var checkpoints = Writer.Checkpoints();
            foreach (var (projection, last) in rebuilt)
            {
                foreach (var table in projection.Tables)
                {
                    Writer.Execute($"DROP TABLE IF EXISTS {table.Name}");
                    Writer.Execute($"ALTER TABLE {SqliteTables.Beside(table)} RENAME TO {table.Name}");
                }

                Writer.PutCheckpoint(projection.Name, projection.Fingerprint, last, checkpoints[projection.Name].Generation + 1);
            }
        });
        return ValueTask.CompletedTask;
    }

    private void Index(Projection projection, CancellationToken cancellation)
    {
        var generation = Writer.Checkpoints()[projection.Name].Generation + 1;
        foreach (var index in projection.Tables.SelectMany(t => SqliteTables.CreateIndexes(t, SqliteTables.Beside(t), generation)))
        {
            cancellation.ThrowIfCancellationRequested();
            Writer.Execute(index);
        }
    }

    /// <summary>
    /// Tables of which nothing is known, so that queries have something to read before the first rebuild is done.
    /// No fingerprint of a version fits them, so that a rebuild that is killed begins again.
    /// </summary>
    private void MakeEmpty(Projection projection)
    {
        var generation = Writer.Checkpoints().GetValueOrDefault(projection.Name).Generation + 1;
        foreach (var table in projection.Tables)
        {
            Writer.Execute($"DROP TABLE IF EXISTS {table.Name}");
            Writer.Execute(SqliteTables.Create(table, table.Name));
            foreach (var index in SqliteTables.CreateIndexes(table, table.Name, generation))
            {
                Writer.Execute(index);
            }
        }

        Writer.PutCheckpoint(projection.Name, projection.Unbuilt, null, generation);
    }
}
