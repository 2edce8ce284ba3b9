using System.Text.Json;
using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>A kept file: <c>{"id":…,"key":…,"kind":…,"length":…}</c>.</summary>
internal static class KeptFileJson
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Key = JsonEncodedText.Encode("key");
    private static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    private static readonly JsonEncodedText Length = JsonEncodedText.Encode("length");

    public static KeptFile Read(ref Utf8JsonReader reader)
    {
        var (id, key, kind, length) = ((Guid?)null, (Guid?)null, (FileKind?)null, (int?)null);
        JsonRead.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals(Id.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                id = JsonRead.Id(ref reader);
            }
            else if (reader.ValueTextEquals(Key.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                key = JsonRead.Id(ref reader);
            }
            else if (reader.ValueTextEquals(Kind.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                kind = EnumNames<FileKind>.Read(ref reader);
            }
            else if (reader.ValueTextEquals(Length.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                length = reader.GetInt32();
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return id is { } i && key is { } k && kind is { } o && length is { } l ? new(i, k, o, l) : throw new JsonException("A kept file lacks a member.");
    }

    public static void Write(Utf8JsonWriter writer, KeptFile file)
    {
        writer.WriteStartObject();
        JsonWrite.Id(writer, Id, file.Id);
        JsonWrite.Id(writer, Key, file.Key);
        writer.WriteString(Kind, EnumNames<FileKind>.Of(file.Kind));
        writer.WriteNumber(Length, file.Length);
        writer.WriteEndObject();
    }
}
