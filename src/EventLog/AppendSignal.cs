namespace Trials.EventLog;

/// <summary>Wakes whoever waits for the next append.</summary>
internal sealed class AppendSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource? next;
    private bool closed;

    /// <summary>Completes at the next append after this was asked for; fails when the log is closed.</summary>
    public Task Next
    {
        get
        {
            lock (gate)
            {
                ObjectDisposedException.ThrowIf(closed, typeof(Domain.IEventLog));
                next ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                return next.Task;
            }
        }
    }

    public void Pulse() => Take(close: false)?.SetResult();

    public void Close() => Take(close: true)?.SetException(new ObjectDisposedException(nameof(Domain.IEventLog)));

    private TaskCompletionSource? Take(bool close)
    {
        lock (gate)
        {
            closed |= close;
            var waiting = next;
            next = null;
            return waiting;
        }
    }
}
