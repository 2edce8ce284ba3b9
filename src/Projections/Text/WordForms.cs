using System.Text;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Trials.Projections.Text;

/// <summary>
/// How words in Tajik, Russian and English are found by their other forms: what is kept and what is asked for are taken apart alike, and two words meet
/// where they have a form in common. Nobody says which language a word is of, so each that may be meant is tried.
/// </summary>
public static class WordForms
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    [ThreadStatic]
    private static RussianStemmer? Russian;

    [ThreadStatic]
    private static EnglishStemmer? English;

    /// <summary>
    /// A text as it is compared: NFC, lower case, and the letters that a Russian keyboard lacks as those that people type in their place
    /// (ғ г, ӣ и, қ к, ӯ у, ҳ х, ҷ ч), ё as е, raised digits as plain ones behind a hyphen.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        var raised = false;
        foreach (var c in text.Normalize().ToLowerInvariant())
        {
            var digit = Superscripts.IndexOf(c, StringComparison.Ordinal);
            folded.Append(digit >= 0 && !raised ? "-" : "").Append(digit >= 0 ? (char)('0' + digit) : Plain(c));
            raised = digit >= 0;
        }

        return folded.ToString();
    }

    /// <summary>
    /// The parts of a text that are looked for one by one, folded: words, and numbers as they stand, their parts joined by hyphens however they are written,
    /// e.g. <c>1-101-2023</c> for 1–101/2023.
    /// </summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        var parts = new List<string>();
        var folded = Fold(text);
        for (var at = 0; at < folded.Length;)
        {
            var end = at;
            var hasDigit = false;
            while (end < folded.Length && (IsPart(folded[end]) || (end > at && Joins(folded, end))))
            {
                hasDigit |= char.IsDigit(folded[end]);
                end++;
            }

            if (end > at)
            {
                var run = Hyphened(folded[at..end]);
                parts.AddRange(hasDigit ? [run] : run.Split('-', StringSplitOptions.RemoveEmptyEntries));
            }

            at = Math.Max(end, at + 1);
        }

        return parts;
    }

    /// <summary>Whether a part is a number, which has no forms.</summary>
    public static bool IsNumber(string part) => part.Any(char.IsDigit);

    /// <summary>The forms of a folded word: itself, and what it has in common with its other forms in Russian or English, and in Tajik.</summary>
    public static IReadOnlyList<string> Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return [.. new[] { word, char.IsAscii(word[0]) ? Stem(English ??= new(), word) : Stem(Russian ??= new(), word), TajikStem.Of(word) }.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What a text is found by: its words' forms, and its numbers from each of their parts on, so that the end of a number finds it too.</summary>
    public static IEnumerable<string> Kept(string text) =>
        Parts(text).SelectMany(part => IsNumber(part) ? Ends(part) : Of(part)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Ends(string number)
    {
        for (var at = 0; at >= 0; at = number.IndexOf('-', at) is >= 0 and var hyphen ? hyphen + 1 : -1)
        {
            yield return number[at..];
        }
    }

    private static string Stem(SnowballProgram stemmer, string word)
    {
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current is { Length: > 0 } stem ? stem : word;
    }

    private static char Plain(char c) => c switch
    {
        'ғ' => 'г',
        'ӣ' => 'и',
        'қ' => 'к',
        'ӯ' => 'у',
        'ҳ' => 'х',
        'ҷ' => 'ч',
        'ё' => 'е',
        _ => c,
    };

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsJoint(char c) => c is '-' or '‐' or '‑' or '–' or '—' or '.' or '/' or '\\';

    private static bool Joins(string text, int at) => IsJoint(text[at]) && at + 1 < text.Length && IsPart(text[at + 1]);

    private static string Hyphened(string run) => string.Create(run.Length, run, (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = IsJoint(from[i]) ? '-' : from[i];
        }
    });
}
