using System.Text.Json;
using System.Text.Json.Serialization;
using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>An id as 32 lower-case hexadecimal digits.</summary>
internal sealed class GuidIdConverter<TId> : JsonConverter<TId>
    where TId : struct, IGuidId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(JsonRead.Id(ref reader));

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => JsonWrite.Id(writer, value.Value);
}
