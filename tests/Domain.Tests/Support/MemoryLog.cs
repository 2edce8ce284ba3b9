using System.Runtime.CompilerServices;

namespace Trials.Domain.Tests.Support;

/// <summary>A log in memory whose next appends can be made to go wrong.</summary>
public sealed class MemoryLog : IEventLog
{
    private readonly List<StoredEvent> all = [];
    private readonly Queue<Func<Func<AppendResult>, AppendResult>> mishaps = new();

    /// <summary>Everything that is written, in order.</summary>
    public IReadOnlyList<StoredEvent> All => all;

    /// <summary>Every batch that arrived, whatever became of it.</summary>
    public List<IReadOnlyList<EncodedEvent>> Sent { get; } = [];

    /// <summary>How many reads fail from now on: the log's server is away.</summary>
    public int ReadsThatFail { get; set; }

    /// <summary>The next append not yet spoken for goes as told: the function is given what would write it.</summary>
    public MemoryLog Next(Func<Func<AppendResult>, AppendResult> mishap)
    {
        mishaps.Enqueue(mishap);
        return this;
    }

    /// <summary>The next append fails and writes nothing.</summary>
    public MemoryLog NextFails(LogFailure failure) => Next(_ => new AppendResult.Failed(failure));

    /// <summary>The next append is written, and its answer is lost.</summary>
    public MemoryLog NextIsWrittenButUnanswered() => Next(write =>
    {
        write();
        return new AppendResult.Failed(LogFailure.OutcomeUnknown);
    });

    /// <summary>Somebody else is faster than the next append.</summary>
    public MemoryLog NextComesAfter(Func<ValueTask> other) => Next(write =>
    {
        other().AsTask().GetAwaiter().GetResult();
        return write();
    });

    public ValueTask<AppendResult> Append(IReadOnlyList<EncodedEvent> events, long expectedRevision, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Sent.Add(events);
        AppendResult Write() => AppendNow(events, expectedRevision);
        return new(mishaps.TryDequeue(out var mishap) ? mishap(Write) : Write());
    }

    public async IAsyncEnumerable<StoredEvent> ReadStream(
        StreamName stream, long fromRevision, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (ReadsThatFail > 0)
        {
            ReadsThatFail--;
            throw new LogUnreachableException("away", new IOException());
        }

        foreach (var stored in all.Where(e => e.Event.Stream == stream && e.Event.Revision >= fromRevision).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return await ValueTask.FromResult(stored);
        }
    }

    public async IAsyncEnumerable<StoredEvent> ReadAll(LogPosition after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var stored in all.Where(e => e.Position > after).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return await ValueTask.FromResult(stored);
        }
    }

    public IAsyncEnumerable<IReadOnlyList<StoredEvent>> Subscribe(LogPosition after, CancellationToken cancellation) =>
        throw new NotSupportedException("The domain subscribes to nothing.");

    public ValueTask<LogPosition> Head(CancellationToken cancellation) => new(all.Count == 0 ? LogPosition.Start : all[^1].Position);

    private AppendResult AppendNow(IReadOnlyList<EncodedEvent> events, long expectedRevision)
    {
        var actual = all.Count(e => e.Event.Stream == events[0].Stream) - 1;
        if (actual != expectedRevision)
        {
            return new AppendResult.WrongRevision(actual);
        }

        foreach (var e in events)
        {
            e.Revision.Should().Be(++actual, "revisions follow each other");
            all.Add(new(new(all.Count), e));
        }

        return new AppendResult.Appended(all[^1].Position);
    }
}
