using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Trials.Web.Forms.Fields;

/// <summary>
/// Dates as they are typed: 14.05.2026, or 2026-05-14; where a month or year is enough also 05.2026 and 2026.
/// Nothing with slashes: 05/06 is another day in another country.
/// </summary>
public static partial class TypedDate
{
    private const int Months = 12;

    /// <summary>How a day is typed.</summary>
    public static string Write(LocalDate date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day that stands in a field; null where none does, which the place is told.</summary>
    public static object? Day(FieldPlace at) => Parse(at.Text) is ({ } year, { } month, { } day)
        ? Existing(at, year, month, day)
        : at.Wrong("Form.Error.Date");

    /// <summary>What a text names: a year, perhaps a month of it, perhaps a day of that. All null where it names none.</summary>
    public static (int? Year, int? Month, int? Day) Parse(string text)
    {
        var match = DotsFromDay().Match(text) is { Success: true } dots ? dots : HyphensFromYear().Match(text);
        return match.Success ? (Number(match, "y"), Number(match, "m"), Number(match, "d")) : default;
    }

    /// <summary>The day, where the calendar has it.</summary>
    public static object? Existing(FieldPlace at, int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= Months && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : at.Wrong("Form.Error.NoSuchDay", at.Text);

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:(?:(?<d>[0-9]{1,2})\.)?(?<m>[0-9]{1,2})\.)?(?<y>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex DotsFromDay();

    [GeneratedRegex("^(?<y>[0-9]{4})-(?<m>[0-9]{2})(?:-(?<d>[0-9]{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex HyphensFromYear();
}
