using Mediator;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;

namespace Trials.Projections.Search;

/// <summary>Answers <see cref="RecordSearch"/>.</summary>
public sealed class RecordSearchHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<RecordSearch, IReadOnlyList<SearchGroup>>
{
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
        var groups = await ThingSearch.Of(found.Session, sql, query, cancellationToken).ConfigureAwait(false);
        groups.Add(await FindingSearch.Of(session, sql, terms, query, clearance, cancellationToken).ConfigureAwait(false));
        groups.Add(await found.Group(
            SearchKind.Catalogue, "search_catalogue s", "s.entry, s.kind, s.code, s.name_en, s.name_ru, s.name_tg", "", sql.Catalogue, "s.sort_key, s.entry", Entry).ConfigureAwait(false));
        groups.Add(await found.Group(
            SearchKind.Entry, "search_entries s", $"s.entry, s.thing, s.wire_name, {ThingSearch.Matter}, {ThingSearch.Moment}", ThingSearch.OfMatter, sql.Entries,
            "s.happened_at DESC, s.entry", OfTimeline).ConfigureAwait(false));
        return [.. groups.Where(group => group.Total > 0)];
    }

    private static SearchHit OfTimeline(RowReader row)
    {
        var (id, thing, wireName) = (row.Uuid(), row.Text(), row.Text());
        var (matter, matterKind, reference) = ThingSearch.MatterOf(row);
        return new(SearchKind.Entry, id, thing, wireName, null, row.Happened(), matter, matterKind, reference, null);
    }

    private static SearchHit Entry(RowReader row)
    {
        row.Text();
        var (kind, code) = (row.Text(), row.Text());
        return new(
            SearchKind.Catalogue, Guid.Empty, kind, code, null, null, MatterId.Common, null, null,
            new LocalName(row.TextOrNull(), row.TextOrNull(), row.TextOrNull()));
    }

    /// <summary>Reads groups of one search.</summary>
    private sealed record Found(ReadSession Session, SearchSql Sql, RecordSearch Query, CancellationToken Cancellation)
    {
        /// <summary>How many there are, and those that are asked for.</summary>
        public async ValueTask<SearchGroup> Group(
            SearchKind kind, string table, string columns, string join, string where, string order, Func<RowReader, SearchHit> read)
        {
            var count = (int)await Session.Number(SearchSql.Counted($"{table} WHERE {where}"), Sql.Arguments, Cancellation).ConfigureAwait(false);
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
