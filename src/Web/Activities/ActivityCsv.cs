using Trials.Projections.Activities;
using Trials.Web.Registers;

namespace Trials.Web.Activities;

/// <summary>The register of activities as a file: all that the filter leaves. What they say in words is left out, for a file travels.</summary>
public static class ActivityCsv
{
    private static readonly string[] Columns =
    [
        "activity_id", "kind", "done", "done_precision", "region", "addressee", "authority", "application_id", "application", "case_id", "case", "outcome",
    ];

    /// <summary>Maps <see cref="ActivityAddress.CsvPath"/>, which takes the register's own filter.</summary>
    public static void MapActivityCsv(this IEndpointRouteBuilder routes) => routes.MapRegisterCsv(
        ActivityAddress.CsvPath,
        Columns,
        ActivityAddress.Read,
        (sender, asked, _, page, cancellation) => sender.Send(asked.Query(page), cancellation),
        Cells);

    private static object?[] Cells(ActivityListRow row) =>
    [
        row.Activity.Value, row.Kind, Moments.Of(row.Done), row.Done.Precision, row.Region?.Value, row.To, row.Authority?.Value,
        row.Application?.Value, row.ApplicationNumber, row.Case?.Value, row.CaseReference, row.Outcome,
    ];
}
