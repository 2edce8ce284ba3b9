using System.Globalization;

namespace Trials.Projections.Text;

/// <summary>How texts that are no personal data are found and ordered, alike on every database.</summary>
public static class SearchText
{
    /// <summary>Sorts behind every word that begins with what stands before it.</summary>
    public const string AfterPrefix = "\U0010FFFF";

    private static readonly CompareInfo Tajik = CultureInfo.GetCultureInfo("tg").CompareInfo;

    /// <summary>The words of a text: runs of letters and digits, NFC, lower case, each once.</summary>
    public static IReadOnlyList<string> Words(params ReadOnlySpan<string?> texts)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var normal = (text ?? "").Normalize().ToLowerInvariant();
            var start = -1;
            for (var i = 0; i <= normal.Length; i++)
            {
                var inWord = i < normal.Length && IsWordPart(normal[i]);
                if (inWord && start < 0)
                {
                    start = i;
                }
                else if (!inWord && start >= 0)
                {
                    words.Add(normal[start..i]);
                    start = -1;
                }
            }
        }

        return [.. words];
    }

    /// <summary>Bytes that order as the Tajik alphabet does; letters of other case are equal but for ties.</summary>
    public static ReadOnlyMemory<byte> SortKey(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Tajik.GetSortKey(text.Normalize()).KeyData;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
