using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Hearings;
using Trials.Projections.Text;

namespace Trials.Projections.Cases;

/// <summary>What somebody is charged with now.</summary>
internal sealed record DocketCharge(CaseId Case, int Place, AccusedCharge Charge)
{
    public static IReadOnlyList<DocketCharge> Of(DocketCase? row) =>
        row is null ? [] : [.. row.Facts.Charges.Select((c, i) => new DocketCharge(row.Case, i, c))];

    public static OwnedTable<DocketCharge> Table { get; } = new(
        "docket_charges",
        TableKind.Many,
        new Columns<DocketCharge>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Uuid("entry", r => r.Charge.Entry.Value)
            .Uuid("person_id", r => r.Charge.Person.Value)
            .Text("article", r => ListText.Of([r.Charge.Article]))
            .TextOrNull("article_before", r => r.Charge.Before is { } before ? ListText.Of([before]) : null)
            .DateOrNull("committed", r => r.Charge.Committed)
            .Integer("as_stated", r => r.Charge.AsStated ? 1 : 0)
            .Happened("charged", r => r.Charge.At),
        2);
}

/// <summary>One count of what a judgment says of one accused; the sentence over all of them stands with the first.</summary>
internal sealed record DocketJudgment(CaseId Case, int Place, AccusedVerdict Verdict, int Count, CourtCode? Court, int Visibility)
{
    public JudgedCount Judged => Verdict.Said.Counts[Count];

    public Article Decisive => Judged.Found ?? Judged.Charged;

    public static IReadOnlyList<DocketJudgment> Of(DocketCase? row) => row is null
        ? []
        : [.. row.Facts.Verdicts
            .SelectMany(v => v.Said.Counts.Select((_, count) => (Verdict: v, Count: count)))
            .Select((v, place) => new DocketJudgment(
                row.Case, place, v.Verdict, v.Count, row.Facts.Rounds.FirstOrDefault(r => r.Round == v.Verdict.Said.Round)?.Court, row.Visibility))];

    public static OwnedTable<DocketJudgment> Table { get; } = new(
        "docket_judgments",
        TableKind.Many,
        new Columns<DocketJudgment>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Uuid("entry", r => r.Verdict.Entry.Value)
            .Integer("count_number", r => r.Count)
            .Integer("round", r => r.Verdict.Said.Round)
            .Uuid("person_id", r => r.Verdict.Said.Person.Value)
            .Text("charged", r => ListText.Of([r.Judged.Charged]))
            .TextOrNull("found", r => r.Judged.Found is { } found ? ListText.Of([found]) : null)
            .Text("decisive_code", r => r.Decisive.Code)
            .Integer("decisive_number", r => r.Decisive.Number)
            .Integer("decisive_superscript", r => r.Decisive.Superscript ?? 0)
            .Text("decisive_part", r => r.Decisive.Part ?? "")
            .Text("decisive_point", r => r.Decisive.Point ?? "")
            .Integer("outcome", r => (int)r.Judged.Outcome)
            .IntegerOrNull("term_months", r => r.Verdict.Said.TermMonths)
            .Integer("regime", r => (int)r.Verdict.Said.Regime)
            .IntegerOrNull("office_ban_months", r => r.Verdict.Said.OfficeBanMonths)
            .IntegerOrNull("fine_dirams", r => r.Verdict.Said.FineDirams)
            .Integer("suspended", r => r.Verdict.Said.Suspended ? 1 : 0)
            .Integer("amnesty", r => r.Verdict.Said.Amnesty ? 1 : 0)
            .TextOrNull("court", r => r.Court?.Value)
            .Happened("judged", r => r.Verdict.At)
            .Integer("month", r => MonthNumber.Of(r.Verdict.At.Date))
            .IntegerOrNull("effect", r => (int?)r.Verdict.Effect)
            .Integer("standing", r => (int)r.Verdict.Standing)
            .Integer("visibility", r => r.Visibility),
        2,
        "decisive_number, decisive_code, decisive_superscript, case_id",
        "judged_at, case_id");
}

/// <summary>Another case that a case names.</summary>
internal sealed record DocketLink(CaseId Case, int Place, CaseLinkFacts Link)
{
    public static IReadOnlyList<DocketLink> Of(DocketCase? row) =>
        row is null ? [] : [.. row.Facts.Links.Select((l, i) => new DocketLink(row.Case, i, l))];

    public static OwnedTable<DocketLink> Table { get; } = new(
        "docket_links",
        TableKind.Many,
        new Columns<DocketLink>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Uuid("other", r => r.Link.Other.Value)
            .Integer("kind", r => (int)r.Link.Kind)
            .IntegerOrNull("relation", r => (int?)r.Link.Relation)
            .Happened("linked", r => r.Link.At),
        2,
        "other");
}
