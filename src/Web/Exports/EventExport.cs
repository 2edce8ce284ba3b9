using System.Text.Encodings.Web;
using System.Text.Json;
using Trials.Domain;

namespace Trials.Web.Exports;

/// <summary>
/// Writes a log as lines of JSON, one event a line in overall order: <c>position</c>, <c>stream</c>, <c>revision</c>, <c>id</c>, <c>name</c>,
/// <c>metadata</c> and <c>data</c> byte by byte as stored, <c>previousHash</c> and <c>hash</c> in hexadecimal. With texts opened the data are not
/// those that were hashed.
/// </summary>
public static class EventExport
{
    private const int FlushedBytes = 1 << 20;

    // Written for files, not for pages: letters stay letters.
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes every event up to the log's end at the time of the call.</summary>
    /// <param name="log">The log.</param>
    /// <param name="opener">Opens protected texts; null to leave them sealed.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="progress">Told how many positions are done, of how many.</param>
    /// <returns>How many events were written.</returns>
    public static async Task<long> Write(
        IEventLog log, ITextOpener? opener, Stream destination, IProgress<(long Done, long Of)> progress, CancellationToken cancellation)
    {
        var head = await log.Head(cancellation).ConfigureAwait(false);
        var buffer = new MemoryStream();
        var events = 0L;
        await foreach (var stored in log.ReadAll(LogPosition.Start, cancellation).ConfigureAwait(false))
        {
            Write(buffer, stored, opener);
            events++;
            if (buffer.Length >= FlushedBytes)
            {
                await Flush(buffer, destination, cancellation).ConfigureAwait(false);
            }

            progress.Report((stored.Position.Value + 1, head.Value + 1));
        }

        await Flush(buffer, destination, cancellation).ConfigureAwait(false);
        await destination.FlushAsync(cancellation).ConfigureAwait(false);
        return events;
    }

    private static void Write(MemoryStream buffer, StoredEvent stored, ITextOpener? opener)
    {
        var e = stored.Event;
        using (var writer = new Utf8JsonWriter(buffer, Format))
        {
            writer.WriteStartObject();
            writer.WriteNumber("position", stored.Position.Value);
            writer.WriteString("stream", e.Stream.Value);
            writer.WriteNumber("revision", e.Revision);
            writer.WriteString("id", e.Id.Value.ToString("N"));
            writer.WriteString("name", e.WireName);
            writer.WritePropertyName("metadata");
            writer.WriteRawValue(e.Metadata.Span, skipInputValidation: true);
            writer.WritePropertyName("data");
            if (opener is null)
            {
                writer.WriteRawValue(e.Data.Span, skipInputValidation: true);
            }
            else
            {
                OpenedTexts.Write(writer, e.Data, e.Id, opener);
            }

            writer.WriteString("previousHash", Convert.ToHexStringLower(e.PreviousHash.Span));
            writer.WriteString("hash", Convert.ToHexStringLower(e.Hash.Span));
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
    }

    private static async Task Flush(MemoryStream buffer, Stream destination, CancellationToken cancellation)
    {
        await destination.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellation).ConfigureAwait(false);
        buffer.SetLength(0);
    }
}
