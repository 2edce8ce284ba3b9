using NodaTime;

namespace Trials.Web;

/// <summary>The day that it is at the courts.</summary>
public static class CourtClock
{
    /// <summary>Today in the courts' zone, wherever this machine stands.</summary>
    public static LocalDate CourtDay(this IClock clock) => clock.GetCurrentInstant().InZone(Dates.Zone).Date;
}
