using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Trials.Domain;

namespace Trials.EventLog.Sqlite;

/// <summary>
/// The log in one SQLite file (<c>events.db</c>), for one writing process; any number may read beside it.
/// Positions count from 0 without gaps.
/// </summary>
public sealed class SqliteEventLog : IEventLog, IAsyncDisposable
{
    private const int PageSize = 1_000;

    private readonly EventReaders readers;
    private readonly AppendSignal signal = new();
    private readonly AppendQueue queue;
    private readonly WriterThread? writer;

    private SqliteEventLog(EventLogOptions options, WriterHooks hooks)
    {
        readers = new(options.Folder);
        queue = new(options.QueueLimit);
        writer = options.ReadOnly ? null : new(queue, () => new(options.Folder, hooks), signal.Pulse);
    }

    /// <summary>Opens the log of a data folder. For writing, the caller holds the folder's <see cref="WriterLock"/>.</summary>
    /// <exception cref="LogUnavailableException">There is no log to read, or the disk is full, read-only or broken.</exception>
    public static SqliteEventLog Open(EventLogOptions options) => Open(options, new WriterHooks());

    internal static SqliteEventLog Open(EventLogOptions options, WriterHooks hooks)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var log = new SqliteEventLog(options, hooks);
            log.LastPosition();
            return log;
        }
        catch (SqliteException e)
        {
            throw new LogUnavailableException(options.Folder, SqliteFailure.Of(e), e);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The events are none, of several streams, or not those that follow the expected revision.</exception>
    /// <exception cref="InvalidOperationException">The log was opened for reading only.</exception>
    public async ValueTask<AppendResult> Append(IReadOnlyList<EncodedEvent> events, long expectedRevision, CancellationToken cancellation)
    {
        PendingAppend.Check(events, expectedRevision);
        if (writer is null)
        {
            throw new InvalidOperationException("The log was opened for reading only.");
        }

        cancellation.ThrowIfCancellationRequested();
        var append = new PendingAppend(events, expectedRevision);
        if (writer.TryWrite(append))
        {
            return await append.Done.ConfigureAwait(false);
        }

        return queue.TryAdd(append) switch
        {
            AppendQueue.Admission.Full => new AppendResult.Failed(LogFailure.Busy),
            AppendQueue.Admission.Closed => new AppendResult.Failed(LogFailure.ShuttingDown),
            _ => await append.Done.ConfigureAwait(false),
        };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromRevision, CancellationToken cancellation) =>
        StreamEvents(stream, fromRevision, cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadAll(LogPosition after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in Pages(after, CurrentHead(), cancellation).ConfigureAwait(false))
        {
            foreach (var stored in page)
            {
                yield return stored;
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The log was opened for reading only: another process's appends wake nobody here.</exception>
    public async IAsyncEnumerable<IReadOnlyList<StoredEvent>> Subscribe(LogPosition after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (writer is null)
        {
            throw new InvalidOperationException("Only the writing process can subscribe to the log.");
        }

        for (var caughtUp = false; ; caughtUp = true)
        {
            var changed = signal.Next;
            await foreach (var page in Pages(after, CurrentHead(), cancellation).ConfigureAwait(false))
            {
                yield return page;
                after = page[^1].Position;
            }

            if (!caughtUp)
            {
                yield return [];
            }

            await changed.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask<LogPosition> Head(CancellationToken cancellation) => new(CurrentHead());

    /// <summary>Takes no more appends, writes those that wait, and closes the files.</summary>
    public async ValueTask DisposeAsync()
    {
        if (writer is not null)
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }

        signal.Close();
        readers.Dispose();
    }

    private LogPosition LastPosition() => writer?.Head ?? readers.Use(r => r.Head());

    private LogPosition CurrentHead() => writer?.Head ?? Use(r => r.Head());

    /// <summary>Reads; what the disk or the file refuses is told as of a log that is away.</summary>
    private T Use<T>(Func<EventReader, T> read)
    {
        try
        {
            return readers.Use(read);
        }
        catch (SqliteException e)
        {
            throw new LogUnreachableException(FormattableString.Invariant($"SQLite cannot read its file ({e.SqliteExtendedErrorCode})"), e);
        }
    }

    private IEnumerable<StoredEvent> StreamEvents(StreamName stream, long fromRevision, CancellationToken cancellation)
    {
        for (var page = Read(); ; page = Read())
        {
            foreach (var stored in page)
            {
                yield return stored;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            fromRevision = page[^1].Event.Revision + 1;
        }

        List<StoredEvent> Read()
        {
            cancellation.ThrowIfCancellationRequested();
            return Use(r => r.Stream(stream, fromRevision, PageSize));
        }
    }

    /// <summary>Pages of events, none empty. The next page is read while this one is worked on, and no read snapshot outlives its page.</summary>
    private async IAsyncEnumerable<List<StoredEvent>> Pages(LogPosition after, LogPosition last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var page = Use(r => r.All(after, last, PageSize));
        while (page.Count > 0)
        {
            var end = page[^1].Position;
            if (page.Count < PageSize || end == last)
            {
                yield return page;
                yield break;
            }

            var next = Task.Run(() => Use(r => r.All(end, last, PageSize)), CancellationToken.None);
            try
            {
                yield return page;
            }
            finally
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            cancellation.ThrowIfCancellationRequested();
            page = await next.ConfigureAwait(false);
        }
    }
}
