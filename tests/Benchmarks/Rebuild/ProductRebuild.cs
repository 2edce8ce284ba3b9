using NodaTime;
using Trials.Domain;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using Trials.EventLog.Sqlite;
using Trials.Projections;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Sqlite;

namespace Trials.Benchmarks.Rebuild;

/// <summary>The product's engine with all of its read models.</summary>
internal static class ProductRebuild
{
    /// <summary>Builds the read models of a record in another folder; how many events were read.</summary>
    public static async Task<int> Into(string folder, string record)
    {
        using var keys = KeyStore.Open(record, readOnly: true);
        await using var log = SqliteEventLog.Open(new() { Folder = record, ReadOnly = true });
        await using var database = new SqliteReadModels(Path.Combine(folder, ReadModelServices.FileName));
        var codec = new EventCodec(EventTypes.All, keys);
        var engine = new ProjectionEngine(log, codec, database, ReadModels.All, SystemClock.Instance, TimeProvider.System);
        await engine.Open(CancellationToken.None);
        await engine.Rebuild([], null, CancellationToken.None);
        if (engine.Status.Any(s => s.Stop is not null))
        {
            throw new InvalidOperationException("A projection stopped.");
        }

        return (int)(await log.Head(CancellationToken.None)).Value + 1;
    }
}
