using System.Diagnostics;

namespace Trials.Benchmarks;

/// <summary>Which figures are good ones.</summary>
internal enum Better
{
    /// <summary>Rates.</summary>
    More,

    /// <summary>Latencies, memory.</summary>
    Less,
}

/// <summary>Figures of both sides, one for each repetition.</summary>
/// <param name="Figure">What was measured.</param>
/// <param name="Unit">What the figures count.</param>
/// <param name="Better">Which of them are good ones.</param>
/// <param name="Product">The product's figures.</param>
/// <param name="Baseline">The baseline's figures.</param>
/// <param name="Goal">The least ratio of the medians; null where none was set.</param>
/// <param name="Limit">What the product must reach by itself, whatever the baseline does; null where nothing was set.</param>
internal sealed record Comparison(
    string Figure, string Unit, Better Better, IReadOnlyList<double> Product, IReadOnlyList<double> Baseline, double? Goal, double? Limit = null)
{
    /// <summary>How good the product is, the baseline being 1: above 1 it is the better one, whichever figures are good.</summary>
    public double Ratio => Better == Better.More ? Median(Product) / Median(Baseline) : Median(Baseline) / Median(Product);

    /// <summary>
    /// Runs both sides in turn, after unmeasured turns, so that neither has the warmer machine. Compares by the clock, which the goal is about,
    /// and by processor time, which tells the same on a machine that others use meanwhile.
    /// </summary>
    /// <param name="figure">What is measured.</param>
    /// <param name="settings">How often each side runs, and for how long it does so before it is measured.</param>
    /// <param name="goal">The least ratio by the clock.</param>
    /// <param name="product">Does the work and answers how many events it was.</param>
    /// <param name="baseline">The same.</param>
    public static async Task<IReadOnlyList<Comparison>> Of(
        string figure, Settings settings, double? goal, Func<IMeasured> product, Func<IMeasured> baseline)
    {
        var (products, baselines) = (new List<Rates>(), new List<Rates>());
        await WarmUp(settings.WarmUp, product, baseline);
        for (var turn = 0; turn < settings.Repetitions; turn++)
        {
            products.Add(await Measure(product));
            baselines.Add(await Measure(baseline));
        }

        return
        [
            new(figure, "events/s", Better.More, [.. products.Select(r => r.OfClock)], [.. baselines.Select(r => r.OfClock)], goal),
            new(figure, "events/CPU s", Better.More, [.. products.Select(r => r.OfProcessor)], [.. baselines.Select(r => r.OfProcessor)], null),
        ];
    }

    public static double Median(IReadOnlyList<double> figures)
    {
        var sorted = figures.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>The distance of the extremes, as a share of the median.</summary>
    public static double Spread(IReadOnlyList<double> figures) => (figures.Max() - figures.Min()) / Median(figures);

    /// <summary>Turns that are not measured, at least one each, until the runtime has compiled for good what both run again and again.</summary>
    private static async Task WarmUp(TimeSpan least, Func<IMeasured> product, Func<IMeasured> baseline)
    {
        var start = Stopwatch.GetTimestamp();
        do
        {
            await Measure(product);
            await Measure(baseline);
        }
        while (Stopwatch.GetElapsedTime(start) < least);
    }

    private static async Task<Rates> Measure(Func<IMeasured> side)
    {
        await using var measured = side();
        GC.Collect();
        var (start, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var events = await measured.Work();
        return new(events / Stopwatch.GetElapsedTime(start).TotalSeconds, events / (Environment.CpuUsage.TotalTime - busy).TotalSeconds);
    }

    private readonly record struct Rates(double OfClock, double OfProcessor);
}

/// <summary>One side of a comparison, set up and ready.</summary>
internal interface IMeasured : IAsyncDisposable
{
    /// <summary>Does the work; how many events it was.</summary>
    Task<int> Work();
}
