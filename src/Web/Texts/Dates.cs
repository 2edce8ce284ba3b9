using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Trials.Domain;

namespace Trials.Web;

/// <summary>Dates and times in words: the month always by name, hours from 00 to 23. Names come from the resource files, whatever the system knows.</summary>
public sealed class Dates(Texts texts)
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The zone in which recorded instants are shown.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb[HappenedAt.DefaultZone];

    /// <summary>E.g. 23 Nov 2023.</summary>
    public string Day(LocalDate date) => texts["Date.Day", Number(date.Day), texts[$"Date.MonthShort.{date.Month}"], Number(date.Year)];

    /// <summary>E.g. 23 November 2023.</summary>
    public string LongDay(LocalDate date) => texts["Date.Day", Number(date.Day), texts[$"Date.MonthOf.{date.Month}"], Number(date.Year)];

    /// <summary>E.g. Thursday, 23 November 2023.</summary>
    public string Weekday(LocalDate date) => texts["Date.Weekday", texts.Capital(texts[$"Date.Weekday.{(int)date.DayOfWeek}"]), LongDay(date)];

    /// <summary>E.g. November 2023.</summary>
    public string Month(int year, int month) => texts["Date.Month", texts[$"Date.Month.{month}"], Number(year)];

    /// <summary>E.g. 14:05.</summary>
    public string Time(LocalTime time) => Minutes.Format(time);

    /// <summary>E.g. 23 Nov 2023, 14:05.</summary>
    public string Moment(LocalDateTime moment) => texts["Date.Moment", Day(moment.Date), Time(moment.TimeOfDay)];

    /// <summary>An instant on the courts' wall clock, e.g. 23 Nov 2023, 14:05.</summary>
    public string Recorded(Instant instant) => Moment(instant.InZone(Zone).LocalDateTime);

    /// <summary>When something happened, no more exactly than it is known.</summary>
    public string Happened(HappenedAt at) => at.Precision switch
    {
        Precision.Exact => Moment(at.Local),
        Precision.Approximate => texts["Date.Approximate", Day(at.Date), Time(at.Local.TimeOfDay), at.PlusMinusMinutes],
        Precision.Day => Day(at.Date),
        Precision.Month => Month(at.Local.Year, at.Local.Month),
        Precision.Year => Number(at.Local.Year),
        Precision.Before => texts["Date.Before", DayOrMoment(at.Local)],
        Precision.After => texts["Date.After", DayOrMoment(at.Local)],
        _ => texts["Date.Unknown"],
    };

    /// <summary>A number of whole minutes, e.g. 1 h 42 min.</summary>
    public string Duration(int minutes) => Math.Abs(minutes) < 60
        ? texts["Date.Minutes", minutes]
        : texts["Date.HoursMinutes", minutes / 60, Math.Abs(minutes % 60)];

    /// <summary>The moment, or only its day where it is midnight, which stands for a time that nobody knows.</summary>
    public string DayOrMoment(LocalDateTime local) => local.TimeOfDay == LocalTime.Midnight ? Day(local.Date) : Moment(local);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
