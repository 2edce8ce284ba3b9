using System.Globalization;
using Trials.Domain.Cases;

namespace Trials.Web;

/// <summary>Articles of a code as lawyers write them.</summary>
public static class Articles
{
    /// <summary>The codes of law that articles are of, as events name them.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["CC", "CPC", "CAO", "CIV"];

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>E.g. art. 143¹ part 3 point a CC.</summary>
    public static string Short(Texts texts, Article article)
    {
        var words = new List<string> { article.Number.ToString(CultureInfo.InvariantCulture) + Superscript(article.Superscript) };
        if (article.Part is { } part)
        {
            words.Add(texts["Form.Article.Part", part]);
        }

        if (article.Point is { } point)
        {
            words.Add(texts["Form.Article.Point", point]);
        }

        return texts["Form.Article.Is", string.Join(' ', words), texts.Find($"Form.Article.Codes.{article.Code}") ?? article.Code];
    }

    /// <summary>What a judgment says of one count, e.g. art. 143¹ part 2 CC: convicted under art. 316 part 3 CC.</summary>
    public static string Count(Texts texts, JudgedCount count) => count.Found is { } found
        ? texts["Form.Count.FoundUnder", Short(texts, count.Charged), count.Outcome, Short(texts, found)]
        : texts["Form.Count.Is", Short(texts, count.Charged), count.Outcome];

    private static string Superscript(int? number) => number is { } value
        ? string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']))
        : "";
}
