using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trials.EventLog.Serialization;

/// <summary>The camelCase names that an enum's values are written as. Numbers are neither written nor read.</summary>
internal static class EnumNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, JsonEncodedText> Names = Enum.GetValues<TEnum>()
        .ToFrozenDictionary(v => v, v => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(v.ToString())));

    private static readonly (byte[] Name, TEnum Value)[] Values = [.. Names.Select(n => (n.Value.EncodedUtf8Bytes.ToArray(), n.Key))];

    /// <exception cref="JsonException">The value has no name.</exception>
    public static JsonEncodedText Of(TEnum value) =>
        Names.TryGetValue(value, out var name) ? name : throw new JsonException($"{value} is not a {typeof(TEnum).Name}.");

    /// <exception cref="JsonException">There is no such name.</exception>
    public static TEnum Read(ref Utf8JsonReader reader)
    {
        JsonRead.Expect(ref reader, JsonTokenType.String);
        foreach (var (name, value) in Values)
        {
            if (reader.ValueTextEquals(name))
            {
                return value;
            }
        }

        throw new JsonException($"Not the name of a {typeof(TEnum).Name}.");
    }
}

/// <summary>An enum's value as its camelCase name.</summary>
internal sealed class EnumNameConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => EnumNames<TEnum>.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(EnumNames<TEnum>.Of(value));
}
