using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Trials.Domain.Cases;

namespace Trials.Web.Cases;

/// <summary>Reads an article as people type it: <c>143¹ part 2</c>, <c>143(1)</c>, <c>143-1 ч. 3 п. «в»</c>, <c>CC 328</c>.</summary>
public static partial class ArticleText
{
    private const string UsualCode = "CC";
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The article; null for what is none. What is not named matches any.</summary>
    public static Article? Parse(string text)
    {
        if (Form().Match(Plain(text.Trim())) is not { Success: true } match)
        {
            return null;
        }

        return new Article(
            match.Groups["code"] is { Success: true, Value: var code } ? code.ToUpperInvariant() : UsualCode,
            Number(match.Groups["number"]),
            match.Groups["super"].Success ? Number(match.Groups["super"]) : null,
            match.Groups["part"] is { Success: true, Value: var part } ? part : null,
            match.Groups["point"] is { Success: true, Value: var point } ? point : null);
    }

    /// <summary>An article as <see cref="Parse"/> reads it, without part and point, e.g. CC 143^1.</summary>
    public static string Of(Article article) => $"{article.Code} {article.Number}{(article.Superscript is { } superscript ? $"^{superscript}" : "")}";

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

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
        ^ (?: (?<code>[A-Z]{1,20}) \s+ )?
        (?: (?: art(?:icle)? | ст(?:атья)? | мод(?:даи)? ) \b \.? \s* )?
        (?<number>[1-9]\d{0,3})
        (?: \s* (?: \^ | - | \. ) \s* (?<super>[1-9]\d?) | \s* \( (?<super>[1-9]\d?) \) )?
        (?: [\s,]+ (?: part | ч(?:асть)? | қ(?:исми)? ) \.? \s* (?<part>[\p{L}\p{N}¹-]{1,20}) )?
        (?: [\s,]+ (?: point | п(?:ункт)? | банди? | б ) \.? \s* [«"“(]? (?<point>[\p{L}\p{N}]{1,20}) [»"”)]? )?
        $
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
