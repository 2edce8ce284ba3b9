namespace Trials.Web.Charts;

/// <summary>A vertical axis with round numbers on it, zero among them.</summary>
/// <param name="Least">The lowest tick, zero or below.</param>
/// <param name="Greatest">The highest tick, above zero.</param>
/// <param name="Step">How far a tick is from the next: a whole number.</param>
public sealed record ChartScale(int Least, int Greatest, int Step)
{
    private const int Intervals = 5;

    /// <summary>From the lowest up.</summary>
    public IEnumerable<int> Ticks
    {
        get
        {
            for (var tick = Least; tick <= Greatest; tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>The axis on which all these values have room.</summary>
    public static ChartScale Of(IEnumerable<decimal> values)
    {
        decimal least = 0, greatest = 0;
        foreach (var value in values)
        {
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        var step = StepOf(greatest - least);
        return new(
            (int)Math.Floor(least / step) * step,
            Math.Max((int)Math.Ceiling(greatest / step), least < 0 ? 0 : 1) * step,
            step);
    }

    private static int StepOf(decimal range)
    {
        var power = 1;
        while (true)
        {
            foreach (var factor in (ReadOnlySpan<int>)[1, 2, 5])
            {
                if ((long)factor * power * Intervals >= range)
                {
                    return factor * power;
                }
            }

            power *= 10;
        }
    }
}
