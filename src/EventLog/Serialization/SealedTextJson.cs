using System.Text;
using System.Text.Json;
using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>How a sealed text stands in an event's data.</summary>
internal static class SealedTextJson
{
    private static readonly JsonEncodedText Place = JsonEncodedText.Encode("f");
    private static readonly JsonEncodedText Key = JsonEncodedText.Encode("k");
    private static readonly JsonEncodedText Nonce = JsonEncodedText.Encode("n");
    private static readonly JsonEncodedText Cipher = JsonEncodedText.Encode("c");
    private static readonly JsonEncodedText Mentions = JsonEncodedText.Encode("m");
    private static readonly JsonEncodedText Plain = JsonEncodedText.Encode("plain");

    /// <summary>Reads a sealed text that must have been sealed for the very place where it stands.</summary>
    public static SealedText Read(ref Utf8JsonReader reader, TextContext context, string member, out ValueList<PersonId> mentions)
    {
        var place = context.NextPlace(member);
        var (key, nonce, cipher, fits) = (Guid.Empty, (byte[]?)null, (byte[]?)null, false);
        mentions = [];
        JsonRead.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonRead.NextMember(ref reader))
        {
            switch (JsonRead.ShortName(ref reader))
            {
                case 'f':
                    fits = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(place);
                    break;
                case 'k':
                    key = JsonRead.Id(ref reader);
                    break;
                case 'n':
                    nonce = reader.GetBytesFromBase64();
                    break;
                case 'c':
                    cipher = reader.GetBytesFromBase64();
                    break;
                case 'm':
                    mentions = ReadMentions(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return fits && nonce is not null && cipher is not null
            ? new(context.Event, place, key, nonce, cipher)
            : throw new JsonException($"What stands at '{place}' is not a text that was sealed for it.");
    }

    public static void Write(Utf8JsonWriter writer, SealedText seal, ValueList<PersonId> mentions)
    {
        writer.WriteStartObject();
        writer.WriteString(Place, seal.Field);
        JsonWrite.Id(writer, Key, seal.Key);
        writer.WriteBase64String(Nonce, seal.Nonce.Span);
        writer.WriteBase64String(Cipher, seal.Cipher.Span);
        WriteMentions(writer, mentions);
        writer.WriteEndObject();
    }

    /// <summary>The keys of an event's texts that mention a person, whatever the event: this version need not know it.</summary>
    /// <param name="data">The event's data.</param>
    /// <param name="mentioned">The person.</param>
    public static IReadOnlyList<Guid> KeysOf(ReadOnlyMemory<byte> data, PersonId mentioned)
    {
        var (person, found) = (mentioned.Value.ToString("N"), new List<Guid>());
        if (data.Span.IndexOf(Encoding.ASCII.GetBytes(person)) >= 0)
        {
            using var json = JsonDocument.Parse(data);
            AddKeys(json.RootElement, person, found);
        }

        return found;
    }

    private static void AddKeys(JsonElement element, string person, List<Guid> to)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                AddKeys(item, person, to);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty(Cipher.EncodedUtf8Bytes, out _)
                && element.TryGetProperty(Mentions.EncodedUtf8Bytes, out var mentions)
                && mentions.EnumerateArray().Any(mention => mention.ValueEquals(person)))
            {
                to.Add(element.GetProperty(Key.EncodedUtf8Bytes).GetString() is { } key ? Guid.ParseExact(key, "N") : Guid.Empty);
            }

            foreach (var member in element.EnumerateObject())
            {
                AddKeys(member.Value, person, to);
            }
        }
    }

    /// <summary>Writes a text as it is told apart from another one: its content, or for an erased one its key.</summary>
    public static void WriteDigestible(Utf8JsonWriter writer, TextContext context, ProtectedText text, ValueList<PersonId> mentions)
    {
        writer.WriteStartObject();
        if (context.Sealer!.Open(text) is { } plain)
        {
            writer.WriteString(Plain, plain);
        }
        else
        {
            JsonWrite.Id(writer, Key, text.Sealed!.Key);
        }

        WriteMentions(writer, mentions);
        writer.WriteEndObject();
    }

    private static ValueList<PersonId> ReadMentions(ref Utf8JsonReader reader)
    {
        var persons = new List<PersonId>();
        JsonRead.Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            persons.Add(new(JsonRead.Id(ref reader)));
        }

        return persons.ToValueList();
    }

    private static void WriteMentions(Utf8JsonWriter writer, ValueList<PersonId> mentions)
    {
        if (mentions.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(Mentions);
        foreach (var person in mentions)
        {
            JsonWrite.Id(writer, person.Value);
        }

        writer.WriteEndArray();
    }
}
