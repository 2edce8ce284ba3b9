using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Text;

namespace Trials.Projections.Cases;

/// <summary>How the row of a case is read, for a list and for the case's own page.</summary>
internal static class CaseRows
{
    /// <summary>Takes <c>@today</c>. A case whose last entry is not known yet is not there yet.</summary>
    public static string Select { get; } =
        "SELECT c.case_id, c.reference, c.kind, c.category, c.articles, c.standing, c.court, "
        + "(SELECT k.region FROM docket_courts k WHERE k.court = c.court), "
        + "c.number, c.opened_at, c.opened_zone, c.opened_precision, c.opened_minutes, "
        + $"{Count(CaseCounter.Hearings)}, {Count(CaseCounter.Petitions)}, {Count(CaseCounter.PetitionsWaiting)}, "
        + "(SELECT MIN(s.date) FROM docket_scheduled s WHERE s.case_id = c.case_id AND s.date >= @today) AS next_date, r.latest, "
        + "c.unique_number, c.taken_over, c.revision "
        + "FROM docket_cases c JOIN docket_recorded r ON r.case_id = c.case_id";

    public static CaseListRow Read(RowReader row) => new(
        new(row.Uuid()),
        row.Text(),
        (CaseKind)row.Int(),
        row.TextOrNull(),
        ListText.Articles(row.Text()),
        (CaseStanding)row.Int(),
        row.TextOrNull() is { } court ? new CourtCode(court) : null,
        row.TextOrNull() is { } region ? new RegionCode(region) : null,
        row.TextOrNull(),
        row.Happened(),
        row.Int(),
        row.Int(),
        row.Int(),
        row.DateOrNull(),
        row.Instant());

    private static string Count(CaseCounter what) =>
        $"COALESCE((SELECT q.n FROM docket_counts q WHERE q.case_id = c.case_id AND q.what = {(int)what}), 0)";
}
