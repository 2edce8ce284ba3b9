namespace Trials.Web.Charts;

/// <summary>How a part of a bar is filled, so that it is told from others without colour.</summary>
public enum ChartPattern
{
    /// <summary>Filled.</summary>
    Solid,

    /// <summary>Striped.</summary>
    Hatched,

    /// <summary>Its outline only.</summary>
    Outline,
}

/// <summary>One part of a bar.</summary>
/// <param name="Pattern">How it is filled.</param>
/// <param name="Value">How long it is. Below zero it hangs from the axis, and is the bar's only part.</param>
public readonly record struct ChartPart(ChartPattern Pattern, decimal Value);

/// <summary>One bar of a chart.</summary>
/// <param name="Label">What stands under it; bars too many to name all are named every few.</param>
/// <param name="Group">What stands under the label of the first of several bars that share it, such as a year; null for nothing.</param>
/// <param name="Shown">Its value as it is written, or what is written where nothing is known.</param>
/// <param name="Parts">From the axis outwards; none where nothing is known, which is no zero.</param>
public sealed record ChartBar(string Label, string? Group, string Shown, IReadOnlyList<ChartPart> Parts)
{
    /// <summary>A bar of one part, or of none where there is no value.</summary>
    public static ChartBar Of(string label, decimal? value, string shown, ChartPattern pattern = ChartPattern.Solid, string? group = null) =>
        new(label, group, shown, value is { } known ? [new ChartPart(pattern, known)] : []);
}

/// <summary>What a pattern stands for.</summary>
public sealed record ChartKey(ChartPattern Pattern, string Text);
