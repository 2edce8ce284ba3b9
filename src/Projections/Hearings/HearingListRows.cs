using NodaTime;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Projections.Engine;
using Trials.Projections.Text;

namespace Trials.Projections.Hearings;

/// <summary>How the row of a hearing is read, for a list and for the hearing's own page.</summary>
internal static class HearingListRows
{
    public const string Select =
        "SELECT h.hearing_id, h.case_id, (SELECT c.reference FROM hearing_cases c WHERE c.case_id = h.case_id), h.round, h.kind, "
        + "h.court, (SELECT k.region FROM hearing_courts k WHERE k.court = h.court), h.judges, h.room, h.date, h.minute, h.stage, "
        + "h.opened_at, h.opened_zone, h.opened_precision, h.opened_minutes, h.closed_at, h.closed_zone, h.closed_precision, h.closed_minutes, "
        + "h.delay, h.delay_cause, h.delay_by, h.cause, h.caused_by, h.next_id, h.next_date, h.next_minute, h.rescheduled, "
        + "(SELECT COUNT(*) FROM hearing_reports r WHERE r.hearing_id = h.hearing_id AND r.submitted = 1), h.revision FROM hearings h";

    public static HearingListRow Read(RowReader row) => new(
        new(row.Uuid()),
        new(row.Uuid()),
        row.TextOrNull(),
        row.IntOrNull(),
        (HearingKind)row.Int(),
        row.TextOrNull() is { } court ? new CourtCode(court) : null,
        row.TextOrNull() is { } region ? new RegionCode(region) : null,
        ListText.Officials(row.Text()),
        row.TextOrNull(),
        row.Date(),
        Time(row.IntOrNull()),
        (HearingStage)row.Int(),
        row.HappenedOrNull(),
        row.HappenedOrNull(),
        row.IntOrNull(),
        (DelayCause?)row.IntOrNull(),
        (CausedBy?)row.IntOrNull(),
        (HearingCause?)row.IntOrNull(),
        (CausedBy?)row.IntOrNull(),
        Next(row.UuidOrNull(), row.DateOrNull(), row.IntOrNull()),
        row.Int(),
        row.Int());

    private static NextHearing? Next(Guid? hearing, LocalDate? date, int? minute) =>
        hearing is { } id && date is { } day ? new(new(id), day, Time(minute)) : null;

    private static LocalTime? Time(int? minute) => minute is { } m ? LocalTime.FromMinutesSinceMidnight(m) : null;
}
