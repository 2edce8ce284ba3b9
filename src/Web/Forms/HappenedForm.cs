using System.Globalization;
using NodaTime;
using Trials.Domain;
using Trials.Web.Forms.Fields;

namespace Trials.Web.Forms;

/// <summary>How sure the moment in a form is: either just as it is written, or one of the others.</summary>
public enum Sureness
{
    /// <summary>To the minute where a time is written, else to the day, month or year that is.</summary>
    AsWritten,

    /// <summary>Give or take some minutes.</summary>
    Approximate,

    /// <summary>Some time before.</summary>
    Before,

    /// <summary>Some time after.</summary>
    After,

    /// <summary>Nobody knows.</summary>
    Unknown,
}

/// <summary>When something happened, as a form asks for it.</summary>
public static class HappenedForm
{
    /// <summary>The field of the day, month or year.</summary>
    public const string Date = "happened-date";

    /// <summary>The field of the time.</summary>
    public const string Time = "happened-time";

    /// <summary>The field of how sure it is.</summary>
    public const string Sure = "happened-sure";

    /// <summary>The field of the minutes give or take.</summary>
    public const string PlusMinus = "happened-minutes";

    private const int Day = 1;
    private static readonly TimeKind Times = new();
    private static readonly ChoiceKind Surenesses = new(typeof(Sureness));
    private static readonly NumberKind Minutes = new(1, HappenedAt.MaxPlusMinusMinutes);

    /// <summary>Puts a moment into a form.</summary>
    public static void Write(HappenedAt at, Typed typed)
    {
        typed[Date] = at.Precision switch
        {
            Precision.Month => at.Local.ToString("MM.yyyy", CultureInfo.InvariantCulture),
            Precision.Year => at.Local.ToString("yyyy", CultureInfo.InvariantCulture),
            _ => TypedDate.Write(at.Date),
        };
        typed[Time] = at.HasTime || at.Local.TimeOfDay != LocalTime.Midnight
            ? at.Local.ToString("HH:mm", CultureInfo.InvariantCulture)
            : "";
        typed[Sure] = (at.Precision switch
        {
            Precision.Approximate => Sureness.Approximate,
            Precision.Before => Sureness.Before,
            Precision.After => Sureness.After,
            Precision.Unknown => Sureness.Unknown,
            _ => Sureness.AsWritten,
        }).ToString();
        typed[PlusMinus] = at.Precision == Precision.Approximate ? NumberKind.Invariant(at.PlusMinusMinutes) : "";
    }

    /// <summary>The moment that is typed; null where it cannot be read, which the errors are told.</summary>
    /// <param name="at">Any place in the form.</param>
    public static HappenedAt? Read(FieldPlace at)
    {
        var texts = at.Context.Texts;
        var date = at with { Name = Date, Label = texts["Form.Happened.Date"], Required = true };
        var time = (LocalTime?)Times.Read(at with { Name = Time, Label = texts["Form.Happened.Time"], Required = false });
        var sure = (Sureness?)Surenesses.Read(at with { Name = Sure, Label = texts["Form.Happened.Sure"], Required = false }) ?? Sureness.AsWritten;
        var approximate = sure == Sureness.Approximate;
        var minutes = approximate
            ? (int?)Minutes.Read(at with { Name = PlusMinus, Label = texts["Form.Happened.Minutes"], Required = true })
            : null;
        if (approximate && time is null && at.Typed.IsBlank(Time))
        {
            (at with { Name = Time, Label = texts["Form.Happened.Time"] }).Wrong("Form.Error.TimeForApproximate");
        }

        return TypedDate.Parse(date.Text) switch
        {
            _ when date.Text == "" => (HappenedAt?)date.Empty(),
            ({ } year, { } month, { } day) when TypedDate.Existing(date, year, month, day) is LocalDate on => OnDay(on, time, sure, minutes),
            ({ } year, { } month, null) when TypedDate.Existing(date, year, month, Day) is LocalDate => Coarse(date, new(year, month, Day), time, sure, Precision.Month),
            ({ } year, null, null) when year > 0 => Coarse(date, new(year, 1, Day), time, sure, Precision.Year),
            (null, null, null) => (HappenedAt?)date.Wrong("Form.Error.Happened"),
            _ => null,
        };
    }

    private static HappenedAt? OnDay(LocalDate day, LocalTime? time, Sureness sure, int? minutes) => (sure, time) switch
    {
        (Sureness.AsWritten, { } exact) => HappenedAt.Exactly(day + exact),
        (Sureness.AsWritten, null) => HappenedAt.On(day),
        (Sureness.Approximate, { } about) when minutes is { } plusMinus => HappenedAt.About(day + about, plusMinus),
        (Sureness.Approximate, _) => null,
        _ => new HappenedAt(day + (time ?? LocalTime.Midnight), HappenedAt.DefaultZone, PrecisionOf(sure)),
    };

    private static HappenedAt? Coarse(FieldPlace date, LocalDate first, LocalTime? time, Sureness sure, Precision written)
    {
        if (time is not null || sure == Sureness.Approximate)
        {
            date.Wrong("Form.Error.DayForTime");
            return null;
        }

        return new HappenedAt(first.AtMidnight(), HappenedAt.DefaultZone, sure == Sureness.AsWritten ? written : PrecisionOf(sure));
    }

    private static Precision PrecisionOf(Sureness sure) => sure switch
    {
        Sureness.Before => Precision.Before,
        Sureness.After => Precision.After,
        _ => Precision.Unknown,
    };
}
