using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Cases;

namespace Trials.Web.Exports;

/// <summary>
/// Writes what the record says of every case, application and activity as a table: one entry a row, each matter's in the order of happening. What belongs to
/// no matter, the catalogues, is exported by itself.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="codec">Its codec.</param>
/// <param name="opener">Opens protected texts; null to leave their cells empty.</param>
public sealed class EntryExport(IEventLog log, IEventCodec codec, ITextOpener? opener)
{
    private static readonly Texts English = new(TextCatalogue.BuiltIn, Language.English);

    private static readonly string[] Columns =
    [
        "case", "case_id", "happened", "zone", "precision", "plus_minus_minutes", "entry", "what", "state", "fields", "text",
        "stream", "revision", "entry_id", "recorded", "author", "typist", "role", "source",
        "document_sha256", "file_kind", "file_bytes", "application", "application_id",
    ];

    /// <summary>Writes every entry that belongs to a matter. Entries of one matter are held in memory at a time.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="progress">Told how many matters are done, of how many.</param>
    /// <returns>How many entries were written.</returns>
    public async Task<long> Write(Stream destination, IProgress<(long Done, long Of)> progress, CancellationToken cancellation)
    {
        var matters = await CaseStreams.Of(log, codec, [Case.Category, Application.Category, Activity.Category], cancellation).ConfigureAwait(false);
        var csv = new Csv(destination, Columns);
        await using (csv.ConfigureAwait(false))
        {
            var (entries, done) = (0L, 0L);
            foreach (var (matter, streams) in matters)
            {
                entries += await Write(csv, matter, streams, cancellation).ConfigureAwait(false);
                progress.Report((++done, matters.Count));
            }

            return entries;
        }
    }

    private async Task<int> Write(Csv csv, MatterId matter, List<StreamName> streams, CancellationToken cancellation)
    {
        var entries = await CaseStreams.Entries(log, codec, streams, cancellation).ConfigureAwait(false);
        var of = new OfMatter(
            Has(streams, Case.Category) ? (CaseStreams.Reference(entries), (Guid?)matter.Value) : default,
            Has(streams, Application.Category) ? (CaseStreams.Number(entries), (Guid?)matter.Value) : default);
        foreach (var entry in entries.OrderBy(entry => entry.Happened.Local).ThenBy(entry => entry.First.Position.Value))
        {
            Write(csv, of, entry);
        }

        return entries.Count;
    }

    private static bool Has(List<StreamName> streams, string category) => streams.Exists(stream => stream.Category == category);

    private void Write(Csv csv, OfMatter of, ExportedEntry entry)
    {
        var (first, metadata) = (entry.First, entry.First.Metadata);
        var (fields, text) = EntryFields.Of(entry, opener);
        csv.Row(
            of.Case.Reference,
            of.Case.Id,
            entry.Happened.HasTime ? entry.Happened.Local : entry.Happened.Date,
            entry.Happened.Zone,
            entry.Happened.Precision,
            entry.Happened.PlusMinusMinutes is > 0 and var minutes ? minutes : null,
            Texts.Unversioned(first.WireName),
            English.Event(first.WireName),
            entry.State,
            fields,
            text,
            first.Stream.Value,
            first.Revision,
            first.Id.Value,
            metadata.Recorded,
            metadata.Author.Value,
            metadata.Typist.Value,
            metadata.Role,
            Source(entry.Source),
            (entry.Source as Source.Document)?.Sha256,
            (entry.Source as Source.Document)?.File?.Kind,
            (entry.Source as Source.Document)?.File?.Length,
            of.Application.Number,
            of.Application.Id);
    }

    private static string Source(Source source) => source switch
    {
        Domain.Source.SeenMyself => "seen",
        Domain.Source.ToldBy told => told.Person is { } person ? $"told by {person.Value:N}" : "told",
        Domain.Source.Document document => $"document {document.Number} {document.Issuer}".TrimEnd(),
        Domain.Source.Import import => FormattableString.Invariant($"{import.Batch}, line {import.Line}"),
        _ => throw new InvalidOperationException($"{source.GetType().Name} has no form in a CSV file."),
    };

    /// <summary>What an entry belongs to: a case, an application, or neither, which is an activity by itself.</summary>
    private readonly record struct OfMatter((string? Reference, Guid? Id) Case, (string? Number, Guid? Id) Application);
}
