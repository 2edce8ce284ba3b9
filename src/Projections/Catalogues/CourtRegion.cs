using Trials.Domain.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Catalogues;

/// <summary>The region of a court, as each read model that filters by it keeps it.</summary>
/// <param name="Kind">The catalogue: one owner for all rows.</param>
/// <param name="Court">The court's code.</param>
/// <param name="Region">Its region's code; null where the catalogue names none.</param>
internal sealed record CourtRegion(string Kind, string Court, string? Region)
{
    /// <summary>The attribute of a court that names its region.</summary>
    public const string RegionKey = "region";

    public static IReadOnlyList<CourtRegion> Of(Folded<CatalogueFacts>? folded) => folded?.Stream.Id == CourtCode.Kind
        ? [.. folded.State.Entries.Values.Select(e => new CourtRegion(CourtCode.Kind, e.Code, e[RegionKey]))]
        : [];

    /// <summary>The same table for each read model, which joins only tables of its own.</summary>
    public static OwnedTable<CourtRegion> Table(string name) => new(
        name,
        TableKind.Many,
        new Columns<CourtRegion>().Text("kind", r => r.Kind).Text("court", r => r.Court).TextOrNull("region", r => r.Region),
        2,
        "court, region",
        "region, court");
}
