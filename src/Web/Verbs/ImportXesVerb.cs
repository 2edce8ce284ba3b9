using System.CommandLine;
using NodaTime;
using Trials.Domain;
using Trials.Web.Imports;
using Trials.Web.Imports.Xes;

namespace Trials.Web.Verbs;

/// <summary>Imports an event log in IEEE XES: traces become cases, activities become steps.</summary>
public static class ImportXesVerb
{
    private const int LongestName = 100;
    private const int LinesShown = 20;

    /// <summary>The verb with its options.</summary>
    public static Command Command()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "An event log in XES, packed with gzip or not." };
        var data = CommonOptions.Data();
        var log = LogAddress.Option();
        var json = CommonOptions.Json();
        var report = new Option<FileInfo?>("--report") { Description = "Write every line that was rejected into this CSV file." };
        var mapping = new Option<FileInfo?>("--mapping")
        {
            Description = $"A mapping of your own, which goes before the built-in one. Default: {XesMapping.FileName} in the data folder.",
        };
        var zone = new Option<string?>("--zone") { Description = $"The time zone of the place where it happened, e.g. Europe/Rome. Default: {HappenedAt.DefaultZone}." };
        var name = new Option<string?>("--name") { Description = "What the log is called: the same name makes the same entries. Default: what the log calls itself, else the file's name." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Report what would become of it, and write nothing. What would be written is held in memory meanwhile." };
        var command = new Command("xes", "Import an event log. A second time adds only what is new.") { file, data, log, name, mapping, zone, dryRun, report, json };
        command.SetAction((parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var error = parsed.InvocationConfiguration.Error;
            var order = new Order(
                parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(data).FullName,
                parsed.GetValue(log),
                parsed.GetValue(name),
                parsed.GetValue(mapping),
                parsed.GetValue(zone) ?? HappenedAt.DefaultZone,
                parsed.GetValue(dryRun),
                parsed.GetValue(report),
                parsed.GetValue(json));
            return Failures.InOneLine(() => Import(order, output, error, cancellation), output, error, order.Json);
        });
        return command;
    }

    private static async Task<int> Import(Order order, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(order.Zone) is null)
        {
            throw new UnreadableTableException($"There is no time zone '{order.Zone}'; they are named like Europe/Rome");
        }

        var mapping = await Mapping(order, cancellation).ConfigureAwait(false);
        using var reader = XesReader.Open(order.File);
        var server = LogAddress.Server(order.Log);
        await LogAddress.Check(order.Data, server, cancellation).ConfigureAwait(false);
        var (rejected, progress) = (new List<RowReport>(), new ProgressLine(error, "Importing traces", TimeProvider.System));
        XesSummary summary;
        var record = order.DryRun ? OpenRecord.ToTry(order.Data, server) : OpenRecord.ToWrite(order.Data, server);
        await using (record.ConfigureAwait(false))
        {
            summary = await new XesImport(record.Log, record.Codec, OpenRecord.Clock).Run(
                reader.Traces(),
                () => new(Shortened(order.Name ?? reader.LogName ?? FileName(order.File)), mapping, order.Zone),
                (line, number, why) => rejected.Add(new(order.File.Name, line, number, RowFate.Rejected, "trace or event", why)),
                done => progress.Report(done),
                cancellation).ConfigureAwait(false);
        }

        if (order.Report is { } file)
        {
            await RowReports.Write(rejected, file, cancellation).ConfigureAwait(false);
        }
        else if (rejected.Count > 0)
        {
            RowReports.Print([.. rejected.Take(LinesShown)], output);
            output.WriteLine(rejected.Count > LinesShown ? $"… and {rejected.Count - LinesShown} more; --report FILE lists all." : "");
        }

        output.WriteLine(FormattableString.Invariant(
            $"{summary.Traces} traces with {summary.Events} events: {summary.Cases} cases and {summary.Steps} steps {(order.DryRun ? "would be added" : "added")}, {summary.Unchanged} unchanged, {summary.Rejected} rejected."));
        VerbResult.Print(output, order.Json, summary);
        return summary.Rejected == 0 ? 0 : Failures.Failed;
    }

    private static string Shortened(string name) => name.Length > LongestName ? name[^LongestName..] : name;

    private static string FileName(FileInfo file) => file.Name.Split('.')[0] is { Length: > 0 } name ? name : file.Name;

    private static async Task<XesMapping> Mapping(Order order, CancellationToken cancellation)
    {
        var file = order.Mapping ?? new FileInfo(Path.Combine(order.Data, XesMapping.FileName));
        return order.Mapping is null && !file.Exists
            ? XesMapping.Shipped
            : XesMapping.With(await File.ReadAllBytesAsync(file.FullName, cancellation).ConfigureAwait(false), file.Name);
    }

    private sealed record Order(FileInfo File, string Data, string? Log, string? Name, FileInfo? Mapping, string Zone, bool DryRun, FileInfo? Report, bool Json);
}
