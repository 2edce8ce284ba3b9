using System.Globalization;
using Trials.Domain.Cases;

namespace Trials.Web;

/// <summary>Articles of a code as lawyers write them.</summary>
public static class Articles
{
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

    private static string Superscript(int? number) => number is { } value
        ? string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']))
        : "";
}
