using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>A moment: <c>{"t":wall clock,"z":zone,"p":precision,"u":± minutes}</c>, without <c>u</c> where it is 0.</summary>
internal static class HappenedAtJson
{
    private static readonly JsonEncodedText Time = JsonEncodedText.Encode("t");
    private static readonly JsonEncodedText Zone = JsonEncodedText.Encode("z");
    private static readonly JsonEncodedText Certainty = JsonEncodedText.Encode("p");
    private static readonly JsonEncodedText PlusMinus = JsonEncodedText.Encode("u");
    private static readonly byte[] DefaultZone = "Asia/Dushanbe"u8.ToArray();

    public static HappenedAt Read(ref Utf8JsonReader reader)
    {
        var (local, zone, precision, plusMinus) = ((LocalDateTime?)null, (string?)null, (Precision?)null, 0);
        JsonRead.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonRead.NextMember(ref reader))
        {
            switch (JsonRead.ShortName(ref reader))
            {
                case 't':
                    local = IsoText.ReadLocal(ref reader);
                    break;
                case 'z':
                    zone = reader.ValueTextEquals(DefaultZone) ? HappenedAt.DefaultZone : reader.GetString();
                    break;
                case 'p':
                    precision = EnumNames<Precision>.Read(ref reader);
                    break;
                case 'u':
                    plusMinus = reader.GetInt32();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return local is { } at && zone is not null && precision is { } how
            ? new(at, zone, how, plusMinus)
            : throw new JsonException("A moment lacks a member.");
    }

    public static void Write(Utf8JsonWriter writer, HappenedAt value)
    {
        writer.WriteStartObject();
        IsoText.Write(writer, Time, value.Local);
        writer.WriteString(Zone, value.Zone);
        writer.WriteString(Certainty, EnumNames<Precision>.Of(value.Precision));
        if (value.PlusMinusMinutes != 0)
        {
            writer.WriteNumber(PlusMinus, value.PlusMinusMinutes);
        }

        writer.WriteEndObject();
    }
}

/// <summary>A moment within an event's data.</summary>
internal sealed class HappenedAtConverter : JsonConverter<HappenedAt>
{
    public override HappenedAt Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => HappenedAtJson.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, HappenedAt value, JsonSerializerOptions options) => HappenedAtJson.Write(writer, value);
}
