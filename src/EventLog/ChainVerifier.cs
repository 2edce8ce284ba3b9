using System.Runtime.InteropServices;
using Trials.Domain;
using Trials.EventLog.Serialization;

namespace Trials.EventLog;

/// <summary>What is wrong with an event.</summary>
public enum ChainBreakKind
{
    /// <summary>The row is no event.</summary>
    Unreadable,

    /// <summary>Its revision does not follow its predecessor's.</summary>
    Revision,

    /// <summary>It does not carry its predecessor's hash.</summary>
    PreviousHash,

    /// <summary>Its hash is not that of its content.</summary>
    Hash,
}

/// <summary>The first event at which a log is not what was written.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">Where.</param>
/// <param name="Stream">In which stream; null where the row cannot be read.</param>
/// <param name="Revision">Which revision it claims; -1 where the row cannot be read.</param>
public sealed record ChainBreak(ChainBreakKind Kind, LogPosition Position, StreamName? Stream, long Revision);

/// <summary>What a verification found.</summary>
/// <param name="Events">How many events were checked before the first break.</param>
/// <param name="Streams">Of how many streams.</param>
/// <param name="Break">The first break; null where everything is as written.</param>
public sealed record ChainReport(long Events, int Streams, ChainBreak? Break);

/// <summary>
/// Checks every stream's chain of hashes. It finds whatever was altered, removed or put in between; that events were cut off the end of a stream it cannot see,
/// for nothing follows them.
/// </summary>
public sealed class ChainVerifier(IEventLog log)
{
    /// <summary>Reads the whole log up to the first break.</summary>
    public async Task<ChainReport> Verify(CancellationToken cancellation)
    {
        var ends = new Dictionary<StreamName, (long Revision, ReadOnlyMemory<byte> Hash)>();
        var events = 0L;
        try
        {
            await foreach (var stored in log.ReadAll(LogPosition.Start, cancellation).ConfigureAwait(false))
            {
                var e = stored.Event;
                ref var end = ref CollectionsMarshal.GetValueRefOrAddDefault(ends, e.Stream, out var known);
                if (!known)
                {
                    end = (-1, new byte[EventHash.Size]);
                }

                if (Check(e, end.Revision, end.Hash.Span) is { } kind)
                {
                    return new(events, ends.Count, new(kind, stored.Position, e.Stream, e.Revision));
                }

                end = (e.Revision, e.Hash.ToArray());
                events++;
            }
        }
        catch (LogCorruptException e)
        {
            return new(events, ends.Count, new(ChainBreakKind.Unreadable, e.Position, null, -1));
        }

        return new(events, ends.Count, null);
    }

    private static ChainBreakKind? Check(EncodedEvent e, long lastRevision, ReadOnlySpan<byte> lastHash) =>
        e.Revision != lastRevision + 1 ? ChainBreakKind.Revision
        : !e.PreviousHash.Span.SequenceEqual(lastHash) ? ChainBreakKind.PreviousHash
        : !e.Hash.Span.SequenceEqual(EventHash.Of(e)) ? ChainBreakKind.Hash
        : null;
}
