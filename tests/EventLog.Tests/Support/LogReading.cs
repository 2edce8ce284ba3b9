using Trials.Domain;

namespace Trials.EventLog.Tests.Support;

internal static class LogReading
{
    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<List<StoredEvent>> Stream(this IEventLog log, StreamName stream, long from = 0) =>
        await log.ReadStream(stream, from, Cancelled).ToListAsync(Cancelled);

    /// <summary>What stands behind a position in some streams: a log under test may hold others.</summary>
    public static async Task<List<StoredEvent>> All(this IEventLog log, LogPosition after, params StreamName[] streams) =>
        await log.ReadAll(after, Cancelled).Where(e => streams.Contains(e.Event.Stream)).ToListAsync(Cancelled);

    public static async Task<AppendResult> Add(this IEventLog log, params EncodedEvent[] events) =>
        await log.Append(events, events[0].Revision - 1, Cancelled);

    public static void ShouldBe(this IEnumerable<StoredEvent> stored, IEnumerable<EncodedEvent> written) =>
        stored.Select(s => Text(s.Event)).Should().Equal(written.Select(Text));

    public static string Text(EncodedEvent e) => string.Join(
        ' ', e.Stream, e.Revision, e.Id, e.WireName, Hex(e.Metadata), Hex(e.Data), Hex(e.PreviousHash), Hex(e.Hash));

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexString(bytes.Span);
}
