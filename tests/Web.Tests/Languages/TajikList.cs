using System.Text;

namespace Trials.Web.Tests.Languages;

/// <summary>The list of Tajik texts that a native speaker should read, as it is written for that reader.</summary>
internal static class TajikList
{
    public static string Write(IReadOnlyList<string> keys)
    {
        var list = new StringBuilder("""
            # Tajik texts to be checked by a native speaker

            Each stands in `src/Web/Texts/Resources/<area>.tg.resx` with the comment `check`. Whoever has read and, where needed,
            mended a text removes the comment there; a test keeps this list in step.

            | key | English | Russian | Tajik |
            |---|---|---|---|

            """);
        foreach (var key in keys)
        {
            var texts = Language.All.Select(language => TextCatalogue.BuiltIn.Find(language, key));
            list.Append("| `").Append(key).Append("` | ").AppendJoin(" | ", texts).Append(" |\n");
        }

        return list.ToString();
    }
}
