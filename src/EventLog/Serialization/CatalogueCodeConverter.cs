using System.Text.Json;
using System.Text.Json.Serialization;
using Trials.Domain.Catalogues;

namespace Trials.EventLog.Serialization;

/// <summary>A catalogue's code as the plain string that it is.</summary>
internal sealed class CatalogueCodeConverter<TCode> : JsonConverter<TCode>
    where TCode : struct, ICatalogueCode<TCode>
{
    public override TCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? TCode.From(reader.GetString()!) : throw new JsonException("A code expected.");

    public override void Write(Utf8JsonWriter writer, TCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
