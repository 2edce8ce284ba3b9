using System.Text.Json;
using System.Text.Json.Serialization;
using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.EventLog.Serialization;

/// <summary>Makes the converters of ids, codes, enums and lists, of which the domain has a type for each kind of thing.</summary>
internal sealed class DomainConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => ConverterFor(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var converter = ConverterFor(typeToConvert)!;
        object?[] arguments = converter.GetGenericTypeDefinition() == typeof(ValueListConverter<>)
            ? [options.GetConverter(typeToConvert.GetGenericArguments()[0])]
            : [];
        return (JsonConverter)Activator.CreateInstance(converter, arguments)!;
    }

    private static Type? ConverterFor(Type type)
    {
        if (!type.IsValueType)
        {
            return null;
        }

        if (type.IsEnum)
        {
            return typeof(EnumNameConverter<>).MakeGenericType(type);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            return typeof(ValueListConverter<>).MakeGenericType(type.GetGenericArguments());
        }

        foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType))
        {
            if (contract.GetGenericTypeDefinition() == typeof(IGuidId<>))
            {
                return typeof(GuidIdConverter<>).MakeGenericType(type);
            }

            if (contract.GetGenericTypeDefinition() == typeof(ICatalogueCode<>))
            {
                return typeof(CatalogueCodeConverter<>).MakeGenericType(type);
            }
        }

        return null;
    }
}
