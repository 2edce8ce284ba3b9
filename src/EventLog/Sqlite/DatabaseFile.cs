using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Trials.EventLog.Sqlite;

/// <summary>Opens the databases of a data folder.</summary>
internal static class DatabaseFile
{
    private const int BusyTimeoutMilliseconds = 5_000;

    /// <summary>For a writer; made where there is none. A file that can only be read would open all the same, and is refused.</summary>
    public static SqliteConnection OpenForWriting(string path, string sql)
    {
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate, sql);
        if (raw.sqlite3_db_readonly(connection.Handle!, "main") == 0)
        {
            return connection;
        }

        connection.Dispose();
        throw new SqliteException("The database can only be read.", raw.SQLITE_READONLY);
    }

    /// <summary>
    /// For readers, also beside a writer in another process. A reader of a write-ahead database makes a file for its index beside it;
    /// where it cannot, on a read-only disk, nobody can write either, and it reads the file as one that does not change.
    /// </summary>
    public static SqliteConnection OpenForReading(string path, string sql)
    {
        try
        {
            return Open(path, SqliteOpenMode.ReadOnly, sql);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_CANTOPEN && File.Exists(path) && !File.Exists(path + "-wal"))
        {
            return Open($"file:{Uri.EscapeDataString(path)}?immutable=1", SqliteOpenMode.ReadOnly, sql);
        }
    }

    private static SqliteConnection Open(string source, SqliteOpenMode mode, string sql)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle!, BusyTimeoutMilliseconds);
            using var command = connection.CreateCommand();
            command.CommandText = sql + "; SELECT count(*) FROM sqlite_schema";
            command.ExecuteScalar();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
