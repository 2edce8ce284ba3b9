using System.Globalization;
using Trials.Domain.Cases;
using Trials.Projections.Assessments;
using Trials.Projections.Catalogues;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Text;

namespace Trials.Projections.Search;

/// <summary>An entry of a catalogue as a list of what was found shows it.</summary>
internal sealed record SearchCatalogueEntry(string Kind, CatalogueRow Row)
{
    public string Token => SearchTokens.Entry(Kind, Row.Code);

    public static OwnedTable<SearchCatalogueEntry> Table { get; } = new(
        "search_catalogue",
        TableKind.One,
        new Columns<SearchCatalogueEntry>()
            .Text("entry", r => r.Token)
            .Text("kind", r => r.Kind)
            .Text("code", r => r.Row.Code)
            .Bytes("sort_key", r => SearchText.SortKey(r.Row.Name.Tg ?? r.Row.Name.Ru ?? r.Row.Name.En ?? r.Row.Code))
            .TextOrNull("name_en", r => r.Row.Name.En)
            .TextOrNull("name_ru", r => r.Row.Name.Ru)
            .TextOrNull("name_tg", r => r.Row.Name.Tg));
}

/// <summary>What an entry of a catalogue is found by.</summary>
/// <param name="Gives">What entries of cases that name it carry in its place: of an article its number, else its code.</param>
internal sealed record SearchCatalogueToken(string Entry, string Token, string Gives)
{
    private const string Articles = "articles";

    public static IReadOnlyList<SearchCatalogueToken> Of(SearchCatalogueEntry? entry)
    {
        if (entry is null)
        {
            return [];
        }

        var row = entry.Row;
        var tokens = new SortedSet<string>(WordForms.Kept($"{row.Code} {row.Name.En} {row.Name.Ru} {row.Name.Tg}"), StringComparer.Ordinal);
        foreach (var value in row.Values)
        {
            tokens.UnionWith(NamedEntries.CatalogueOf(value.Key) is { } named ? NamedEntries.CodesIn(value).Select(code => SearchTokens.Entry(named, code))
                : value.Key == Mapping.NoteKey ? []
                : WordForms.Kept(value.Value));
        }

        var gives = entry.Token;
        if (entry.Kind == Articles && int.TryParse(row["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var superscript = int.TryParse(row["superscript"], NumberStyles.None, CultureInfo.InvariantCulture, out var raised) ? raised : (int?)null;
            gives = SearchTokens.Of(new Article(row["law"] ?? "CC", number, superscript)).First();
            tokens.UnionWith(SearchTokens.Of(new Article(row["law"] ?? "CC", number, superscript)));
        }

        return [.. tokens.Select(token => new SearchCatalogueToken(entry.Token, token, gives))];
    }

    public static OwnedTable<SearchCatalogueToken> Table { get; } = new(
        "search_catalogue_tokens",
        TableKind.Many,
        new Columns<SearchCatalogueToken>().Text("entry", r => r.Entry).Text("token", r => r.Token).Text("gives", r => r.Gives),
        2,
        "token, entry, gives");
}
