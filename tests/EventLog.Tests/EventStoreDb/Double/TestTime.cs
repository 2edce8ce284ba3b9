using System.Collections.Concurrent;

namespace Trials.EventLog.Tests.EventStoreDb.Double;

/// <summary>Time in which a pause between two tries is over at once, and a deadline passes when the test says so.</summary>
internal sealed class TestTime : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly HashSet<Waiting> waiting = [];
    private bool holds;

    /// <summary>The pauses that were asked for.</summary>
    public ConcurrentQueue<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>From now on nobody's pause ends, until <see cref="LetGo"/>.</summary>
    public void Hold()
    {
        lock (gate)
        {
            holds = true;
        }
    }

    /// <summary>Every pause is over.</summary>
    public void LetGo() => Fire(t => t.IsPause, thenHolds: false);

    /// <summary>Every deadline that somebody waits under has passed.</summary>
    /// <returns>Whether there was one.</returns>
    public bool PassDeadlines() => Fire(t => !t.IsPause, thenHolds: holds);

    private bool Fire(Predicate<Waiting> which, bool thenHolds)
    {
        List<Waiting> due;
        lock (gate)
        {
            holds = thenHolds;
            due = [.. waiting.Where(t => which(t))];
            waiting.ExceptWith(due);
        }

        due.ForEach(t => t.Fire());
        return due.Count > 0;
    }

    private bool Wait(Waiting timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            waiting.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return true;
            }

            timer.IsPause = dueTime <= LongestPause;
            if (timer.IsPause)
            {
                Pauses.Enqueue(dueTime);
            }

            if (timer.IsPause && !holds)
            {
                ThreadPool.QueueUserWorkItem(_ => timer.Fire());
            }
            else
            {
                waiting.Add(timer);
            }
        }

        return true;
    }

    private sealed class Waiting(TestTime time, Action fire) : ITimer
    {
        public bool IsPause { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => time.Wait(this, dueTime);

        public void Fire() => fire();

        public void Dispose() => time.Wait(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
