using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Web.Exports;

/// <summary>Which streams belong to each case, and what they say.</summary>
public static class CaseStreams
{
    /// <summary>The streams of every case, in the order in which they began. A case's own stream tells that a matter is one.</summary>
    public static async Task<List<(MatterId Matter, List<StreamName> Streams)>> Of(IEventLog log, IEventCodec codec, CancellationToken cancellation)
    {
        var streams = new Dictionary<MatterId, List<StreamName>>();
        var cases = new List<MatterId>();
        await foreach (var stored in log.ReadAll(LogPosition.Start, cancellation).ConfigureAwait(false))
        {
            if (stored.Event.Revision > 0)
            {
                continue;
            }

            var (stream, matter) = (stored.Event.Stream, codec.ReadMetadata(stored).Matter);
            if (!streams.TryGetValue(matter, out var ofMatter))
            {
                streams[matter] = ofMatter = [];
            }

            ofMatter.Add(stream);
            if (stream.Category == Case.Category)
            {
                cases.Add(matter);
            }
        }

        return [.. cases.Select(matter => (matter, streams[matter]))];
    }

    /// <summary>What opened a case; null where that is no entry of it.</summary>
    public static ExportedEntry? Opening(IReadOnlyList<ExportedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.FirstOrDefault(entry => entry.First.Data is CaseEvent.TakenOver or CaseEvent.Opened);
    }

    /// <summary>The number of a case as it stands now; null where it has none.</summary>
    public static string? Reference(IReadOnlyList<ExportedEntry> entries) => Opening(entries)?.Fields.GetProperty("reference").GetString();

    /// <summary>The entries of some streams as they stand now, stream by stream.</summary>
    public static async Task<List<ExportedEntry>> Entries(
        IEventLog log, IEventCodec codec, IReadOnlyList<StreamName> streams, CancellationToken cancellation)
    {
        var entries = new List<ExportedEntry>();
        foreach (var stream in streams)
        {
            var history = new List<(RecordedEvent, StoredEvent)>();
            await foreach (var stored in log.ReadStream(stream, 0, cancellation).ConfigureAwait(false))
            {
                history.Add((codec.Decode(stored), stored));
            }

            entries.AddRange(ExportedEntry.Of(history));
        }

        return entries;
    }
}
