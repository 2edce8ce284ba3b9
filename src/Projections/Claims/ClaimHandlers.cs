using Mediator;
using Trials.Domain;
using Trials.Domain.Claims;
using Trials.Projections.Engine;
using Trials.Projections.Text;

namespace Trials.Projections.Claims;

/// <summary>Answers <see cref="ClaimList"/>.</summary>
public sealed class ClaimListHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<ClaimList, Page<ClaimListRow>>
{
    /// <inheritdoc/>
    public async ValueTask<Page<ClaimListRow>> Handle(ClaimList query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = Matching(session, query.Filter, viewers.Viewer);
        return await session.Page(
            query.Page, ClaimListRows.Select, "claims c", where, Order(query), row => ClaimListRows.Read(row, query.Today), cancellationToken).ConfigureAwait(false);
    }

    internal static Where Matching(ReadSession session, ClaimFilter filter, Viewer viewer) => (filter.Owed switch
    {
        null => new Where(session),
        true => new Where(session).Add("c.outstanding > 0"),
        false => new Where(session).Add("c.due > 0 AND c.outstanding = 0"),
    })
        .Integer("c.visibility <= @clearance", "clearance", (int)viewer.Clearance)
        .Uuid("c.case_id = @case", "case", filter.Case?.Value)
        .Integer("c.is_open = @open", "open", filter.Open is { } open ? (open ? 1 : 0) : null)
        .Integer("c.standing = @standing", "standing", (int?)filter.Standing)
        .Integer("(c.end_reason IS NOT NULL) = (@closed = 1)", "closed", filter.Closed is { } closed ? (closed ? 1 : 0) : null)
        .Integer("c.law = @law", "law", (int?)filter.Law)
        .Integer("c.ground = @ground", "ground", (int?)filter.Ground)
        .Integer(
            "EXISTS (SELECT 1 FROM claim_respondents r WHERE r.claim_id = c.claim_id AND r.kind = @respondent)", "respondent", (int?)filter.Respondent)
        .Text(
            "EXISTS (SELECT 1 FROM claim_respondents r WHERE r.claim_id = c.claim_id AND r.authority = @authority)", "authority", filter.Authority?.Value)
        .Date("c.filed_date >= @filedFrom", "filedFrom", filter.FiledFrom)
        .Date("c.filed_date <= @filedTo", "filedTo", filter.FiledTo);

    private static string Order(ClaimList query)
    {
        var direction = query.Descending ? "DESC" : "ASC";
        return query.Sort switch
        {
            ClaimSort.Claimed => $"c.claimed {direction} NULLS LAST, c.claim_id {direction}",
            ClaimSort.Awarded => $"c.due {direction} NULLS LAST, c.claim_id {direction}",
            ClaimSort.Outstanding => $"c.outstanding {direction} NULLS LAST, c.claim_id {direction}",
            _ => $"c.filed_at {direction}, c.claim_id {direction}",
        };
    }
}

/// <summary>Answers <see cref="ClaimSums"/>.</summary>
public sealed class ClaimSumsHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<ClaimSums, ClaimSumsView>
{
    /// <inheritdoc/>
    public async ValueTask<ClaimSumsView> Handle(ClaimSums query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = ClaimListHandler.Matching(session, query.Filter, viewers.Viewer);
        var sums = await session.Query(
            $"SELECT COUNT(*), {Sum("claimed")}, COUNT(CASE WHEN c.claimed IS NULL THEN 1 END), {Sum("due")}, {Sum("paid")}, {Sum("outstanding")} "
            + $"FROM claims c WHERE {where.Sql}",
            where.Arguments,
            row => new ClaimSumsView(row.Int(), row.Integer(), row.Int(), row.Integer(), row.Integer(), row.Integer()),
            cancellationToken).ConfigureAwait(false);
        return sums[0];
    }

    private static string Sum(string column) => $"CAST(COALESCE(SUM(c.{column}), 0) AS bigint)";
}

/// <summary>Answers <see cref="ClaimDetail"/>.</summary>
public sealed class ClaimDetailHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<ClaimDetail, ClaimView?>
{
    /// <inheritdoc/>
    public async ValueTask<ClaimView?> Handle(ClaimDetail query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var of = session.NewArguments().Uuid("claim", query.Claim.Value).Integer("clearance", (int)viewers.Viewer.Clearance);
        var found = await session.Query(
            $"{ClaimListRows.Select} WHERE c.claim_id = @claim AND c.visibility <= @clearance",
            of,
            row => (Row: ClaimListRows.Read(row, query.Today), Revision: row.Integer()),
            cancellationToken).ConfigureAwait(false);
        if (found is not [var claim])
        {
            return null;
        }

        var payments = await session.Query(
            "SELECT entry, dirams, payer, paid_at, paid_zone, paid_precision, paid_minutes FROM claim_payments WHERE claim_id = @claim ORDER BY place",
            of,
            row => new ClaimPayment(
                new(row.Uuid()), row.Integer(), row.TextOrNull() is { } payer ? ListText.Respondents(payer)[0].Who : (ClaimParty?)null, row.Happened()),
            cancellationToken).ConfigureAwait(false);
        return new(claim.Row, claim.Revision, payments);
    }
}
