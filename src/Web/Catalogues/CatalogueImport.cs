using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Web.Imports;

namespace Trials.Web.Catalogues;

/// <summary>An import in numbers. Each row is added, changed, unchanged or rejected.</summary>
public sealed record CatalogueImportSummary(int Added, int Changed, int Unchanged, int Rejected);

/// <summary>One row of a catalogue's file, and what became of it.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line on which the row begins, from 1.</param>
/// <param name="Code">The code that it names; empty where it names none.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Name">What it calls the entry; null where it cannot be understood.</param>
/// <param name="Fault">Why it was rejected; null where it was not.</param>
public sealed record CatalogueRowReport(string File, int Line, string Code, RowFate Fate, LocalName? Name, Fault? Fault)
    : RowReport(File, Line, Code, Fate, Name?.En ?? Name?.Ru ?? Name?.Tg ?? "", Fault?.English ?? "");

/// <summary>What came of an import, row by row in the order of the file.</summary>
public sealed record CatalogueImportResult(IReadOnlyList<CatalogueRowReport> Rows)
{
    /// <summary>In numbers.</summary>
    public CatalogueImportSummary Summary => new(
        Of(RowFate.Added), Of(RowFate.Corrected), Of(RowFate.Unchanged), Of(RowFate.Rejected));

    private int Of(RowFate fate) => Rows.Count(row => row.Fate == fate);
}

/// <summary>
/// Brings a catalogue's file into the record, through the same decisions as its form. What is there already is left; what the file says otherwise is
/// changed; an entry that the file does not name stays.
/// </summary>
/// <param name="record">Records in a catalogue.</param>
public sealed class CatalogueImport(Func<RecordInCatalogue, ValueTask<Outcome>> record)
{
    /// <summary>Imports.</summary>
    /// <param name="kind">Which catalogue.</param>
    /// <param name="present">What it holds now.</param>
    /// <param name="file">What is imported.</param>
    /// <param name="today">The day of the import.</param>
    /// <exception cref="UnreadableTableException">The file cannot be read at all.</exception>
    /// <exception cref="ImportStoppedException">The log cannot take more now.</exception>
    public async Task<CatalogueImportResult> Run(string kind, Catalogue present, SourceFile file, LocalDate today)
    {
        var reports = new List<CatalogueRowReport>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in CatalogueFile.Rows(file.Content))
        {
            var (fate, fault) = row switch
            {
                { Entry: null } => (RowFate.Rejected, row.Why),
                _ when !lines.TryAdd(row.Code, row.Line) => (RowFate.Rejected, Fault.Of("CodeTwice", lines[row.Code])),
                { Entry: { } entry } => await Take(kind, present, entry, row, file, today).ConfigureAwait(false),
            };
            reports.Add(new(file.Name, row.Line, row.Code, fate, row.Entry?.Name, fault));
        }

        return new(reports);
    }

    /// <summary>A catalogue as the log holds it.</summary>
    public static async Task<Catalogue> Present(IEventLog log, IEventCodec codec, string kind, CancellationToken cancellation)
    {
        var history = new List<RecordedEvent>();
        await foreach (var stored in log.ReadStream(StreamName.OfCatalogue(kind), 0, cancellation).ConfigureAwait(false))
        {
            history.Add(codec.Decode(stored));
        }

        return Decision.Fold<Catalogue, CatalogueEvent>(EffectiveSequence.Of<CatalogueEvent>(history));
    }

    private async ValueTask<(RowFate Fate, Fault? Fault)> Take(
        string kind, Catalogue present, CatalogueEvent.EntryPut entry, CatalogueFileRow row, SourceFile file, LocalDate today)
    {
        var before = present.Entries.TryGet(entry.Code, out var known) ? known : null;
        var same = before is not null && SameContent(before.Content, entry);
        if (same && before!.IsRetired == row.Retired)
        {
            return (RowFate.Unchanged, null);
        }

        CatalogueEvent[] facts =
        [
            .. same && row.Retired ? Array.Empty<CatalogueEvent>() : [entry],
            .. row.Retired ? [new CatalogueEvent.EntryRetired(entry.Code)] : Array.Empty<CatalogueEvent>(),
        ];
        var outcome = await record(new RecordInCatalogue
        {
            Stream = StreamName.OfCatalogue(kind),
            Matter = MatterId.Common,
            Header = new(CommandId.From(Guid.NewGuid()), HappenedAt.On(today), new Source.Import(file.Name, row.Line)),
            Facts = ValueList.Create<CatalogueEvent>(facts),
        }).ConfigureAwait(false);
        return outcome switch
        {
            Outcome.Recorded => (before is null ? RowFate.Added : RowFate.Corrected, null),
            Outcome.Unchanged => (RowFate.Unchanged, null),
            Outcome.Refused(var refusal) when LoopRefusals.IsPassing(refusal.Code) => throw new ImportStoppedException(refusal),
            Outcome.Refused(var refusal) => (RowFate.Rejected, Fault.Of(refusal)),
            Outcome.Conflicted conflict => (RowFate.Rejected, Fault.Of(conflict.Refusal)),
            _ => throw new InvalidOperationException($"A command came to {outcome}."),
        };
    }

    /// <summary>The order of attributes is that of a file's columns and says nothing.</summary>
    private static bool SameContent(CatalogueEvent.EntryPut left, CatalogueEvent.EntryPut right) =>
        left with { Values = [] } == right with { Values = [] }
        && left.Values.OrderBy(value => value.Key, StringComparer.Ordinal).SequenceEqual(right.Values.OrderBy(value => value.Key, StringComparer.Ordinal));
}
