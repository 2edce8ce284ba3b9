using System.Text.RegularExpressions;

namespace Trials.Web.Imports.CourtCards;

/// <summary>
/// A case number as a court's card shows it: <c>2-5/2026 (2-13/2025; 2-2935/2024;) ~ М-2773/2024</c>. A court gives the case a new number each
/// year and puts the earlier ones in brackets; a cassation court adds its second number in square brackets when the file arrives.
/// </summary>
public sealed partial record CardNumber
{
    private CardNumber(string text, string lasting)
    {
        Text = text;
        Lasting = lasting;
    }

    /// <summary>The whole number, white space collapsed.</summary>
    public string Text { get; }

    /// <summary>The part that the card had first and keeps: the incoming number behind the tilde, else the last in round brackets, else the first number.</summary>
    public string Lasting { get; }

    /// <summary>The year in the number; null where it has none.</summary>
    public int? Year => YearPattern().Match(Lasting) is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, provider: null) : null;

    /// <summary>Reads a number; null for a blank cell.</summary>
    public static CardNumber? From(string cell)
    {
        var text = WhiteSpace().Replace(cell, " ").Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var (main, incoming) = text.Split('~', 2, StringSplitOptions.TrimEntries) is [var before, var after] ? (before, after) : (text, "");
        var earlier = Bracketed().Match(main) is { Success: true } found
            ? found.Groups[1].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];
        var first = AnyBracket().Replace(main, " ").Trim();
        var lasting = incoming.Length > 0 ? incoming : earlier.Length > 0 ? earlier[^1] : first;
        return new(text, lasting.Length > 0 ? lasting : text);
    }

    /// <summary>The number as it stands on the card.</summary>
    public override string ToString() => Text;

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\(([^)]*)\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]")]
    private static partial Regex AnyBracket();

    [GeneratedRegex(@"/((?:19|20)\d\d)$")]
    private static partial Regex YearPattern();
}
