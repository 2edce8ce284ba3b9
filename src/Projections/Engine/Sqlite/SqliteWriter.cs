using Microsoft.Data.Sqlite;
using SQLitePCL;
using Trials.Domain;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine.Sqlite;

/// <summary>The one connection that writes, with its prepared statements.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int CacheKibibytes = 64 * 1024;
    private const int WalPages = 8 * 1024;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    public SqliteWriter(string path)
    {
        connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = NORMAL");

        // An index of a large table is sorted in files: in memory it would take as much as the table has entries.
        Execute("PRAGMA temp_store = FILE");
        Execute($"PRAGMA cache_size = -{CacheKibibytes}");
        Execute($"PRAGMA wal_autocheckpoint = {WalPages}");
        Execute(
            "CREATE TABLE IF NOT EXISTS projection_checkpoints "
            + "(name TEXT NOT NULL PRIMARY KEY, fingerprint TEXT NOT NULL, position INTEGER NOT NULL, generation INTEGER NOT NULL) WITHOUT ROWID");
        Execute(
            "CREATE TABLE IF NOT EXISTS projection_last (one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), "
            + "position INTEGER NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL, event BLOB NOT NULL)");
    }

    private sqlite3 Database => connection.Handle ?? throw new InvalidOperationException("The connection is closed.");

    /// <summary>Runs an action in one transaction.</summary>
    public void InTransaction(Action action)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            action();
            Execute("COMMIT");
        }
        catch
        {
            if (raw.sqlite3_get_autocommit(Database) == 0)
            {
                Execute("ROLLBACK");
            }

            throw;
        }
    }

    /// <summary>Runs SQL without values, once.</summary>
    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>How many pages were written since this was asked last.</summary>
    public int TakePagesWritten()
    {
        raw.sqlite3_db_status(Database, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        return pages;
    }

    /// <summary>The event that was written last; null where nothing was.</summary>
    public LogMark? Last()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT position, stream, revision, event FROM projection_last";
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new(new(reader.GetInt64(0)), new(reader.GetString(1)), reader.GetInt64(2), new(new Guid(reader.GetFieldValue<byte[]>(3), bigEndian: true)))
            : null;
    }

    /// <summary>It is this one now; null for none.</summary>
    public void PutLast(LogMark? last)
    {
        if (last is null)
        {
            Execute("DELETE FROM projection_last");
            return;
        }

        var statement = Prepared("INSERT OR REPLACE INTO projection_last (one, position, stream, revision, event) VALUES (1, ?, ?, ?, ?)");
        statement.Integer(last.Position.Value);
        statement.Text(last.Stream.Value);
        statement.Integer(last.Revision);
        statement.Uuid(last.Event.Value);
        statement.Run();
    }

    /// <summary>The checkpoints, with the generation of the tables.</summary>
    public Dictionary<string, (Checkpoint Checkpoint, long Generation)> Checkpoints()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, fingerprint, position, generation FROM projection_checkpoints";
        using var reader = command.ExecuteReader();
        var found = new Dictionary<string, (Checkpoint, long)>(StringComparer.Ordinal);
        while (reader.Read())
        {
            found.Add(reader.GetString(0), (new(reader.GetString(1), new(reader.GetInt64(2))), reader.GetInt64(3)));
        }

        return found;
    }

    /// <summary>The names of all tables.</summary>
    public HashSet<string> TableNames()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    public void PutCheckpoint(string projection, string fingerprint, LogPosition position, long generation)
    {
        var statement = Prepared(
            "INSERT INTO projection_checkpoints (name, fingerprint, position, generation) VALUES (?, ?, ?, ?) ON CONFLICT (name) "
            + "DO UPDATE SET fingerprint = excluded.fingerprint, position = excluded.position, generation = excluded.generation");
        statement.Text(projection);
        statement.Text(fingerprint);
        statement.Integer(position.Value);
        statement.Integer(generation);
        statement.Run();
    }

    /// <summary>Moves a checkpoint, if it stands where it is expected and was left by the same version.</summary>
    public void MoveCheckpoint(ProjectionCommit commit)
    {
        var statement = Prepared("UPDATE projection_checkpoints SET position = ? WHERE name = ? AND position = ? AND fingerprint = ?");
        statement.Integer(commit.To.Value);
        statement.Text(commit.Projection.Name);
        statement.Integer(commit.From.Value);
        statement.Text(commit.Projection.Fingerprint);
        if (statement.Run() != 1)
        {
            throw new CheckpointMovedException(commit.Projection.Name);
        }
    }

    /// <summary>Writes a table's changes under the name given.</summary>
    public void Write(TableChanges changes, string name)
    {
        var table = changes.Table;
        if (changes.DeleteCount > 0)
        {
            var delete = Prepared(SqliteTables.DeleteOwner(table, name));
            for (var i = 0; i < changes.DeleteCount; i++)
            {
                changes.WriteDelete(i, delete);
                delete.Run();
            }
        }

        if (changes.RowCount == 0)
        {
            return;
        }

        var write = Prepared(SqliteTables.Write(table, name));
        for (var i = 0; i < changes.RowCount; i++)
        {
            changes.WriteRow(i, write);
            write.Run();
            if (changes.MayEmpty(i))
            {
                var empty = Prepared(SqliteTables.DeleteEmpty(table, name));
                changes.WriteKey(i, empty);
                empty.Run();
            }
        }
    }

    /// <summary>Forgets the prepared statements, before tables change their names.</summary>
    public void Forget()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        statements.Clear();
    }

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private SqliteStatement Prepared(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statements.Add(sql, statement = new(Database, sql));
        }

        return statement;
    }
}
