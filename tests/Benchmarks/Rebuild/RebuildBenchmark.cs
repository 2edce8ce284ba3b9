using Trials.Benchmarks.Record;

namespace Trials.Benchmarks.Rebuild;

/// <summary>All read models built anew from the log.</summary>
internal sealed class RebuildBenchmark(SharedRecord shared) : IBenchmark
{
    private const double Goal = 0.7;

    public string Name => "rebuild";

    public string Measures => "events/s from the log into all read models; the baseline only parses them and writes rows that are made beforehand";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        var record = await shared.Get();
        return await Comparison.Of(
            $"rebuild from {record.Events:N0} events",
            settings,
            Goal,
            () => new Side(settings, folder => ProductRebuild.Into(folder, record.Folder)),
            () => new Side(settings, folder => Task.FromResult(BareRebuild.Into(folder, record.Folder))));
    }
}
