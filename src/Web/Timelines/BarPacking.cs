using NodaTime;

namespace Trials.Web.Timelines;

/// <summary>How the bars of a lane are laid out.</summary>
/// <param name="RowHeight">From one row's top to the next one's, in px.</param>
/// <param name="BarHeight">In px.</param>
/// <param name="MostRows">What needs more rows is left out.</param>
/// <param name="LabelsInside">Whether a label stands within its bar where it fits.</param>
public sealed record BarRows(double RowHeight, double BarHeight, int MostRows, bool LabelsInside);

/// <summary>Puts bars with their labels into as few rows as they need.</summary>
public static class BarPacking
{
    private const double Gap = 5;
    private const double LeastWidth = 0.6;
    private const double LabelGap = 8;
    private const double InnerGap = 6;
    private const int LongestLabel = 40;

    /// <summary>
    /// The bars in rows, how many rows there are, and how many bars found no place. Where room is short, those that last longest have it;
    /// the rows then go by their first beginning.
    /// </summary>
    /// <param name="spans">In any order.</param>
    /// <param name="axis">Where moments stand.</param>
    /// <param name="today">Until when a span without an end is drawn.</param>
    /// <param name="top">Px from the drawing's top, of the first row.</param>
    /// <param name="form">How the rows are made.</param>
    public static (IReadOnlyList<DrawingBar> Bars, int Rows, int LeftOut) Pack(
        IReadOnlyList<DrawnSpan> spans, DrawingAxis axis, LocalDate today, double top, BarRows form)
    {
        var rows = new List<List<DrawingBar>>();
        var leftOut = 0;
        foreach (var bar in spans.Select(span => Unplaced(span, axis, today, form.LabelsInside)).OrderByDescending(bar => bar.Width))
        {
            var row = rows.Find(row => row.TrueForAll(placed => Left(bar) >= Right(placed) || Left(placed) >= Right(bar)));
            if (row is null && rows.Count == form.MostRows)
            {
                leftOut++;
                continue;
            }

            if (row is null)
            {
                rows.Add(row = []);
            }

            row.Add(bar);
        }

        var ordered = rows.OrderBy(row => row.Min(bar => bar.X)).Select((row, index) => row.OrderBy(bar => bar.X).Select(bar =>
        {
            var y = top + (index * form.RowHeight);
            return bar with { Y = y, Label = bar.Label with { Y = y + (form.BarHeight / 2) + 4.5 } };
        }));
        return ([.. ordered.SelectMany(bars => bars)], rows.Count, leftOut);
    }

    /// <summary>Bars may meet, as rounds do; a label beside its bar keeps clear of the next one.</summary>
    private static double Left(DrawingBar bar) => Math.Min(DrawingAxis.Px(bar.X), bar.Label.Left - (bar.Inside ? 0 : Gap));

    private static double Right(DrawingBar bar) => Math.Max(DrawingAxis.Px(bar.X + bar.Width), bar.Label.Right + (bar.Inside ? 0 : Gap));

    private static DrawingBar Unplaced(DrawnSpan span, DrawingAxis axis, LocalDate today, bool labelsInside)
    {
        var end = axis.At(span.To ?? LocalDateTime.Max(today.AtMidnight(), span.From));
        var x = Math.Min(axis.At(span.From), 100 - LeastWidth);
        var width = Math.Max(LeastWidth, end - x);
        double? held = span.Held is { } since ? Math.Clamp(axis.At(since), x, x + width) : null;
        var isRoomy = TextWidth.Of(span.Label) + (2 * InnerGap) <= DrawingAxis.Px(width);
        var (label, inside) = Labelled(isRoomy ? span.Label : TextWidth.Cut(span.Label, LongestLabel), x, x + width, labelsInside);
        return new(x, width, 0, held, span.To is null, label, inside, span);
    }

    private static (DrawingLabel Label, bool Inside) Labelled(string text, double from, double to, bool labelsInside)
    {
        var words = TextWidth.Of(text);
        var within = new DrawingLabel(text, from, InnerGap, 0, AtEnd: false);
        if (labelsInside && within.Right + InnerGap <= DrawingAxis.Px(to))
        {
            return (within, true);
        }

        var behind = new DrawingLabel(text, to, LabelGap, 0, AtEnd: false);
        if (behind.Right <= DrawingAxis.Width)
        {
            return (behind, false);
        }

        var before = new DrawingLabel(text, from, -LabelGap, 0, AtEnd: true);
        if (before.Left >= 0)
        {
            return (before, false);
        }

        var over = Math.Max(0, Math.Min(DrawingAxis.Px(from) + InnerGap, DrawingAxis.Width - words));
        return (new(text, from, over - DrawingAxis.Px(from), 0, AtEnd: false), true);
    }
}
