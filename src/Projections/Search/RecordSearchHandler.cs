using Mediator;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;

namespace Trials.Projections.Search;

/// <summary>Answers <see cref="RecordSearch"/>.</summary>
public sealed class RecordSearchHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<RecordSearch, IReadOnlyList<SearchGroup>>
{
    private const string Moment = "s.happened_at, s.happened_zone, s.happened_precision, s.happened_minutes";
    private const string Matter = "s.matter, n.kind, n.reference";
    private const string OfMatter = "LEFT JOIN search_matters n ON n.matter = s.matter AND n.visibility <= @clearance";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SearchGroup>> Handle(RecordSearch query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Terms.Count == 0)
        {
            return [];
        }

        var terms = query.Terms.Take(RecordSearch.MostTerms).ToList();
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var clearance = (int)viewers.Viewer.Clearance;
        var sql = new SearchSql(session, terms, clearance);
        var found = new Found(session, sql, query, cancellationToken);
        var groups = await Things(found).ConfigureAwait(false);
        groups.Add(await FindingSearch.Of(session, sql, terms, query, clearance, cancellationToken).ConfigureAwait(false));
        groups.Add(await found.Group(
            SearchKind.Catalogue, "search_catalogue s", "s.entry, s.kind, s.code, s.name_en, s.name_ru, s.name_tg", "", sql.Catalogue, "s.sort_key, s.entry", Entry).ConfigureAwait(false));
        groups.Add(await found.Group(
            SearchKind.Entry, "search_entries s", $"s.entry, s.wire_name, {Matter}, {Moment}", OfMatter, sql.Entries,
            "s.happened_at DESC, s.entry", OfTimeline).ConfigureAwait(false));
        return [.. groups.Where(group => group.Total > 0)];
    }

    private static async ValueTask<List<SearchGroup>> Things(Found found)
    {
        var counts = await found.Session.Query(
            $"SELECT s.kind, COUNT(*) FROM search_things s WHERE {found.Sql.Things} GROUP BY s.kind ORDER BY s.kind",
            found.Sql.Arguments, row => (Kind: (SearchKind)row.Int(), Count: row.Int()), found.Cancellation).ConfigureAwait(false);
        var groups = new List<SearchGroup>();
        foreach (var (kind, count) in counts)
        {
            groups.Add(await found.Group(
                kind, "search_things s", $"s.thing, s.what, s.place, {Matter}, {Moment}", OfMatter,
                FormattableString.Invariant($"s.kind = {(int)kind} AND {found.Sql.Things}"), "s.happened_at DESC NULLS LAST, s.thing", row => Thing(kind, row),
                count).ConfigureAwait(false));
        }

        return groups;
    }

    private static SearchHit Thing(SearchKind kind, RowReader row)
    {
        var (id, what, place) = (new StreamName(row.Text()).LeadingGuid, row.TextOrNull(), row.TextOrNull());
        var (matter, matterKind, reference) = MatterOf(row);
        return new(kind, id, null, what, place, row.HappenedOrNull(), matter, matterKind, reference, null);
    }

    private static SearchHit OfTimeline(RowReader row)
    {
        var (id, wireName) = (row.Uuid(), row.Text());
        var (matter, matterKind, reference) = MatterOf(row);
        return new(SearchKind.Entry, id, null, wireName, null, row.Happened(), matter, matterKind, reference, null);
    }

    private static SearchHit Entry(RowReader row)
    {
        row.Text();
        var (kind, code) = (row.Text(), row.Text());
        return new(
            SearchKind.Catalogue, Guid.Empty, kind, code, null, null, MatterId.Common, SearchKind.Catalogue, null,
            new LocalName(row.TextOrNull(), row.TextOrNull(), row.TextOrNull()));
    }

    private static (MatterId Matter, SearchKind Kind, string? Reference) MatterOf(RowReader row) =>
        (new(row.Uuid()), (SearchKind?)row.IntOrNull() ?? SearchKind.Activity, row.TextOrNull());

    /// <summary>Reads groups of one search.</summary>
    private sealed record Found(ReadSession Session, SearchSql Sql, RecordSearch Query, CancellationToken Cancellation)
    {
        /// <summary>How many there are, and those that are asked for.</summary>
        public async ValueTask<SearchGroup> Group(
            SearchKind kind, string table, string columns, string join, string where, string order, Func<RowReader, SearchHit> read, int? total = null)
        {
            var most = RecordSearch.MostCounted + 1;
            var count = total ?? (int)await Session.Number(
                $"SELECT COUNT(*) FROM (SELECT 1 FROM {table} WHERE {where} LIMIT {most}) n", Sql.Arguments, Cancellation).ConfigureAwait(false);
            if (count == 0 || (Query.Only is { } only && only != kind))
            {
                return new(kind, [], count);
            }

            var page = Query.Only is null ? new PageRequest(Size: RecordSearch.Few) : Query.Page;
            return new(
                kind,
                await Session.Query(
                    $"SELECT {columns} FROM {table} {join} WHERE {where} ORDER BY {order} LIMIT {page.Limit} OFFSET {page.Offset}",
                    Sql.Arguments, read, Cancellation).ConfigureAwait(false),
                count);
        }
    }
}
