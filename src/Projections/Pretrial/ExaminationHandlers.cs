using Mediator;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Projections.Engine;

namespace Trials.Projections.Pretrial;

/// <summary>Answers <see cref="ExaminationList"/>.</summary>
public sealed class ExaminationListHandler(ReadModelDatabase database, ViewerAccessor viewers)
    : IQueryHandler<ExaminationList, Page<ExaminationListRow>>
{
    private const string From = "examinations x JOIN pretrial_cases c ON c.case_id = x.case_id";

    internal const string Columns =
        "x.examination_id, x.kind, x.person_id, x.institution, x.repeats, "
        + "x.asked_at, x.asked_zone, x.asked_precision, x.asked_minutes, "
        + "x.refused_at, x.refused_zone, x.refused_precision, x.refused_minutes, "
        + "x.ordered_at, x.ordered_zone, x.ordered_precision, x.ordered_minutes, "
        + "x.done_at, x.done_zone, x.done_precision, x.done_minutes, x.protocol";

    /// <inheritdoc/>
    public async ValueTask<Page<ExaminationListRow>> Handle(ExaminationList query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var filter = query.Filter;
        var where = new Where(session)
            .Integer("c.visibility <= @clearance", "clearance", (int)viewers.Viewer.Clearance)
            .Uuid("x.case_id = @case", "case", filter.Case?.Value)
            .Integer("x.kind = @kind", "kind", (int?)filter.Kind)
            .Integer("x.standing = @standing", "standing", (int?)filter.Standing)
            .Integer("x.protocol = @protocol", "protocol", (int?)filter.Protocol)
            .Date("x.first_day >= @from", "from", filter.From)
            .Date("x.first_day <= @to", "to", filter.To);
        return await session.Page(
            query.Page,
            $"SELECT x.case_id, c.reference, {Columns} FROM {From}",
            From,
            where,
            "x.first_day DESC NULLS LAST, x.case_id, x.place",
            row => new ExaminationListRow(new(row.Uuid()), row.Text(), Read(row)),
            cancellationToken).ConfigureAwait(false);
    }

    internal static CaseExaminationFacts Read(RowReader row) => new(
        new(row.Uuid()),
        (ExaminationKind)row.Int(),
        row.UuidOrNull() is { } person ? new PersonId(person) : null,
        row.TextOrNull(),
        row.UuidOrNull() is { } repeats ? new ExaminationId(repeats) : null,
        row.HappenedOrNull(),
        row.HappenedOrNull(),
        row.HappenedOrNull(),
        row.HappenedOrNull(),
        (IstanbulProtocol?)row.IntOrNull());
}
