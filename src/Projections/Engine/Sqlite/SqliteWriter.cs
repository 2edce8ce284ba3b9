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
            "CREATE TABLE IF NOT EXISTS projection_marks "
            + "(name TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID");
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

    /// <summary>The checkpoints, with the generation of the tables.</summary>
    public Dictionary<string, (Checkpoint Checkpoint, long Generation)> Checkpoints()
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT c.name, fingerprint, c.position, generation, stream, revision, hash "
            + "FROM projection_checkpoints c LEFT JOIN projection_marks m ON m.name = c.name AND m.position = c.position";
        using var reader = command.ExecuteReader();
        var found = new Dictionary<string, (Checkpoint, long)>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var position = new LogPosition(reader.GetInt64(2));
            var last = reader.IsDBNull(4) ? null : new LogMark(position, new(reader.GetString(4)), reader.GetInt64(5), reader.GetString(6));
            found.Add(reader.GetString(0), (new(reader.GetString(1), position, last), reader.GetInt64(3)));
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

    /// <param name="last">The last event that the tables hold; null for none.</param>
    public void PutCheckpoint(string projection, string fingerprint, LogMark? last, long generation)
    {
        var statement = Prepared(
            "INSERT INTO projection_checkpoints (name, fingerprint, position, generation) VALUES (?, ?, ?, ?) ON CONFLICT (name) "
            + "DO UPDATE SET fingerprint = excluded.fingerprint, position = excluded.position, generation = excluded.generation");
        statement.Text(projection);
        statement.Text(fingerprint);
        statement.Integer((last?.Position ?? LogPosition.Start).Value);
        statement.Integer(generation);
        statement.Run();
        if (last is not null)
        {
            PutMark(projection, last);
        }
    }

    /// <summary>Moves a checkpoint, if it stands where it is expected and was left by the same version.</summary>
    public void MoveCheckpoint(ProjectionCommit commit)
    {
        var statement = Prepared("UPDATE projection_checkpoints SET position = ? WHERE name = ? AND position = ? AND fingerprint = ?");
        statement.Integer(commit.To.Position.Value);
        statement.Text(commit.Projection.Name);
        statement.Integer(commit.From.Value);
        statement.Text(commit.Projection.Fingerprint);
        if (statement.Run() != 1)
        {
            throw new CheckpointMovedException(commit.Projection.Name);
        }

        PutMark(commit.Projection.Name, commit.To);
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

    private void PutMark(string projection, LogMark mark)
    {
        var statement = Prepared("INSERT OR REPLACE INTO projection_marks (name, position, stream, revision, hash) VALUES (?, ?, ?, ?, ?)");
        statement.Text(projection);
        statement.Integer(mark.Position.Value);
        statement.Text(mark.Stream.Value);
        statement.Integer(mark.Revision);
        statement.Text(mark.Hash);
        statement.Run();
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
