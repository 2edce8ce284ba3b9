using Microsoft.Data.Sqlite;

namespace Trials.Projections.Engine.Sqlite;

/// <summary>
/// Moves what was committed from the write-ahead log into the file, beside whoever writes: a commit that does it itself keeps everybody who waits to see
/// something waiting for the disk.
/// </summary>
internal sealed class SqliteMover(string path) : IDisposable
{
    /// <summary>Far fewer than a writer waits for before it moves them itself.</summary>
    private const int Pages = 1_000;

    private long unmoved;
    private Task moving = Task.CompletedTask;

    /// <summary>So many pages were committed.</summary>
    public void Committed(int pages)
    {
        unmoved += pages;
        if (unmoved >= Pages && moving.IsCompleted)
        {
            unmoved = 0;
            moving = Task.Run(Move);
        }
    }

    /// <summary>Waits for what is under way.</summary>
    public void Dispose() => moving.Wait();

    private void Move()
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // What was committed is safe where it is; the writer tries as well when there is more of it.
        }
    }
}
