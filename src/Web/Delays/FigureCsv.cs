using Mediator;
using NodaTime;
using Trials.Web.Naming;
using Trials.Web.Registers;

namespace Trials.Web.Delays;

/// <summary>Each table of the statistics as a file: its rows with their codes; what is not recorded is an empty cell, never zero.</summary>
public static class FigureCsv
{
    /// <summary>Maps <c>/delays/{table}.csv</c>, which takes the statistics' own filter.</summary>
    public static void MapFigureCsv(this IEndpointRouteBuilder routes) => routes.MapGet(
        $"{DelayAddress.Path}/{{table}}.csv",
        async (string table, HttpRequest request, ISender sender, Texts texts, Names names, IClock clock, CancellationToken cancellation) =>
        {
            var address = new AddressReader(request.QueryString.Value);
            var asked = DelayAddress.Read(address);
            if (address.NotUnderstood.Count > 0)
            {
                return Results.BadRequest();
            }

            return await DelayFigures.Table(table, asked, clock.CourtDay(), sender, texts, names, cancellation) is { } found
                ? CsvDownload.Of(found.Name, clock.CourtDay(), Columns(found), found.Rows.Select(Cells))
                : Results.NotFound();
        });

    private static string[] Columns(FigureTable table) => ["code", table.RowHeading, .. table.Columns];

    private static object?[] Cells(FigureRow row) => [row.Code, row.Label, .. row.Figures.Select(figure => (object?)figure.Value)];
}
