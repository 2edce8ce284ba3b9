using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Text;

namespace Trials.Projections.Catalogues;

/// <summary>The catalogues, as pages name courts, regions and officials.</summary>
public sealed class CataloguesProjection : Projection
{
    /// <summary>The catalogues.</summary>
    public CataloguesProjection()
        : base(ProjectionNames.Catalogues, version: 1, [CatalogueEntryRow.Table]) =>
        From(CatalogueFold.Fold, (before, after, changes) =>
            changes.Replace(CatalogueEntryRow.Table, CatalogueEntryRow.Of(before), CatalogueEntryRow.Of(after)));
}

internal sealed record CatalogueEntryRow(string Kind, CatalogueRow Row)
{
    public static IReadOnlyList<CatalogueEntryRow> Of(Folded<CatalogueFacts>? folded) =>
        folded is null ? [] : [.. folded.State.Entries.Values.Select(row => new CatalogueEntryRow(folded.Stream.Id, row))];

    public static OwnedTable<CatalogueEntryRow> Table { get; } = new(
        "catalogue_entries",
        TableKind.Many,
        new Columns<CatalogueEntryRow>()
            .Text("kind", r => r.Kind)
            .Text("code", r => r.Row.Code)
            .Bytes("sort_key", r => SearchText.SortKey(r.Row.Name.Tg ?? r.Row.Name.Ru ?? r.Row.Name.En ?? r.Row.Code))
            .TextOrNull("name_en", r => r.Row.Name.En)
            .TextOrNull("name_ru", r => r.Row.Name.Ru)
            .TextOrNull("name_tg", r => r.Row.Name.Tg)
            .Text("attributes", r => ListText.Of(r.Row.Values))
            .DateOrNull("valid_from", r => r.Row.ValidFrom)
            .DateOrNull("valid_to", r => r.Row.ValidTo)
            .Text("origin", r => r.Row.Origin)
            .Integer("verified", r => r.Row.Verified ? 1 : 0)
            .Integer("retired", r => r.Row.Retired ? 1 : 0),
        2);
}
