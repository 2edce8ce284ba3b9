namespace Trials.Web.Timelines;

/// <summary>How wide a label of the drawing is at most. The server knows no fonts, so this errs on the wide side.</summary>
public static class TextWidth
{
    private const double Usual = 7.8;
    private const double Narrow = 5;
    private const double Broad = 12;

    /// <summary>In px, at the drawing's size of 13 px.</summary>
    public static double Of(string text) => text.Sum(c => c switch
    {
        'i' or 'l' or 'j' or 't' or 'f' or 'I' or ' ' or '.' or ',' or ':' or '-' or '\'' => Narrow,
        'm' or 'w' or 'M' or 'W' or 'ж' or 'ш' or 'щ' or 'ю' or 'ы' or 'м' or 'ф' => Broad - 1,
        'Ж' or 'Ш' or 'Щ' or 'Ю' or 'Ы' or 'М' or 'Ф' or '@' => Broad,
        _ when char.IsUpper(c) => Usual + 1.5,
        _ => Usual,
    });

    /// <summary>The text, cut to at most so many characters with an ellipsis.</summary>
    public static string Cut(string text, int characters) =>
        text.Length <= characters ? text : text[..(char.IsHighSurrogate(text[characters - 2]) ? characters - 2 : characters - 1)] + "…";
}
