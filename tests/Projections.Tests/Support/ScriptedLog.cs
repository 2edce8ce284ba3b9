using System.Runtime.CompilerServices;
using Trials.Domain;

namespace Trials.Projections.Tests.Support;

/// <summary>A log that does what it is told before it gives anything, or fails once when it is subscribed to.</summary>
internal sealed class ScriptedLog(IEventLog log) : IEventLog
{
    private Exception? nextFailure;

    /// <summary>Awaited before each event of <see cref="ReadAll"/>.</summary>
    public Func<StoredEvent, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Awaited before each event of <see cref="Subscribe"/>, which then gives them one by one; null for as many as the log gives at once.</summary>
    public Func<StoredEvent, CancellationToken, Task>? BeforeFollowed { get; init; }

    /// <summary>Awaited before each <see cref="ReadAll"/>.</summary>
    public Func<CancellationToken, Task> BeforeReading { get; init; } = _ => Task.CompletedTask;

    /// <summary>Awaited before each <see cref="Head"/>.</summary>
    public Func<Task> BeforeHead { get; init; } = () => Task.CompletedTask;

    public int Subscriptions { get; private set; }

    public void FailNextSubscription(Exception failure) => nextFailure = failure;

    public ValueTask<AppendResult> Append(IReadOnlyList<EncodedEvent> events, long expectedRevision, CancellationToken cancellation) =>
        log.Append(events, expectedRevision, cancellation);

    public IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromRevision, CancellationToken cancellation) =>
        log.ReadStream(stream, fromRevision, cancellation);

    public async IAsyncEnumerable<StoredEvent> ReadAll(LogPosition after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await BeforeReading(cancellation);
        await foreach (var stored in log.ReadAll(after, cancellation))
        {
            await Before(stored, cancellation);
            yield return stored;
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<StoredEvent>> Subscribe(LogPosition after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Subscriptions++;
        if (Interlocked.Exchange(ref nextFailure, null) is { } failure)
        {
            throw failure;
        }

        await foreach (var batch in log.Subscribe(after, cancellation))
        {
            if (BeforeFollowed is null || batch.Count == 0)
            {
                yield return batch;
                continue;
            }

            foreach (var stored in batch)
            {
                await BeforeFollowed(stored, cancellation);
                yield return [stored];
            }
        }
    }

    public async ValueTask<LogPosition> Head(CancellationToken cancellation)
    {
        await BeforeHead();
        return await log.Head(cancellation);
    }
}
