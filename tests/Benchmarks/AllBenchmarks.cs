using Trials.Benchmarks.Append;
using Trials.Benchmarks.Decode;
using Trials.Benchmarks.Growth;
using Trials.Benchmarks.Memory;
using Trials.Benchmarks.Pages;
using Trials.Benchmarks.Postgres;
using Trials.Benchmarks.Queries;
using Trials.Benchmarks.Rebuild;
using Trials.Benchmarks.Record;
using Trials.Benchmarks.Server;
using Trials.Benchmarks.Visible;

namespace Trials.Benchmarks;

/// <summary>Every benchmark there is.</summary>
internal static class AllBenchmarks
{
    /// <summary>All of them; those that need a large record share one.</summary>
    public static IReadOnlyList<IBenchmark> Over(SharedRecord shared) =>
    [
        new AppendBenchmark(), new ServerBenchmark(), new DecodeBenchmark(), new RebuildBenchmark(shared), new CatchUpBenchmark(shared), new PostgresBenchmark(shared),
        new QueryBenchmark(shared), new SearchBenchmark(shared), new CaseListBenchmark(), new PageBenchmark(shared), new VisibleBenchmark(), new MemoryBenchmark(shared),
        new GrowthBenchmark(),
    ];
}
