using Trials.Projections.Cases;
using Trials.Web.Registers;

namespace Trials.Web.Cases;

/// <summary>The register of judgments as a file: all that the filter leaves. Persons stand in it by their ids: a file travels.</summary>
public static class JudgmentsCsv
{
    private static readonly string[] Columns =
    [
        "case_id", "case", "round", "court", "judged", "judged_precision", "accused_id", "entry_id", "count", "charged", "found", "outcome", "standing",
        "term_months", "regime", "office_ban_months", "fine_dirams", "suspended", "amnesty",
    ];

    /// <summary>Maps <see cref="JudgmentsAddress.CsvPath"/>, which takes the register's own filter.</summary>
    public static void MapJudgmentsCsv(this IEndpointRouteBuilder routes) => routes.MapRegisterCsv(
        JudgmentsAddress.CsvPath,
        Columns,
        address => JudgmentsAddress.Read(address) is { ArticleNotRead: false } asked ? asked : null,
        (sender, asked, _, page, cancellation) => sender.Send(new JudgmentList(asked.Filter, page), cancellation),
        Cells);

    private static object?[] Cells(JudgmentRow row) =>
    [
        row.Case.Value, row.CaseReference, row.Round, row.Court?.Value, Moments.Of(row.Judged), row.Judged.Precision, row.Person.Value, row.Entry.Value,
        row.Count + 1, ArticleText.InFull(row.Charged), row.Found is { } found ? ArticleText.InFull(found) : null, row.Outcome, row.Standing,
        row.Sentence.TermMonths, row.Sentence.Regime, row.Sentence.OfficeBanMonths, row.Sentence.FineDirams, row.Sentence.Suspended, row.Sentence.Amnesty,
    ];
}
