using Trials.Benchmarks.Queries;

namespace Trials.Benchmarks.Visible;

/// <summary>From recording to an open page of the same process that shows it.</summary>
internal sealed class VisibleBenchmark : IBenchmark
{
    private const int Calls = 1_000;
    private const double Median = 3;
    private const double Tail = 15;

    public string Name => "visible";

    public string Measures =>
        "ms from the append of a case's first five entries until an open page was told of them and has read them; the baseline appends, writes the timeline and reads it, one after another";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        await using var product = await ProductVisible.Start(settings);
        using var bare = new BareVisible(settings);
        var calls = 0;
        return await Latencies.Of(
            "recorded to visible",
            settings,
            settings.Scaled(Calls),
            _ => product.Record(calls++),
            _ =>
            {
                bare.Record(calls++);
                return default;
            },
            (Median, Tail));
    }
}
