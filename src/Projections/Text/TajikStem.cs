namespace Trials.Projections.Text;

/// <summary>
/// What Tajik words have in common with their other forms: the word without the endings that a noun takes one after another. No library knows them,
/// so this one does, and no more: it knows no dictionary, and what it makes of a word is only ever compared with what it makes of another.
/// </summary>
/// <remarks>
/// Endings come off from the last: the object's -ро; whose it is (-ам, -аш, -амон, -атон, -ашон, behind a vowel -ям and so on); the -и that joins a noun
/// to what describes it, also where it is the -ӣ of an adjective, or the -е of "a certain"; the plural -ҳо, -гон, -ён, -вон, -он. Words are folded before
/// (<see cref="WordForms.Fold"/>), so ҳо is хо here and ӣ is и.
/// <para>
/// Many words end so of themselves: Раҳмон, Рустам, инсон, қаҳрамон. So the endings that only look like some need five letters before them, the others three,
/// and -ат, -ят ("your", said to one person) stay, for ҳукумат, шикоят and муроҷиат have them from the beginning. Занон and мардон are not taken
/// apart for it; a word that is being typed finds them all the same.
/// </para>
/// </remarks>
internal static class TajikStem
{
    private const int Least = 3;
    private const int LeastOfWords = 5;

    private static readonly (string Ending, int Least)[][] Endings =
    [
        [("ро", Least)],
        [.. new[] { "яшон", "ятон", "ямон", "ашон", "атон", "амон", "яш", "ям", "аш", "ам" }.Select(ending => (ending, LeastOfWords))],
        [("и", Least), ("е", Least)],
        [("хо", Least), ("гон", LeastOfWords), ("ен", LeastOfWords), ("вон", LeastOfWords), ("он", LeastOfWords)],
    ];

    /// <summary>A folded word without its endings; the word itself where it has none.</summary>
    public static string Of(string word)
    {
        var stem = word.AsSpan();
        foreach (var group in Endings)
        {
            foreach (var (ending, least) in group)
            {
                if (stem.Length - ending.Length >= least && stem.EndsWith(ending, StringComparison.Ordinal))
                {
                    stem = stem[..^ending.Length];
                    break;
                }
            }
        }

        return stem.Length == word.Length ? word : stem.ToString();
    }
}
