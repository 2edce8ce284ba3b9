using NodaTime;
using Trials.Domain;
using Trials.EventLog;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.InMemory;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using Trials.EventLog.Sqlite;
using Trials.Web.Imports.DryRun;

namespace Trials.Web.Verbs;

/// <summary>A data folder that a verb has opened, with its own log or a server's.</summary>
public sealed class OpenRecord : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private OpenRecord(ServiceProvider services, IEventLog? log = null, IEventCodec? codec = null)
    {
        this.services = services;
        Log = log ?? services.GetRequiredService<IEventLog>();
        Codec = codec ?? services.GetRequiredService<IEventCodec>();
    }

    /// <summary>Its log.</summary>
    public IEventLog Log { get; }

    /// <summary>Its codec.</summary>
    public IEventCodec Codec { get; }

    /// <summary>Opens its texts.</summary>
    public ITextOpener Texts => services.GetRequiredService<ITextOpener>();

    /// <summary>The wall clock.</summary>
    public static IClock Clock => SystemClock.Instance;

    /// <summary>Whether a folder holds a record.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, "events.db"));

    /// <summary>Opens a folder for writing; it is made where it does not exist.</summary>
    /// <exception cref="FolderInUseException">Another process writes it.</exception>
    public static OpenRecord ToWrite(string folder, EventStoreDbSettings? server = null) => new(Services(folder, server, readOnly: false));

    /// <summary>Opens a folder for reading, also beside a running server.</summary>
    /// <exception cref="NoRecordException">There is no record.</exception>
    public static OpenRecord ToRead(string folder, EventStoreDbSettings? server = null) =>
        server is not null || Exists(folder) ? new(Services(folder, server, readOnly: true)) : throw new NoRecordException(folder);

    /// <summary>Opens a folder for trying things out, also beside a running server: what is recorded ends with the process. The folder need not exist.</summary>
    public static OpenRecord ToTry(string folder, EventStoreDbSettings? server = null)
    {
        if (server is null && !Exists(folder))
        {
            return new(new ServiceCollection().BuildServiceProvider(), new InMemoryEventLog(), new EventCodec(EventTypes.All, new InMemoryKeyRing()));
        }

        var services = Services(folder, server, readOnly: true);
        var keys = new OverlayKeyRing(services.GetRequiredService<IKeyRing>());
        return new(services, new OverlayLog(services.GetRequiredService<IEventLog>()), new EventCodec(EventTypes.All, keys));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static ServiceProvider Services(string folder, EventStoreDbSettings? server, bool readOnly) => new ServiceCollection()
        .AddEventLog(new EventLogOptions { Folder = folder, Server = server, ReadOnly = readOnly })
        .BuildServiceProvider();
}

/// <summary>There is nothing to read.</summary>
public sealed class NoRecordException(string folder) : Exception($"The folder '{folder}' holds no record. Name its folder with --data.");
