using Mediator;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;

namespace Trials.Projections.Pretrial;

/// <summary>Answers <see cref="CaseParties"/>.</summary>
public sealed class CasePartiesHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<CaseParties, CasePartiesView>
{
    private const string Seen = "EXISTS (SELECT 1 FROM pretrial_cases c WHERE c.case_id = @case AND c.visibility <= @clearance)";

    /// <inheritdoc/>
    public async ValueTask<CasePartiesView> Handle(CaseParties query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var of = session.NewArguments()
            .Uuid("case", query.Case.Value)
            .Date("today", query.Today)
            .Integer("clearance", (int)viewers.Viewer.Clearance);
        var statuses = await session.Query(
            "SELECT person_id, status, refused, since_at, since_zone, since_precision, since_minutes, "
            + $"ended_at, ended_zone, ended_precision, ended_minutes, body, number FROM parties WHERE case_id = @case AND {Seen} ORDER BY place",
            of,
            ReadStatus,
            cancellationToken).ConfigureAwait(false);
        var persons = await session.Query(
            $"SELECT person_id FROM pretrial_persons WHERE case_id = @case AND {Seen} ORDER BY place",
            of,
            row => new PersonId(row.Uuid()),
            cancellationToken).ConfigureAwait(false);
        var examinations = await session.Query(
            $"SELECT {ExaminationListHandler.Columns} FROM examinations x WHERE x.case_id = @case AND {Seen} ORDER BY x.place",
            of,
            ExaminationListHandler.Read,
            cancellationToken).ConfigureAwait(false);
        var bound = await session.Query(
            "SELECT person_id, scope, signed_at, signed_zone, signed_precision, signed_minutes, until FROM undertakings "
            + $"WHERE case_id = @case AND (until IS NULL OR until >= @today) AND {Seen} ORDER BY place",
            of,
            row => new Undertaking(new(row.Uuid()), (NonDisclosureScope)row.Int(), row.Happened(), row.DateOrNull()),
            cancellationToken).ConfigureAwait(false);
        var classified = await session.Query(
            "SELECT c.classified_at, c.classified_zone, c.classified_precision, c.classified_minutes FROM pretrial_cases c "
            + "WHERE c.case_id = @case AND c.visibility <= @clearance",
            of,
            row => row.HappenedOrNull(),
            cancellationToken).ConfigureAwait(false);
        return new(statuses, persons, examinations, bound, classified.FirstOrDefault());
    }

    private static PartyStatus ReadStatus(RowReader row) => new(
        new(row.Uuid()),
        (ProceduralStatus)row.Int(),
        row.Int() == 1,
        row.HappenedOrNull(),
        row.HappenedOrNull(),
        row.TextOrNull() is { } body ? new AuthorityCode(body) : null,
        row.TextOrNull());
}
