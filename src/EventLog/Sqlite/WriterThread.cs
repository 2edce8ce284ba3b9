using Microsoft.Data.Sqlite;
using Trials.Domain;

namespace Trials.EventLog.Sqlite;

/// <summary>
/// Where everything is appended, by one thread at a time. Whatever waits when the writer's own thread is free goes into one transaction, so that writers
/// who come together share one flush to disk; whoever comes alone writes at once, and wakes no other thread to do it.
/// After a failure of the disk it opens the database anew for the next group, and so goes on by itself when the disk is well again.
/// </summary>
internal sealed class WriterThread : IAsyncDisposable
{
    private const int MostEventsPerGroup = 1_000;

    private readonly AppendQueue queue;
    private readonly Func<EventWriter> open;
    private readonly Action appended;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock turn = new();
    private EventWriter? writer;
    private volatile bool together;
    private long head;

    /// <param name="queue">Where appends wait.</param>
    /// <param name="open">Opens the database for writing.</param>
    /// <param name="appended">Called when something was appended, before it is acknowledged.</param>
    public WriterThread(AppendQueue queue, Func<EventWriter> open, Action appended)
    {
        this.queue = queue;
        this.open = open;
        this.appended = appended;
        writer = open();
        head = writer.Head.Value;
        new Thread(Run) { Name = "event log writer", IsBackground = true }.Start();
    }

    /// <summary>The position of the last event that is on disk.</summary>
    public LogPosition Head => new(Volatile.Read(ref head));

    /// <summary>
    /// Writes an append at once where nobody else writes or waits; false where it has to queue. While writers come together they all queue:
    /// one who went ahead would only make the others' group smaller.
    /// </summary>
    public bool TryWrite(PendingAppend append)
    {
        if (together || !queue.IsEmpty || !turn.TryEnter())
        {
            return false;
        }

        try
        {
            if (!queue.IsEmpty)
            {
                return false;
            }

            Write([append]);
            return true;
        }
        finally
        {
            turn.Exit();
        }
    }

    /// <summary>Takes no more, writes what waits, and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Close();
        await ended.Task.ConfigureAwait(false);
    }

    private void Run()
    {
        var group = new List<PendingAppend>();
        while (queue.WaitForAny())
        {
            lock (turn)
            {
                queue.Take(group, MostEventsPerGroup);
                Write(group);
            }

            together = group.Count > 1;
            group.Clear();
        }

        // A closed queue is never empty to whoever comes alone, so that nobody writes any more.
        lock (turn)
        {
            writer?.Dispose();
        }

        ended.SetResult();
    }

    private void Write(List<PendingAppend> group)
    {
        try
        {
            writer ??= open();
            writer.Write(group);
            if (writer.Head.Value > head)
            {
                Volatile.Write(ref head, writer.Head.Value);
                appended();
            }
        }
        catch (SqliteException e)
        {
            FailAll(group, SqliteFailure.Of(e));
        }

        if (group[0].Result is AppendResult.Failed)
        {
            writer?.Dispose();
            writer = null;
        }

        foreach (var append in group)
        {
            append.Answer();
        }
    }

    private static void FailAll(List<PendingAppend> group, LogFailure failure)
    {
        foreach (var append in group)
        {
            append.Result = new AppendResult.Failed(failure);
        }
    }
}
