using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Trials.Web.Charts;

namespace Trials.Web.Delays;

/// <summary>Months side by side, none left out, so that a quiet time looks like one.</summary>
public static class MonthAxis
{
    private const int MostInSummary = 12;
    private static readonly YearMonthPattern Codes = YearMonthPattern.CreateWithInvariantCulture("uuuu-MM");

    /// <summary>A month for programs, e.g. 2026-05.</summary>
    public static string Code(YearMonth month) => Codes.Format(month);

    /// <summary>A month in words, its first letter a capital.</summary>
    public static string Label(Texts texts, YearMonth month) => texts.Capital(texts.Dates.Month(month.Year, month.Month));

    /// <summary>One bar for each month from the first to the last; the year stands under the first and under each January.</summary>
    /// <param name="months">Months that have something, ascending.</param>
    /// <param name="value">A month's parts, and how its value is written.</param>
    public static IReadOnlyList<ChartBar> Bars(
        Texts texts, IEnumerable<YearMonth> months, Func<YearMonth, (IReadOnlyList<ChartPart> Parts, string Shown)> value)
    {
        var recorded = months.ToList();
        var bars = new List<ChartBar>();
        if (recorded is [var first, ..])
        {
            for (var month = first; month.CompareTo(recorded[^1]) <= 0; month = month.PlusMonths(1))
            {
                var (parts, shown) = value(month);
                var year = bars.Count == 0 || month.Month == 1 ? month.Year.ToString(CultureInfo.InvariantCulture) : null;
                bars.Add(new(texts[$"Date.MonthShort.{month.Month}"], year, shown, parts));
            }
        }

        return bars;
    }

    /// <summary>A column of a table by month in words, or that the table has it, where the months are many.</summary>
    public static string Summary(Texts texts, IReadOnlyList<FigureRow> rows, int months, int column) => months > MostInSummary
        ? texts["Delays.SeeTable"]
        : string.Join(", ", rows.Select(row =>
            $"{row.Label}: {(row.Figures[column].Value is { } value ? texts.Figure(value) : texts["Registers.NotRecorded"])}"));
}
