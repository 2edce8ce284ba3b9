using Trials.Domain;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Contract;

/// <summary>Follows a subscription, keeping the events of some streams.</summary>
internal sealed class Subscription(IEventLog log, LogPosition after, params StreamName[] streams) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<IReadOnlyList<StoredEvent>> batches = log.Subscribe(after, Cancelled).GetAsyncEnumerator(Cancelled);
    private readonly Queue<StoredEvent> kept = [];

    public int TimesCaughtUp { get; private set; }

    public async Task<List<StoredEvent>> UntilCaughtUp()
    {
        while (TimesCaughtUp == 0)
        {
            await Move();
        }

        return Take(kept.Count);
    }

    public async Task<List<StoredEvent>> Next(int count)
    {
        while (kept.Count < count)
        {
            await Move();
        }

        return Take(count);
    }

    public ValueTask DisposeAsync() => batches.DisposeAsync();

    private async Task Move()
    {
        (await batches.MoveNextAsync()).Should().BeTrue();
        TimesCaughtUp += batches.Current.Count == 0 ? 1 : 0;
        foreach (var stored in batches.Current.Where(e => streams.Contains(e.Event.Stream)))
        {
            kept.Enqueue(stored);
        }
    }

    private List<StoredEvent> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => kept.Dequeue())];
}
