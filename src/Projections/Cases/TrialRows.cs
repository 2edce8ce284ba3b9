using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Text;

namespace Trials.Projections.Cases;

/// <summary>How the row of a judged count is read, for the register and for a case's own page.</summary>
internal static class JudgmentRows
{
    public const string Select =
        "SELECT f.entry, f.count_number, f.case_id, (SELECT c.reference FROM docket_cases c WHERE c.case_id = f.case_id), f.round, f.person_id, "
        + "f.charged, f.found, f.outcome, "
        + "f.term_months, f.regime, f.office_ban_months, f.fine_dirams, f.suspended, f.amnesty, f.court, "
        + "f.judged_at, f.judged_zone, f.judged_precision, f.judged_minutes, f.standing FROM docket_judgments f";

    public static JudgmentRow Read(RowReader row) => new(
        new(row.Uuid()),
        row.Int(),
        new(row.Uuid()),
        row.Text(),
        row.Int(),
        new(row.Uuid()),
        ListText.Articles(row.Text())[0],
        row.TextOrNull() is { } found ? ListText.Articles(found)[0] : null,
        (CountOutcome)row.Int(),
        new(row.IntOrNull(), (Regime)row.Int(), row.IntOrNull(), row.IntegerOrNull(), row.Int() == 1, row.Int() == 1),
        row.TextOrNull() is { } court ? new CourtCode(court) : null,
        row.Happened(),
        (VerdictStanding)row.Int());
}

/// <summary>How a case's charges are read.</summary>
internal static class ChargeRows
{
    public const string Select =
        "SELECT entry, person_id, article, article_before, committed, as_stated, "
        + "charged_at, charged_zone, charged_precision, charged_minutes FROM docket_charges WHERE case_id = @case ORDER BY place";

    public static AccusedCharge Read(RowReader row) => new(
        new(row.Uuid()),
        new(row.Uuid()),
        ListText.Articles(row.Text())[0],
        row.TextOrNull() is { } before ? ListText.Articles(before)[0] : null,
        row.DateOrNull(),
        row.Int() == 1,
        row.Happened());
}

/// <summary>How the cases that a case names, and those that name it, are read.</summary>
internal static class LinkRows
{
    public const string Select =
        "SELECT l.other, (SELECT c.reference FROM docket_cases c WHERE c.case_id = l.other), l.kind, l.relation, 0, "
        + "l.linked_at, l.linked_zone, l.linked_precision, l.linked_minutes FROM docket_links l WHERE l.case_id = @case "
        + "UNION ALL SELECT l.case_id, (SELECT c.reference FROM docket_cases c WHERE c.case_id = l.case_id), l.kind, l.relation, 1, "
        + "l.linked_at, l.linked_zone, l.linked_precision, l.linked_minutes FROM docket_links l WHERE l.other = @case";

    public static CaseLink Read(RowReader row) => new(
        new(row.Uuid()),
        row.TextOrNull(),
        (CaseLinkKind)row.Int(),
        (CaseRelation?)row.IntOrNull(),
        row.Int() == 1,
        row.Happened());
}
