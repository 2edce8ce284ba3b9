using Trials.Domain;
using Trials.Domain.Applications;
using Trials.Domain.Cases;

namespace Trials.Web.Exports;

/// <summary>Which streams belong to each case, application or activity, and what they say.</summary>
public static class CaseStreams
{
    /// <summary>The streams of some matters, in the order in which they began.</summary>
    /// <param name="log">The log.</param>
    /// <param name="codec">Its codec.</param>
    /// <param name="told">Which matters: those with a stream of one of these categories, as a case's own stream tells that a matter is one.</param>
    public static async Task<List<(MatterId Matter, List<StreamName> Streams)>> Of(
        IEventLog log, IEventCodec codec, IReadOnlyCollection<string> told, CancellationToken cancellation)
    {
        var streams = new Dictionary<MatterId, List<StreamName>>();
        var asked = new HashSet<MatterId>();
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
            if (told.Contains(stream.Category))
            {
                asked.Add(matter);
            }
        }

        return [.. streams.Where(of => asked.Contains(of.Key)).Select(of => (of.Key, of.Value))];
    }

    /// <summary>What opened a case; null where that is no entry of it.</summary>
    public static ExportedEntry? Opening(IReadOnlyList<ExportedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.FirstOrDefault(entry => entry.First.Data is CaseEvent.TakenOver or CaseEvent.Opened);
    }

    /// <summary>The number of a case as it stands now; null where it has none.</summary>
    public static string? Reference(IReadOnlyList<ExportedEntry> entries) => Opening(entries)?.Fields.GetProperty("reference").GetString();

    /// <summary>The number of an application as it stands now; null where it has none.</summary>
    public static string? Number(IReadOnlyList<ExportedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var received = entries.FirstOrDefault(entry => entry.First.Data is ApplicationEvent.Received && entry.State != ExportedState.Withdrawn);
        return received?.Fields.TryGetProperty("number", out var number) == true ? number.GetString() : null;
    }

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
