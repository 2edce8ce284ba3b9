using System.CommandLine;
using System.IO.Compression;
using Trials.Web.Catalogues;
using Trials.Web.Exports;

namespace Trials.Web.Verbs;

/// <summary>Writes the record out, also beside a running server.</summary>
public static class ExportVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Command()
    {
        var (data, log, json, output, openTexts) = Options();
        var command = new Command("export", "Write every event of the log as lines of JSON, in overall order.") { data, log, output, openTexts, json, Entries(), Catalogue(), Xes() };
        command.SetAction((parsed, cancellation) => Run(
            parsed,
            new(parsed.GetRequiredValue(data).FullName, parsed.GetValue(log), parsed.GetValue(output), parsed.GetValue(openTexts), parsed.GetValue(json)),
            "Exporting events",
            (record, texts, stream, progress) => EventExport.Write(record.Log, texts, stream, progress, cancellation)));
        return command;
    }

    private static Command Entries()
    {
        var (data, log, json, output, openTexts) = Options();
        var csv = new Option<bool>("--csv") { Description = "As CSV for a spreadsheet.", Required = true };
        var command = new Command("entries", "Write what the record says of every case, one entry a row.") { csv, data, log, output, openTexts, json };
        command.SetAction((parsed, cancellation) => Run(
            parsed,
            new(parsed.GetRequiredValue(data).FullName, parsed.GetValue(log), parsed.GetValue(output), parsed.GetValue(openTexts), parsed.GetValue(json)),
            "Exporting matters",
            (record, texts, stream, progress) => new EntryExport(record.Log, record.Codec, texts).Write(stream, progress, cancellation)));
        return command;
    }

    private static Command Xes()
    {
        var (data, log, json, output, openTexts) = Options();
        var command = new Command("xes", "Write every case as a trace of an event log (IEEE XES), packed where the file's name ends in .gz.") { data, log, output, openTexts, json };
        command.SetAction((parsed, cancellation) => Run(
            parsed,
            new(parsed.GetRequiredValue(data).FullName, parsed.GetValue(log), parsed.GetValue(output), parsed.GetValue(openTexts), parsed.GetValue(json)),
            "Exporting traces",
            async (record, texts, stream, progress) =>
            {
                var export = new XesExport(record.Log, record.Codec, texts);
                return parsed.GetValue(output)?.Extension is ".gz"
                    ? await Packed(stream, packed => export.Write(packed, progress, cancellation)).ConfigureAwait(false)
                    : await export.Write(stream, progress, cancellation).ConfigureAwait(false);
            },
            written => new { written.Traces, written.Events }));
        return command;
    }

    private static async Task<T> Packed<T>(Stream stream, Func<Stream, Task<T>> write)
    {
        var packed = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        await using (packed.ConfigureAwait(false))
        {
            return await write(packed).ConfigureAwait(false);
        }
    }

    private static Command Catalogue()
    {
        var (data, log, json, output, _) = Options();
        var kind = new Argument<string>("KIND") { Description = "Which catalogue, e.g. courts." };
        var command = new Command("catalogue", "Write a catalogue as CSV, as it is imported.") { kind, data, log, output, json };
        command.SetAction((parsed, cancellation) => Run(
            parsed,
            new(parsed.GetRequiredValue(data).FullName, parsed.GetValue(log), parsed.GetValue(output), OpenTexts: false, parsed.GetValue(json)),
            "Exporting the catalogue",
            async (record, _, stream, _) =>
            {
                var name = parsed.GetRequiredValue(kind);
                return CatalogueCsv.Write(name, await CatalogueImport.Present(record.Log, record.Codec, name, cancellation).ConfigureAwait(false), stream);
            }));
        return command;
    }

    private static (Option<DirectoryInfo> Data, Option<string?> Log, Option<bool> Json, Option<FileInfo?> Output, Option<bool> OpenTexts) Options() =>
    (
        CommonOptions.Data(),
        LogAddress.Option(),
        CommonOptions.Json(),
        new Option<FileInfo?>("--out") { Description = "The file to write, which only its owner may read. Default: standard output." },
        new Option<bool>("--open-texts") { Description = "Open the protected texts: names and accounts stand in the export in the clear." }
    );

    private static Task<int> Run(
        ParseResult parsed, Order order, string doing, Func<OpenRecord, Domain.ITextOpener?, Stream, IProgress<(long, long)>, Task<long>> write) =>
        Run(parsed, order, doing, write, written => new { written });

    private static Task<int> Run<T>(
        ParseResult parsed,
        Order order,
        string doing,
        Func<OpenRecord, Domain.ITextOpener?, Stream, IProgress<(long, long)>, Task<T>> write,
        Func<T, object> summary)
    {
        var output = parsed.InvocationConfiguration.Output;
        var error = parsed.InvocationConfiguration.Error;
        return Failures.InOneLine(Export, output, error, order.Json);

        async Task<int> Export()
        {
            var record = OpenRecord.ToRead(order.Data, LogAddress.Server(order.Log));
            await using (record.ConfigureAwait(false))
            {
                var texts = order.OpenTexts ? record.Texts : null;
                var progress = new ProgressLine(error, doing, TimeProvider.System);
                var written = order.Output is { } file
                    ? await WholeFile.Write(file, stream => write(record, texts, stream, progress)).ConfigureAwait(false)
                    : await ToStandardOutput(stream => write(record, texts, stream, progress)).ConfigureAwait(false);
                VerbResult.Print(output, order.Json, summary(written));
            }

            return 0;
        }
    }

    private static async Task<T> ToStandardOutput<T>(Func<Stream, Task<T>> write)
    {
        var stream = Console.OpenStandardOutput();
        await using (stream.ConfigureAwait(false))
        {
            return await write(stream).ConfigureAwait(false);
        }
    }

    private sealed record Order(string Data, string? Log, FileInfo? Output, bool OpenTexts, bool Json);
}
