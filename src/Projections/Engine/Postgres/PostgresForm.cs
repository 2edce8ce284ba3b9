using System.Text;
using NodaTime;

namespace Trials.Projections.Engine.Postgres;

/// <summary>How values stand in PostgreSQL's binary form: days and microseconds since 2000, and text without what it refuses.</summary>
internal static class PostgresForm
{
    private const int TicksPerMicrosecond = 10;

    private static readonly LocalDate FirstDay = new(2000, 1, 1);
    private static readonly long FirstTick = NodaTime.Instant.FromUtc(2000, 1, 1, 0, 0).ToUnixTimeTicks();

    public static int Of(LocalDate date) => Period.DaysBetween(FirstDay, date);

    public static long Of(LocalDateTime moment) => Of(moment.InUtc().ToInstant());

    public static long Of(Instant instant) =>
        Math.DivRem(instant.ToUnixTimeTicks() - FirstTick, TicksPerMicrosecond) is var (whole, rest) && rest < 0 ? whole - 1 : whole;

    /// <summary>The same text, but for what UTF-8 or PostgreSQL cannot hold: half of a pair, and the character of number zero.</summary>
    public static string Of(string text) =>
        text.Contains('\0') || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD')
            : text;
}
