using System.Diagnostics;

namespace Trials.Benchmarks.Queries;

/// <summary>Compares how long single calls take.</summary>
internal static class Latencies
{
    private const int LeastWarmUp = 20;
    private const int Percent99 = 99;

    /// <summary>
    /// Calls both sides in turn, after calls that are not measured. The median and the 99th percentile (nearest rank) of each repetition are its figures.
    /// </summary>
    /// <param name="figure">What is called.</param>
    /// <param name="settings">How many times <paramref name="calls"/> calls are made, and for how long both sides are called before they are measured.</param>
    /// <param name="calls">How many.</param>
    /// <param name="product">Makes the call of a number.</param>
    /// <param name="baseline">The same.</param>
    /// <param name="limits">The most milliseconds that the product's median and 99th percentile may take; null where nothing was set.</param>
    public static async Task<IReadOnlyList<Comparison>> Of(
        string figure,
        Settings settings,
        int calls,
        Func<int, ValueTask> product,
        Func<int, ValueTask> baseline,
        (double? Median, double? Tail) limits = default)
    {
        var (medians, tails) = ((List<double>[])[[], []], (List<double>[])[[], []]);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < LeastWarmUp || Stopwatch.GetElapsedTime(start) < settings.WarmUp; i++)
        {
            await product(i);
            await baseline(i);
        }

        for (var repetition = 0; repetition < settings.Repetitions; repetition++)
        {
            var times = (List<double>[])[[], []];
            for (var i = 0; i < calls; i++)
            {
                times[0].Add(await Milliseconds(product, i));
                times[1].Add(await Milliseconds(baseline, i));
            }

            for (var side = 0; side < times.Length; side++)
            {
                medians[side].Add(Comparison.Median(times[side]));
                tails[side].Add(times[side].Order().ElementAt(((calls * Percent99) + Percent99) / (Percent99 + 1) - 1));
            }
        }

        return
        [
            new($"{figure}, median", "ms", Better.Less, medians[0], medians[1], null, limits.Median),
            new($"{figure}, 99th percentile", "ms", Better.Less, tails[0], tails[1], null, limits.Tail),
        ];
    }

    private static async ValueTask<double> Milliseconds(Func<int, ValueTask> call, int number)
    {
        var start = Stopwatch.GetTimestamp();
        await call(number);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
