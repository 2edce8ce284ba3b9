using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>
/// An event by which the log is known again: nothing else has its hash, which covers all that stands before it in its stream, and when it was recorded. Another
/// log does not have it, a copy in another order has it elsewhere, and one that was put back from a backup has something else, or nothing, at its position.
/// </summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Stream">Its stream: a log finds an event by stream and revision at once, however much stands before it.</param>
/// <param name="Revision">In the stream.</param>
/// <param name="Hash">Of the event, in hexadecimal digits.</param>
public sealed record LogMark(LogPosition Position, StreamName Stream, long Revision, string Hash)
{
    internal static LogMark Of(StoredEvent stored) =>
        new(stored.Position, stored.Event.Stream, stored.Event.Revision, Convert.ToHexStringLower(stored.Event.Hash.Span));

    /// <summary>Whether a log has it there.</summary>
    internal async ValueTask<bool> IsIn(IEventLog log, CancellationToken cancellation)
    {
        await foreach (var stored in log.ReadStream(Stream, Revision, cancellation).ConfigureAwait(false))
        {
            return Of(stored) == this;
        }

        return false;
    }
}
