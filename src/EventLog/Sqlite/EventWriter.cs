using Microsoft.Data.Sqlite;
using SQLitePCL;
using Trials.Domain;

namespace Trials.EventLog.Sqlite;

/// <summary>The connection that appends. One thread.</summary>
internal sealed class EventWriter : IDisposable
{
    private readonly WriterHooks hooks;
    private readonly SqliteConnection connection;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly Statement insert;
    private readonly Statement insertStream;
    private readonly Statement stream;
    private readonly Statement lastRevision;
    private readonly Statement at;
    private readonly Statement removeFrom;
    private long next;

    public EventWriter(string folder, WriterHooks hooks)
    {
        this.hooks = hooks;
        connection = EventsDatabase.OpenForWriting(folder, hooks.Durable);
        try
        {
            begin = new(connection, "BEGIN IMMEDIATE");
            commit = new(connection, "COMMIT");
            rollback = new(connection, "ROLLBACK");
            insert = new(connection, "INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
            insertStream = new(connection, "INSERT INTO streams (name) VALUES (?1) RETURNING number");
            stream = new(connection, "SELECT number FROM streams WHERE name = ?1");
            lastRevision = new(connection, "SELECT revision FROM events WHERE stream = ?1 ORDER BY revision DESC LIMIT 1");
            at = new(connection, "SELECT position, id, hash FROM events WHERE stream = ?1 AND revision = ?2");
            removeFrom = new(connection, "DELETE FROM events WHERE position >= ?1");
            using var last = new Statement(connection, "SELECT position FROM events ORDER BY position DESC LIMIT 1");
            next = last.Step() ? last.Number(0) + 1 : 0;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The last event's position.</summary>
    public LogPosition Head => new(next - 1);

    /// <summary>
    /// Writes what can be written of a group in one transaction, and sets every result: an append that does not fit leaves the others alone,
    /// a failing disk fails them all.
    /// </summary>
    public void Write(IReadOnlyList<PendingAppend> group)
    {
        var start = next;
        var failure = Try(group);
        if (failure is { } why)
        {
            next = start;
            foreach (var append in group)
            {
                append.Result = new AppendResult.Failed(why);
            }
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[begin, commit, rollback, insert, insertStream, stream, lastRevision, at, removeFrom])
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private LogFailure? Try(IReadOnlyList<PendingAppend> group)
    {
        var committing = false;
        try
        {
            begin.Run();
            foreach (var append in group)
            {
                Write(append);
            }

            hooks.BeforeCommit?.Invoke();
            committing = true;
            commit.Run();
            return null;
        }
        catch (SqliteException e)
        {
            rollback.TryRun();
            return committing ? SqliteFailure.AtCommit(e.SqliteExtendedErrorCode) : SqliteFailure.BeforeCommit(e.SqliteExtendedErrorCode);
        }
    }

    private void Write(PendingAppend append)
    {
        var number = Number(stream, append.Stream);
        var actual = number is { } known ? LastRevision(known) : -1;
        if (actual != append.ExpectedRevision)
        {
            append.Result = number is { } there && Repeated(append, there, actual) is { } position
                ? new AppendResult.Appended(position)
                : new AppendResult.WrongRevision(actual);
            return;
        }

        var first = next;
        Span<byte> id = stackalloc byte[16];
        var target = number ?? Number(insertStream, append.Stream)!.Value;
        foreach (var e in append.Events)
        {
            e.Id.Value.TryWriteBytes(id, bigEndian: true, out _);
            var code = insert
                .Bind(1, next).Bind(2, target).Bind(3, e.Revision).Bind(4, next - first).Bind(5, id).Bind(6, e.WireName)
                .Bind(7, e.Metadata.Span).Bind(8, e.Data.Span).Bind(9, e.PreviousHash.Span).Bind(10, e.Hash.Span)
                .TryRun();
            if (code == raw.SQLITE_CONSTRAINT_UNIQUE)
            {
                removeFrom.Bind(1, first).Run();
                next = first;
                append.Fail(new EventIdInUseException(e.Id));
                return;
            }

            if (code != raw.SQLITE_OK)
            {
                throw new SqliteException("The event cannot be inserted.", code & 0xFF, code);
            }

            next++;
        }

        append.Result = new AppendResult.Appended(new(next - 1));
    }

    private static long? Number(Statement statement, StreamName name)
    {
        long? number = statement.Bind(1, name.Value).Step() ? statement.Number(0) : null;
        statement.Reset();
        return number;
    }

    private long LastRevision(long number)
    {
        var revision = lastRevision.Bind(1, number).Step() ? lastRevision.Number(0) : -1;
        lastRevision.Reset();
        return revision;
    }

    /// <summary>Where the very same events stand already; null where they do not.</summary>
    private LogPosition? Repeated(PendingAppend append, long number, long actual)
    {
        var position = LogPosition.Start;
        foreach (var e in append.Events)
        {
            if (e.Revision > actual || !at.Bind(1, number).Bind(2, e.Revision).Step())
            {
                return null;
            }

            var same = new Guid(at.Blob(1), bigEndian: true) == e.Id.Value && at.Blob(2).SequenceEqual(e.Hash.Span);
            position = new(at.Number(0));
            at.Reset();
            if (!same)
            {
                return null;
            }
        }

        return position;
    }
}
