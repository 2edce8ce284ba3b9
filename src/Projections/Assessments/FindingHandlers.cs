using Mediator;
using Trials.Domain;
using Trials.Domain.Assessments;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;

namespace Trials.Projections.Assessments;

/// <summary>Answers <see cref="FindingList"/>.</summary>
public sealed class FindingListHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<FindingList, Page<FindingRowView>>
{
    /// <inheritdoc/>
    public async ValueTask<Page<FindingRowView>> Handle(FindingList query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = FindingSql.Matching(session, query.Filter, viewers.Viewer);
        return await session.Page(
            query.Page,
            "SELECT a.basis, a.rule, a.version, a.kind, a.yields, a.standard, a.whose, a.case_id, "
            + "(SELECT c.reference FROM assessment_cases c WHERE c.case_id = a.case_id AND c.visibility <= @clearance), a.found_at, a.found_zone, a.found_precision, a.found_minutes, "
            + "a.hearing_id, a.round, a.stage, a.court, a.state, "
            + "(SELECT COUNT(*) FROM assessment_applications p WHERE p.application_id = a.case_id), "
            + "(SELECT p.number FROM assessment_applications p WHERE p.application_id = a.case_id AND p.visibility <= @clearance) "
            + $"FROM {FindingSql.All}",
            FindingSql.All,
            where,
            "a.found_at DESC, a.basis",
            Read,
            cancellationToken).ConfigureAwait(false);
    }

    private static FindingRowView Read(RowReader row) => new(
        row.Text(),
        row.Text(),
        row.Int(),
        row.Text(),
        (Yields)row.Int(),
        row.TextOrNull(),
        (RightHolder)row.Int(),
        new(row.Uuid()),
        row.TextOrNull(),
        row.Happened(),
        row.UuidOrNull() is { } hearing ? new HearingId(hearing) : null,
        row.IntOrNull(),
        (RoundKind)row.Int(),
        row.TextOrNull() is { } court ? new CourtCode(court) : null,
        (FindingState)row.Int())
    {
        IsOfApplication = row.Int() > 0,
        ApplicationNumber = row.TextOrNull(),
    };
}

/// <summary>Answers <see cref="FindingsCounted"/>.</summary>
public sealed class FindingsCountedHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<FindingsCounted, int>
{
    /// <inheritdoc/>
    public async ValueTask<int> Handle(FindingsCounted query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = FindingSql.Matching(session, query.Filter, viewers.Viewer);
        return (int)await session.Number(
            $"SELECT COUNT(*) FROM (SELECT DISTINCT a.occasion, {FindingSql.InCommon} FROM {FindingSql.All} WHERE {where.Sql} AND {FindingSql.IsCounted}) n",
            where.Arguments,
            cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Answers <see cref="FindingCounts"/>.</summary>
public sealed class FindingCountsHandler(ReadModelDatabase database, ViewerAccessor viewers)
    : IQueryHandler<FindingCounts, IReadOnlyList<FindingCount>>
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<FindingCount>> Handle(FindingCounts query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = FindingSql.Matching(session, query.Filter, viewers.Viewer);
        return await session.Query(
            "SELECT a.kind, a.yields, a.standard, a.whose, a.stage, a.court, "
            + "(SELECT k.region FROM assessment_courts k WHERE k.court = a.court), a.month, a.state, COUNT(DISTINCT a.occasion) "
            + $"FROM {FindingSql.All} WHERE {where.Sql} AND {FindingSql.IsCounted} "
            + $"GROUP BY {FindingSql.InCommon} "
            + "ORDER BY a.kind, a.month, a.whose, a.stage, a.court, a.state",
            where.Arguments,
            row => new FindingCount(
                row.Text(),
                (Yields)row.Int(),
                row.TextOrNull(),
                (RightHolder)row.Int(),
                (RoundKind)row.Int(),
                row.TextOrNull() is { } court ? new CourtCode(court) : null,
                row.TextOrNull() is { } region ? new RegionCode(region) : null,
                MonthNumber.From(row.Integer()),
                (FindingState)row.Int(),
                row.Int()),
            cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Answers <see cref="RuleCounts"/>.</summary>
public sealed class RuleCountsHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<RuleCounts, IReadOnlyList<RuleCount>>
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RuleCount>> Handle(RuleCounts query, CancellationToken cancellationToken)
    {
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = FindingSql.Matching(session, new(), viewers.Viewer);
        return await session.Query(
            $"SELECT a.rule, a.state, COUNT(DISTINCT a.occasion) FROM {FindingSql.All} WHERE {where.Sql} AND {FindingSql.IsCounted} GROUP BY a.rule, a.state ORDER BY a.rule, a.state",
            where.Arguments,
            row => new RuleCount(row.Text(), (FindingState)row.Int(), row.Int()),
            cancellationToken).ConfigureAwait(false);
    }
}
