using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>
/// How event records stand as JSON: the members of their constructors under camelCase names, absent where null. Unknown members are left out when read,
/// missing ones are an error unless they may be null.
/// </summary>
internal static class EventJson
{
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static JsonSerializerOptions Options(EventTypes types)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepConstructorMembers, NameTexts } },
            Converters =
            {
                new CorrectionConverter(types),
                new FreeTextConverter("item"),
                new PersonalTextConverter("item"),
                new HappenedAtConverter(),
                new DomainConverters(),
            },
        };
        options.ConfigureForNodaTime(new NodaJsonSettings(DateTimeZoneProviders.Tzdb));
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What a record computes from its members is not stored; what it was made with must be there, unless it may be null or an empty list.</summary>
    private static void KeepConstructorMembers(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var members = type.Type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (members.Contains(property.Name))
            {
                // A member that a base class keeps is set by the constructor alone, but the serializer asks for a setter before it requires it.
                property.Set ??= (_, _) => { };
                property.IsRequired = MustBeThere(property);
            }
            else
            {
                type.Properties.RemoveAt(i);
            }
        }
    }

    private static bool MustBeThere(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is null && !IsList(property.PropertyType)
            : !property.IsGetNullable;

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>);

    /// <summary>A protected text is sealed for the member that it stands in, so its converter must know the member's name.</summary>
    private static void NameTexts(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.CustomConverter = property.PropertyType switch
            {
                var text when text == typeof(FreeText) => new FreeTextConverter(property.Name),
                var text when text == typeof(PersonalText) => new PersonalTextConverter(property.Name),
                var list when list == typeof(ValueList<FreeText>) => new ValueListConverter<FreeText>(new FreeTextConverter(property.Name)),
                var list when list == typeof(ValueList<PersonalText>) => new ValueListConverter<PersonalText>(new PersonalTextConverter(property.Name)),
                _ => property.CustomConverter,
            };
        }
    }
}
