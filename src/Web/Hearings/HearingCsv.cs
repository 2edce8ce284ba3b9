using Mediator;
using NodaTime;
using Trials.Projections.Hearings;
using Trials.Web.Naming;
using Trials.Web.Registers;

namespace Trials.Web.Hearings;

/// <summary>The register of hearings as a file: all that the filter leaves, not one page of it.</summary>
public static class HearingCsv
{
    private static readonly string[] Columns =
    [
        "hearing_id", "case_id", "case", "round", "kind", "court_code", "court", "region_code", "judge_codes", "judges", "room",
        "date", "time", "stage", "opened", "opened_precision", "closed", "closed_precision", "delay_minutes", "delay_cause", "delay_caused_by",
        "cause", "caused_by", "next_hearing_id", "next_date", "next_time", "times_rescheduled", "reports_submitted",
    ];

    /// <summary>Maps <see cref="HearingAddress.CsvPath"/>, which takes the register's own filter.</summary>
    public static void MapHearingCsv(this IEndpointRouteBuilder routes) => routes.MapGet(
        HearingAddress.CsvPath,
        async (HttpRequest request, ISender sender, Names names, IClock clock, CancellationToken cancellation) =>
        {
            var address = new AddressReader(request.QueryString.Value);
            var asked = HearingAddress.Read(address);
            if (address.NotUnderstood.Count > 0)
            {
                return Results.BadRequest();
            }

            await names.LoadCatalogues(cancellation);
            var rows = await WholeList.Read(page => sender.Send(asked.Query(page), cancellation));
            return CsvDownload.Of("hearings", clock.CourtDay(), Columns, rows.Select(row => Cells(row, names)));
        });

    private static object?[] Cells(HearingListRow row, Names names) =>
    [
        row.Hearing.Value, row.Case.Value, row.CaseReference, row.Round, row.Kind,
        row.Court?.Value, row.Court is { } court ? names.Of(court) : null, row.Region?.Value,
        string.Join(' ', row.Judges.Select(judge => judge.Value)), string.Join("; ", row.Judges.Select(judge => names.Of(judge))), row.Room,
        row.Date, row.Time, row.Stage,
        Moments.Of(row.Opened), row.Opened?.Precision, Moments.Of(row.Closed), row.Closed?.Precision,
        row.DelayMinutes, row.DelayCause, row.DelayBy, row.Cause, row.By,
        row.Next?.Hearing.Value, row.Next?.Date, row.Next?.Time, row.Rescheduled, row.ReportsSubmitted,
    ];
}
