using Mediator;
using NodaTime;
using Trials.Projections;

namespace Trials.Web.Registers;

/// <summary>Registers as files that a browser saves: all that the register's own filter leaves, not one page of it.</summary>
public static class RegisterCsv
{
    /// <summary>Maps a register's file, which is named after its path and the day. An address that is not understood gives none.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="path">Where it is, e.g. <c>/petitions.csv</c>.</param>
    /// <param name="columns">The column names.</param>
    /// <param name="read">Reads the register's address; null where it holds something that cannot be read.</param>
    /// <param name="ask">Answers one page of the register as it stands on a day.</param>
    /// <param name="cells">A row, as many cells as there are columns.</param>
    public static void MapRegisterCsv<TAddress, TRow>(
        this IEndpointRouteBuilder routes,
        string path,
        string[] columns,
        Func<AddressReader, TAddress?> read,
        Func<ISender, TAddress, LocalDate, PageRequest, CancellationToken, ValueTask<Page<TRow>>> ask,
        Func<TRow, object?[]> cells)
        where TAddress : class => routes.MapGet(
        path,
        async (HttpRequest request, ISender sender, IClock clock, CancellationToken cancellation) =>
        {
            var address = new AddressReader(request.QueryString.Value);
            if (read(address) is not { } asked || address.NotUnderstood.Count > 0)
            {
                return Results.BadRequest();
            }

            var today = clock.CourtDay();
            var rows = await WholeList.Read(page => ask(sender, asked, today, page, cancellation));
            return CsvDownload.Of(Path.GetFileNameWithoutExtension(path), today, columns, rows.Select(cells));
        });
}
