using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Text;

namespace Trials.Projections.Cases;

/// <summary>Answers <see cref="CaseHeader"/>.</summary>
public sealed class CaseHeaderHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<CaseHeader, CaseView?>
{
    /// <inheritdoc/>
    public async ValueTask<CaseView?> Handle(CaseHeader query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var of = session.NewArguments()
            .Uuid("case", query.Case.Value)
            .Date("today", query.Today)
            .Integer("clearance", (int)viewers.Viewer.Clearance);
        var found = await session.Query(
            $"{CaseRows.Select} WHERE c.case_id = @case AND c.visibility <= @clearance",
            of,
            row => new { Row = CaseRows.Read(row), UniqueNumber = row.TextOrNull(), TakenOver = row.Int() == 1, Revision = row.Integer() },
            cancellationToken).ConfigureAwait(false);
        if (found is not [var header])
        {
            return null;
        }

        var rounds = await session.Query(
            "SELECT r.round, r.kind, r.court, (SELECT k.region FROM docket_courts k WHERE k.court = r.court), r.number, r.judges, "
            + "r.began_at, r.began_zone, r.began_precision, r.began_minutes, r.judgment, "
            + "r.judged_at, r.judged_zone, r.judged_precision, r.judged_minutes, r.judgment_entry, r.appealed_by, "
            + "r.returned_to, r.returned_at, r.returned_zone, r.returned_precision, r.returned_minutes, r.effect, r.effect_by, "
            + "r.in_force_at, r.in_force_zone, r.in_force_precision, r.in_force_minutes, r.remitted, "
            + "r.indicted_at, r.indicted_zone, r.indicted_precision, r.indicted_minutes "
            + "FROM docket_rounds r WHERE r.case_id = @case ORDER BY r.round",
            of,
            ReadRound,
            cancellationToken).ConfigureAwait(false);
        var accused = await session.Query(
            "SELECT person_id, articles, joined_at, joined_zone, joined_precision, joined_minutes FROM docket_accused WHERE case_id = @case ORDER BY place",
            of,
            row => new CaseAccused(new(row.Uuid()), ListText.Articles(row.Text()), row.Happened()),
            cancellationToken).ConfigureAwait(false);
        var next = await session.QueryFirst(
            "SELECT hearing_id, date, minute, court FROM docket_scheduled WHERE case_id = @case AND date >= @today "
            + "ORDER BY date, minute NULLS FIRST, hearing_id LIMIT 1",
            of,
            ReadNext,
            cancellationToken).ConfigureAwait(false);
        return new(header.Row, header.UniqueNumber, header.TakenOver, rounds, accused, next, header.Revision)
        {
            Charges = await session.Query(ChargeRows.Select, of, ChargeRows.Read, cancellationToken).ConfigureAwait(false),
            Judgments = await session.Query(
                $"{JudgmentRows.Select} WHERE f.case_id = @case ORDER BY f.place", of, JudgmentRows.Read, cancellationToken).ConfigureAwait(false),
            Links = await session.Query(LinkRows.Select, of, LinkRows.Read, cancellationToken).ConfigureAwait(false),
        };
    }

    private static RoundView ReadRound(RowReader row) => new(
        row.Int(),
        (RoundKind)row.Int(),
        row.TextOrNull() is { } court ? new CourtCode(court) : null,
        row.TextOrNull() is { } region ? new RegionCode(region) : null,
        row.TextOrNull(),
        ListText.Officials(row.Text()),
        row.HappenedOrNull(),
        (JudgmentOutcome?)row.IntOrNull(),
        row.HappenedOrNull(),
        row.UuidOrNull() is { } entry ? new EventId(entry) : null,
        ListText.Parties(row.Text()))
    {
        ReturnedTo = (ReturnedTo?)row.IntOrNull(),
        Returned = row.HappenedOrNull(),
        Effect = (AppealOutcome?)row.IntOrNull(),
        EffectBy = row.IntOrNull(),
        InForce = row.HappenedOrNull(),
        Remitted = (RemittedFor?)row.IntOrNull(),
        Indicted = row.HappenedOrNull(),
    };

    private static CaseNextHearing ReadNext(RowReader row) => new(
        new(row.Uuid()),
        row.Date(),
        row.IntOrNull() is { } minute ? LocalTime.FromMinutesSinceMidnight(minute) : null,
        row.TextOrNull() is { } court ? new CourtCode(court) : null);
}
