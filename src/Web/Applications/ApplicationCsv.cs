using Trials.Projections.Applications;
using Trials.Web.Registers;

namespace Trials.Web.Applications;

/// <summary>The register of applications as a file: all that the filter leaves. It names no person and opens no text, for a file travels.</summary>
public static class ApplicationCsv
{
    private static readonly string[] Columns =
    [
        "application_id", "number", "documented", "documented_precision", "region", "channel", "applicant_sex", "relation", "victims", "minors",
        "against", "done", "legal_support_documents", "closed",
    ];

    /// <summary>Maps <see cref="ApplicationAddress.CsvPath"/>, which takes the register's own filter.</summary>
    public static void MapApplicationCsv(this IEndpointRouteBuilder routes) => routes.MapRegisterCsv(
        ApplicationAddress.CsvPath,
        Columns,
        ApplicationAddress.Read,
        (sender, asked, _, page, cancellation) => sender.Send(asked.Query(page), cancellation),
        Cells);

    private static object?[] Cells(ApplicationListRow row) =>
    [
        row.Application.Value, row.Number, Moments.Of(row.Received), row.Received?.Precision, row.Region?.Value, row.Channel, row.ApplicantSex, row.Relation,
        row.Victims == 0 ? null : row.Victims, row.Victims == 0 ? null : row.Minors, string.Join(' ', row.Against.Select(a => a.Value)),
        string.Join(' ', row.Steps.Where(step => step != ApplicationStep.Other)), row.LegalSupport == 0 ? null : row.LegalSupport, Moments.Of(row.Closed),
    ];
}
