using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Trials.Domain;
using Trials.EventLog.Sqlite;

namespace Trials.EventLog.Keys;

/// <summary>
/// The keys of a record, in a database of their own (<c>keys.db</c>), wrapped by its master key. Text keys are made in stocks before they are needed,
/// so that one flush to disk serves many texts; what a process leaves over of its stock is never used.
/// </summary>
public sealed class KeyStore : IKeyRing, IDisposable
{
    /// <summary>The database's name within the data folder.</summary>
    public const string FileName = "keys.db";

    private const int SmallestStock = 32;
    private const int LargestStock = 1_024;
    private const int KeptPersons = 4_096;
    private const int KeptStocks = 128;

    private readonly Lock gate = new();
    private readonly KeyTable table;
    private readonly KeyWrap wrap;
    private readonly bool readOnly;
    private readonly bool shared;
    private readonly Recent<Guid, TextKey> persons = new(KeptPersons);
    private readonly Recent<Guid, KeyStock> stocks = new(KeptStocks);
    private KeyStock stock = new(Guid.Empty, []);
    private int nextPlace;
    private long seen;

    private KeyStore(KeyTable table, MasterKey master, bool readOnly, bool shared)
    {
        this.table = table;
        this.readOnly = readOnly;
        this.shared = shared;
        wrap = new(master.ForWrapping());
        FingerprintKey = master.ForFingerprints();
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> FingerprintKey { get; }

    /// <summary>Opens the keys of a data folder; the first start makes the master key, before any database.</summary>
    /// <param name="folder">The data folder, which exists.</param>
    /// <param name="readOnly">Beside a running writer, or to look only: makes and erases no key.</param>
    /// <param name="shared">Whether other processes on this machine write the same keys: what they erase is gone here too.</param>
    /// <exception cref="MasterKeyException">The master key is missing, readable by others, no key, or another record's.</exception>
    /// <exception cref="KeyDatabaseMissingException">There are events but no keys.</exception>
    /// <exception cref="LogUnavailableException">The disk is full, read-only or broken.</exception>
    public static KeyStore Open(string folder, bool readOnly, bool shared = false)
    {
        var path = Path.Combine(folder, FileName);
        var hasKeys = File.Exists(path);
        if (!hasKeys && File.Exists(Path.Combine(folder, EventsDatabase.FileName)))
        {
            throw new KeyDatabaseMissingException(path);
        }

        try
        {
            var isNew = !readOnly && !hasKeys && !File.Exists(Path.Combine(folder, MasterKey.FileName));
            using var master = isNew ? MasterKey.Create(folder) : MasterKey.Read(folder);
            return Open(new(new(path, readOnly), master, readOnly, shared), folder);
        }
        catch (Exception e) when (e is SqliteException or KeysUnavailableException or IOException or UnauthorizedAccessException)
        {
            throw new LogUnavailableException(folder, SqliteFailure.Of(e), e);
        }
    }

    /// <inheritdoc/>
    public void Check()
    {
        lock (gate)
        {
            try
            {
                table.Person(Guid.Empty);
            }
            catch (SqliteException e)
            {
                throw new KeysUnavailableException(SqliteFailure.BeforeCommit(e.SqliteExtendedErrorCode), e);
            }
        }
    }

    /// <inheritdoc/>
    public TextKey TakeTextKey()
    {
        lock (gate)
        {
            if (nextPlace == stock.Count)
            {
                Restock();
            }

            return stock.Take(nextPlace++);
        }
    }

    /// <inheritdoc/>
    public TextKey PersonKey(PersonId person)
    {
        lock (gate)
        {
            ForgetWhatOthersChanged();
            return FindPerson(person.Value, out var known) ?? (known ? throw new KeyErasedException(person.Value) : AddPerson(person.Value));
        }
    }

    /// <inheritdoc/>
    public TextKey? Find(Guid id)
    {
        lock (gate)
        {
            ForgetWhatOthersChanged();
            return stocks.TryGet(KeyStock.StockOf(id), out var kept) ? kept.Find(id)
                : FindPerson(id, out var known) ?? (known ? null : FindStock(id).Find(id));
        }
    }

    /// <inheritdoc/>
    public void Erase(PersonId person)
    {
        lock (gate)
        {
            Write(() => table.ErasePerson(person.Value));
            persons.Remove(person.Value);
        }
    }

    /// <inheritdoc/>
    public void EraseText(Guid key)
    {
        lock (gate)
        {
            KeyStock? rest = null;
            Write(() => table.OverwriteStock(KeyStock.StockOf(key), wrapped =>
            {
                rest = Unwrap(key, wrapped).Without(key);
                return wrap.Wrap(rest.Id, rest.Secrets);
            }));
            stocks.Add(rest!.Id, rest);
            stock = stock.Id == rest.Id ? rest : stock;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            table.Dispose();
            wrap.Dispose();
        }
    }

    private static KeyStore Open(KeyStore store, string folder)
    {
        try
        {
            store.CheckMaster(folder);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>A key under the empty id opens only with the master key that the database was made with.</summary>
    private void CheckMaster(string folder)
    {
        try
        {
            if (FindPerson(Guid.Empty, out _) is null)
            {
                AddPerson(Guid.Empty);
            }
        }
        catch (CryptographicException)
        {
            throw new MasterKeyException(Path.Combine(folder, MasterKey.FileName), $"'{FileName}' was made with another one.");
        }
    }

    /// <summary>A person's key; null where it was erased or there is none.</summary>
    private TextKey? FindPerson(Guid id, out bool known)
    {
        known = true;
        if (persons.TryGet(id, out var key))
        {
            return key;
        }

        switch (table.Person(id))
        {
            case null:
                known = false;
                return null;
            case { Length: 0 }:
                return null;
            case var wrapped:
                key = new(id, wrap.Unwrap(id, wrapped));
                persons.Add(id, key);
                return key;
        }
    }

    private TextKey AddPerson(Guid id)
    {
        var key = new TextKey(id, RandomNumberGenerator.GetBytes(KeyWrap.KeySize));
        var added = false;
        Write(() => added = table.AddPerson(id, wrap.Wrap(id, key.Secret.Span)));
        if (!added)
        {
            // Another process was faster.
            return FindPerson(id, out _) ?? throw new KeyErasedException(id);
        }

        persons.Add(id, key);
        return key;
    }

    private KeyStock FindStock(Guid key)
    {
        var id = KeyStock.StockOf(key);
        if (!stocks.TryGet(id, out var found))
        {
            found = Unwrap(key, table.Stock(id));
            stocks.Add(id, found);
        }

        return found;
    }

    private KeyStock Unwrap(Guid key, byte[]? wrapped)
    {
        var id = KeyStock.StockOf(key);
        return new(id, wrap.Unwrap(id, wrapped ?? throw new KeyMissingException(key)));
    }

    /// <summary>What another process erased must not be opened here any more.</summary>
    private void ForgetWhatOthersChanged()
    {
        if (shared && table.Version() is var version && version != seen)
        {
            seen = version;
            persons.Clear();
            stocks.Clear();
        }
    }

    private void Restock()
    {
        var next = KeyStock.Make(Math.Clamp(stock.Count * 2, SmallestStock, LargestStock));
        Write(() => table.AddStock(next.Id, wrap.Wrap(next.Id, next.Secrets)));
        (stock, nextPlace) = (next, 0);
        stocks.Add(next.Id, next);
    }

    private void Write(Action write)
    {
        if (readOnly)
        {
            throw new InvalidOperationException("The keys were opened for reading only.");
        }

        try
        {
            write();
        }
        catch (SqliteException e)
        {
            throw new KeysUnavailableException(SqliteFailure.BeforeCommit(e.SqliteExtendedErrorCode), e);
        }
    }
}

/// <summary>A record's key database is gone.</summary>
public sealed class KeyDatabaseMissingException(string path) : Exception(
    $"The key database '{path}' is missing although the folder holds events. Put it back from its backup: without it no protected text can be read.");
