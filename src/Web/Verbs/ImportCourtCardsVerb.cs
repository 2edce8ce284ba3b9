using System.CommandLine;
using NodaTime;
using Trials.Domain;
using Trials.Web.Imports;
using Trials.Web.Imports.CourtCards;

namespace Trials.Web.Verbs;

/// <summary>Imports court cards as court sites publish them.</summary>
public static class ImportCourtCardsVerb
{
    private const int LongestName = 100;

    /// <summary>The verb with its options.</summary>
    public static Command Command()
    {
        var cards = new Argument<FileInfo>("CARDS.csv") { Description = "One row a card. UTF-8; commas or semicolons." };
        var events = new Argument<FileInfo>("EVENTS.csv") { Description = "One row an event of a card." };
        var data = CommonOptions.Data();
        var log = LogAddress.Option();
        var json = CommonOptions.Json();
        var dryRun = new Option<bool>("--dry-run") { Description = "Report what would become of each row, and write nothing." };
        var report = new Option<FileInfo?>("--report") { Description = "Write the report row by row into this CSV file, not to the screen." };
        var mapping = new Option<FileInfo?>("--mapping")
        {
            Description = $"A mapping of your own, which goes before the built-in one. Default: {CourtCardMapping.FileName} in the data folder.",
        };
        var zone = new Option<string?>("--zone")
        {
            Description = $"The time zone of courts of which the catalogue names none, e.g. Europe/Moscow. Default: {HappenedAt.DefaultZone}.",
        };
        var command = new Command("court-cards", "Import court cards as court sites publish them. A second time adds only what is new.")
        {
            cards, events, data, log, dryRun, report, mapping, zone, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var error = parsed.InvocationConfiguration.Error;
            var order = new Order(
                parsed.GetRequiredValue(cards),
                parsed.GetRequiredValue(events),
                parsed.GetRequiredValue(data).FullName,
                parsed.GetValue(log),
                parsed.GetValue(dryRun),
                parsed.GetValue(report),
                parsed.GetValue(mapping),
                parsed.GetValue(zone),
                parsed.GetValue(json));
            return Failures.InOneLine(() => Import(order, output, error, cancellation), output, error, order.Json);
        });
        return command;
    }

    private static async Task<int> Import(Order order, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (order.Zone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            throw new UnreadableTableException($"There is no time zone '{zone}'; they are named like Europe/Moscow");
        }

        var source = new CourtCardSource(
            await Read(order.Cards, cancellation).ConfigureAwait(false),
            await Read(order.Events, cancellation).ConfigureAwait(false),
            await Mapping(order, cancellation).ConfigureAwait(false),
            order.Zone);
        var server = LogAddress.Server(order.Log);
        await LogAddress.Check(order.Data, server, cancellation).ConfigureAwait(false);
        var record = order.DryRun ? OpenRecord.ToTry(order.Data, server) : OpenRecord.ToWrite(order.Data, server);
        CourtCardResult result;
        await using (record.ConfigureAwait(false))
        {
            result = await new CourtCardImport(record.Log, record.Codec, OpenRecord.Clock)
                .Run(source, new ProgressLine(error, "Importing cases", TimeProvider.System), cancellation).ConfigureAwait(false);
        }

        if (order.Report is { } file)
        {
            await RowReports.Write(result.Rows, file, cancellation).ConfigureAwait(false);
        }
        else
        {
            RowReports.Print(result.Rows, output);
        }

        var summary = result.Summary;
        output.WriteLine(FormattableString.Invariant(
            $"{summary.Cards} cards of {summary.Cases} cases: {summary.Steps} steps, {summary.Sittings} sittings, {summary.Adjourned} of them adjourned."));
        output.WriteLine(FormattableString.Invariant(
            $"{summary.Added} rows {(order.DryRun ? "would be added" : "added")}, {summary.Unchanged} unchanged, {summary.Rejected} rejected."));
        VerbResult.Print(output, order.Json, summary);
        return summary.Rejected == 0 ? 0 : Failures.Failed;
    }

    private static async Task<CourtCardMapping> Mapping(Order order, CancellationToken cancellation)
    {
        var file = order.Mapping ?? new FileInfo(Path.Combine(order.Data, CourtCardMapping.FileName));
        return order.Mapping is null && !file.Exists
            ? CourtCardMapping.Shipped
            : CourtCardMapping.With(await File.ReadAllBytesAsync(file.FullName, cancellation).ConfigureAwait(false), file.Name);
    }

    private static async Task<SourceFile> Read(FileInfo file, CancellationToken cancellation)
    {
        var content = await File.ReadAllBytesAsync(file.FullName, cancellation).ConfigureAwait(false);
        return new(file.Name.Length > LongestName ? file.Name[^LongestName..] : file.Name, content);
    }

    private sealed record Order(
        FileInfo Cards, FileInfo Events, string Data, string? Log, bool DryRun, FileInfo? Report, FileInfo? Mapping, string? Zone, bool Json);
}
