using System.Collections.Concurrent;

namespace Trials.EventLog.Tests.EventStoreDb.Double;

/// <summary>What goes wrong with one append.</summary>
internal enum AppendFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The connection breaks, nothing is written.</summary>
    DropBefore,

    /// <summary>It is written, then the connection breaks.</summary>
    DropAfter,

    /// <summary>No answer comes, nothing is written.</summary>
    StallBefore,

    /// <summary>It is written, but no answer comes.</summary>
    StallAfter,

    /// <summary>Unavailable, nothing is written.</summary>
    UnavailableBefore,

    /// <summary>It is written, but the answer is Unavailable.</summary>
    UnavailableAfter,

    /// <summary>It is written, but the answer is that the stream has moved on, as from a server that has just started.</summary>
    WrongAfter,

    /// <summary>It is written, and the answer does not say where.</summary>
    NoPosition,

    /// <summary>The server says that another one leads.</summary>
    NotLeader,

    /// <summary>The user may not.</summary>
    AccessDenied,
}

/// <summary>Tells a double what to do wrong, and what it was asked.</summary>
internal sealed class Script : IDisposable
{
    private readonly ConcurrentQueue<AppendFault> appends = [];
    private readonly TaskCompletionSource stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource cut = new();
    private int cutReadAfter = -1;
    private int asked;
    private int stalls;
    private int sent;

    /// <summary>Whom a follower names as the leader.</summary>
    public FakeServer? Leader { get; set; }

    /// <summary>Refuses every call.</summary>
    public bool Denies { get; set; }

    /// <summary>Accepts subscriptions and readings, and never answers them.</summary>
    public bool StallsReadings { get; set; }

    /// <summary>A filtered reading that is no subscription looks for ever and says nothing, as through a log that holds little of what it asks for.</summary>
    public bool SearchesForEver { get; set; }

    /// <summary>Completes when a call first stalls.</summary>
    public Task Stalled => stalled.Task;

    /// <summary>How many calls have stalled.</summary>
    public int Stalls => Volatile.Read(ref stalls);

    /// <summary>Ends the subscriptions that run.</summary>
    public CancellationToken Cut => Volatile.Read(ref cut).Token;

    /// <summary>How many events were sent to whoever reads or follows the overall order.</summary>
    public int Sent => Volatile.Read(ref sent);

    /// <summary>The headers of the last call that was no gossip.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>How many appends came in.</summary>
    public int Appends => Volatile.Read(ref asked);

    /// <summary>What goes wrong with the appends that follow, one after the other; those behind them go well.</summary>
    public void Append(params AppendFault[] faults) => Array.ForEach(faults, appends.Enqueue);

    public AppendFault NextAppend()
    {
        Interlocked.Increment(ref asked);
        return appends.TryDequeue(out var fault) ? fault : AppendFault.None;
    }

    /// <summary>The connection of the next reading or subscription breaks after some events.</summary>
    public void CutReadAfter(int events) => Volatile.Write(ref cutReadAfter, events);

    public int TakeCut() => Interlocked.Exchange(ref cutReadAfter, -1);

    public void CountSent() => Interlocked.Increment(ref sent);

    public void CutSubscriptions()
    {
        using var last = Interlocked.Exchange(ref cut, new());
        last.Cancel();
    }

    /// <summary>Never answers.</summary>
    public Task Stall(CancellationToken call)
    {
        Interlocked.Increment(ref stalls);
        stalled.TrySetResult();
        return new TaskCompletionSource().Task.WaitAsync(call);
    }

    public void Dispose() => cut.Dispose();
}
