using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Trials.Domain.Cases;

namespace Trials.Web.Cases;

/// <summary>Reads an article as people type it: <c>143¹ part 2</c>, <c>143(1)</c>, <c>143-1 ч. 3 п. «в»</c>, <c>CC 328</c>.</summary>
public static partial class ArticleText
{
    private const string UsualCode = "CC";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string Form =
        """
        (?: (?<code>[A-Z]{1,20}) \s+ )?
        (?: (?<marker> art(?:icle)? | ст(?:ать\p{L}{1,3})? | мод(?:да\p{L}{0,3})? ) \b \.? \s* )?
        (?<number>[1-9][0-9]{0,3})
        (?: \s* (?: \^ | (?<bare> [-.] ) ) \s* (?<super>[1-9][0-9]?) | \s* \( (?<super>[1-9][0-9]?) \) | \s* прим\p{L}{0,7} \.? \s* (?<super>[1-9][0-9]?) )?
        (?: [\s,]+ (?: part | ч(?:аст\p{L}{1,3})? | қ(?:исми)? ) \.? \s* (?<part>[\p{L}\p{N}¹-]{1,20}) )?
        (?: [\s,]+ (?: point | п(?:ункт\p{L}{0,2})? | банди? | б ) \.? \s* [«"“(]? (?<point>[\p{L}\p{N}]{1,20}) [»"”)]? )?
        """;

    private static readonly string[] Signs = ["marker", "part"];

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The article; null for what is none. What is not named matches any.</summary>
    public static Article? Parse(string text) => Whole().Match(Plain(text.Trim())) is { Success: true } match ? Of(match) : null;

    /// <summary>
    /// The articles that a text names among other words, and the text without them. A bare number is none: something must say that it is an article: the word,
    /// a raised number or a part. Behind a bare hyphen or stop a number is raised only where a code, a point or one of these says so, for 1-77 may be a case's number too.
    /// </summary>
    public static (IReadOnlyList<Article> Articles, string Others) Within(string text)
    {
        var plain = Plain(text);
        var articles = new List<Article>();
        var rest = new StringBuilder();
        var at = 0;
        foreach (Match match in Somewhere().Matches(plain))
        {
            var end = match.Index + match.Length;

            // Any word may stand before an article; a code is written in capitals.
            var word = match.Groups["code"].Value;
            var isCode = IsMarker(word) || word.All(char.IsAsciiLetterUpper);
            if (!IsSaid(match, isCode) || GoesOn(plain, match.Index - 1, -1) || GoesOn(plain, end, 1))
            {
                continue;
            }

            articles.Add(isCode ? Of(match) : Of(match) with { Code = UsualCode });
            rest.Append(plain, at, match.Index - at).Append(' ').Append(isCode ? "" : word).Append(' ');
            at = end;
        }

        return (articles, rest.Append(plain, at, plain.Length - at).ToString());
    }

    /// <summary>An article as <see cref="Parse"/> reads it, without part and point, e.g. CC 143^1.</summary>
    public static string Of(Article article) => $"{article.Code} {article.Number}{(article.Superscript is { } superscript ? $"^{superscript}" : "")}";

    /// <summary>An article as <see cref="Parse"/> reads it, part and point too, for files, e.g. CC 143(1) part 2.</summary>
    public static string InFull(Article article) => string.Join(' ', new[]
    {
        article.Code,
        article.Superscript is { } superscript ? FormattableString.Invariant($"{article.Number}({superscript})") : FormattableString.Invariant($"{article.Number}"),
        article.Part is { } part ? $"part {part}" : null,
        article.Point is { } point ? $"point {point}" : null,
    }.OfType<string>());

    /// <summary>Superscript digits as plain ones behind a caret.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        var raised = false;
        foreach (var c in text)
        {
            var digit = Superscripts.IndexOf(c, StringComparison.Ordinal);
            plain.Append(digit >= 0 && !raised ? "^" : "").Append(digit >= 0 ? (char)('0' + digit) : c);
            raised = digit >= 0;
        }

        return plain.ToString();
    }

    private static Article Of(Match match) => new(
        match.Groups["code"] is { Success: true, Value: var code } && !IsMarker(code) ? code.ToUpperInvariant() : UsualCode,
        Number(match.Groups["number"]),
        match.Groups["super"].Success ? Number(match.Groups["super"]) : null,
        match.Groups["part"] is { Success: true, Value: var part } ? part : null,
        match.Groups["point"] is { Success: true, Value: var point } ? point : null);

    private static bool IsMarker(string word) => word.Equals("art", StringComparison.OrdinalIgnoreCase) || word.Equals("article", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether something says that a match is an article.</summary>
    private static bool IsSaid(Match match, bool isCode) =>
        Signs.Any(sign => match.Groups[sign].Success)
        || IsMarker(match.Groups["code"].Value)
        || (match.Groups["super"].Success && (!match.Groups["bare"].Success || match.Groups["point"].Success || (isCode && match.Groups["code"].Success)));

    /// <summary>Whether what stands there makes what looks like an article a piece of a longer number or word, as the year does of a day.</summary>
    private static bool GoesOn(string text, int at, int onward) =>
        at >= 0 && at < text.Length
        && (char.IsLetterOrDigit(text[at])
            || text[at] is '-' or '/' or '\\' or '–'
            || (text[at] == '.' && at + onward >= 0 && at + onward < text.Length && char.IsDigit(text[at + onward])));

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex($"^ {Form} $", Options)]
    private static partial Regex Whole();

    [GeneratedRegex(Form, Options)]
    private static partial Regex Somewhere();
}
