using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using Trials.Projections.Text;

namespace Trials.Projections.Search;

/// <summary>
/// What an entry is found by: its kind, and of its fields whatever is no personal data. A new fact is found as soon as its record exists.
/// </summary>
/// <remarks>
/// Taken are members of enumerations, codes of catalogues, articles, days, and the few texts that are numbers or names of public things. Never taken are
/// protected texts, persons, whatever tells something of a victim's body (sex), and every other text, such as by whom somebody was sent out: who types it may name a person.
/// </remarks>
internal static class FactTokens
{
    private static readonly HashSet<string> PublicTexts =
        [nameof(CaseEvent.Opened.Reference), nameof(CaseEvent.TakenOver.UniqueNumber), nameof(CaseEvent.TakenOver.Category), "Number", "Organisation", "Room"];

    private static readonly ConcurrentDictionary<Type, Func<object, IEnumerable<string>>> Readers = new();
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>What an entry is found by, each once, in code-point order.</summary>
    /// <param name="wireName">Its kind.</param>
    /// <param name="data">What it says, corrections applied.</param>
    /// <param name="source">How that is known: a document's number, day and issuer are taken.</param>
    public static IReadOnlyList<string> Of(string wireName, DomainEvent data, Source source)
    {
        var tokens = new SortedSet<string>(StringComparer.Ordinal) { SearchTokens.Kind(wireName) };
        tokens.UnionWith(Fields(data));
        if (source is Source.Document document)
        {
            tokens.UnionWith(WordForms.Kept($"{document.Number} {document.Issuer}"));
            tokens.UnionWith(Value(document.Date));
        }

        return [.. tokens];
    }

    private static IEnumerable<string> Value(object? value) => value switch
    {
        null or ProtectedText or string => [],
        Sex => [],
        LocalDate day => [SearchTokens.Day(day)],
        HappenedAt happened => happened.HasDay ? [SearchTokens.Day(happened.Date)] : [],
        Article article => SearchTokens.Of(article),
        IEnumerable several => several.Cast<object?>().SelectMany(Value),
        _ => Readers.GetOrAdd(value.GetType(), Reader)(value),
    };

    private static Func<object, IEnumerable<string>> Reader(Type type)
    {
        if (type.IsEnum)
        {
            var names = Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(number => Enum.ToObject(type, number))
                .ToDictionary(member => member, member => SearchTokens.Said((Enum)member) is { } token ? new[] { token } : []);
            return value => names.GetValueOrDefault(value, []);
        }

        if (type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICatalogueCode<>)) is not null)
        {
            var kind = (string)type.GetProperty(nameof(CourtCode.Kind), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            var code = type.GetProperty(nameof(CourtCode.Value))!;
            return value => [SearchTokens.Entry(kind, (string)code.GetValue(value)!)];
        }

        var isRecord = type.Namespace?.StartsWith(typeof(DomainEvent).Namespace!, StringComparison.Ordinal) == true
            && !type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IGuidId<>));
        return isRecord ? Fields : _ => [];
    }

    private static IEnumerable<string> Fields(object record)
    {
        foreach (var property in Properties.GetOrAdd(record.GetType(), Recorded))
        {
            var value = property.GetValue(record);
            foreach (var token in value is string text && PublicTexts.Contains(property.Name) ? WordForms.Kept(text) : Value(value))
            {
                yield return token;
            }
        }
    }

    /// <summary>What was recorded, without what is computed from it.</summary>
    private static PropertyInfo[] Recorded(Type type) => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)];
}
