using Microsoft.Data.Sqlite;

namespace Trials.EventLog.Sqlite;

/// <summary>The events' database: one table in write-ahead mode, each commit flushed to disk.</summary>
internal static class EventsDatabase
{
    public const string FileName = "events.db";

    private const int WriterCacheKib = 32 * 1024;
    private const int ReaderCacheKib = 4 * 1024;

    /// <summary>Pages in the write-ahead log before they are moved to the database. With more, the file grows for longer after each start, which a flush waits for.</summary>
    private const int CheckpointPages = 1_000;

    /// <summary>
    /// Streams have numbers in order of their making, so that the index over revisions grows at one end. Ids have no index: an id is made of its stream,
    /// its command and its place, and the first two stand once in what is checked before anything is appended.
    /// </summary>
    private const string Schema =
        """
        CREATE TABLE IF NOT EXISTS streams (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE IF NOT EXISTS events (
            position INTEGER PRIMARY KEY,
            stream INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            id BLOB NOT NULL,
            wire_name TEXT NOT NULL,
            metadata BLOB NOT NULL,
            data BLOB NOT NULL,
            previous_hash BLOB NOT NULL,
            hash BLOB NOT NULL
        );
        CREATE UNIQUE INDEX IF NOT EXISTS events_by_stream ON events (stream, revision)
        """;

    /// <summary>For the one writer; makes the database where there is none.</summary>
    public static SqliteConnection OpenForWriting(string folder, bool durable)
    {
        var connection = DatabaseFile.OpenForWriting(
            Path.Combine(folder, FileName),
            $"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = {(durable ? "FULL" : "OFF")};
            PRAGMA wal_autocheckpoint = {CheckpointPages};
            PRAGMA cache_size = -{WriterCacheKib};
            {Schema}
            """);
        try
        {
            DropPlace(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>For readers, also beside a writer in another process.</summary>
    public static SqliteConnection OpenForReading(string folder) => DatabaseFile.OpenForReading(
        Path.Combine(folder, FileName), $"PRAGMA query_only = ON; PRAGMA cache_size = -{ReaderCacheKib}");

    /// <summary>Takes away what kept ids apart in databases of before they named their streams: an index, and a column that nothing else reads.</summary>
    private static void DropPlace(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM pragma_table_info('events') WHERE name = 'place'";
        if ((long)command.ExecuteScalar()! > 0)
        {
            command.CommandText = "BEGIN; DROP INDEX IF EXISTS events_by_id; ALTER TABLE events DROP COLUMN place; COMMIT";
            command.ExecuteNonQuery();
        }
    }
}
