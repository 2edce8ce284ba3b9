using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Applications;

/// <summary>Answers <see cref="ApplicationList"/>.</summary>
public sealed class ApplicationListHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<ApplicationList, Page<ApplicationListRow>>
{
    /// <inheritdoc/>
    public async ValueTask<Page<ApplicationListRow>> Handle(ApplicationList query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = ApplicationWhere.Of(session, query.Filter, viewers.Viewer);
        var total = await session.Number(
            $"SELECT COUNT(*) FROM applications a WHERE {where.Sql}", where.Arguments, cancellationToken).ConfigureAwait(false);
        where.Arguments.Integer("limit", query.Page.Limit).Integer("offset", query.Page.Offset);
        var rows = await ApplicationListRows.Read(
            session,
            $"{ApplicationListRows.Select} WHERE {where.Sql} ORDER BY {Order(query)} LIMIT @limit OFFSET @offset",
            where.Arguments,
            (_, row) => row,
            row => row,
            (_, row) => row,
            cancellationToken).ConfigureAwait(false);
        return new(rows, (int)total, query.Page);
    }

    private static string Order(ApplicationList query)
    {
        var direction = query.Descending ? "DESC" : "ASC";
        return query.Sort == ApplicationSort.Number
            ? $"a.sort_key {direction}, a.application_id {direction}"
            : $"a.received_at {direction} NULLS LAST, a.application_id {direction}";
    }
}
