namespace Trials.Domain;

/// <summary>A place in one log's overall order. Opaque: it only compares with positions of the same log. The start is before every event.</summary>
public readonly record struct LogPosition(long Value) : IComparable<LogPosition>
{
    /// <summary>Before the first event.</summary>
    public static readonly LogPosition Start = new(-1);

    /// <inheritdoc/>
    public int CompareTo(LogPosition other) => Value.CompareTo(other.Value);

    /// <summary>Compares within one log.</summary>
    public static bool operator <(LogPosition left, LogPosition right) => left.Value < right.Value;

    /// <summary>Compares within one log.</summary>
    public static bool operator >(LogPosition left, LogPosition right) => left.Value > right.Value;

    /// <summary>Compares within one log.</summary>
    public static bool operator <=(LogPosition left, LogPosition right) => left.Value <= right.Value;

    /// <summary>Compares within one log.</summary>
    public static bool operator >=(LogPosition left, LogPosition right) => left.Value >= right.Value;
}

/// <summary>An event ready to be written: encoded, encrypted and hashed once. A retry sends these very bytes.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Revision">The place in the stream that the hash was made for, from 0.</param>
/// <param name="Id">Its id.</param>
/// <param name="WireName">Its released name and version.</param>
/// <param name="Metadata">UTF-8 JSON.</param>
/// <param name="Data">UTF-8 JSON, protected texts sealed.</param>
/// <param name="PreviousHash">32 bytes; zeros for a stream's first event.</param>
/// <param name="Hash">32 bytes.</param>
public sealed record EncodedEvent(
    StreamName Stream,
    long Revision,
    EventId Id,
    string WireName,
    ReadOnlyMemory<byte> Metadata,
    ReadOnlyMemory<byte> Data,
    ReadOnlyMemory<byte> PreviousHash,
    ReadOnlyMemory<byte> Hash);

/// <summary>An event as a log gives it back.</summary>
public sealed record StoredEvent(LogPosition Position, EncodedEvent Event);

/// <summary>Why a log wrote nothing, or cannot say whether it did.</summary>
public enum LogFailure
{
    /// <summary>Its queue is full; nothing was written.</summary>
    Busy,

    /// <summary>The disk is full; nothing was written.</summary>
    DiskFull,

    /// <summary>The store cannot be written (read-only, broken, unreachable); nothing was written.</summary>
    Unavailable,

    /// <summary>It is shutting down; nothing was written.</summary>
    ShuttingDown,

    /// <summary>The connection broke with the append under way: it may or may not be written.</summary>
    OutcomeUnknown,
}

/// <summary>What became of an append.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>Durably written, all of it.</summary>
    /// <param name="Last">The position of its last event.</param>
    public sealed record Appended(LogPosition Last) : AppendResult;

    /// <summary>The stream is not at the expected revision; nothing was written.</summary>
    /// <param name="Actual">The revision of its last event; -1 where there is none.</param>
    public sealed record WrongRevision(long Actual) : AppendResult;

    /// <summary>Not written, or unknown.</summary>
    public sealed record Failed(LogFailure Failure) : AppendResult;
}

/// <summary>
/// The log: streams of events within one overall order. Everything that is acknowledged is on disk.
/// Cancelling stops waiting to begin, never an append half-way. Reading throws <see cref="LogUnreachableException"/> where the log's server is away for
/// longer than the log itself waits, or its file cannot be read.
/// </summary>
public interface IEventLog
{
    /// <summary>
    /// Appends one command's events to one stream, all or none. Their revisions follow each other from <paramref name="expectedRevision"/> + 1.
    /// </summary>
    /// <param name="events">One or more, all of one stream.</param>
    /// <param name="expectedRevision">The revision of the stream's last event; -1 for a new stream.</param>
    /// <param name="cancellation">Honoured until the append is queued.</param>
    ValueTask<AppendResult> Append(IReadOnlyList<EncodedEvent> events, long expectedRevision, CancellationToken cancellation);

    /// <summary>A stream's events from a revision on, in order; empty for a stream that does not exist.</summary>
    IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromRevision, CancellationToken cancellation);

    /// <summary>All events behind a position, in overall order, up to the log's end at the time of the call.</summary>
    IAsyncEnumerable<StoredEvent> ReadAll(LogPosition after, CancellationToken cancellation);

    /// <summary>
    /// All events behind a position, in batches of one or more, in overall order, without gap or double; then waits for what is appended, without polling.
    /// Ends only by cancellation, or when the log cannot be reached. An empty batch is given once, when the reader has first caught up with the end of the log.
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<StoredEvent>> Subscribe(LogPosition after, CancellationToken cancellation);

    /// <summary>The position of the last event; <see cref="LogPosition.Start"/> for an empty log.</summary>
    ValueTask<LogPosition> Head(CancellationToken cancellation);
}

/// <summary>The log cannot be read now: its server is away or refuses, or the disk fails. Whoever reads tries again later.</summary>
/// <param name="why">In a few words, for whoever runs the server; no personal data.</param>
/// <param name="inner">What the connection or the database said.</param>
public sealed class LogUnreachableException(string why, Exception inner) : Exception($"The event log cannot be reached: {why}.", inner);

/// <summary>Turns events into bytes and back: names, encryption, hashes.</summary>
public interface IEventCodec
{
    /// <summary>Encodes, encrypts and hashes one event. Its keys are durable before this returns.</summary>
    /// <exception cref="KeysUnavailableException">No key can be made now.</exception>
    /// <exception cref="KeyErasedException">It holds a name of a person who was erased.</exception>
    ValueTask<EncodedEvent> Encode(
        StreamName stream, long revision, EventId id, DomainEvent data, EventMetadata metadata, ReadOnlyMemory<byte> previousHash, CancellationToken cancellation);

    /// <summary>Reads one event; protected texts stay sealed.</summary>
    /// <exception cref="UnknownEventException">Its wire name is not known, or its data does not fit the name.</exception>
    RecordedEvent Decode(StoredEvent stored);

    /// <summary>What is known of an event apart from what happened, also where that cannot be read.</summary>
    /// <exception cref="UnknownEventException">Not even that can be read.</exception>
    EventMetadata ReadMetadata(StoredEvent stored);

    /// <summary>A keyed digest of a command's content as typed: 32 hexadecimal digits.</summary>
    string Fingerprint(CommandContent content);
}

/// <summary>What makes a command the same command: everything but its id.</summary>
public sealed record CommandContent(StreamName Stream, ActorId Typist, ActorId Author, HappenedAt Happened, Source Source, ValueList<DomainEvent> Events);

/// <summary>No key can be made or read now, so no event can be encoded; nothing was written.</summary>
/// <param name="failure">Why.</param>
/// <param name="inner">What the key database said.</param>
public sealed class KeysUnavailableException(LogFailure failure, Exception inner) : Exception($"The key database fails: {inner?.Message}", inner)
{
    /// <summary>Why.</summary>
    public LogFailure Failure => failure;
}

/// <summary>Something is to be sealed under a key that was erased; nothing was written.</summary>
public sealed class KeyErasedException(Guid id) : Exception($"The key {id:N} was erased.");

/// <summary>An event that this version cannot read. Whoever meets it stops and says so; it is never skipped.</summary>
public sealed class UnknownEventException(string wireName, StreamName stream, long revision, Exception? inner = null)
    : Exception($"Event '{wireName}' at {stream}@{revision} cannot be read by this version.", inner)
{
    /// <summary>The wire name met.</summary>
    public string WireName => wireName;
}
