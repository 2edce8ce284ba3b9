using Trials.Projections.Hearings;

namespace Trials.Web.Delays;

/// <summary>Delays of neighbouring minutes, counted together.</summary>
/// <param name="From">The least delay in minutes, belonging to it.</param>
/// <param name="To">The greatest delay in minutes, belonging to it.</param>
/// <param name="Count">How many hearings.</param>
public readonly record struct MinuteBucket(int From, int To, int Count)
{
    /// <summary>How many buckets a histogram has at most.</summary>
    public const int Most = 16;

    private static readonly int[] Widths = [5, 10, 15, 30, 60, 120, 240, 720, 1_440];

    /// <summary>
    /// Equally wide buckets from the least to the greatest delay, empty ones between them too, in the narrowest of a few round widths that keeps them
    /// few. One ends at 0, so that what is in time and what is late never fall together.
    /// </summary>
    public static IReadOnlyList<MinuteBucket> Of(Distribution minutes)
    {
        if (minutes is not { Least: { } least, Greatest: { } greatest })
        {
            return [];
        }

        var width = WidthFor(least, greatest);
        var first = IndexOf(least, width);
        var counts = new int[IndexOf(greatest, width) - first + 1];
        foreach (var (value, count) in minutes.Counts)
        {
            counts[IndexOf(value, width) - first] += count;
        }

        return [.. counts.Select((count, i) => new MinuteBucket(((first + i - 1) * width) + 1, (first + i) * width, count))];
    }

    private static int WidthFor(int least, int greatest)
    {
        foreach (var width in Widths)
        {
            if (Fits(width))
            {
                return width;
            }
        }

        var days = Widths[^1];
        while (!Fits(days))
        {
            days *= 2;
        }

        return days;

        bool Fits(int width) => IndexOf(greatest, width) - IndexOf(least, width) < Most;
    }

    /// <summary>Which multiple of the width a delay does not exceed.</summary>
    private static int IndexOf(int minutes, int width) => (int)Math.Ceiling(minutes / (decimal)width);
}
