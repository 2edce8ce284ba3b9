using System.Globalization;
using CsvHelper;
using NodaTime;
using NodaTime.Text;

namespace Trials.Web.Exports;

/// <summary>
/// Writes every CSV file of the product: UTF-8 with a byte order mark, commas, ISO dates, and no text that a spreadsheet would run as a formula
/// (an apostrophe goes before a leading <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, tab or carriage return; numbers stay numbers).
/// </summary>
public sealed class Csv : IAsyncDisposable, IDisposable
{
    /// <summary>What the files are to a browser.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly CsvWriter writer;

    /// <summary>Begins a file with its header.</summary>
    /// <param name="destination">Where it goes; stays open.</param>
    /// <param name="columns">The column names; every row has as many cells.</param>
    public Csv(Stream destination, params ReadOnlySpan<string> columns)
    {
        writer = CsvWriter.Create(destination, Options, leaveOpen: true);
        foreach (var column in columns)
        {
            writer.WriteField(column);
        }

        writer.EndRecord();
    }

    /// <summary>Writes a row. A cell is text, a number, a truth value, an enum's member, an id, or a NodaTime date, time or moment; null is an empty cell.</summary>
    /// <exception cref="ArgumentException">A cell is something else.</exception>
    public void Row(params ReadOnlySpan<object?> cells)
    {
        foreach (var cell in cells)
        {
            Write(cell);
        }

        writer.EndRecord();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => writer.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private void Write(object? cell)
    {
        switch (cell)
        {
            case int number:
                writer.WriteField(number, default);
                break;
            case long number:
                writer.WriteField(number, default);
                break;
            case decimal number:
                writer.WriteField(number, default);
                break;
            default:
                writer.WriteField(Text(cell));
                break;
        }
    }

    private static string? Text(object? cell) => cell switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        Enum member => member.ToString(),
        Guid id => id.ToString("N", CultureInfo.InvariantCulture),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        LocalTime time => Minute.Format(time),
        LocalDateTime moment => Moment.Format(moment),
        Instant instant => InstantPattern.General.Format(instant),
        _ => throw new ArgumentException($"A {cell.GetType().Name} has no form in a CSV file.", nameof(cell)),
    };
}
