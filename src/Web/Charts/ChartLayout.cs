using System.Globalization;

namespace Trials.Web.Charts;

/// <summary>
/// Where the parts of a bar chart lie: across in percent of its width, so that it fits a telephone as well as a wide window, down in pixels.
/// Bars are as wide as they can be on the narrowest screen.
/// </summary>
public sealed class ChartLayout
{
    /// <summary>The width for which bars and labels are measured, in pixels.</summary>
    public const int NarrowWidth = 320;

    /// <summary>How much height the labels under the axis take, in pixels.</summary>
    public const int LabelHeight = 26;

    private const int Top = 30;
    private const int GroupHeight = 16;
    private const int DigitWidth = 8;
    private const int LetterWidth = 7;
    private const int WidestBar = 40;
    private const int MostShown = 12;
    private readonly int bottom;

    /// <summary>Lays bars out.</summary>
    /// <param name="bars">From the left.</param>
    /// <param name="height">Of the whole drawing without the line of groups, in pixels; 100 or more.</param>
    public ChartLayout(IReadOnlyList<ChartBar> bars, int height)
    {
        Scale = ChartScale.Of(bars.SelectMany(Ends));
        bottom = height - LabelHeight;
        Height = height + (bars.Any(bar => bar.Group is not null) ? GroupHeight : 0);
        Left = (DigitWidth * Math.Max(Number(Scale.Greatest).Length, Number(Scale.Least).Length)) + 10;

        var start = 100m * Left / NarrowWidth;
        var pitch = (100m - start) / Math.Max(bars.Count, 1);
        var room = pitch * NarrowWidth / 100m;
        BarWidth = (int)Math.Clamp(room * 0.7m, 2, WidestBar);
        LabelEvery = bars.Count == 0 ? 1 : Math.Max(1, (int)Math.Ceiling(bars.Max(bar => bar.Label.Length) * LetterWidth / room));
        Bars = [.. bars.Select((bar, i) => new LaidBar(bar, start + (pitch * (i + 0.5m)), [.. Parts(bar)], i % LabelEvery == 0))];
        ShowsValues = bars.Count <= MostShown;
    }

    /// <summary>The axis.</summary>
    public ChartScale Scale { get; }

    /// <summary>The height of the drawing, in pixels.</summary>
    public int Height { get; }

    /// <summary>Where the plot begins behind the axis' numbers, in pixels.</summary>
    public int Left { get; }

    /// <summary>How wide a bar is, in pixels.</summary>
    public int BarWidth { get; }

    /// <summary>Every how many bars one is named.</summary>
    public int LabelEvery { get; }

    /// <summary>Whether there is room for each bar's value.</summary>
    public bool ShowsValues { get; }

    /// <summary>The bars, from the left.</summary>
    public IReadOnlyList<LaidBar> Bars { get; }

    /// <summary>Where the labels' line stands, in pixels from above.</summary>
    public int LabelLine => bottom + 18;

    /// <summary>Where the groups' line stands, in pixels from above.</summary>
    public int GroupLine => LabelLine + GroupHeight;

    /// <summary>How far from above a value lies, in pixels.</summary>
    public decimal Y(decimal value) => Top + ((Scale.Greatest - value) * (bottom - Top) / (Scale.Greatest - Scale.Least));

    /// <summary>Where a bar's value is written, in pixels from above: beyond its end.</summary>
    public decimal ValueLine(LaidBar bar)
    {
        var end = bar.Bar.Parts.Sum(part => part.Value);
        return end < 0 ? Y(end) + 15 : Y(end) - 6;
    }

    /// <summary>A number as drawings write it, whatever the language: at most two decimals behind a point.</summary>
    public static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private IEnumerable<LaidPart> Parts(ChartBar bar)
    {
        var from = 0m;
        foreach (var part in bar.Parts.Where(part => part.Value != 0))
        {
            var (start, end) = (Y(from), Y(from + part.Value));
            yield return new(part.Pattern, Math.Min(start, end), Math.Abs(end - start));
            from += part.Value;
        }
    }

    private static IEnumerable<decimal> Ends(ChartBar bar) => [bar.Parts.Sum(part => part.Value)];
}

/// <summary>A bar in its place.</summary>
/// <param name="Bar">Which.</param>
/// <param name="Center">Its middle, in percent from the left.</param>
/// <param name="Parts">From the axis outwards.</param>
/// <param name="IsNamed">Whether its label is written.</param>
public sealed record LaidBar(ChartBar Bar, decimal Center, IReadOnlyList<LaidPart> Parts, bool IsNamed);

/// <summary>A part of a bar in its place.</summary>
/// <param name="Pattern">How it is filled.</param>
/// <param name="Top">Its upper edge, in pixels from above.</param>
/// <param name="Height">In pixels.</param>
public readonly record struct LaidPart(ChartPattern Pattern, decimal Top, decimal Height);
