using Trials.Domain;

namespace Trials.Projections.Hearings;

/// <summary>Bands of delay in whole minutes: up to the first bound, above it up to the second, …, above the last.</summary>
/// <param name="UpTo">Ascending upper bounds, each belonging to its band; at least one.</param>
public sealed record DelayBands(ValueList<int> UpTo)
{
    /// <summary>In time, up to 30 minutes late, up to 90, up to 120, more.</summary>
    public static DelayBands Standard { get; } = new([0, 30, 90, 120]);

    /// <summary>How many bands there are.</summary>
    public int Count => UpTo.Count + 1;

    /// <summary>The band of a delay, from 0.</summary>
    public int IndexOf(int minutes)
    {
        var index = 0;
        while (index < UpTo.Count && minutes > UpTo[index])
        {
            index++;
        }

        return index;
    }

    /// <summary>The least and greatest delay of a band, both belonging to it; null where it has no bound.</summary>
    /// <param name="index">From 0.</param>
    public (int? From, int? To) BoundsOf(int index) =>
        (index == 0 ? null : UpTo[index - 1] + 1, index == UpTo.Count ? null : UpTo[index]);
}
