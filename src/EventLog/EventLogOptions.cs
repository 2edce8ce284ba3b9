using Trials.EventLog.EventStoreDb;

namespace Trials.EventLog;

/// <summary>Where a record is kept and how it is opened.</summary>
public sealed record EventLogOptions
{
    /// <summary>How many appends wait at most by default.</summary>
    public const int DefaultQueueLimit = 1_024;

    /// <summary>The data folder. It holds <c>events.db</c>, <c>keys.db</c>, <c>master.key</c> and <c>writer.lock</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>The server that keeps the events, in place of <c>events.db</c>; null for none. The keys are in the folder all the same.</summary>
    public EventStoreDbSettings? Server { get; init; }

    /// <summary>
    /// Whether other processes on this machine may use the folder at the same time, each with <see cref="Server"/>: they share the keys. Not where anything
    /// else in the folder is written by one process alone.
    /// </summary>
    public bool IsShared { get; init; }

    /// <summary>To read only, also beside a running writer.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How many appends may wait, 1 or more; one more is refused as busy.</summary>
    public int QueueLimit { get; init; } = DefaultQueueLimit;
}
