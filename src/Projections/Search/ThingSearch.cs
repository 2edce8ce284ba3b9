using System.Globalization;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Search;

/// <summary>Cases, hearings and whatever else has a page of its own among what was found: looked up once, then counted and read by kind.</summary>
internal static class ThingSearch
{
    /// <summary>The columns of a moment (s).</summary>
    public const string Moment = "s.happened_at, s.happened_zone, s.happened_precision, s.happened_minutes";

    /// <summary>The columns of what something belongs to (s, n).</summary>
    public const string Matter = "s.matter, n.kind AS matter_kind, n.reference";

    /// <summary>Joins what something belongs to (s, n).</summary>
    public const string OfMatter = "LEFT JOIN search_matters n ON n.matter = s.matter AND n.visibility <= @clearance";

    private const string Order = "happened_at DESC NULLS LAST, thing";

    private static readonly SearchKind[] Kinds =
        [SearchKind.Case, SearchKind.Hearing, SearchKind.Petition, SearchKind.Claim, SearchKind.Application, SearchKind.Activity];

    /// <summary>The kinds of which something was found. A page behind the last is empty, and counted all the same.</summary>
    public static async ValueTask<List<SearchGroup>> Of(ReadSession session, SearchSql sql, RecordSearch query, CancellationToken cancellation)
    {
        var groups = await Read(session, sql, query, cancellation).ConfigureAwait(false);
        return query is { Only: { } only, Page.Offset: > 0 } && Kinds.Contains(only) && groups.All(group => group.Kind != only)
            ? [.. (await Read(session, sql, query with { Page = new() }, cancellation).ConfigureAwait(false)).Select(group => group with { Found = [] })]
            : groups;
    }

    /// <summary>What a row says of what something belongs to; no kind where that is neither a case nor an application, or its beginning is withdrawn.</summary>
    public static (MatterId Matter, SearchKind? Kind, string? Reference) MatterOf(RowReader row) =>
        (new(row.Uuid()), (SearchKind?)row.IntOrNull(), row.TextOrNull());

    private static async ValueTask<List<SearchGroup>> Read(ReadSession session, SearchSql sql, RecordSearch query, CancellationToken cancellation)
    {
        var found = await session.Query(
            $"WITH found AS MATERIALIZED (SELECT s.thing, s.kind, s.what, s.place, s.matter, {Moment} FROM search_things s WHERE {sql.Things}) "
            + string.Join(" UNION ALL ", Kinds.Select(kind => Page(kind, query)))
            + $" ORDER BY of_kind, {Order}",
            sql.Arguments,
            Counted,
            cancellation).ConfigureAwait(false);
        return
        [
            .. found.GroupBy(one => (one.Hit.Kind, one.Total), one => one.Hit).Select(group => new SearchGroup(
                group.Key.Kind, query.Only is null || query.Only == group.Key.Kind ? [.. group] : [], group.Key.Total)),
        ];
    }

    /// <summary>The rows of one kind that are asked for, each with how many there are; of a kind that is not asked for one, which tells that.</summary>
    private static string Page(SearchKind kind, RecordSearch query)
    {
        var page = query.Only is null ? new PageRequest(Size: RecordSearch.Few) : query.Only == kind ? query.Page : new(Size: 1);
        var number = ((int)kind).ToString(CultureInfo.InvariantCulture);
        return $"SELECT * FROM (SELECT s.kind AS of_kind, ({SearchSql.Counted($"found c WHERE c.kind = {number}")}) AS total, s.thing, s.what, s.place, {Matter}, {Moment} "
            + $"FROM found s {OfMatter} WHERE s.kind = {number} ORDER BY {Order} LIMIT {page.Limit} OFFSET {page.Offset}) k{number}";
    }

    private static (int Total, SearchHit Hit) Counted(RowReader row)
    {
        var (kind, total) = ((SearchKind)row.Int(), row.Int());
        return (total, Hit(kind, row));
    }

    private static SearchHit Hit(SearchKind kind, RowReader row)
    {
        var (id, what, place) = (new StreamName(row.Text()).LeadingGuid, row.TextOrNull(), row.TextOrNull());
        var (matter, matterKind, reference) = MatterOf(row);
        return new(kind, id, null, what, place, row.HappenedOrNull(), matter, matterKind, reference, null);
    }
}
