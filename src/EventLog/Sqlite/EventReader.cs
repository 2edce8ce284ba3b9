using Microsoft.Data.Sqlite;
using Trials.Domain;

namespace Trials.EventLog.Sqlite;

/// <summary>One connection for reading, with its prepared statements. One thread at a time.</summary>
internal sealed class EventReader(SqliteConnection connection) : IDisposable
{
    private const string Columns = "position, stream, revision, id, wire_name, metadata, data, previous_hash, hash";
    private const int KeptStreams = 20_000;

    private readonly Statement stream = new(
        connection,
        $"SELECT {Columns} FROM events WHERE stream = (SELECT number FROM streams WHERE name = ?1) AND revision >= ?2 ORDER BY revision LIMIT ?3");

    private readonly Statement all = new(
        connection, $"SELECT {Columns} FROM events WHERE position > ?1 AND position <= ?2 ORDER BY position LIMIT ?3");

    private readonly Statement streamName = new(connection, "SELECT name FROM streams WHERE number = ?1");

    private readonly Statement head = new(connection, "SELECT position FROM events ORDER BY position DESC LIMIT 1");

    private readonly WireNames names = new();
    private readonly Dictionary<long, StreamName> streams = [];

    public LogPosition Head()
    {
        var position = head.Step() ? new LogPosition(head.Number(0)) : LogPosition.Start;
        head.Reset();
        return position;
    }

    public List<StoredEvent> Stream(StreamName name, long fromRevision, int most) =>
        Rows(stream.Bind(1, name.Value).Bind(2, fromRevision).Bind(3, most), name);

    public List<StoredEvent> All(LogPosition after, LogPosition last, int most) =>
        Rows(all.Bind(1, after.Value).Bind(2, last.Value).Bind(3, most), null);

    public void Dispose()
    {
        stream.Dispose();
        all.Dispose();
        head.Dispose();
        streamName.Dispose();
        connection.Dispose();
    }

    private List<StoredEvent> Rows(Statement rows, StreamName? name)
    {
        var events = new List<StoredEvent>();
        try
        {
            while (rows.Step())
            {
                events.Add(Row(rows, name));
            }
        }
        finally
        {
            rows.Reset();
        }

        return events;
    }

    private StoredEvent Row(Statement row, StreamName? name)
    {
        var position = row.Number(0);
        try
        {
            var metadata = row.Blob(5);
            var data = row.Blob(6);
            var previous = row.Blob(7);
            var hash = row.Blob(8);
            var bytes = GC.AllocateUninitializedArray<byte>(metadata.Length + data.Length + previous.Length + hash.Length);
            var rest = bytes.AsMemory();
            return new(new(position), new(
                name ?? StreamOf(row.Number(1)),
                row.Number(2),
                new(new Guid(row.Blob(3), bigEndian: true)),
                names.Of(row.Blob(4)),
                Take(ref rest, metadata),
                Take(ref rest, data),
                Take(ref rest, previous),
                Take(ref rest, hash)));
        }
        catch (ArgumentException e)
        {
            throw new LogCorruptException(new(position), e);
        }
    }

    /// <summary>The name behind a stream's number, one string for all of its events.</summary>
    private StreamName StreamOf(long number)
    {
        if (streams.TryGetValue(number, out var known))
        {
            return known;
        }

        var name = new StreamName(streamName.Bind(1, number).Step() ? streamName.Text(0) : "");
        streamName.Reset();
        if (streams.Count == KeptStreams)
        {
            streams.Clear();
        }

        streams.Add(number, name);
        return name;
    }

    private static ReadOnlyMemory<byte> Take(ref Memory<byte> rest, ReadOnlySpan<byte> content)
    {
        var target = rest[..content.Length];
        content.CopyTo(target.Span);
        rest = rest[content.Length..];
        return target;
    }
}
