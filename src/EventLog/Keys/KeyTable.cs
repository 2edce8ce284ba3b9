using Microsoft.Data.Sqlite;
using Trials.EventLog.Sqlite;

namespace Trials.EventLog.Keys;

/// <summary>The tables of wrapped keys: each person's, and the stocks of text keys. Every write is durable when it returns.</summary>
internal sealed class KeyTable(string path, bool readOnly) : IDisposable
{
    private const string Preparation =
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        CREATE TABLE IF NOT EXISTS person_keys (id BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS text_keys (id BLOB PRIMARY KEY, wrapped BLOB NOT NULL)
        """;

    private readonly SqliteConnection connection = readOnly
        ? DatabaseFile.OpenForReading(path, "PRAGMA query_only = ON")
        : DatabaseFile.OpenForWriting(path, Preparation);

    /// <summary>A person's wrapped key; empty where it was erased, null where it never was.</summary>
    public byte[]? Person(Guid id) => Read("SELECT wrapped FROM person_keys WHERE id = $id", id);

    /// <summary>Adds a person's key, unless there is an entry already.</summary>
    /// <returns>Whether it was added.</returns>
    public bool AddPerson(Guid id, byte[] wrapped) =>
        Write("INSERT INTO person_keys (id, wrapped) VALUES ($id, $wrapped) ON CONFLICT (id) DO NOTHING", id, wrapped) == 1;

    /// <summary>Another number than before where another connection has written since.</summary>
    public long Version()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Leaves an empty entry, so that the key is never made again.</summary>
    public void ErasePerson(Guid id) =>
        Overwrite("INSERT INTO person_keys (id, wrapped) VALUES ($id, $wrapped) ON CONFLICT (id) DO UPDATE SET wrapped = $wrapped", id, []);

    /// <summary>A wrapped stock of text keys; null where there is none.</summary>
    public byte[]? Stock(Guid id) => Read("SELECT wrapped FROM text_keys WHERE id = $id", id);

    public void AddStock(Guid id, byte[] wrapped) => Write("INSERT INTO text_keys (id, wrapped) VALUES ($id, $wrapped)", id, wrapped);

    /// <summary>Changes a stock into what is made of it as it stands, while nobody else writes.</summary>
    public void OverwriteStock(Guid id, Func<byte[]?, byte[]> change)
    {
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            Write("UPDATE text_keys SET wrapped = $wrapped WHERE id = $id", id, change(Stock(id)));
            transaction.Commit();
        }

        EmptyWriteAheadLog();
    }

    public void Dispose() => connection.Dispose();

    private byte[]? Read(string sql, Guid id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", id.ToByteArray(bigEndian: true));
        return (byte[]?)command.ExecuteScalar();
    }

    private int Write(string sql, Guid id, byte[] wrapped)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", id.ToByteArray(bigEndian: true));
        command.Parameters.AddWithValue("$wrapped", wrapped);
        return command.ExecuteNonQuery();
    }

    /// <summary>Puts something else in a key's place, and empties the write-ahead log that may still hold the key.</summary>
    private void Overwrite(string sql, Guid id, byte[] wrapped)
    {
        Write(sql, id, wrapped);
        EmptyWriteAheadLog();
    }

    private void EmptyWriteAheadLog()
    {
        using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        checkpoint.ExecuteNonQuery();
    }
}
