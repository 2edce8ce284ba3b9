using System.Text;
using Trials.Web.Catalogues;

namespace Trials.Web.Tests.Languages;

/// <summary>The list of Tajik texts that a native speaker should read, as it is written for that reader.</summary>
internal static class TajikList
{
    public static string Write(IReadOnlyList<string> keys, IReadOnlyList<string> names)
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

        list.Append("""

            ## Names in shipped catalogues

            Each stands in `src/Web/Catalogues/<catalogue>.csv`. Whoever has read and, where needed, mended a name removes its line from
            `src/Web/Catalogues/tajik-to-check.txt`.

            | entry | English | Russian | Tajik |
            |---|---|---|---|

            """);
        foreach (var name in names)
        {
            var entry = ShippedCatalogues.Of(name.Split('/')[0]).Single(entry => entry.Code == name.Split('/')[1]);
            list.Append("| `").Append(name).Append("` | ").AppendJoin(" | ", entry.Name.En, entry.Name.Ru, entry.Name.Tg).Append(" |\n");
        }

        return list.ToString();
    }
}
