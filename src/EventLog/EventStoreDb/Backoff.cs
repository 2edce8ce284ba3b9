namespace Trials.EventLog.EventStoreDb;

/// <summary>How long to wait before a failed call is tried again: up to twice as long each time, at a random point, so that clients do not come back all at once.</summary>
internal sealed class Backoff(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Waits after a failure.</summary>
    /// <param name="failures">How many there were one after the other, 1 or more.</param>
    public Task After(int failures, CancellationToken cancellation) => Task.Delay(Pause(failures, Random.Shared.NextDouble()), time, cancellation);

    /// <summary>From half of the full pause to all of it.</summary>
    /// <param name="failures">How many there were one after the other, 1 or more.</param>
    /// <param name="chance">0 to 1.</param>
    internal static TimeSpan Pause(int failures, double chance)
    {
        var full = Math.Min(First.TotalMilliseconds * Math.Pow(2, failures - 1), Longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (1 + chance) / 2);
    }
}
