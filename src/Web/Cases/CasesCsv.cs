using Trials.Projections.Cases;
using Trials.Web.Registers;

namespace Trials.Web.Cases;

/// <summary>The register of cases as a file: all that the filter leaves, not one page of it. Nobody stands in it, neither victims nor accused: a file travels.</summary>
public static class CasesCsv
{
    private static readonly string[] Columns =
    [
        "case_id", "case", "kind", "category", "articles", "standing", "court", "region", "number", "opened", "opened_precision",
        "hearings", "petitions", "petitions_waiting", "next_hearing", "last_recorded",
    ];

    /// <summary>Maps <see cref="CasesAddress.CsvPath"/>, which takes the register's own filter.</summary>
    public static void MapCasesCsv(this IEndpointRouteBuilder routes) => routes.MapRegisterCsv(
        CasesAddress.CsvPath,
        Columns,
        address => CasesAddress.Read(address) is { ArticleNotRead: false } asked ? asked : null,
        (sender, asked, today, page, cancellation) => sender.Send(asked.Query(today, page), cancellation),
        Cells);

    private static object?[] Cells(CaseListRow row) =>
    [
        row.Case.Value, row.Reference, row.Kind, row.Category, string.Join("; ", row.Articles.Select(ArticleText.InFull)), row.Standing, row.Court?.Value,
        row.Region?.Value, row.Number, Moments.Of(row.Opened), row.Opened.Precision, row.Hearings, row.Petitions, row.PetitionsWaiting, row.NextHearing, row.LastRecorded,
    ];
}
