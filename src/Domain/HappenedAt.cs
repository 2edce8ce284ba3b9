using NodaTime;

namespace Trials.Domain;

/// <summary>How sure the moment of an entry is.</summary>
public enum Precision
{
    /// <summary>To the minute.</summary>
    Exact,

    /// <summary>To the minute, give or take <see cref="HappenedAt.PlusMinusMinutes"/>.</summary>
    Approximate,

    /// <summary>The day is known, the time is not.</summary>
    Day,

    /// <summary>The month is known, the day is not.</summary>
    Month,

    /// <summary>Only the year is known.</summary>
    Year,

    /// <summary>Some time before the moment given.</summary>
    Before,

    /// <summary>Some time after the moment given.</summary>
    After,

    /// <summary>Nobody knows; the moment given is only where to show it.</summary>
    Unknown,
}

/// <summary>When something happened, on the wall clock of the place where it happened. Never an instant: a court day stays that day wherever it is read.</summary>
/// <param name="Local">The wall-clock moment, from the year 1900 on; parts finer than <paramref name="Precision"/> mean nothing.</param>
/// <param name="Zone">The IANA zone of the place, e.g. <c>Asia/Dushanbe</c>.</param>
/// <param name="Precision">How sure it is.</param>
/// <param name="PlusMinusMinutes">1 to 1440 where approximate, else 0.</param>
public readonly record struct HappenedAt(LocalDateTime Local, string Zone, Precision Precision, int PlusMinusMinutes = 0)
    : IComparable<HappenedAt>
{
    /// <summary>The zone of Tajikistan's courts, for places that name no other.</summary>
    public const string DefaultZone = "Asia/Dushanbe";

    /// <summary>The most that an approximate moment may be out, in minutes.</summary>
    public const int MaxPlusMinusMinutes = 1440;

    /// <summary>The first year that is taken.</summary>
    public const int FirstYear = 1900;

    /// <summary>No two places' wall clocks are further apart than this.</summary>
    private const int HoursBetweenZones = 26;

    /// <summary>The calendar day.</summary>
    public LocalDate Date => Local.Date;

    /// <summary>Whether the day is certain, so that days may be counted from it.</summary>
    public bool HasDay => Precision is Precision.Exact or Precision.Approximate or Precision.Day;

    /// <summary>Whole days from here to a later moment, negative to an earlier one; null where either day is not certain.</summary>
    public int? DaysTo(HappenedAt to) => HasDay && to.HasDay ? Period.DaysBetween(Date, to.Date) : null;

    /// <summary>Whether the time of day is known, at least approximately.</summary>
    public bool HasTime => Precision is Precision.Exact or Precision.Approximate;

    /// <summary>To the minute; seconds are dropped.</summary>
    public static HappenedAt Exactly(LocalDateTime local, string zone = DefaultZone) => new(ToMinute(local), zone, Precision.Exact);

    /// <summary>To the minute, give or take 1 to <see cref="MaxPlusMinusMinutes"/>.</summary>
    public static HappenedAt About(LocalDateTime local, int plusMinusMinutes, string zone = DefaultZone) =>
        new(ToMinute(local), zone, Precision.Approximate, plusMinusMinutes);

    /// <summary>On a day, the time unknown.</summary>
    public static HappenedAt On(LocalDate day, string zone = DefaultZone) => new(day.AtMidnight(), zone, Precision.Day);

    /// <summary>In a month, the day unknown.</summary>
    public static HappenedAt In(int year, int month, string zone = DefaultZone) =>
        new(new LocalDate(year, month, 1).AtMidnight(), zone, Precision.Month);

    /// <summary>In a year, the month unknown.</summary>
    public static HappenedAt InYear(int year, string zone = DefaultZone) => new(new LocalDate(year, 1, 1).AtMidnight(), zone, Precision.Year);

    /// <summary>
    /// The earliest moment that this could mean, on the wall clock: what a later entry is compared with.
    /// Approximate moments stretch to both sides; a day, month or year begins at its first minute; before and unknown reach back without end.
    /// </summary>
    public LocalDateTime Earliest => Precision switch
    {
        Precision.Approximate => Local.PlusMinutes(-PlusMinusMinutes),
        Precision.Before or Precision.Unknown => LocalDate.MinIsoValue.AtMidnight(),
        _ => Named,
    };

    /// <summary>The latest moment that this could mean; after and unknown reach on without end.</summary>
    public LocalDateTime Latest => Precision switch
    {
        Precision.Approximate => Local.PlusMinutes(PlusMinusMinutes),
        Precision.Day => Named.PlusDays(1).PlusTicks(-1),
        Precision.Month => Named.PlusMonths(1).PlusTicks(-1),
        Precision.Year => Named.PlusYears(1).PlusTicks(-1),
        Precision.After or Precision.Unknown => LocalDate.MaxIsoValue.AtMidnight(),
        _ => Local,
    };

    /// <summary>The moment that is named, without the parts that its precision leaves open.</summary>
    public LocalDateTime Named => Precision switch
    {
        Precision.Day => Date.AtMidnight(),
        Precision.Month => Date.With(DateAdjusters.StartOfMonth).AtMidnight(),
        Precision.Year => new LocalDate(Date.Year, 1, 1).AtMidnight(),
        _ => Local,
    };

    /// <summary>Whether this was certainly before <paramref name="other"/>, whatever the two imprecise moments mean and wherever their zones lie.</summary>
    public bool CertainlyBefore(HappenedAt other) =>
        Latest < other.Earliest && (Zone == other.Zone || Latest.PlusHours(HoursBetweenZones) < other.Earliest);

    /// <summary>Orders by the wall-clock moment.</summary>
    public int CompareTo(HappenedAt other) => Local.CompareTo(other.Local);

    /// <summary>Orders by the wall-clock moment.</summary>
    public static bool operator <(HappenedAt left, HappenedAt right) => left.CompareTo(right) < 0;

    /// <summary>Orders by the wall-clock moment.</summary>
    public static bool operator >(HappenedAt left, HappenedAt right) => left.CompareTo(right) > 0;

    /// <summary>Orders by the wall-clock moment.</summary>
    public static bool operator <=(HappenedAt left, HappenedAt right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by the wall-clock moment.</summary>
    public static bool operator >=(HappenedAt left, HappenedAt right) => left.CompareTo(right) >= 0;

    private static LocalDateTime ToMinute(LocalDateTime local) => local.With(TimeAdjusters.TruncateToMinute);
}
