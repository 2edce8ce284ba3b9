using System.Text.Json;
using Trials.Domain;

namespace Trials.Web.Exports;

/// <summary>Writes an event's data with its sealed texts opened: in the place of each stands what was typed, or null where it was erased.</summary>
public static class OpenedTexts
{
    /// <summary>Copies the data.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="data">As stored.</param>
    /// <param name="of">The event that the texts were sealed for.</param>
    /// <param name="opener">Opens them.</param>
    public static void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> data, EventId of, ITextOpener opener)
    {
        using var document = JsonDocument.Parse(data);
        Write(writer, document.RootElement, of, opener);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element, EventId of, ITextOpener opener)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when SealedIn(element, of) is { } text:
                writer.WriteStringValue(opener.Open(text));
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, of, opener);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item, of, opener);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    /// <summary>The sealed text that an element is: a place, a key, a nonce and a cipher, and nothing else but the persons it mentions. Null for anything else.</summary>
    public static FreeText? SealedIn(JsonElement element, EventId of) =>
        element.EnumerateObject().All(member => member.Name is "f" or "k" or "n" or "c" or "m")
        && element.TryGetProperty("f", out var place)
        && element.TryGetProperty("k", out var key) && Guid.TryParse(key.GetString(), out var id)
        && element.TryGetProperty("n", out var nonce)
        && element.TryGetProperty("c", out var cipher)
            ? FreeText.Stored(new(of, place.GetString()!, id, nonce.GetBytesFromBase64(), cipher.GetBytesFromBase64()), [])
            : null;
}
