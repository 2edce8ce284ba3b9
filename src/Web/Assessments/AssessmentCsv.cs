using Mediator;
using NodaTime;
using Trials.Projections.Assessments;
using Trials.Web.Delays;
using Trials.Web.Naming;
using Trials.Web.Registers;

namespace Trials.Web.Assessments;

/// <summary>
/// The register of findings and each table of their summary as files, filtered as their pages are. Reasons are left out: they may name persons, and a
/// file travels.
/// </summary>
public static class AssessmentCsv
{
    private static readonly string[] Columns =
    [
        "assessment_id", "rule", "version", "kind", "yields", "standard", "whose", "case_id", "case", "round", "stage", "court", "hearing_id",
        "at", "at_precision", "state", "entries", "application_id", "application",
    ];

    /// <summary>Maps both.</summary>
    public static void MapAssessmentCsv(this IEndpointRouteBuilder routes)
    {
        routes.MapRegisterCsv(
            $"{AssessmentAddress.Path}.csv",
            Columns,
            address => AssessmentAddress.Read(address, FindingState.Open),
            (sender, asked, _, page, cancellation) => sender.Send(new FindingList(asked.Filter, page), cancellation),
            (FindingRowView row) => Cells(row));
        routes.MapGet(
            $"{AssessmentAddress.SummaryPath}/{{table}}.csv",
            async (string table, HttpRequest request, ISender sender, Texts texts, Names names, IClock clock, CancellationToken cancellation) =>
            {
                var address = new AddressReader(request.QueryString.Value);
                var asked = AssessmentAddress.Read(address, FindingState.Confirmed);
                if (address.NotUnderstood.Count > 0)
                {
                    return Results.BadRequest();
                }

                var words = await FindingWords.Load(sender, texts, names, cancellation);
                var counts = await sender.Send(new FindingCounts(asked.Filter with { State = null }), cancellation);
                return new FindingTables(texts, words, asked, counts).All.FirstOrDefault(found => found.Name == table) is { } found
                    ? CsvDownload.Of(found.Name, clock.CourtDay(), ["code", found.RowHeading, .. found.Columns], found.Rows.Select(Cells))
                    : Results.NotFound();
            });
    }

    private static object?[] Cells(FigureRow row) => [row.Code, row.Label, .. row.Figures.Select(figure => (object?)figure.Value)];

    private static object?[] Cells(FindingRowView row) =>
    [
        Domain.Assessments.AssessmentId.Of(row.Basis).Value, row.Rule, row.Version, row.Kind, row.Yields, row.Standard, row.Whose, row.IsOfApplication ? null : row.Case.Value,
        row.CaseReference, row.Round, row.Stage, row.Court?.Value, row.Hearing?.Value, Moments.Of(row.At), row.At.Precision, row.State,
        string.Join(' ', row.Entries.Select(entry => entry.Value.ToString("N"))), row.IsOfApplication ? row.Case.Value : null, row.ApplicationNumber,
    ];
}
