using Trials.Domain;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using Trials.EventLog.Sqlite;

namespace Trials.EventLog.Crash;

/// <summary>The log, codec and keys of a folder, as the application composes them.</summary>
internal sealed class Record : IAsyncDisposable
{
    private readonly KeyStore keys;
    private readonly SqliteEventLog log;

    private Record(KeyStore keys, SqliteEventLog log)
    {
        this.keys = keys;
        this.log = log;
        Codec = new EventCodec(EventTypes.All, keys);
    }

    public IEventLog Log => log;

    public IEventCodec Codec { get; }

    public static Record Open(string folder, WriterHooks hooks) =>
        new(KeyStore.Open(folder, readOnly: false), SqliteEventLog.Open(new() { Folder = folder }, hooks));

    public async ValueTask DisposeAsync()
    {
        await log.DisposeAsync();
        keys.Dispose();
    }
}
