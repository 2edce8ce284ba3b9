namespace Trials.Projections.Hearings;

/// <summary>How often a whole number (minutes of delay, days between steps) occurs.</summary>
public readonly record struct ValueCount(int Value, int Count);

/// <summary>Whole numbers and how often each occurs, with what statistics say of them.</summary>
public sealed class Distribution
{
    private readonly ValueCount[] counts;

    /// <summary>Joins counts; the same value may come more than once, in any order.</summary>
    public Distribution(IEnumerable<ValueCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var sorted = counts.ToArray();
        Array.Sort(sorted, (one, other) => one.Value.CompareTo(other.Value));
        this.counts = Joined(sorted);
        Count = this.counts.Sum(c => c.Count);
    }

    /// <summary>How many there are in all.</summary>
    public int Count { get; }

    /// <summary>Each value once, ascending.</summary>
    public IReadOnlyList<ValueCount> Counts => counts;

    /// <summary>The least; null for none.</summary>
    public int? Least => Count == 0 ? null : counts[0].Value;

    /// <summary>The greatest; null for none.</summary>
    public int? Greatest => Count == 0 ? null : counts[^1].Value;

    /// <summary>The middle one, or the mean of the middle two; null for none.</summary>
    public decimal? Median => Count == 0 ? null : (At((Count + 1) / 2) + At((Count / 2) + 1)) / 2m;

    /// <summary>The nearest-rank percentile: the least value that at least <paramref name="percent"/> of all do not exceed; null for none.</summary>
    /// <param name="percent">1 to 100.</param>
    public int? Percentile(int percent) => Count == 0 ? null : At((int)(((long)percent * Count + 99) / 100));

    /// <summary>How many fall into each band.</summary>
    public IReadOnlyList<int> In(DelayBands bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        var sums = new int[bands.Count];
        foreach (var (value, count) in counts)
        {
            sums[bands.IndexOf(value)] += count;
        }

        return sums;
    }

    /// <summary>Each value once with its sum, which is not zero.</summary>
    private static ValueCount[] Joined(ReadOnlySpan<ValueCount> sorted)
    {
        var joined = new List<ValueCount>();
        for (var i = 0; i < sorted.Length;)
        {
            var (value, count) = (sorted[i].Value, 0);
            for (; i < sorted.Length && sorted[i].Value == value; i++)
            {
                count += sorted[i].Count;
            }

            if (count != 0)
            {
                joined.Add(new(value, count));
            }
        }

        return [.. joined];
    }

    /// <summary>The value at a rank, from 1.</summary>
    private int At(int rank)
    {
        foreach (var (value, count) in counts)
        {
            rank -= count;
            if (rank <= 0)
            {
                return value;
            }
        }

        return counts[^1].Value;
    }
}
