using System.CommandLine;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Web.Acting;
using Trials.Web.Catalogues;
using Trials.Web.Imports;

namespace Trials.Web.Verbs;

/// <summary>Imports a catalogue from a CSV file.</summary>
public static class ImportCatalogueVerb
{
    private const int LongestName = 100;

    /// <summary>The verb with its options.</summary>
    public static Command Command()
    {
        var kind = new Argument<string>("KIND") { Description = $"Which catalogue, e.g. {string.Join(", ", CatalogueKinds.Known.Select(known => known.Kind))}." };
        var file = new Argument<FileInfo>("FILE.csv") { Description = "One row an entry, as the catalogue is exported. UTF-8; commas, semicolons or tabs." };
        var data = CommonOptions.Data();
        var log = LogAddress.Option();
        var json = CommonOptions.Json();
        var dryRun = new Option<bool>("--dry-run") { Description = "Report what would become of each row, and write nothing." };
        var report = new Option<FileInfo?>("--report") { Description = "Write the report row by row into this CSV file, not to the screen." };
        var command = new Command("catalogue", "Import the entries of a catalogue. A second time adds only what is new; entries that the file does not name stay.")
        {
            kind, file, data, log, dryRun, report, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var order = new Order(
                parsed.GetRequiredValue(kind),
                parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(data).FullName,
                parsed.GetValue(log),
                parsed.GetValue(dryRun),
                parsed.GetValue(report),
                parsed.GetValue(json));
            return Failures.InOneLine(() => Import(order, output, cancellation), output, parsed.InvocationConfiguration.Error, order.Json);
        });
        return command;
    }

    private static async Task<int> Import(Order order, TextWriter output, CancellationToken cancellation)
    {
        if (!CatalogueKinds.IsEdited(order.Kind))
        {
            throw new UnreadableTableException($"there is no catalogue '{order.Kind}' that can be edited");
        }

        var name = order.File.Name.Length > LongestName ? order.File.Name[^LongestName..] : order.File.Name;
        var file = new SourceFile(name, await File.ReadAllBytesAsync(order.File.FullName, cancellation).ConfigureAwait(false));
        var server = LogAddress.Server(order.Log);
        await LogAddress.Check(order.Data, server, cancellation).ConfigureAwait(false);
        var record = order.DryRun ? OpenRecord.ToTry(order.Data, server) : OpenRecord.ToWrite(order.Data, server);
        CatalogueImportResult result;
        await using (record.ConfigureAwait(false))
        {
            var loop = new DecisionLoop(record.Log, record.Codec, OpenRecord.Clock);
            var import = new CatalogueImport(command => loop.Record<Catalogue, CatalogueEvent>(command, ActorDirectory.Importer.Actor, cancellation));
            var present = await CatalogueImport.Present(record.Log, record.Codec, order.Kind, cancellation).ConfigureAwait(false);
            var today = OpenRecord.Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[HappenedAt.DefaultZone]).Date;
            result = await import.Run(order.Kind, present, file, today).ConfigureAwait(false);
        }

        if (order.Report is { } report)
        {
            await RowReports.Write(result.Rows, report, cancellation).ConfigureAwait(false);
        }
        else
        {
            RowReports.Print(result.Rows, output);
        }

        var summary = result.Summary;
        output.WriteLine(FormattableString.Invariant(
            $"{summary.Added} rows {(order.DryRun ? "would be added" : "added")}, {summary.Changed} changed, {summary.Unchanged} unchanged, {summary.Rejected} rejected."));
        VerbResult.Print(output, order.Json, summary);
        return summary.Rejected == 0 ? 0 : Failures.Failed;
    }

    private sealed record Order(string Kind, FileInfo File, string Data, string? Log, bool DryRun, FileInfo? Report, bool Json);
}
