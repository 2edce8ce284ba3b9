using NodaTime;
using Trials.Domain;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using Trials.EventLog.Sqlite;
using Trials.Projections;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Sqlite;

namespace Trials.Benchmarks.Rebuild;

/// <summary>The product's engine.</summary>
internal static class ProductRebuild
{
    /// <summary>Builds all read models of a record in another folder; how many events were read.</summary>
    public static async Task<int> Into(string folder, string record)
    {
        await using var database = new SqliteReadModels(Path.Combine(folder, ReadModelServices.FileName));
        return await Into(database, ReadModels.All, record);
    }

    /// <summary>Builds some read models of a record in a database; how many events were read.</summary>
    public static async Task<int> Into(ReadModelDatabase database, IReadOnlyList<Projection> projections, string record)
    {
        using var keys = KeyStore.Open(record, readOnly: true);
        await using var log = SqliteEventLog.Open(new() { Folder = record, ReadOnly = true });
        var codec = new EventCodec(EventTypes.All, keys);
        var engine = new ProjectionEngine(log, codec, database, projections, SystemClock.Instance, TimeProvider.System);
        await engine.Open(CancellationToken.None);
        await engine.Rebuild([], null, CancellationToken.None);
        if (engine.Status.Any(s => s.Stop is not null))
        {
            throw new InvalidOperationException("A projection stopped.");
        }

        return (int)(await log.Head(CancellationToken.None)).Value + 1;
    }
}
