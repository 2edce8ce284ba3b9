using Trials.Benchmarks;
using Trials.Benchmarks.Pages;
using Trials.Benchmarks.Record;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Tests.Engine;

/// <summary>Every benchmark runs to its end on a small record, and both of its sides do the work, so that none is found broken when it is needed.</summary>
public sealed class BenchmarksRunTests
{
    private const double Small = 0.0005;

    public static TheoryData<string> Names => [.. AllBenchmarks.Over(new SharedRecord(new([], "", 1, Small))).Select(b => b.Name)];

    [Fact]
    public async Task A_benchmark_of_pages_says_which_read_model_stopped_and_waits_for_those_that_follow()
    {
        var behind = new ProjectionStatus(ProjectionNames.Search, "", ProjectionState.CatchingUp, LogPosition.Start, LogPosition.Start, null, null, null, null);
        var running = behind with { State = ProjectionState.Running };
        await PageBenchmark.Ready(new Going([behind], [running]));

        var stopped = behind with { State = ProjectionState.Stopped, Stop = new(LogPosition.Start, new("case-1"), 0, default, "case-opened.v9", "UnknownWireName") };
        var waiting = () => PageBenchmark.Ready(new Going([behind, running], [stopped, running]));

        (await waiting.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*search*case-opened.v9*UnknownWireName*");
    }

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

    /// <summary>Read models that go from one state to the next with each change.</summary>
    private sealed class Going(params IReadOnlyList<ProjectionStatus>[] states) : IProjections
    {
        private int at;

        public IReadOnlyList<ProjectionStatus> Status => states[at];

        public ValueTask<bool> WaitFor(LogPosition position, TimeSpan atMost, CancellationToken cancellation) => new(result: false);

        public async IAsyncEnumerable<ProjectionChange> Changes([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            for (; at < states.Length; at++)
            {
                yield return await new ValueTask<ProjectionChange>(new ProjectionChange(LogPosition.Start, new HashSet<MatterId>()));
            }
        }
    }
}
