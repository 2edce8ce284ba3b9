using Trials.Benchmarks;
using Trials.Benchmarks.Record;

namespace Trials.Projections.Tests.Engine;

/// <summary>Every benchmark runs to its end on a small record, and both of its sides do the work, so that none is found broken when it is needed.</summary>
public sealed class BenchmarksRunTests
{
    private const double Small = 0.0005;

    public static TheoryData<string> Names => [.. AllBenchmarks.Over(new SharedRecord(new([], "", 1, Small))).Select(b => b.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_benchmark_runs(string name)
    {
        var folder = Directory.CreateTempSubdirectory("trials-benchmarks-");
        try
        {
            var settings = new Settings([name], folder.FullName, 1, Small);
            using var shared = new SharedRecord(settings);

            var benchmark = AllBenchmarks.Over(shared).Single(b => b.Name == name);
            Assert.SkipWhen(benchmark.Missing is not null, benchmark.Missing ?? "");

            var comparisons = await benchmark.Run(settings);

            comparisons.Should().NotBeEmpty().And.OnlyContain(c => c.Product.Single() > 0 && c.Baseline.Single() > 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
