using NodaTime;
using Trials.Domain;
using Trials.EventLog.InMemory;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using Trials.EventLog.Sqlite;
using Trials.Projections.Engine;

namespace Trials.Benchmarks.Rebuild;

/// <summary>The product's engine, as it reads what was recorded while it did not run.</summary>
internal static class ProductCatchUp
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Makes read models of nothing, then follows a record from its first event to its last; how many events were read.</summary>
    public static async Task<int> Into(ReadModelDatabase database, IReadOnlyList<Projection> projections, string record)
    {
        using var keys = KeyStore.Open(record, readOnly: true);
        var codec = new EventCodec(EventTypes.All, keys);
        var nothing = Over(new InMemoryEventLog());
        await nothing.Open(CancellationToken.None);
        await nothing.Rebuild([], null, CancellationToken.None);

        // Only whoever writes the log may follow it.
        await using var log = SqliteEventLog.Open(new() { Folder = record });
        var engine = Over(log);
        await engine.Open(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var running = engine.Run(stop.Token);
        var head = await log.Head(CancellationToken.None);
        var isShown = await engine.WaitFor(head, Patience, CancellationToken.None);
        await stop.CancelAsync();
        await running;
        return isShown ? (int)head.Value + 1 : throw new InvalidOperationException($"A projection stopped: {string.Join("; ", engine.Status)}");

        ProjectionEngine Over(IEventLog events) => new(events, codec, database, projections, SystemClock.Instance, TimeProvider.System);
    }
}
