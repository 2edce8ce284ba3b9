using NodaTime;
using NodaTime.Text;
using Trials.Domain.Catalogues;
using Trials.Web.Imports;

namespace Trials.Web.Catalogues;

/// <summary>One row of a catalogue's file.</summary>
/// <param name="Line">The line on which it begins, from 1; the header counts.</param>
/// <param name="Code">The code that it names; empty where it names none.</param>
/// <param name="Entry">The entry; null where the row cannot be understood.</param>
/// <param name="Retired">Whether the entry is no longer offered.</param>
/// <param name="Why">Why it cannot be understood; null where it can.</param>
public sealed record CatalogueFileRow(int Line, string Code, CatalogueEvent.EntryPut? Entry, bool Retired, Fault? Why);

/// <summary>
/// A catalogue as a CSV file: <c>code</c>, a name in each language (<c>en</c>, <c>ru</c>, <c>tg</c>), the days between which it holds, its origin, and
/// whether somebody compared it with that. A column <c>retired</c> may say which entries are no longer offered. Every further column is an attribute.
/// </summary>
public static class CatalogueFile
{
    /// <summary>The columns that every file has.</summary>
    public static readonly IReadOnlyList<string> Columns = ["code", "en", "ru", "tg", "valid_from", "valid_to", "origin", "verified"];

    /// <summary>The column that says which entries are no longer offered.</summary>
    public const string RetiredColumn = "retired";

    private const string Formulas = "=+-@\t\r";

    /// <summary>The entries, in the order of the file.</summary>
    /// <exception cref="UnreadableTableException">A column is missing, or a row or cell cannot be understood.</exception>
    public static IReadOnlyList<CatalogueEvent.EntryPut> Read(ReadOnlyMemory<byte> content) =>
    [
        .. Rows(content).Select(row => row.Entry ?? throw new UnreadableTableException($"line {row.Line} of the catalogue cannot be read: {row.Why?.English}")),
    ];

    /// <summary>The rows, in the order of the file, each understood or not.</summary>
    /// <exception cref="UnreadableTableException">It is no table, or a column is missing.</exception>
    public static IReadOnlyList<CatalogueFileRow> Rows(ReadOnlyMemory<byte> content)
    {
        var table = CsvTable.Read(content);
        if (Columns.Except(table.Headers).FirstOrDefault() is { } missing)
        {
            throw new UnreadableTableException(Fault.Of("NoColumn", missing));
        }

        if (table.Headers.GroupBy(header => header).FirstOrDefault(group => group.Count() > 1) is { Key: var twice })
        {
            throw new UnreadableTableException(Fault.Of("ColumnTwice", twice));
        }

        var unreadable = table.Unreadable.Select(row => new CatalogueFileRow(row.Line, "", null, Retired: false, row.Why));
        return [.. table.Rows.Select(row => Row(table.Headers, row)).Concat(unreadable).OrderBy(row => row.Line)];
    }

    private static CatalogueFileRow Row(IReadOnlyList<string> headers, CsvRow row)
    {
        var cells = headers.Zip(row.Cells).ToDictionary(pair => pair.First, pair => Unescaped(pair.Second), StringComparer.Ordinal);
        try
        {
            var entry = new CatalogueEvent.EntryPut(
                cells["code"],
                new(OrNull(cells["en"]), OrNull(cells["ru"]), OrNull(cells["tg"])),
                [.. headers.Where(header => IsAttribute(header) && cells[header].Length > 0).Select(header => new CatalogueValue(header, cells[header]))],
                Day(cells["valid_from"]),
                Day(cells["valid_to"]),
                cells["origin"],
                Truth(cells["verified"]));
            var retired = cells.GetValueOrDefault(RetiredColumn, "");
            return new(row.Line, entry.Code, entry, retired.Length > 0 && Truth(retired), null);
        }
        catch (UnreadableTableException e)
        {
            return new(row.Line, cells["code"], null, Retired: false, e.Fault);
        }
    }

    private static bool IsAttribute(string header) => header.Length > 0 && header != RetiredColumn && !Columns.Contains(header);

    /// <summary>A cell without the apostrophe that our own files put before what a spreadsheet would run as a formula.</summary>
    private static string Unescaped(string cell) => cell is ['\'', var first, ..] && Formulas.Contains(first) ? cell[1..] : cell;

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    private static bool Truth(string cell) => cell switch
    {
        "true" => true,
        "false" => false,
        var other => throw new UnreadableTableException(Fault.Of("NotTrueOrFalse", other)),
    };

    private static LocalDate? Day(string cell) =>
        cell.Length == 0 ? null
        : LocalDatePattern.Iso.Parse(cell) is { Success: true } parsed ? parsed.Value
        : throw new UnreadableTableException(Fault.Of("NoDay", cell));
}
