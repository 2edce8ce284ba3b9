using Mediator;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;

namespace Trials.Projections.Pretrial;

/// <summary>Answers <see cref="ProtectionList"/>.</summary>
public sealed class ProtectionListHandler(ReadModelDatabase database, ViewerAccessor viewers)
    : IQueryHandler<ProtectionList, Page<ProtectionListRow>>
{
    private const string From = "protections p JOIN pretrial_cases c ON c.case_id = p.case_id";

    /// <inheritdoc/>
    public async ValueTask<Page<ProtectionListRow>> Handle(ProtectionList query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var filter = query.Filter;
        var where = new Where(session)
            .Integer("c.visibility <= @clearance", "clearance", (int)viewers.Viewer.Clearance)
            .Uuid("p.case_id = @case", "case", filter.Case?.Value)
            .Integer("p.step = @step", "step", (int?)filter.Step)
            .Integer("p.reprisal = @reprisal", "reprisal", (int?)filter.Reprisal)
            .Text("p.body = @body", "body", filter.Body?.Value)
            .Date("p.day >= @from", "from", filter.From)
            .Date("p.day <= @to", "to", filter.To);
        return await session.Page(
            query.Page,
            "SELECT p.case_id, c.reference, p.step, p.person_id, p.measure, p.reprisal, p.body, p.until, "
            + $"p.happened_at, p.happened_zone, p.happened_precision, p.happened_minutes FROM {From}",
            From,
            where,
            "p.day DESC, p.case_id, p.place DESC",
            Read,
            cancellationToken).ConfigureAwait(false);
    }

    private static ProtectionListRow Read(RowReader row) => new(
        new(row.Uuid()),
        row.Text(),
        new(
            (ProtectionStep)row.Int(),
            new(row.Uuid()),
            (ProtectionMeasure?)row.IntOrNull(),
            (ReprisalKind?)row.IntOrNull(),
            row.TextOrNull() is { } body ? new AuthorityCode(body) : null,
            row.DateOrNull(),
            row.Happened()));
}
