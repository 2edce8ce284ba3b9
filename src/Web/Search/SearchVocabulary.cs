using System.Collections.Frozen;
using Trials.Projections.Text;

namespace Trials.Web.Search;

/// <summary>
/// What the interface calls kinds of things, entries, decisions and rules, word by word in every language, so that any of its words finds what is meant. Read from the
/// resource files: a read model keeps codes, and no text of the interface.
/// </summary>
public sealed class SearchVocabulary
{
    private const int ShortestBeginning = 3;

    private static readonly string[] Areas = ["Enum", "Event", "Rule"];
    private static readonly string[] MonthNames = ["Date.Month", "Date.MonthOf"];

    private readonly FrozenDictionary<string, string[]> byForm;
    private readonly string[] words;
    private readonly FrozenDictionary<string, string[]> byWord;
    private readonly FrozenDictionary<string, int> months;

    private SearchVocabulary(TextCatalogue texts)
    {
        var names = (from language in Language.All
                     from text in texts.In(language)
                     let area = text.Key[..text.Key.IndexOf('.', StringComparison.Ordinal)]
                     where Areas.Contains(area)
                     let token = Token(area, text.Key[(area.Length + 1)..])
                     from word in WordForms.Parts(text.Value)
                     where !WordForms.IsNumber(word)
                     select (Word: word, Token: token)).Distinct().ToList();
        byWord = Group(names);
        byForm = Group(names.SelectMany(name => WordForms.Of(name.Word).Select(form => (form, name.Token))));
        words = [.. byWord.Keys.Order(StringComparer.Ordinal)];
        months = (from language in Language.All
                  from month in Enumerable.Range(1, 12)
                  from key in MonthNames
                  let name = texts.Find(language, FormattableString.Invariant($"{key}.{month}"))
                  where name is not null
                  select (Name: WordForms.Fold(name), Month: month)).Distinct().ToFrozenDictionary(m => m.Name, m => m.Month, StringComparer.Ordinal);
    }

    /// <summary>That of the texts which are built into the program.</summary>
    public static SearchVocabulary BuiltIn { get; } = new(TextCatalogue.BuiltIn);

    /// <summary>What is called so, in any form of the word.</summary>
    public IEnumerable<string> Called(string word) => WordForms.Of(word).SelectMany(form => byForm.GetValueOrDefault(form, [])).Distinct();

    /// <summary>What has a word in its name that begins so; nothing for less than three letters.</summary>
    public IEnumerable<string> Beginning(string word)
    {
        var first = Array.BinarySearch(words, word, StringComparer.Ordinal);
        return word.Length < ShortestBeginning
            ? []
            : words.Skip(first < 0 ? ~first : first).TakeWhile(known => known.StartsWith(word, StringComparison.Ordinal)).SelectMany(known => byWord[known]).Distinct();
    }

    /// <summary>Which month a folded word names, from 1; null for none.</summary>
    public int? Month(string word) => months.TryGetValue(word, out var month) ? month : null;

    private static string Token(string area, string name) =>
        area != "Enum" ? $"{area}/{name}" : name.Replace('.', '/');

    private static FrozenDictionary<string, string[]> Group(IEnumerable<(string Word, string Token)> names) => names
        .GroupBy(name => name.Word, name => name.Token, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
}
