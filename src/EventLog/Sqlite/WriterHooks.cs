namespace Trials.EventLog.Sqlite;

/// <summary>Where the tests of the log's promises take hold of the writer.</summary>
internal sealed record WriterHooks
{
    /// <summary>False takes the flush to disk away, to show that the tests notice.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Runs on the thread that writes, with everything of a group inserted and nothing committed.</summary>
    public Action? BeforeCommit { get; init; }
}
