using System.Text.RegularExpressions;

namespace Trials.Web.Imports;

/// <summary>One line of the mapping: where a cell says this, it becomes that.</summary>
public sealed partial class MappingRow
{
    private readonly Func<string, string?> match;

    /// <summary>Reads a line.</summary>
    /// <param name="how"><c>is</c>, <c>begins</c>, <c>contains</c> or <c>pattern</c> (a regular expression without look-around or back-reference).</param>
    /// <param name="text">What the cell is compared with. Case, white space and the dots of ё do not count.</param>
    /// <param name="with">What else must be so: words that the event's result must contain, or the kind of round. Empty for nothing.</param>
    /// <param name="becomes">What kind of thing it becomes.</param>
    /// <param name="as">Which one; in a pattern's line <c>$1</c> is its first group.</param>
    /// <exception cref="ArgumentException">There is no such way to compare, or the pattern is none.</exception>
    public MappingRow(string how, string text, string with, string becomes, string @as)
    {
        With = Fold(with);
        Becomes = becomes;
        var folded = Fold(text);
        match = how switch
        {
            "is" => cell => cell.Equals(folded, StringComparison.OrdinalIgnoreCase) ? @as : null,
            "begins" => cell => cell.StartsWith(folded, StringComparison.OrdinalIgnoreCase) ? @as : null,
            "contains" => cell => cell.Contains(folded, StringComparison.OrdinalIgnoreCase) ? @as : null,
            "pattern" => Pattern(text.Replace('ё', 'е').Replace('Ё', 'Е'), @as),
            _ => throw new ArgumentException($"'{how}' is no way to compare: is, begins, contains, pattern."),
        };
    }

    /// <summary>What else must be so, folded.</summary>
    public string With { get; }

    /// <summary>What kind of thing the cell becomes.</summary>
    public string Becomes { get; }

    /// <summary>Which one the cell becomes; null where it does not match.</summary>
    public string? Match(string cell) => match(Fold(cell));

    /// <summary>Whether <paramref name="other"/> contains the words that this line asks for.</summary>
    public bool Fits(string other) => With.Length == 0 || Fold(other).Contains(With, StringComparison.OrdinalIgnoreCase);

    private static string Fold(string text) => WhiteSpace().Replace(text.Normalize(), " ").Trim().Replace('ё', 'е').Replace('Ё', 'Е');

    private static Func<string, string?> Pattern(string pattern, string @as)
    {
        var regex = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return cell => regex.Match(cell) is { Success: true } found ? found.Result(@as) : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
