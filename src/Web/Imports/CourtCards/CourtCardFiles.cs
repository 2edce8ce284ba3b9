using NodaTime;
using NodaTime.Text;

namespace Trials.Web.Imports.CourtCards;

/// <summary>The rows of a pair of court card files, as far as each can be understood by itself.</summary>
/// <param name="Cards">The cards, in the order of the file.</param>
/// <param name="Events">The events, in the order of the file.</param>
/// <param name="Rejected">The rows that cannot be understood.</param>
public sealed record CourtCardFiles(IReadOnlyList<CardRow> Cards, IReadOnlyList<EventRow> Events, IReadOnlyList<RowReport> Rejected)
{
    /// <summary>Dates outside of these years are slips of the pen.</summary>
    private const int FirstYear = 1950;
    private const int LastYear = 2100;

    private static readonly IPattern<LocalDate>[] Days =
    [
        LocalDatePattern.CreateWithInvariantCulture("d.M.yyyy"),
        LocalDatePattern.Iso,
    ];

    private static readonly IPattern<LocalTime>[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm:ss"),
    ];

    /// <summary>Reads both files.</summary>
    /// <exception cref="UnreadableTableException">One of them is no table, or lacks a column that cannot be done without.</exception>
    public static CourtCardFiles Read(SourceFile cards, SourceFile events, CourtCardMapping mapping)
    {
        var rejected = new List<RowReport>();
        var cardTable = Open(cards, mapping.CardCell, rejected, "number");
        var eventTable = Open(events, mapping.EventCell, rejected, "number", "name", "date");
        return new(
            Each(cardTable, rejected, Card),
            Each(eventTable, rejected, row => Event(row, eventTable)),
            rejected);
    }

    private static NamedTable Open(SourceFile file, Func<string, string?> cellOf, List<RowReport> rejected, params string[] required)
    {
        CsvTable table;
        try
        {
            table = CsvTable.Read(file.Content);
        }
        catch (UnreadableTableException e)
        {
            throw new UnreadableTableException($"{file.Name} cannot be read: {e.Message}", e);
        }

        var named = new NamedTable(file.Name, table, [.. table.Headers.Select(cellOf)]);
        if (Array.Find(required, cell => !named.Cells.Contains(cell)) is { } missing)
        {
            throw new UnreadableTableException(
                $"{file.Name} has no column for the {missing}; its columns are: {string.Join(", ", table.Headers)}. "
                + $"A mapping can name the column ({CourtCardMapping.FileName}).");
        }

        rejected.AddRange(table.Unreadable.Select(row => new RowReport(file.Name, row.Line, "", RowFate.Rejected, "row", row.Why.English)));
        return named;
    }

    private static List<T> Each<T>(NamedTable table, List<RowReport> rejected, Func<NamedRow, T> read)
    {
        var rows = new List<T>();
        foreach (var row in table.Table.Rows.Select(row => new NamedRow(table, row)))
        {
            try
            {
                rows.Add(read(row));
            }
            catch (CellException e)
            {
                rejected.Add(new(table.Name, row.Row.Line, row["number"], RowFate.Rejected, "row", e.Message));
            }
        }

        return rows;
    }

    private static CardRow Card(NamedRow row) => new(
        row.Row.Line,
        Number(row),
        row["file"],
        row["source"],
        row["unique-number"].ToUpperInvariant(),
        Day(row, "filed"),
        row["category"],
        Day(row, "considered"),
        row["result"],
        int.TryParse(row["events"], out var events) ? events : null);

    private static EventRow Event(NamedRow row, NamedTable table) => new(
        row.Row.Line,
        Number(row),
        row["file"],
        row["name"] is { Length: > 0 } name ? name : throw new CellException("the event has no name"),
        Day(row, "date") ?? throw new CellException("the event has no date"),
        Time(row, "time"),
        row["place"],
        row["result"],
        row["basis"],
        row["note"],
        Day(row, "published"),
        Text(row, table));

    private static CardNumber Number(NamedRow row) => CardNumber.From(row["number"]) ?? throw new CellException("it has no case number");

    private static LocalDate? Day(NamedRow row, string cell)
    {
        if (row[cell] is not { Length: > 0 } text)
        {
            return null;
        }

        var day = Array.ConvertAll(Days, pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success)
            ?? throw new CellException($"'{text}' is no date such as 31.12.2025");
        return day.Value.Year is >= FirstYear and <= LastYear ? day.Value : throw new CellException($"'{text}' lies outside of the years {FirstYear} to {LastYear}");
    }

    private static LocalTime? Time(NamedRow row, string cell)
    {
        if (row[cell] is not { Length: > 0 } text)
        {
            return null;
        }

        var time = Array.ConvertAll(Times, pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success)
            ?? throw new CellException($"'{text}' is no time such as 09:30");
        return time.Value.With(TimeAdjusters.TruncateToMinute);
    }

    /// <summary>The name, and every other cell that no field of an entry holds, so that nothing of the row is lost.</summary>
    private static string Text(NamedRow row, NamedTable table)
    {
        var lines = Enumerable.Range(0, table.Cells.Length)
            .Where(i => table.Cells[i] is not ("number" or "file" or "name" or "date" or "time") && row.Row.Cells[i].Length > 0)
            .Select(i => $"{table.Table.Headers[i]}: {row.Row.Cells[i]}");
        return string.Join('\n', [row["name"], .. lines]);
    }

    /// <param name="Cells">For each column the cell that it is; null for a column that the mapping does not know.</param>
    private sealed record NamedTable(string Name, CsvTable Table, string?[] Cells);

    private sealed record NamedRow(NamedTable Table, CsvRow Row)
    {
        public string this[string cell] => Array.IndexOf(Table.Cells, cell) is >= 0 and var at ? Row.Cells[at] : "";
    }

    private sealed class CellException(string message) : Exception(message);
}
