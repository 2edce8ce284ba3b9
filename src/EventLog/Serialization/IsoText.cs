using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Trials.EventLog.Serialization;

/// <summary>
/// Moments as ISO 8601 texts, the same that NodaTime's extended patterns make. Every event read holds two of them, so the ordinary form
/// (whole seconds or a fraction, a year of four digits) is read by hand; any other falls back on the pattern.
/// </summary>
internal static class IsoText
{
    private const int WholeSeconds = 19;
    private const int LongestFraction = 9;

    public static LocalDateTime ReadLocal(ref Utf8JsonReader reader)
    {
        JsonRead.Expect(ref reader, JsonTokenType.String);
        if (!reader.ValueIsEscaped && TryRead(reader.ValueSpan, out var local))
        {
            return local;
        }

        var parsed = LocalDateTimePattern.ExtendedIso.Parse(reader.GetString()!);
        return parsed.Success ? parsed.Value : throw new JsonException("Not a wall-clock moment.");
    }

    public static Instant ReadInstant(ref Utf8JsonReader reader)
    {
        JsonRead.Expect(ref reader, JsonTokenType.String);
        if (!reader.ValueIsEscaped && reader.ValueSpan is [.. var text, (byte)'Z'] && TryRead(text, out var utc))
        {
            return utc.WithOffset(Offset.Zero).ToInstant();
        }

        var parsed = InstantPattern.ExtendedIso.Parse(reader.GetString()!);
        return parsed.Success ? parsed.Value : throw new JsonException("Not an instant.");
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, LocalDateTime local)
    {
        Span<byte> text = stackalloc byte[WholeSeconds];
        if (TryWriteWholeSeconds(local, text))
        {
            writer.WriteString(name, text);
        }
        else
        {
            writer.WriteString(name, LocalDateTimePattern.ExtendedIso.Format(local));
        }
    }

    private static bool TryWriteWholeSeconds(LocalDateTime local, Span<byte> text)
    {
        if (local.NanosecondOfSecond != 0 || local.Year is < 0 or > 9999 || local.Calendar != CalendarSystem.Iso)
        {
            return false;
        }

        WriteDigits(text[..4], local.Year);
        WriteDigits(text[5..7], local.Month);
        WriteDigits(text[8..10], local.Day);
        WriteDigits(text[11..13], local.Hour);
        WriteDigits(text[14..16], local.Minute);
        WriteDigits(text[17..], local.Second);
        (text[4], text[7], text[10], text[13], text[16]) = ((byte)'-', (byte)'-', (byte)'T', (byte)':', (byte)':');
        return true;
    }

    private static bool TryRead(ReadOnlySpan<byte> text, out LocalDateTime local)
    {
        local = default;
        if (text.Length < WholeSeconds || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || !TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..10], out var day)
            || !TryDigits(text[11..13], out var hour) || !TryDigits(text[14..16], out var minute) || !TryDigits(text[17..19], out var second)
            || !TryFraction(text[WholeSeconds..], out var nanoseconds)
            || year == 0 || month is 0 or > 12 || day == 0 || day > CalendarSystem.Iso.GetDaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        local = new LocalDate(year, month, day) + LocalTime.FromHourMinuteSecondNanosecond(hour, minute, second, nanoseconds);
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<byte> text, out int nanoseconds)
    {
        nanoseconds = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length is 1 or > LongestFraction + 1 || !TryDigits(text[1..], out nanoseconds))
        {
            return false;
        }

        for (var digits = text.Length - 1; digits < LongestFraction; digits++)
        {
            nanoseconds *= 10;
        }

        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }

    private static void WriteDigits(Span<byte> target, int number)
    {
        for (var i = target.Length - 1; i >= 0; i--)
        {
            target[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }
}
