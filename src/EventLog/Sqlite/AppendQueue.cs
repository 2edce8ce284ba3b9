namespace Trials.EventLog.Sqlite;

/// <summary>Appends on their way to the writer: bounded, first in first out, handed over in groups.</summary>
internal sealed class AppendQueue(int limit)
{
    private readonly object gate = new();
    private readonly Queue<PendingAppend> waiting = [];
    private bool closed;

    /// <summary>What became of an attempt to queue.</summary>
    public enum Admission
    {
        Queued,
        Full,
        Closed,
    }

    /// <summary>Whether nothing waits, and more may come.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (gate)
            {
                return waiting.Count == 0 && !closed;
            }
        }
    }

    public Admission TryAdd(PendingAppend append)
    {
        lock (gate)
        {
            if (closed)
            {
                return Admission.Closed;
            }

            if (waiting.Count >= limit)
            {
                return Admission.Full;
            }

            waiting.Enqueue(append);
            Monitor.Pulse(gate);
            return Admission.Queued;
        }
    }

    /// <summary>Waits until there are appends; false when closed and empty.</summary>
    public bool WaitForAny()
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                if (closed)
                {
                    return false;
                }

                Monitor.Wait(gate);
            }

            return true;
        }
    }

    /// <summary>Moves all that wait into a group, up to a number of events.</summary>
    public void Take(List<PendingAppend> group, int mostEvents)
    {
        lock (gate)
        {
            for (var events = 0; events < mostEvents && waiting.TryDequeue(out var append); events += append.Events.Count)
            {
                group.Add(append);
            }
        }
    }

    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }
}
