using System.Text.Json;

namespace Trials.EventLog.Serialization;

/// <summary>Steps of writing JSON by hand.</summary>
internal static class JsonWrite
{
    public static void Id(Utf8JsonWriter writer, JsonEncodedText name, Guid id)
    {
        Span<byte> digits = stackalloc byte[32];
        id.TryFormat(digits, out _, "N");
        writer.WriteString(name, digits);
    }

    public static void Id(Utf8JsonWriter writer, Guid id)
    {
        Span<byte> digits = stackalloc byte[32];
        id.TryFormat(digits, out _, "N");
        writer.WriteStringValue(digits);
    }

    public static void OptionalString(Utf8JsonWriter writer, JsonEncodedText name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
