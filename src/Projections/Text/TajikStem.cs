namespace Trials.Projections.Text;

/// <summary>
/// What Tajik words have in common with their other forms: the word without the endings that a noun takes one after another. No library knows them,
/// so this one does, and no more: it knows no dictionary, and what it makes of a word is only ever compared with what it makes of another.
/// </summary>
/// <remarks>
/// Endings come off from the last: the object's -ро; whose it is (-ам, -ат, -аш, -амон, -атон, -ашон, behind a vowel -ям and so on); the -и that joins a noun
/// to what describes it, also where it is the -ӣ of an adjective, or the -е of "a certain"; the plural -ҳо, -гон, -ён, -вон, -он. At least
/// three letters stay. Words are folded before (<see cref="WordForms.Fold"/>), so ҳо is хо here and ӣ is и.
/// </remarks>
internal static class TajikStem
{
    private const int Least = 3;

    private static readonly string[][] Endings =
    [
        ["ро"],
        ["яшон", "ятон", "ямон", "ашон", "атон", "амон", "яш", "ят", "ям", "аш", "ат", "ам"],
        ["и", "е"],
        ["хо", "гон", "ен", "вон", "он"],
    ];

    /// <summary>A folded word without its endings; the word itself where it has none.</summary>
    public static string Of(string word)
    {
        var stem = word.AsSpan();
        foreach (var group in Endings)
        {
            foreach (var ending in group)
            {
                if (stem.Length - ending.Length >= Least && stem.EndsWith(ending, StringComparison.Ordinal))
                {
                    stem = stem[..^ending.Length];
                    break;
                }
            }
        }

        return stem.Length == word.Length ? word : stem.ToString();
    }
}
