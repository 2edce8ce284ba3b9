using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Trials.Domain.Cases;

namespace Trials.Projections.Search;

/// <summary>
/// How things are written that are found by what they are and not by how a text names them: they mean the same in every language. None can be taken for a word,
/// for no word has a slash, a section mark or an equals sign in it.
/// </summary>
public static class SearchTokens
{
    // There are few of each, and every entry names some.
    private static readonly ConcurrentDictionary<string, string> Kinds = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string Kind, string Code), string> Codes = new();
    private static readonly ConcurrentDictionary<LocalDate, string> Days = new();

    private static readonly HashSet<string> SaysNothing = ["NotRecorded", "NotKnown", "Unknown"];

    /// <summary>A member of an enumeration, e.g. <c>PetitionKind/Records</c>.</summary>
    public static string Of(Enum member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return $"{member.GetType().Name}/{member}";
    }

    /// <summary>A member of an enumeration; null for one that says that nobody knows.</summary>
    public static string? Said(Enum member) => SaysNothing.Contains(member.ToString()) ? null : Of(member);

    /// <summary>A kind of entry, e.g. <c>Event/hearing-opened</c>.</summary>
    /// <param name="wireName">The version makes no difference.</param>
    public static string Kind(string wireName)
    {
        ArgumentNullException.ThrowIfNull(wireName);
        return Kinds.GetOrAdd(wireName, name => $"Event/{name[..name.LastIndexOf('.')]}");
    }

    /// <summary>An entry of a catalogue, e.g. <c>courts/sino</c>.</summary>
    public static string Entry(string kind, string code) => Codes.GetOrAdd((kind, code), entry => $"{entry.Kind}/{entry.Code}");

    /// <summary>A day, e.g. <c>=2023-05-14</c>; a month or year is its beginning.</summary>
    public static string Day(LocalDate day) => Days.GetOrAdd(day, named => $"={LocalDatePattern.Iso.Format(named)}");

    /// <summary>An article with and without its part and point, so that it is found by less: <c>§143^1</c>, <c>§143^1.3</c>, <c>§143^1.3.a</c>, and the first with its code. 143 is not 143¹.</summary>
    public static IEnumerable<string> Of(Article article)
    {
        var number = article.Number.ToString(CultureInfo.InvariantCulture)
            + (article.Superscript is { } superscript ? string.Create(CultureInfo.InvariantCulture, $"^{superscript}") : "");
        yield return $"§{number}";
        yield return $"§{article.Code} {number}";
        if (article.Part is { } part)
        {
            yield return $"§{number}.{part}";
            if (article.Point is { } point)
            {
                yield return $"§{number}.{part}.{Text.WordForms.Fold(point)}";
            }
        }
    }
}
