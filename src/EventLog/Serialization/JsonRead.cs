using System.Buffers.Text;
using System.Text.Json;

namespace Trials.EventLog.Serialization;

/// <summary>Steps of reading JSON by hand.</summary>
internal static class JsonRead
{
    public static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new JsonException($"{token} expected, {reader.TokenType} met.");
        }
    }

    /// <summary>Moves to the next member's name; false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>The only character of a member's name, having moved to its value; NUL for any other name.</summary>
    public static char ShortName(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan.Length == 1 ? (char)reader.ValueSpan[0] : '\0';
        reader.Read();
        return name;
    }

    /// <summary>Moves to the value behind a member's name.</summary>
    public static void Value(ref Utf8JsonReader reader) => reader.Read();

    /// <summary>The text behind a member's name.</summary>
    public static string String(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString() ?? throw new JsonException("A text expected.");
    }

    /// <summary>Leaves out the value behind a member's name.</summary>
    public static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>An id as 32 hexadecimal digits.</summary>
    public static Guid Id(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped)
        {
            var text = reader.ValueSpan;
            if (text.Length == 32 && Utf8Parser.TryParse(text, out Guid id, out var consumed, 'N') && consumed == 32)
            {
                return id;
            }
        }

        throw new JsonException("An id of 32 hexadecimal digits expected.");
    }
}
