using System.Text.Unicode;
using CsvHelper;

namespace Trials.Web.Imports;

/// <summary>One row of a table that was read.</summary>
/// <param name="Line">The line of the file on which it begins, from 1; the header counts.</param>
/// <param name="Cells">One for each header, trimmed and in NFC; empty cells are empty strings.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A row that could not be read as one.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Why">What is wrong with it.</param>
public sealed record UnreadableRow(int Line, Fault Why);

/// <summary>A file that cannot be read as a table at all.</summary>
public sealed class UnreadableTableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>With what is wrong in every language.</summary>
    public UnreadableTableException(Fault fault)
        : this(fault.English) => Fault = fault;

    /// <summary>What is wrong; null where it is said in English only.</summary>
    public Fault? Fault { get; }
}

/// <summary>A table read whole: UTF-8 with or without a byte order mark, separated by commas, semicolons or tabs, whichever its first lines show.</summary>
/// <param name="Headers">As they stand in the file, trimmed and in NFC.</param>
/// <param name="Rows">The rows that could be read, in order.</param>
/// <param name="Unreadable">The others.</param>
public sealed record CsvTable(IReadOnlyList<string> Headers, IReadOnlyList<CsvRow> Rows, IReadOnlyList<UnreadableRow> Unreadable)
{
    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="UnreadableTableException">It is not UTF-8, or has no header.</exception>
    public static CsvTable Read(ReadOnlyMemory<byte> content)
    {
        if (!Utf8.IsValid(content.Span))
        {
            throw new UnreadableTableException(Fault.Of("NotUtf8"));
        }

        // A quote that is never closed swallows the rest of the file. Read once more with every line for itself, only that line is lost.
        var table = Read(content, lineBreaksInQuotes: true, out var swallowed);
        return swallowed ? Read(content, lineBreaksInQuotes: false, out _) : table;
    }

    private static CsvTable Read(ReadOnlyMemory<byte> content, bool lineBreaksInQuotes, out bool swallowed)
    {
        var doubtful = new Dictionary<long, CsvMalformedRecord>();
        var options = new CsvReaderOptions
        {
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = lineBreaksInQuotes,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => doubtful.TryAdd(record.LineNumber, record),
        };
        using var reader = CsvReader.Create(content, options);
        reader.ReadHeader();
        var headers = reader.Headers.ToArray().Select(Clean).ToList();
        if (headers.TrueForAll(header => header.Length == 0))
        {
            throw new UnreadableTableException(Fault.Of("NoHeader"));
        }

        var rows = new List<CsvRow>();
        while (reader.Read())
        {
            if (!doubtful.TryGetValue(reader.LineNumber, out var doubt) || doubt.Reason == CsvMalformedReason.StrayQuote)
            {
                rows.Add(new((int)reader.LineNumber, [.. Enumerable.Range(0, headers.Count).Select(i => Clean(reader.GetString(i)))]));
            }
        }

        swallowed = doubtful.Values.Any(record => record.Reason == CsvMalformedReason.UnterminatedQuote);
        var unreadable = doubtful.Values
            .Where(record => record.Reason != CsvMalformedReason.StrayQuote)
            .OrderBy(record => record.LineNumber)
            .Select(record => new UnreadableRow((int)record.LineNumber, Why(record.Reason, headers.Count)));
        return new(headers, rows, [.. unreadable]);
    }

    private static string Clean(string cell) => cell.Trim().Normalize();

    private static Fault Why(CsvMalformedReason reason, int columns) => reason switch
    {
        CsvMalformedReason.FieldCountMismatch => Fault.Of("Cells", columns),
        CsvMalformedReason.TextAfterClosingQuote => Fault.Of("TextAfterQuote"),
        _ => Fault.Of("OpenQuote"),
    };
}
