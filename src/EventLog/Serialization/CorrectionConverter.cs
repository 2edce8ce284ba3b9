using System.Text.Json;
using System.Text.Json.Serialization;
using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>
/// A correction: <c>{"entry":id,"wire":name,"data":replacement,"happened":moment,"reason":text}</c>. The replacement stands under its own wire name,
/// the places of its texts begin with <c>data.</c>, and the reason may be absent.
/// </summary>
internal sealed class CorrectionConverter(EventTypes types) : JsonConverter<Amendment.Corrected>
{
    private const string DataPrefix = "data.";
    private static readonly JsonEncodedText Entry = JsonEncodedText.Encode("entry");
    private static readonly JsonEncodedText Wire = JsonEncodedText.Encode("wire");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Happened = JsonEncodedText.Encode("happened");
    private static readonly JsonEncodedText Reason = JsonEncodedText.Encode("reason");
    private static readonly FreeTextConverter ReasonText = new("reason");

    public override Amendment.Corrected Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (entry, wire, happened, reason) = ((EventId?)null, (string?)null, (HappenedAt?)null, (FreeText?)null);
        var hasData = false;
        var data = reader;
        JsonRead.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals(Entry.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                entry = new(JsonRead.Id(ref reader));
            }
            else if (reader.ValueTextEquals(Wire.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                wire = reader.GetString();
            }
            else if (reader.ValueTextEquals(Data.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                hasData = true;
                data = reader;
                reader.Skip();
            }
            else if (reader.ValueTextEquals(Happened.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                happened = HappenedAtJson.Read(ref reader);
            }
            else if (reader.ValueTextEquals(Reason.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                reason = ReasonText.Read(ref reader, typeof(FreeText), options);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return entry is { } id && wire is not null && hasData && happened is { } at
            ? new(id, ReadReplacement(data, wire, options), at, reason)
            : throw new JsonException("A correction lacks a member.");
    }

    public override void Write(Utf8JsonWriter writer, Amendment.Corrected value, JsonSerializerOptions options)
    {
        var context = TextContext.Current;
        var type = value.Replacement.GetType();
        writer.WriteStartObject();
        JsonWrite.Id(writer, Entry, value.Entry.Value);
        writer.WriteString(Wire, types.NameOf(type));
        writer.WritePropertyName(Data);
        var outer = context.Prefix;
        context.Prefix = outer + DataPrefix;
        JsonSerializer.Serialize(writer, value.Replacement, options.GetTypeInfo(type));
        context.Prefix = outer;
        writer.WritePropertyName(Happened);
        HappenedAtJson.Write(writer, value.Happened);
        if (value.Reason is not null)
        {
            writer.WritePropertyName(Reason);
            ReasonText.Write(writer, value.Reason, options);
        }

        writer.WriteEndObject();
    }

    private DomainEvent ReadReplacement(Utf8JsonReader data, string wire, JsonSerializerOptions options)
    {
        var context = TextContext.Current;
        var type = types.TypeOf(wire) ?? throw new UnknownEventException(wire, context.Stream, context.Revision);
        var outer = context.Prefix;
        context.Prefix = outer + DataPrefix;
        var replacement = (DomainEvent?)JsonSerializer.Deserialize(ref data, options.GetTypeInfo(type));
        context.Prefix = outer;
        return replacement ?? throw new JsonException("A correction without a replacement.");
    }
}
