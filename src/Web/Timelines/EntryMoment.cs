using System.Globalization;
using NodaTime;
using Trials.Domain;

namespace Trials.Web.Timelines;

/// <summary>When an entry happened, as the list shows it under its month: the day, and below it how exactly that is known.</summary>
/// <param name="Day">E.g. 14 May.</param>
/// <param name="How">E.g. 10:42, exact.</param>
public sealed record EntryMoment(string Day, string How)
{
    /// <summary>In words.</summary>
    public static EntryMoment Of(HappenedAt happened, Texts texts)
    {
        var day = DayAndMonth(happened.Date, texts);
        var time = texts.Dates.Time(happened.Local.TimeOfDay);
        var midnight = happened.Local.TimeOfDay == LocalTime.Midnight;
        var (where, how) = happened.Precision switch
        {
            Precision.Exact => (day, texts["Timeline.When.Exact", time]),
            Precision.Approximate => (day, texts["Timeline.When.About", time, happened.PlusMinusMinutes]),
            Precision.Day => (day, texts["Timeline.When.Day"]),
            Precision.Month => (texts.Capital(texts[$"Date.Month.{happened.Date.Month}"]), texts["Timeline.When.Month"]),
            Precision.Year => (happened.Date.Year.ToString(CultureInfo.InvariantCulture), texts["Timeline.When.Year"]),
            Precision.Before => (day, midnight ? texts["Timeline.When.BeforeDay"] : texts["Timeline.When.Before", time]),
            Precision.After => (day, midnight ? texts["Timeline.When.AfterDay"] : texts["Timeline.When.After", time]),
            _ => (texts.Capital(texts["Date.Unknown"]), texts["Timeline.When.Placed"]),
        };
        return new(where, happened.Zone == HappenedAt.DefaultZone || !happened.HasTime ? how : texts["Timeline.When.Zone", how, happened.Zone]);
    }

    /// <summary>E.g. 14 May.</summary>
    public static string DayAndMonth(LocalDate date, Texts texts) =>
        texts["Timeline.DayAndMonth", date.Day, texts[$"Date.MonthOf.{date.Month}"]];
}
