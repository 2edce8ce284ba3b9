using Trials.EventLog.Sqlite;

namespace Trials.Benchmarks.Append;

/// <summary>Durable appends: one writer, sixteen at once, and batches.</summary>
internal sealed class AppendBenchmark : IBenchmark
{
    private const double Goal = 0.8;
    private const double GoalOfBatches = 0.6;
    private const int BatchSize = 50;

    public string Name => "append";

    public string Measures => "events/s durably appended; the product also encodes, encrypts and hashes them";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings) =>
    [
        .. await Compare(settings, "1 writer", Goal, new(Writers: 1, Appends: settings.Scaled(8_000), Batch: 1)),
        .. await Compare(settings, "16 writers", Goal, new(Writers: 16, Appends: settings.Scaled(3_000), Batch: 1)),
        .. await Compare(settings, "1 writer, batches of 50", GoalOfBatches, new(Writers: 1, Appends: settings.Scaled(2_000), Batch: BatchSize)),
    ];

    private static Task<IReadOnlyList<Comparison>> Compare(Settings settings, string figure, double goal, Load load) => Comparison.Of(
        figure, settings, goal, () => new ProductLog(settings, load, folder => SqliteEventLog.Open(new() { Folder = folder })), () => new BareLog(settings, load));
}

/// <summary>What is appended.</summary>
/// <param name="Writers">How many write at once, each to streams of its own.</param>
/// <param name="Appends">How many appends each makes, one after another.</param>
/// <param name="Batch">How many events an append holds; divides the length of a stream.</param>
internal sealed record Load(int Writers, int Appends, int Batch)
{
    public int Events => Writers * Appends * Batch;
}
