using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Projections.Catalogues;
using Trials.Web.Exports;
using Trials.Web.Registers;

namespace Trials.Web.Catalogues;

/// <summary>A catalogue as a file that can be imported again, retired entries too.</summary>
public static class CatalogueCsv
{
    /// <summary>Maps <c>/catalogues/{kind}.csv</c>.</summary>
    public static void MapCatalogueCsv(this IEndpointRouteBuilder routes) => routes.MapGet(
        $"{CatalogueAddress.Path}/{{kind}}.csv",
        async (string kind, ISender sender, IClock clock, CancellationToken cancellation) =>
        {
            var rows = await sender.Send(new CatalogueEntries(kind), cancellation);
            if (rows.Count == 0 && CatalogueKinds.Find(kind) is null)
            {
                return Results.NotFound();
            }

            var columns = ColumnsOf(kind, rows.Select(row => row.Values));
            return CsvDownload.Of(kind, clock.CourtDay(), columns, rows.OrderBy(row => row.Code, StringComparer.Ordinal).Select(row => Cells(columns, row)));
        });

    /// <summary>Writes a catalogue as the log holds it.</summary>
    /// <returns>How many entries were written.</returns>
    public static long Write(string kind, Catalogue catalogue, Stream to)
    {
        var codes = catalogue.Entries.Keys.Order(StringComparer.Ordinal).ToList();
        var entries = codes.Select(code => catalogue.Entries.TryGet(code, out var entry) ? entry : null).OfType<CatalogueEntry>().ToList();
        var columns = ColumnsOf(kind, entries.Select(entry => entry.Content.Values));
        using var csv = new Csv(to, columns);
        foreach (var (e, retired) in entries)
        {
            csv.Row(Cells(columns, new(e.Code, e.Name, e.Values, e.ValidFrom, e.ValidTo, e.Origin, e.Verified, retired)));
        }

        return entries.Count;
    }

    /// <summary>The columns: those of every file, the attributes that the catalogue is known for, then what else its entries have.</summary>
    private static string[] ColumnsOf(string kind, IEnumerable<ValueList<CatalogueValue>> values)
    {
        var known = CatalogueKinds.Find(kind)?.Attributes ?? [];
        var others = values.SelectMany(of => of).Select(value => value.Key).Except(known).Distinct().Order(StringComparer.Ordinal);
        return [.. CatalogueFile.Columns, CatalogueFile.RetiredColumn, .. known, .. others];
    }

    private static object?[] Cells(string[] columns, CatalogueRow row) => [.. columns.Select(column => Cell(column, row))];

    private static object? Cell(string column, CatalogueRow row) => column switch
    {
        "code" => row.Code,
        "en" => row.Name.En,
        "ru" => row.Name.Ru,
        "tg" => row.Name.Tg,
        "valid_from" => row.ValidFrom,
        "valid_to" => row.ValidTo,
        "origin" => row.Origin,
        "verified" => row.Verified,
        CatalogueFile.RetiredColumn => row.Retired,
        _ => row[column],
    };
}
