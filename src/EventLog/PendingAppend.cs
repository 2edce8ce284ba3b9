using Trials.Domain;

namespace Trials.EventLog;

/// <summary>An append that waits for its turn.</summary>
internal sealed class PendingAppend(IReadOnlyList<EncodedEvent> events, long expectedRevision)
{
    private readonly TaskCompletionSource<AppendResult> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<EncodedEvent> Events => events;

    public long ExpectedRevision => expectedRevision;

    public StreamName Stream => events[0].Stream;

    public Task<AppendResult> Done => done.Task;

    /// <summary>What will be answered.</summary>
    public AppendResult? Result { get; set; }

    /// <summary>Answers with what was found.</summary>
    public void Answer() => done.SetResult(Result!);

    /// <exception cref="ArgumentException">The events are none, of several streams, or not those that follow the expected revision.</exception>
    public static void Check(IReadOnlyList<EncodedEvent> events, long expectedRevision)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfLessThan(expectedRevision, -1);
        if (events.Count == 0)
        {
            throw new ArgumentException("An append holds at least one event.", nameof(events));
        }

        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Stream != events[0].Stream || events[i].Revision != expectedRevision + 1 + i)
            {
                throw new ArgumentException("An append's events are of one stream, and their revisions follow the expected one.", nameof(events));
            }
        }
    }
}
