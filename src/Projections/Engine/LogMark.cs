using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>
/// An event by which a log is known again. Another log does not have it there, nor does a copy, which has its events elsewhere, nor a log that was put back from
/// before it, whatever was recorded since.
/// </summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Stream">Its stream: a log finds an event by stream and revision at once, however much stands before it.</param>
/// <param name="Revision">In the stream.</param>
/// <param name="Event">Which it is.</param>
internal sealed record LogMark(LogPosition Position, StreamName Stream, long Revision, EventId Event)
{
    public static LogMark Of(StoredEvent stored) => new(stored.Position, stored.Event.Stream, stored.Event.Revision, stored.Event.Id);

    /// <summary>Whether a log has it there.</summary>
    public async ValueTask<bool> IsIn(IEventLog log, CancellationToken cancellation)
    {
        await foreach (var stored in log.ReadStream(Stream, Revision, cancellation).ConfigureAwait(false))
        {
            return Of(stored) == this;
        }

        return false;
    }
}
