using Mediator;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Text;

namespace Trials.Projections.Activities;

/// <summary>Answers <see cref="ActivityList"/>.</summary>
public sealed class ActivityListHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<ActivityList, Page<ActivityListRow>>
{
    internal const string Select =
        "SELECT t.activity_id, t.kind, t.region, t.addressee, t.authority, t.application_id, "
        + "(SELECT a.number FROM applications a WHERE a.application_id = t.application_id AND a.visibility <= @clearance), t.case_id, "
        + "(SELECT n.reference FROM application_case_names n WHERE n.case_id = t.case_id AND n.visibility <= @clearance), t.text, "
        + "t.done_at, t.done_zone, t.done_precision, t.done_minutes, t.outcome, t.revision FROM activities t";

    /// <inheritdoc/>
    public async ValueTask<Page<ActivityListRow>> Handle(ActivityList query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = Matching(session, query.Filter, viewers.Viewer);
        var direction = query.Descending ? "DESC" : "ASC";
        return await session.Page(
            query.Page, Select, "activities t", where, $"t.done_at {direction}, t.activity_id {direction}", Read, cancellationToken).ConfigureAwait(false);
    }

    internal static ActivityListRow Read(RowReader row) => new(
        new(row.Uuid()),
        (ActivityKind)row.Int(),
        row.TextOrNull() is { } region ? new RegionCode(region) : null,
        (ActivityAddressee)row.Int(),
        row.TextOrNull() is { } authority ? new AuthorityCode(authority) : null,
        row.UuidOrNull() is { } application ? new ApplicationId(application) : null,
        row.TextOrNull(),
        row.UuidOrNull() is { } of ? new CaseId(of) : null,
        row.TextOrNull(),
        SealedBytes.FreeText(row.BytesOrNull()),
        row.Happened(),
        (LeadOutcome?)row.IntOrNull());

    private static Where Matching(ReadSession session, ActivityFilter filter, Viewer viewer)
    {
        var where = new Where(session)
            .Integer("t.visibility <= @clearance", "clearance", (int)viewer.Clearance)
            .Integer("t.kind = @kind", "kind", (int?)filter.Kind)
            .Integer("t.year = @year", "year", filter.Year)
            .Integer("t.addressee = @to", "to", (int?)filter.To)
            .Text("t.authority = @authority", "authority", filter.Authority?.Value)
            .Uuid("t.application_id = @application", "application", filter.Application?.Value)
            .Uuid("t.case_id = @case", "case", filter.Case?.Value)
            .Integer("t.outcome = @outcome", "outcome", (int?)filter.Outcome)
            .Date("t.done_date >= @from", "from", filter.From)
            .Date("t.done_date <= @until", "until", filter.Until);
        return filter.Area switch
        {
            null => where,
            "" => where.Add("t.region IS NULL"),
            var area => where.Text("COALESCE((SELECT r.area FROM application_areas r WHERE r.region = t.region), t.region) = @area", "area", area),
        };
    }
}

/// <summary>Answers <see cref="ActivityDetail"/>.</summary>
public sealed class ActivityDetailHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<ActivityDetail, ActivityView?>
{
    /// <inheritdoc/>
    public async ValueTask<ActivityView?> Handle(ActivityDetail query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        return await session.QueryFirst(
            $"{ActivityListHandler.Select} WHERE t.activity_id = @activity AND t.visibility <= @clearance",
            session.NewArguments().Uuid("activity", query.Activity.Value).Integer("clearance", (int)viewers.Viewer.Clearance),
            row => new ActivityView(ActivityListHandler.Read(row), row.Integer()),
            cancellationToken).ConfigureAwait(false);
    }
}
