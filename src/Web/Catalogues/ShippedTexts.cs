using System.Collections.Frozen;

namespace Trials.Web.Catalogues;

/// <summary>
/// What the product's own catalogues say in English of where an entry is taken from and what to beware of, said in the reader's language. The record
/// holds the English; what anybody else wrote stays as it is, and so does what is quoted.
/// </summary>
public static class ShippedTexts
{
    private const string Area = "Shipped.";
    private const string Quotation = ": “";

    private static readonly FrozenDictionary<string, string> Keys = TextCatalogue.BuiltIn.In(Language.English)
        .Where(text => text.Key.StartsWith(Area, StringComparison.Ordinal))
        .ToFrozenDictionary(text => text.Value, text => text.Key, StringComparer.Ordinal);

    /// <summary>A text that stands in a catalogue, in the reader's language where it is ours.</summary>
    public static string In(Texts texts, string text) =>
        Known(texts, text)
        ?? (text.IndexOf(Quotation, StringComparison.Ordinal) is > 0 and var quoted && Known(texts, text[..quoted]) is { } said ? said + text[quoted..] : text);

    private static string? Known(Texts texts, string text) => Keys.TryGetValue(text, out var key) ? texts[key] : null;
}
