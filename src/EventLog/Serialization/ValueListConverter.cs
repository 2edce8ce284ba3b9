using System.Text.Json;
using System.Text.Json.Serialization;
using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>An immutable list as an array.</summary>
internal sealed class ValueListConverter<T>(JsonConverter<T> items) : JsonConverter<ValueList<T>>
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonRead.Expect(ref reader, JsonTokenType.StartArray);
        var read = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            read.Add(items.Read(ref reader, typeof(T), options) ?? throw new JsonException("A list holds a null."));
        }

        return read.ToValueList();
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
        {
            items.Write(writer, item, options);
        }

        writer.WriteEndArray();
    }
}
