using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Trials.Benchmarks;

/// <summary>SQLite's own calls for the baselines, with nothing around them.</summary>
internal sealed class BareDatabase : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<sqlite3_stmt> statements = [];

    public BareDatabase(string path, string sql)
    {
        connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(sql);
    }

    /// <summary>Runs SQL without values, once.</summary>
    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A statement that is closed with the database.</summary>
    public sqlite3_stmt Prepare(string sql)
    {
        if (raw.sqlite3_prepare_v3(connection.Handle!, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement) != raw.SQLITE_OK)
        {
            throw Failure();
        }

        statements.Add(statement);
        return statement;
    }

    /// <summary>Moves to the next row; false behind the last one, with the statement ready for its next use.</summary>
    public bool Step(sqlite3_stmt statement)
    {
        switch (raw.sqlite3_step(statement))
        {
            case raw.SQLITE_ROW:
                return true;
            case raw.SQLITE_DONE:
                raw.sqlite3_reset(statement);
                return false;
            default:
                throw Failure();
        }
    }

    public void Dispose()
    {
        statements.ForEach(s => s.Dispose());
        connection.Dispose();
    }

    private InvalidOperationException Failure() => new(raw.sqlite3_errmsg(connection.Handle!).utf8_to_string());
}
