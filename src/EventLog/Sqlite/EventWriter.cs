using Microsoft.Data.Sqlite;
using Trials.Domain;

namespace Trials.EventLog.Sqlite;

/// <summary>The connection that appends. One thread.</summary>
internal sealed class EventWriter : IDisposable
{
    private const int KeptStreams = 4_096;

    private readonly WriterHooks hooks;
    private readonly Recent<StreamName, StreamEnd> ends = new(KeptStreams);
    private readonly SqliteConnection connection;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly Statement insert;
    private readonly Statement insertStream;
    private readonly Statement end;
    private readonly Statement at;
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
            insert = new(connection, "INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
            insertStream = new(connection, "INSERT INTO streams (name) VALUES (?1) RETURNING number");
            end = new(
                connection,
                "SELECT number, (SELECT revision FROM events WHERE stream = number ORDER BY revision DESC LIMIT 1) FROM streams WHERE name = ?1");
            at = new(connection, "SELECT position, id, hash FROM events WHERE stream = ?1 AND revision = ?2");
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
            ends.Clear();
            foreach (var append in group)
            {
                append.Result = new AppendResult.Failed(why);
            }
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[begin, commit, rollback, insert, insertStream, end, at])
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
            if (IsOneInsertion(group))
            {
                hooks.BeforeCommit?.Invoke();
                committing = true;
                Write(group[0]);
                return null;
            }

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

    /// <summary>Whether one row is all there is to write: its insertion is a transaction of its own.</summary>
    private bool IsOneInsertion(IReadOnlyList<PendingAppend> group) =>
        group is [{ Events.Count: 1 } append] && EndOf(append.Stream) is { } there && there.Revision == append.ExpectedRevision;

    private void Write(PendingAppend append)
    {
        var known = EndOf(append.Stream);
        var actual = known?.Revision ?? -1;
        if (actual != append.ExpectedRevision)
        {
            append.Result = known is { } there && Repeated(append, there) is { } position
                ? new AppendResult.Appended(position)
                : new AppendResult.WrongRevision(actual);
            return;
        }

        var number = known?.Number ?? Add(append.Stream);
        Span<byte> id = stackalloc byte[16];
        foreach (var e in append.Events)
        {
            e.Id.Value.TryWriteBytes(id, bigEndian: true, out _);
            insert
                .Bind(1, next++).Bind(2, number).Bind(3, e.Revision).Bind(4, id).Bind(5, e.WireName)
                .Bind(6, e.Metadata.Span).Bind(7, e.Data.Span).Bind(8, e.PreviousHash.Span).Bind(9, e.Hash.Span)
                .Run();
        }

        ends.Add(append.Stream, new(number, append.Events[^1].Revision));
        append.Result = new AppendResult.Appended(new(next - 1));
    }

    /// <summary>Where a stream ends; null where there is none. Nobody else appends, so what was found once holds until this writer changes it.</summary>
    private StreamEnd? EndOf(StreamName name)
    {
        if (ends.TryGet(name, out var kept))
        {
            return kept;
        }

        StreamEnd? found = end.Bind(1, name.Value).Step() ? new(end.Number(0), end.Number(1)) : null;
        end.Reset();
        return found;
    }

    private long Add(StreamName name)
    {
        insertStream.Bind(1, name.Value).Step();
        var number = insertStream.Number(0);
        insertStream.Reset();
        return number;
    }

    /// <summary>Where the very same events stand already; null where they do not.</summary>
    private LogPosition? Repeated(PendingAppend append, StreamEnd there)
    {
        var position = LogPosition.Start;
        foreach (var e in append.Events)
        {
            if (e.Revision > there.Revision || !at.Bind(1, there.Number).Bind(2, e.Revision).Step())
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

    /// <summary>A stream's number, and the revision of its last event.</summary>
    private readonly record struct StreamEnd(long Number, long Revision);
}
