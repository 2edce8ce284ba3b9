using System.Globalization;

namespace Trials.Web;

/// <summary>A language of the interface.</summary>
/// <param name="Code">Its two-letter code, as in <c>lang</c> attributes and resource files.</param>
/// <param name="Name">Its own name for itself.</param>
/// <param name="PluralForm">The suffix of the text that goes with a number: <c>one</c>, <c>few</c>, <c>many</c> or <c>other</c>.</param>
public sealed record Language(string Code, string Name, Func<long, string> PluralForm)
{
    /// <summary>English, which decides the keys of all texts.</summary>
    public static readonly Language English = new("en", "English", n => n == 1 ? "one" : "other");

    /// <summary>Russian.</summary>
    public static readonly Language Russian = new("ru", "Русский", RussianForm);

    /// <summary>Tajik.</summary>
    public static readonly Language Tajik = new("tg", "Тоҷикӣ", n => n == 1 ? "one" : "other");

    /// <summary>All languages, in the order in which they are offered.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Russian, Tajik];

    /// <summary>The culture by whose rules words are sorted and numbers are written.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Code);

    /// <summary>The language of the request or circuit under way.</summary>
    public static Language Current => Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? English;

    /// <summary>The language with this code; null for none of ours.</summary>
    public static Language? Of(string? code) => All.FirstOrDefault(language => language.Code == code);

    private static string RussianForm(long number)
    {
        var tens = Math.Abs(number % 100);
        return (tens % 10) switch
        {
            _ when tens is >= 11 and <= 14 => "many",
            1 => "one",
            2 or 3 or 4 => "few",
            _ => "many",
        };
    }
}
