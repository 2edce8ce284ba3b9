using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Trials.Benchmarks.Append;

/// <summary>
/// What somebody would write who only wants rows of that size on disk: SQLite's own calls, a unique index over stream and revision, and rows made
/// beforehand. No codec, no encryption, no hashes, no checks; one writer writes by itself, several share a thread that commits in groups.
/// </summary>
internal sealed class BareLog : IMeasured
{
    /// <summary>With the name of the stream as many as a product row has in metadata, data, id, wire name and hashes.</summary>
    private const int RowBytes = 470;

    private readonly ScratchFolder folder;
    private readonly Load load;
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt begin;
    private readonly sqlite3_stmt commit;
    private readonly sqlite3_stmt insert;
    private readonly BlockingCollection<Rows> waiting = new(1_024);
    private readonly byte[] body = new byte[RowBytes];
    private long position;

    public BareLog(Settings settings, Load load)
    {
        this.load = load;
        folder = new(settings);
        Random.Shared.NextBytes(body);
        connection = new($"Data Source={Path.Combine(folder.Path, "bare.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, body BLOB NOT NULL);
            CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);
            """;
        command.ExecuteNonQuery();
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        insert = Prepare("INSERT INTO events VALUES (?1, ?2, ?3, ?4)");
    }

    public async Task<int> Work()
    {
        if (load.Writers == 1)
        {
            WriteAlone();
            return load.Events;
        }

        var writing = Task.Factory.StartNew(WriteGroups, TaskCreationOptions.LongRunning);
        await Task.WhenAll(Enumerable.Range(0, load.Writers).Select(_ => Task.Run(Write)));
        waiting.CompleteAdding();
        await writing;
        return load.Events;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var statement in (ReadOnlySpan<sqlite3_stmt>)[begin, commit, insert])
        {
            statement.Dispose();
        }

        connection.Dispose();
        waiting.Dispose();
        folder.Dispose();
        return default;
    }

    private void WriteAlone()
    {
        foreach (var rows in Rows.Of(load))
        {
            Commit([rows]);
        }
    }

    private async Task Write()
    {
        foreach (var rows in Rows.Of(load))
        {
            waiting.Add(rows);
            await rows.Done.Task;
        }
    }

    private void WriteGroups()
    {
        var group = new List<Rows>();
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            group.Add(first);
            while (waiting.TryTake(out var more))
            {
                group.Add(more);
            }

            Commit(group);
            group.ForEach(rows => rows.Done.SetResult());
            group.Clear();
        }
    }

    private void Commit(List<Rows> group)
    {
        Run(begin);
        foreach (var rows in group)
        {
            for (var i = 0; i < load.Batch; i++)
            {
                raw.sqlite3_bind_int64(insert, 1, position++);
                raw.sqlite3_bind_text(insert, 2, rows.Stream);
                raw.sqlite3_bind_int64(insert, 3, rows.FirstRevision + i);
                raw.sqlite3_bind_blob(insert, 4, body);
                Run(insert);
            }
        }

        Run(commit);
    }

    private void Run(sqlite3_stmt statement)
    {
        if (raw.sqlite3_step(statement) != raw.SQLITE_DONE)
        {
            throw new InvalidOperationException(raw.sqlite3_errmsg(connection.Handle!).utf8_to_string());
        }

        raw.sqlite3_reset(statement);
    }

    private sqlite3_stmt Prepare(string sql)
    {
        raw.sqlite3_prepare_v3(connection.Handle!, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement);
        return statement;
    }

    private sealed record Rows(string Stream, long FirstRevision)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What one writer writes, append by append.</summary>
        public static IEnumerable<Rows> Of(Load load)
        {
            var (stream, revision) = ("", (long)SampleEvents.PerStream);
            for (var append = 0; append < load.Appends; append++, revision += load.Batch)
            {
                if (revision == SampleEvents.PerStream)
                {
                    (stream, revision) = ($"hearing-{Guid.NewGuid():N}", 0);
                }

                yield return new(stream, revision);
            }
        }
    }
}
