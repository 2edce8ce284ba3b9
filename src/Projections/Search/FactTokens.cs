using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using Trials.Domain.Reports;
using Trials.Projections.Text;

namespace Trials.Projections.Search;

/// <summary>
/// What an entry is found by: its kind, and of its fields whatever is no personal data. A new fact is found as soon as its record exists.
/// </summary>
/// <remarks>
/// Taken are members of enumerations, codes of catalogues, articles, days, and the few texts that are numbers or names of public things. Never taken are
/// protected texts, persons, whatever tells something of a victim's body (sex), the bare yes or no of a checklist, and every other text, such as by whom somebody was sent out: who types it may name a person.
/// </remarks>
internal static class FactTokens
{
    /// <summary>The enumerations that tell something of a person's body, or say yes or no to something that the entry names otherwise.</summary>
    internal static readonly HashSet<Type> NeverFound = [typeof(Sex), typeof(Answer)];

    /// <summary>The texts that are no protected ones and are found all the same: numbers, and names of public things.</summary>
    internal static readonly HashSet<string> PublicTexts =
        [nameof(CaseEvent.Opened.Reference), nameof(CaseEvent.TakenOver.UniqueNumber), nameof(CaseEvent.TakenOver.Category), "Number", "Room"];

    private static readonly ConcurrentDictionary<Type, Action<object, List<string>>> Readers = new();

    /// <summary>What an entry is found by, each once, in code-point order.</summary>
    /// <param name="wireName">Its kind.</param>
    /// <param name="data">What it says, corrections applied.</param>
    /// <param name="source">How that is known: a document's number and day are taken; who issued it is typed freely, and may be a person.</param>
    public static IReadOnlyList<string> Of(string wireName, DomainEvent data, Source source)
    {
        var tokens = new List<string> { SearchTokens.Kind(wireName) };
        Add(data, tokens);
        if (source is Source.Document document)
        {
            tokens.AddRange(WordForms.Kept(document.Number ?? ""));
            Add(document.Date, tokens);
        }

        tokens.Sort(StringComparer.Ordinal);
        var kept = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (kept == 0 || tokens[i] != tokens[kept - 1])
            {
                tokens[kept++] = tokens[i];
            }
        }

        return [.. CollectionsMarshal.AsSpan(tokens)[..kept]];
    }

    private static void Add(object? value, List<string> to)
    {
        switch (value)
        {
            case null or ProtectedText or string or bool or int or long:
                break;
            case LocalDate day:
                to.Add(SearchTokens.Day(day));
                break;
            case HappenedAt happened:
                if (happened.HasDay)
                {
                    to.Add(SearchTokens.Day(happened.Date));
                }

                break;
            case Article article:
                to.AddRange(SearchTokens.Of(article));
                break;
            case IEnumerable several:
                foreach (var one in several)
                {
                    Add(one, to);
                }

                break;
            default:
                Readers.GetOrAdd(value.GetType(), Reader)(value, to);
                break;
        }
    }

    private static Action<object, List<string>> Reader(Type type)
    {
        if (type.IsEnum)
        {
            return NeverFound.Contains(type) ? (_, _) => { } : Members(type);
        }

        var contracts = type.GetInterfaces().Where(i => i.IsGenericType).Select(i => i.GetGenericTypeDefinition()).ToList();
        if (contracts.Contains(typeof(ICatalogueCode<>)))
        {
            var kind = (string)type.GetProperty(nameof(CourtCode.Kind), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            var code = type.GetProperty(nameof(CourtCode.Value))!;
            return (value, to) => to.Add(SearchTokens.Entry(kind, (string)code.GetValue(value)!));
        }

        return type.Namespace?.StartsWith(typeof(DomainEvent).Namespace!, StringComparison.Ordinal) == true && !contracts.Contains(typeof(IGuidId<>))
            ? Record(type)
            : (_, _) => { };
    }

    private static Action<object, List<string>> Members(Type type)
    {
        var tokens = Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(number => (Enum)Enum.ToObject(type, number)).ToDictionary(member => member, SearchTokens.Said);
        return (value, to) =>
        {
            if (tokens.GetValueOrDefault((Enum)value) is { } token)
            {
                to.Add(token);
            }
        };
    }

    /// <summary>What was recorded, without what is computed from it.</summary>
    private static Action<object, List<string>> Record(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).ToArray();
        return (record, to) =>
        {
            foreach (var property in properties)
            {
                var value = property.GetValue(record);
                if (value is string text && PublicTexts.Contains(property.Name))
                {
                    to.AddRange(WordForms.Kept(text));
                }
                else
                {
                    Add(value, to);
                }
            }
        };
    }
}
