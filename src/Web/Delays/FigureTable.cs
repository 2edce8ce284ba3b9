using Trials.Web.Charts;

namespace Trials.Web.Delays;

/// <summary>One number of a table.</summary>
/// <param name="Value">Null where nothing is recorded that it could be counted from, which is no zero.</param>
/// <param name="Link">The hearings that it counts; null where there are none to show.</param>
/// <param name="Applies">False where there is nothing to record, such as the cause of a start in time.</param>
public readonly record struct Figure(decimal? Value, string? Link = null, bool Applies = true)
{
    /// <summary>Where there is nothing to record.</summary>
    public static Figure Inapplicable { get; } = new(null, Applies: false);

    /// <summary>How many; none are not worth a link.</summary>
    public static Figure Count(int count, string? link) => new(count, count == 0 ? null : link);

    /// <summary>A value of some hearings; there is nothing to open where there is no value.</summary>
    public static Figure Of(decimal? value, string? link) => new(value, value is null ? null : link);
}

/// <summary>One row of a table.</summary>
/// <param name="Code">What it is about, for programs: a code, a month, an id.</param>
/// <param name="Label">The same in words.</param>
/// <param name="Figures">One for each column.</param>
/// <param name="Link">Where its label leads; null for nowhere.</param>
public sealed record FigureRow(string Code, string Label, IReadOnlyList<Figure> Figures, string? Link = null);

/// <summary>Figures in rows and columns: what a page shows, what a chart beside it draws, and what a file holds.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">What it is.</param>
/// <param name="RowHeading">What its rows are.</param>
/// <param name="Columns">What its figures are.</param>
/// <param name="Rows">In order.</param>
public sealed record FigureTable(string Name, string Title, string RowHeading, IReadOnlyList<string> Columns, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>The sums; null where rows do not sum up.</summary>
    public FigureRow? Total { get; init; }

    /// <summary>The column that is also drawn as a bar in each row; null for none.</summary>
    public int? Drawn { get; init; }

    /// <summary>The chart that stands beside it; null for none.</summary>
    public FigureChart? Chart { get; init; }
}

/// <summary>The drawing of a table.</summary>
/// <param name="Bars">From the left.</param>
/// <param name="Summary">What it shows, in a sentence.</param>
/// <param name="Unit">What its numbers are.</param>
/// <param name="Legend">What its patterns stand for; empty where there is but one.</param>
public sealed record FigureChart(IReadOnlyList<ChartBar> Bars, string Summary, string Unit, IReadOnlyList<ChartKey> Legend);
