using Trials.Benchmarks.Rebuild;
using Trials.Benchmarks.Record;

namespace Trials.Benchmarks.Memory;

/// <summary>The most memory that a rebuild takes, each in a process of its own.</summary>
internal sealed class MemoryBenchmark(SharedRecord shared) : IBenchmark
{
    public string Name => "memory";

    public string Measures => "MiB of peak working set of a process that rebuilds once";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        var record = await shared.Get();
        var (products, baselines) = (new List<double>(), new List<double>());
        for (var repetition = 0; repetition < settings.Repetitions; repetition++)
        {
            products.Add((await RebuildOnce.Of(settings, RebuildOnce.Product, record.Folder)).Mebibytes);
            baselines.Add((await RebuildOnce.Of(settings, RebuildOnce.Baseline, record.Folder)).Mebibytes);
        }

        return [new($"rebuild from {record.Events:N0} events", "MiB", Better.Less, products, baselines, null)];
    }
}
