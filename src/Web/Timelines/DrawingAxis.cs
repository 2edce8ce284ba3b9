using System.Globalization;
using NodaTime;

namespace Trials.Web.Timelines;

/// <summary>How the drawing's axis is divided.</summary>
public enum AxisUnit
{
    /// <summary>Every day has a mark.</summary>
    Days,

    /// <summary>Every month has a mark.</summary>
    Months,

    /// <summary>Every quarter has a mark.</summary>
    Quarters,

    /// <summary>Every year has a mark.</summary>
    Years,
}

/// <summary>A mark of the axis.</summary>
/// <param name="X">0 to 100, percent of the width.</param>
/// <param name="Heading">What stands in the upper row: a year, or a month among days; null for nothing.</param>
/// <param name="Label">What stands in the lower row; null for nothing.</param>
public sealed record AxisTick(double X, string? Heading, string? Label);

/// <summary>The drawing's time axis: from a day to a day, with marks whose labels do not touch each other.</summary>
/// <param name="From">The first day shown.</param>
/// <param name="To">The first day not shown.</param>
/// <param name="Unit">How it is divided.</param>
/// <param name="Ticks">In order.</param>
public sealed record DrawingAxis(LocalDate From, LocalDate To, AxisUnit Unit, IReadOnlyList<AxisTick> Ticks)
{
    /// <summary>The least width at which the drawing is shown, on paper. Labels that fit it fit every greater one.</summary>
    public const double Width = 680;

    /// <summary>How far a label stands off its mark.</summary>
    public const double LabelOffset = 4;

    private const double Gap = 8;
    private const double Margin = 0.015;
    private const int MostDays = 62;
    private const int MostMonths = 40;
    private const int MostQuarterYears = 10;

    /// <summary>An axis on which both days stand clear of the edges.</summary>
    public static DrawingAxis Of(LocalDate first, LocalDate last, Texts texts)
    {
        var days = Period.DaysBetween(first, last) + 1;
        var pad = Math.Max(days <= MostDays ? 2 : 1, (int)(days * Margin));
        var (from, end) = (first.PlusDays(-pad), last.PlusDays(pad));
        var unit = days <= MostDays - 4 ? AxisUnit.Days
            : days <= MostMonths * 30 ? AxisUnit.Months
            : days <= MostQuarterYears * 365 ? AxisUnit.Quarters
            : AxisUnit.Years;
        var axis = new DrawingAxis(Floor(from, unit), Floor(Next(end, unit), unit), unit, []);
        return axis with { Ticks = axis.Marks(texts) };
    }

    /// <summary>Where a moment stands: 0 to 100. What lies outside stands at the edge.</summary>
    public double At(LocalDateTime moment)
    {
        var whole = Period.DaysBetween(From, To);
        var part = Period.DaysBetween(From, moment.Date) + (moment.TimeOfDay.TickOfDay / (double)NodaConstants.TicksPerDay);
        return Math.Clamp(part / whole * 100, 0, 100);
    }

    /// <summary>A place on the axis in px, at the least width.</summary>
    public static double Px(double x) => x / 100 * Width;

    private List<AxisTick> Marks(Texts texts)
    {
        var ticks = new List<AxisTick>();
        double headingsEnd = double.NegativeInfinity, labelsEnd = double.NegativeInfinity;
        for (var date = From; date < To; date = Next(date, Unit))
        {
            var x = At(date.AtMidnight());
            var heading = Heading(date, texts) is { } text && Fits(text, x, ref headingsEnd, Room(date)) ? text : null;
            var label = Label(date, texts) is { } word && Fits(word, x, ref labelsEnd, Width) ? word : null;
            ticks.Add(new(x, heading, label));
        }

        return ticks;
    }

    /// <summary>Up to where the heading of the first mark may reach, so that it gives way to the next whole year or month.</summary>
    private double Room(LocalDate date) => date == From && !BeginsHeading(date)
        ? Px(At((Unit == AxisUnit.Days ? FirstOfMonth(date).PlusMonths(1) : new LocalDate(date.Year + 1, 1, 1)).AtMidnight())) - Gap
        : Width;

    private static bool Fits(string text, double x, ref double end, double room)
    {
        var left = Px(x) + LabelOffset;
        var right = left + TextWidth.Of(text);
        if (left < end + Gap || right > room)
        {
            return false;
        }

        end = right;
        return true;
    }

    private string? Heading(LocalDate date, Texts texts) => date != From && !BeginsHeading(date)
        ? null
        : Unit == AxisUnit.Days
            ? texts.Dates.Month(date.Year, date.Month)
            : date.Year.ToString(CultureInfo.InvariantCulture);

    private bool BeginsHeading(LocalDate date) => date.Day == 1 && (Unit == AxisUnit.Days || date.Month == 1);

    private string? Label(LocalDate date, Texts texts) => Unit switch
    {
        AxisUnit.Days => date.Day.ToString(CultureInfo.InvariantCulture),
        AxisUnit.Months when date.Month % 3 == 1 || Period.Between(From, To, PeriodUnits.Months).Months <= MostQuarterYears =>
            texts[$"Date.MonthShort.{date.Month}"],
        _ => null,
    };

    private static LocalDate Floor(LocalDate date, AxisUnit unit) => unit switch
    {
        AxisUnit.Days => date,
        AxisUnit.Months => FirstOfMonth(date),
        AxisUnit.Quarters => FirstOfMonth(date).PlusMonths(-((date.Month - 1) % 3)),
        _ => new LocalDate(date.Year, 1, 1),
    };

    private static LocalDate Next(LocalDate date, AxisUnit unit) => unit switch
    {
        AxisUnit.Days => date.PlusDays(1),
        AxisUnit.Months => date.PlusMonths(1),
        AxisUnit.Quarters => date.PlusMonths(3),
        _ => date.PlusYears(1),
    };

    private static LocalDate FirstOfMonth(LocalDate date) => new(date.Year, date.Month, 1);
}
