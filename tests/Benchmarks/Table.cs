using System.Globalization;

namespace Trials.Benchmarks;

/// <summary>Prints comparisons: medians, spread of the repetitions, ratio (above 1 the product is the better one), its goal, and the product's own.</summary>
internal static class Table
{
    /// <summary>From here on figures are shown as whole numbers.</summary>
    private const double Whole = 100;

    public static void Print(IReadOnlyList<Comparison> comparisons)
    {
        Console.WriteLine("| figure | unit | product | ± | baseline | ± | ratio | goal | product's goal |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var c in comparisons)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {c.Figure} | {c.Unit} | {Side(c.Product)} | {Side(c.Baseline)} | {c.Ratio:F2} | {Goal(c.Goal, "F2")} | {Goal(c.Limit, "N0")} |"));
        }
    }

    private static string Goal(double? goal, string format) => goal?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    private static string Side(IReadOnlyList<double> figures)
    {
        var median = Comparison.Median(figures);
        return string.Create(CultureInfo.InvariantCulture, $"{median.ToString(median < Whole ? "N3" : "N0", CultureInfo.InvariantCulture)} | {Comparison.Spread(figures):P0}");
    }
}
