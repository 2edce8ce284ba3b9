using System.Globalization;
using Trials.Web.Exports;

namespace Trials.Web.Imports;

/// <summary>Shows what became of each row of an import.</summary>
public static class RowReports
{
    private static readonly string[] Columns = ["file", "line", "number", "fate", "what", "why"];

    /// <summary>As a table for the screen.</summary>
    public static void Print(IReadOnlyList<RowReport> rows, TextWriter output)
    {
        var table = rows.Select(Cells).Prepend(Columns).ToList();
        var widths = Enumerable.Range(0, Columns.Length).Select(column => table.Max(cells => cells[column].Length)).ToArray();
        foreach (var cells in table)
        {
            output.WriteLine(string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    /// <summary>As a CSV file, which is overwritten.</summary>
    public static async Task Write(IReadOnlyList<RowReport> rows, FileInfo file, CancellationToken cancellation)
    {
        var stream = file.Open(FileMode.Create, FileAccess.Write);
        await using (stream.ConfigureAwait(false))
        {
            var csv = new Csv(stream, Columns);
            await using (csv.ConfigureAwait(false))
            {
                foreach (var row in rows)
                {
                    cancellation.ThrowIfCancellationRequested();
                    csv.Row(row.File, row.Line, row.Number, Fate(row), row.What, row.Why);
                }
            }
        }
    }

    private static string[] Cells(RowReport row) =>
        [row.File, row.Line.ToString(CultureInfo.InvariantCulture), row.Number, Fate(row), row.What, row.Why];

    private static string Fate(RowReport row) => row.Fate.ToString().ToLowerInvariant();
}
