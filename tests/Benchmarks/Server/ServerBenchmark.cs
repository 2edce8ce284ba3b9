using Trials.Benchmarks.Append;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Tests.EventStoreDb;

namespace Trials.Benchmarks.Server;

/// <summary>Appends to an EventStoreDB server: one in flight, and thirty-two.</summary>
internal sealed class ServerBenchmark : IBenchmark
{
    private const double Goal = 0.9;

    public string Name => "server";

    public string Measures => "events/s appended to EventStoreDB; the product also encodes, encrypts and hashes them, the baseline sends bytes made beforehand";

    public string? Missing => RealServer.Address is null ? RealServer.Missing : null;

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings) =>
    [
        .. await Compare(settings, "EventStoreDB, 1 in flight", new(Writers: 1, Appends: settings.Scaled(2_000), Batch: 1)),
        .. await Compare(settings, "EventStoreDB, 32 in flight", new(Writers: 32, Appends: settings.Scaled(800), Batch: 1)),
    ];

    private static Task<IReadOnlyList<Comparison>> Compare(Settings settings, string figure, Load load)
    {
        var server = EventStoreDbSettings.Parse(RealServer.Address!);
        return Comparison.Of(
            figure,
            settings,
            Goal,
            () => new ProductLog(settings, load, _ => new EventStoreDbLog(server with { StreamPrefix = $"benchmark{Guid.NewGuid():N}-" }, TimeProvider.System)),
            () => new BareClient(server, load));
    }
}
