using NodaTime;
using NodaTime.Text;
using Trials.Projections.Hearings;

namespace Trials.Web.Hearings;

/// <summary>The moment of a press as it is held in an address, and what it says of a hearing.</summary>
public static class PressedAt
{
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>A moment as it stands in an address.</summary>
    public static string Write(LocalDateTime moment) => Written.Format(moment);

    /// <summary>A moment from an address; null where there is none.</summary>
    public static LocalDateTime? Read(string? text) => text is not null && Written.Parse(text).TryGetValue(default, out var moment) ? moment : null;

    /// <summary>How many whole minutes after the time set for a hearing a moment is; negative before it, null where no time is set.</summary>
    public static int? MinutesLate(HearingListRow row, LocalDateTime moment) =>
        row.Time is { } time ? (int)Period.Between(row.Date + time, moment, PeriodUnits.Minutes).Minutes : null;
}
