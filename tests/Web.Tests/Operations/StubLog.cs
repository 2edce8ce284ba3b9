using Trials.Domain;
using Trials.EventLog.InMemory;

namespace Trials.Web.Tests.Operations;

/// <summary>A log in memory that fails as it is told to.</summary>
internal sealed class StubLog : IEventLog
{
    private readonly InMemoryEventLog log = new();

    /// <summary>Why nothing is written; null where it is.</summary>
    public LogFailure? Refuses { get; set; }

    /// <summary>What reading throws; null where it does not.</summary>
    public Exception? Unreadable { get; set; }

    /// <summary>What passes while an append is under way; null for nothing.</summary>
    public Action? Meanwhile { get; set; }

    public ValueTask<AppendResult> Append(IReadOnlyList<EncodedEvent> events, long expectedRevision, CancellationToken cancellation)
    {
        Meanwhile?.Invoke();
        return Refuses is { } why ? new(new AppendResult.Failed(why)) : log.Append(events, expectedRevision, cancellation);
    }

    public IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromRevision, CancellationToken cancellation) =>
        Unreadable is null ? log.ReadStream(stream, fromRevision, cancellation) : throw Unreadable;

    public IAsyncEnumerable<StoredEvent> ReadAll(LogPosition after, CancellationToken cancellation) =>
        Unreadable is null ? log.ReadAll(after, cancellation) : throw Unreadable;

    public IAsyncEnumerable<IReadOnlyList<StoredEvent>> Subscribe(LogPosition after, CancellationToken cancellation) =>
        Unreadable is null ? log.Subscribe(after, cancellation) : throw Unreadable;

    public ValueTask<LogPosition> Head(CancellationToken cancellation) => Unreadable is null ? log.Head(cancellation) : throw Unreadable;
}
