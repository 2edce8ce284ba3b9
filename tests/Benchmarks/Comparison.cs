using System.Diagnostics;

namespace Trials.Benchmarks;

/// <summary>Figures of both sides, one for each repetition; larger is better.</summary>
/// <param name="Figure">What was measured.</param>
/// <param name="Product">The product's figures.</param>
/// <param name="Baseline">The baseline's figures.</param>
/// <param name="Goal">The least ratio of the medians; null where none was set.</param>
internal sealed record Comparison(string Figure, IReadOnlyList<double> Product, IReadOnlyList<double> Baseline, double? Goal)
{
    public double Ratio => Median(Product) / Median(Baseline);

    /// <summary>Runs both sides in turn, after one unmeasured turn each, so that neither has the warmer machine.</summary>
    /// <param name="product">Does the work and answers how many events it was.</param>
    /// <param name="baseline">The same.</param>
    public static async Task<Comparison> Of(
        string figure, int repetitions, double? goal, Func<IMeasured> product, Func<IMeasured> baseline)
    {
        var (products, baselines) = (new List<double>(), new List<double>());
        for (var turn = -1; turn < repetitions; turn++)
        {
            var (mine, theirs) = (await Rate(product), await Rate(baseline));
            if (turn >= 0)
            {
                products.Add(mine);
                baselines.Add(theirs);
            }
        }

        return new(figure, products, baselines, goal);
    }

    public static double Median(IReadOnlyList<double> figures)
    {
        var sorted = figures.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>The distance of the extremes, as a share of the median.</summary>
    public static double Spread(IReadOnlyList<double> figures) => (figures.Max() - figures.Min()) / Median(figures);

    private static async Task<double> Rate(Func<IMeasured> side)
    {
        await using var measured = side();
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var events = await measured.Work();
        return events / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}

/// <summary>One side of a comparison, set up and ready.</summary>
internal interface IMeasured : IAsyncDisposable
{
    /// <summary>Does the work; how many events it was.</summary>
    Task<int> Work();
}
