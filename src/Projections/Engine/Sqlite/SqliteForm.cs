using NodaTime;

namespace Trials.Projections.Engine.Sqlite;

/// <summary>How values stand in SQLite, which knows neither dates nor ids: days and microseconds since 1970, and 16 bytes.</summary>
internal static class SqliteForm
{
    private const int TicksPerMicrosecond = 10;

    private static readonly LocalDate FirstDay = new(1970, 1, 1);

    public static long Of(LocalDate date) => Period.DaysBetween(FirstDay, date);

    public static long Of(Instant instant) => Math.DivRem(instant.ToUnixTimeTicks(), TicksPerMicrosecond) is var (whole, rest) && rest < 0 ? whole - 1 : whole;

    public static long Of(LocalDateTime moment) => Of(moment.InUtc().ToInstant());

    public static byte[] Of(Guid id) => id.ToByteArray(bigEndian: true);

    public static LocalDate Date(long days) => FirstDay.PlusDays((int)days);

    public static Instant Instant(long microseconds) => NodaTime.Instant.FromUnixTimeTicks(microseconds * TicksPerMicrosecond);

    public static LocalDateTime Moment(long microseconds) => Instant(microseconds).InUtc().LocalDateTime;
}
