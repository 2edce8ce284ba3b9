using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Hearings;

/// <summary>Answers <see cref="DelaysByCase"/>.</summary>
public sealed class DelaysByCaseHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<DelaysByCase, Page<CaseDelays>>
{
    /// <inheritdoc/>
    public async ValueTask<Page<CaseDelays>> Handle(DelaysByCase query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = StatisticsWhere.OnHearings(session, query.Filter, viewers.Viewer)
            .Integer("h.start <> @none", "none", (int)StartRecord.NotStarted);
        var total = await session.Number(
            $"SELECT COUNT(DISTINCT h.case_id) FROM hearings h WHERE {where.Sql}", where.Arguments, cancellationToken).ConfigureAwait(false);
        where.Arguments.Integer("limit", query.Page.Limit).Integer("offset", query.Page.Offset);
        var cases = await session.Query(
            "SELECT h.case_id, (SELECT c.reference FROM hearing_cases c WHERE c.case_id = h.case_id) "
            + $"FROM hearings h WHERE {where.Sql} GROUP BY h.case_id "
            + "ORDER BY SUM(CASE WHEN h.delay > 0 THEN 1 ELSE 0 END) DESC, h.case_id LIMIT @limit OFFSET @offset",
            where.Arguments,
            row => (Case: new CaseId(row.Uuid()), Reference: row.TextOrNull()),
            cancellationToken).ConfigureAwait(false);
        var found = new List<CaseDelays>();
        foreach (var (id, reference) in cases)
        {
            found.Add(new(id, reference, await Delays(session, query.Filter with { Case = id }, cancellationToken).ConfigureAwait(false)));
        }

        return new(found, (int)total, query.Page);
    }

    private async ValueTask<Delays> Delays(ReadSession session, StatisticsFilter filter, CancellationToken cancellation)
    {
        var where = StatisticsWhere.OnHearings(session, filter, viewers.Viewer)
            .Integer("h.start <> @none", "none", (int)StartRecord.NotStarted);
        var delays = await session.Query(
            $"SELECT h.delay FROM hearings h WHERE {where.Sql}", where.Arguments, row => row.IntOrNull(), cancellation).ConfigureAwait(false);
        return new(new(delays.Where(d => d is not null).Select(d => new ValueCount(d!.Value, 1))), delays.Count(d => d is null));
    }
}
