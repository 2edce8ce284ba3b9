using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Projections.Search;
using Trials.Projections.Text;
using Trials.Web.Cases;

namespace Trials.Web.Search;

/// <summary>What somebody typed as what is looked for: articles and days as such, words in all their forms and as the names of kinds, the last one also as a beginning.</summary>
public static partial class SearchQuestion
{
    /// <summary>The most letters that are read.</summary>
    public const int MostLetters = 200;

    private const int ShortestBeginning = 2;

    private static readonly HashSet<string> SaysNothing =
    [
        "of", "the", "in", "on", "at", "by", "to", "for", "and", "or", "a", "an",
        "в", "во", "на", "по", "о", "об", "от", "из", "за", "с", "со", "к", "и", "или", "у", "для",
        "ва", "дар", "аз", "ба", "бо", "ки", "барои", "е", "no",
    ];

    private static readonly LocalDatePattern[] Days = [Pattern("uuuu-MM-dd"), Pattern("d.M.uuuu")];
    private static readonly LocalDatePattern[] Months = [Pattern("uuuu-MM"), Pattern("M.uuuu")];

    /// <summary>What is looked for; empty where nothing is.</summary>
    public static ValueList<SearchTerm> Of(string text, SearchVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(text);
        var days = new List<SearchTerm>();
        var undated = Written().Replace(Read(text), match => Cut(match, days, Written(match.Value)));
        var (articles, rest) = ArticleText.Within(undated);
        rest = NamedMonth().Replace(WordForms.Fold(rest), match => Cut(match, days, NamedMonth(match, vocabulary)));
        var parts = WordForms.Parts(rest);
        var words = parts.Where(part => !SaysNothing.Contains(part)).ToList();
        return
        [
            .. articles.Select(Article),
            .. days,
            .. words.Select((word, i) => WordForms.IsNumber(word) ? Number(word, last: i == words.Count - 1) : Word(word, last: i == words.Count - 1, vocabulary)),
        ];
    }

    /// <summary>As much of a text as is read; a letter of two units is read whole or not at all.</summary>
    private static string Read(string text) =>
        text.Length <= MostLetters ? text : text[..(char.IsHighSurrogate(text[MostLetters - 1]) ? MostLetters - 1 : MostLetters)];

    private static SearchTerm Article(Article article)
    {
        var said = SearchTokens.Of(article).ToList();
        var token = article.Part is null && article.Code != "CC" ? said[1] : said[^1] == said[1] ? said[0] : said[^1];
        var number = article.Superscript is { } superscript && article.Part is null
            ? new[] { string.Create(CultureInfo.InvariantCulture, $"{article.Number}-{superscript}") }
            : [];
        return new([token, .. number], [], [], null, null);
    }

    private static SearchTerm Word(string word, bool last, SearchVocabulary vocabulary)
    {
        var codes = (last ? vocabulary.Called(word).Union(vocabulary.Beginning(word)) : vocabulary.Called(word)).ToList();
        return new(
            [.. WordForms.Of(word), .. codes],
            last && word.Length >= ShortestBeginning ? [word] : [],
            [.. Enum.GetValues<SearchKind>().Where(kind => codes.Contains(SearchTokens.Of(kind)))],
            null,
            null);
    }

    /// <summary>A number is looked for by its parts; the last one may still be typed. A year is one too, and 143-1 an article as well as the beginning of a case's number.</summary>
    private static SearchTerm Number(string number, bool last)
    {
        var year = number.Length == 4 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var found) && found is >= 1900 and <= 2100 ? found : (int?)null;
        return new(
            [number, .. ArticleText.Parse(number) is { Superscript: not null } article ? [SearchTokens.Of(article).First()] : Array.Empty<string>()],
            [last && number.Length >= ShortestBeginning ? number : number + "-", .. year is null ? [] : new[] { $"={number}-" }],
            [],
            year is { } first ? new LocalDate(first, 1, 1) : null,
            year is { } end ? new LocalDate(end, 12, 31) : null);
    }

    private static string Cut(Match match, List<SearchTerm> terms, SearchTerm? term)
    {
        if (term is null)
        {
            return match.Value;
        }

        terms.Add(term);
        return " ";
    }

    private static SearchTerm? NamedMonth(Match match, SearchVocabulary vocabulary)
    {
        if (vocabulary.Month(match.Groups["month"].Value) is not { } month)
        {
            return null;
        }

        var first = new LocalDate(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), month, 1);
        return !match.Groups["day"].Success ? Month(first)
            : int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) is var day && day <= CalendarSystem.Iso.GetDaysInMonth(first.Year, month) ? Day(first.PlusDays(day - 1))
            : null;
    }

    private static SearchTerm? Written(string text) =>
        Days.Select(pattern => pattern.Parse(text)).FirstOrDefault(result => result.Success) is { } day ? Day(day.Value)
        : Months.Select(pattern => pattern.Parse(text)).FirstOrDefault(result => result.Success) is { } month ? Month(month.Value)
        : null;

    private static SearchTerm Day(LocalDate day) => new([SearchTokens.Day(day)], [], [], day, day);

    private static SearchTerm Month(LocalDate first) => new([], [SearchTokens.Day(first)[..^2]], [], first, first.With(DateAdjusters.EndOfMonth));

    private static LocalDatePattern Pattern(string pattern) => LocalDatePattern.CreateWithInvariantCulture(pattern);

    [GeneratedRegex(@"(?:(?<day>[1-9]|[12][0-9]|3[01])\s+)?(?<month>\p{L}+)\s+(?<year>(?:19|20)[0-9][0-9])\b", RegexOptions.NonBacktracking)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"\b(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{1,2}\.[0-9]{4}|[0-9]{4}-[0-9]{2})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
