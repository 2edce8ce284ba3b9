using System.Globalization;
using Trials.Domain;
using Trials.Domain.Assessments;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;

namespace Trials.Projections.Assessments;

/// <summary>
/// Findings as they are read: what rules find, in one stream or in two together, beside what was decided of it; then what was decided whose basis is gone.
/// </summary>
internal static class FindingSql
{
    /// <summary>What rules find in one stream.</summary>
    private const string Alone =
        "SELECT f.basis, f.rule, f.version, f.current, f.kind, f.whose, f.whose_unaccused, f.case_id, f.found_at, f.found_zone, f.found_precision, f.found_minutes, f.month, "
        + "f.hearing_id, f.round, f.stage, f.occasion, f.visibility FROM assessment_findings f";

    /// <summary>What rules find in two streams together. Of what comes after something that stands open, the first overtakes it.</summary>
    private const string Together =
        "SELECT o.head || o.entry || ',' || c.entry AS basis, o.rule, o.version, o.current, o.kind, o.whose, o.whose, c.case_id, c.come_at, c.come_zone, "
        + "c.come_precision, c.come_minutes, c.month, NULL, c.round, c.stage, o.head || o.entry || ',' || c.entry, o.visibility "
        + "FROM assessment_open o JOIN assessment_comes c ON c.link = o.link AND c.rule = o.rule AND c.version = o.version AND c.come_until >= o.open_from "
        + "WHERE NOT EXISTS (SELECT 1 FROM assessment_comes e WHERE e.link = o.link AND e.rule = o.rule AND e.version = o.version "
        + "AND e.come_until >= o.open_from AND (e.come_until < c.come_until OR (e.come_until = c.come_until AND e.place < c.place)))";

    private const string Found = $"{Alone} UNION ALL {Together}";

    private const string Superseded =
        "EXISTS (SELECT 1 FROM assessment_decisions l WHERE l.rule = d.rule AND l.entries = d.entries AND l.version > d.version)";

    private static readonly string Stage = Number($"COALESCE(r.kind, x.stage, CASE WHEN h.kind = {(int)HearingKind.Appeal} THEN {(int)RoundKind.Appeal} ELSE {(int)RoundKind.NotRecorded} END)");

    /// <summary>Nobody is accused in a civil or administrative case.</summary>
    private static readonly string Whose = Number($"CASE WHEN k.kind <> {(int)CaseKind.Criminal} THEN x.whose_unaccused ELSE x.whose END");

    private static readonly string StateOfDecision = Number(
        $"CASE WHEN {Superseded} THEN {(int)FindingState.Superseded} WHEN d.standing = {(int)AssessmentStanding.Confirmed} THEN {(int)FindingState.Confirmed} ELSE {(int)FindingState.Dismissed} END");

    private static readonly string StateWithoutBasis = Number(
        $"CASE WHEN {Superseded} THEN {(int)FindingState.Superseded} WHEN d.standing = {(int)AssessmentStanding.Confirmed} THEN {(int)FindingState.Groundless} ELSE {(int)FindingState.Dismissed} END");

    /// <summary>All findings, to stand behind <c>FROM</c>.</summary>
    public static readonly string All = Number(
        $"(SELECT x.basis, x.rule, x.version, COALESCE(d.kind, x.kind) AS kind, COALESCE(d.yields, m.yields) AS yields, ")
        + $"CASE WHEN d.basis IS NULL THEN m.standard ELSE d.standard END AS standard, COALESCE(d.whose, {Whose}) AS whose, x.case_id, "
        + "x.found_at, x.found_zone, x.found_precision, x.found_minutes, COALESCE(h.month, x.month) AS month, x.hearing_id, COALESCE(x.round, h.round) AS round, "
        + $"{Stage} AS stage, COALESCE(h.court, r.court) AS court, x.occasion, "
        + $"CASE WHEN d.basis IS NULL THEN 0 ELSE {StateOfDecision} END AS state, x.visibility "
        + $"FROM ({Found}) x LEFT JOIN assessment_decisions d ON d.basis = x.basis "
        + "LEFT JOIN assessment_cases k ON k.case_id = x.case_id "
        + $"LEFT JOIN assessment_mappings m ON m.kind = x.kind AND m.whose = {Whose} LEFT JOIN assessment_hearings h ON h.hearing_id = x.hearing_id "
        + "LEFT JOIN assessment_rounds r ON r.case_id = x.case_id AND r.round = COALESCE(x.round, h.round) "
        + "WHERE d.basis IS NOT NULL OR (x.current = 1 AND m.kind IS NOT NULL) "
        + "UNION ALL SELECT d.basis, d.rule, d.version, d.kind, d.yields, d.standard, d.whose, d.case_id, d.decided_at, d.decided_zone, d.decided_precision, "
        + $"d.decided_minutes, d.month, NULL, NULL, {(int)RoundKind.NotRecorded}, NULL, d.basis, {StateWithoutBasis}, d.visibility "
        + $"FROM assessment_decisions d WHERE NOT EXISTS (SELECT 1 FROM assessment_findings f WHERE f.basis = d.basis) "
        + $"AND NOT EXISTS (SELECT 1 FROM ({Together}) g WHERE g.case_id = d.case_id AND g.basis = d.basis)) a";

    /// <summary>By what findings are counted; those of one occasion that have all of it in common count once.</summary>
    public const string InCommon = "a.kind, a.yields, a.standard, a.whose, a.stage, a.court, a.month, a.state";

    /// <summary>Whether consent lets a finding be counted: what is found in an application whose consent to statistics was refused or withdrawn is listed only.</summary>
    public const string IsCounted = "NOT EXISTS (SELECT 1 FROM assessment_applications p WHERE p.application_id = a.case_id AND p.counted = 0)";

    /// <summary>The conditions of a filter.</summary>
    public static Where Matching(ReadSession session, FindingFilter filter, Viewer viewer) => new Where(session)
        .Integer("a.visibility <= @clearance", "clearance", (int)viewer.Clearance)
        .Integer("a.state = @state", "state", (int?)filter.State)
        .Uuid("a.case_id = @case", "case", filter.Case?.Value)
        .Text("a.kind = @kind", "kind", filter.Kind)
        .Text("a.rule = @rule", "rule", filter.Rule)
        .Integer("a.yields = @yields", "yields", (int?)filter.Yields)
        .Text("COALESCE(a.standard, '') = @standard", "standard", filter.Standard)
        .Integer("a.whose = @whose", "whose", (int?)filter.Whose)
        .Integer("a.stage = @stage", "stage", (int?)filter.Stage)
        .Text("a.court = @court", "court", filter.Court?.Value)
        .Text("a.court IN (SELECT k.court FROM assessment_courts k WHERE k.region = @region)", "region", filter.Region?.Value)
        .Integer("a.month >= @from", "from", MonthNumber.Of(filter.From))
        .Integer("a.month <= @to", "to", MonthNumber.Of(filter.To))
        .Text("a.basis = @basis", "basis", filter.Basis);

    private static string Number(FormattableString sql) => sql.ToString(CultureInfo.InvariantCulture);
}
