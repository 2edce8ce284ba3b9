using NodaTime;
using NodaTime.Text;
using Trials.Domain.Catalogues;
using Trials.Web.Imports;

namespace Trials.Web.Catalogues;

/// <summary>
/// A catalogue as a CSV file: <c>code</c>, a name in each language (<c>en</c>, <c>ru</c>, <c>tg</c>), the days between which it holds, its origin, and
/// whether somebody compared it with that. Every further column is an attribute.
/// </summary>
public static class CatalogueFile
{
    private static readonly string[] Columns = ["code", "en", "ru", "tg", "valid_from", "valid_to", "origin", "verified"];

    /// <summary>The entries, in the order of the file.</summary>
    /// <exception cref="UnreadableTableException">A column is missing, or a row or cell cannot be understood.</exception>
    public static IReadOnlyList<CatalogueEvent.EntryPut> Read(ReadOnlyMemory<byte> content)
    {
        var table = CsvTable.Read(content);
        if (Columns.Except(table.Headers).FirstOrDefault() is { } missing)
        {
            throw new UnreadableTableException($"the catalogue has no column '{missing}'");
        }

        return table.Unreadable is [var first, ..]
            ? throw new UnreadableTableException($"line {first.Line} of the catalogue cannot be read: {first.Why}")
            : [.. table.Rows.Select(row => Entry(table.Headers, row))];
    }

    private static CatalogueEvent.EntryPut Entry(IReadOnlyList<string> headers, CsvRow row)
    {
        var cells = headers.Zip(row.Cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return new(
            cells["code"],
            new(OrNull(cells["en"]), OrNull(cells["ru"]), OrNull(cells["tg"])),
            [.. headers.Where(header => !Columns.Contains(header) && cells[header].Length > 0).Select(header => new CatalogueValue(header, cells[header]))],
            Day(cells["valid_from"], row),
            Day(cells["valid_to"], row),
            cells["origin"],
            cells["verified"] switch
            {
                "true" => true,
                "false" => false,
                var other => throw new UnreadableTableException($"line {row.Line} of the catalogue says '{other}' where it should say true or false"),
            });
    }

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    private static LocalDate? Day(string cell, CsvRow row) =>
        cell.Length == 0 ? null
        : LocalDatePattern.Iso.Parse(cell) is { Success: true } parsed ? parsed.Value
        : throw new UnreadableTableException($"line {row.Line} of the catalogue has '{cell}' where a date such as 2025-12-31 should be");
}
