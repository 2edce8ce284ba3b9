using System.Globalization;

namespace Trials.Benchmarks;

/// <summary>Prints comparisons: medians, spread of the repetitions, ratio and goal.</summary>
internal static class Table
{
    public static void Print(IReadOnlyList<Comparison> comparisons)
    {
        Console.WriteLine("| figure | product /s | ± | baseline /s | ± | ratio | goal |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var c in comparisons)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {c.Figure} | {Comparison.Median(c.Product):N0} | {Comparison.Spread(c.Product):P0} | {Comparison.Median(c.Baseline):N0} | {Comparison.Spread(c.Baseline):P0} | {c.Ratio:F2} | {c.Goal?.ToString("F2", CultureInfo.InvariantCulture) ?? "–"} |"));
        }
    }
}
