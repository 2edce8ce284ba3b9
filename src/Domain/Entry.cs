using NodaTime;

namespace Trials.Domain;

/// <summary>What happened, as one stream records it. Each stream has a family: an abstract record with a private constructor and sealed cases.</summary>
public abstract record DomainEvent;

/// <summary>What changes an earlier entry of the same stream without erasing it. Every stream can hold these.</summary>
public abstract record Amendment : DomainEvent
{
    private Amendment(EventId entry, FreeText? reason)
    {
        Entry = entry;
        Reason = reason;
    }

    /// <summary>The entry that is changed: an event of the family, or for a withdrawal also an amendment, which it undoes.</summary>
    public EventId Entry { get; }

    /// <summary>Why; null only of an amendment that follows from an entry elsewhere, whose reason it shares.</summary>
    public FreeText? Reason { get; }

    /// <summary>An entry said it wrong: in the effective sequence the replacement stands in its place.</summary>
    /// <param name="Entry">The entry as first recorded, not an earlier correction of it.</param>
    /// <param name="Replacement">The whole event as it should have been; of the same type.</param>
    /// <param name="Happened">When it happened, as it should have been.</param>
    /// <param name="Reason">Why; see <see cref="Amendment.Reason"/>.</param>
    public sealed record Corrected(EventId Entry, DomainEvent Replacement, HappenedAt Happened, FreeText? Reason) : Amendment(Entry, Reason);

    /// <summary>An entry should not have been made, or an amendment of it is undone.</summary>
    /// <param name="Entry">The entry or amendment.</param>
    /// <param name="Reason">Why; see <see cref="Amendment.Reason"/>.</param>
    public sealed record Withdrawn(EventId Entry, FreeText? Reason) : Amendment(Entry, Reason);
}

/// <summary>In what capacity somebody acts.</summary>
public enum ActorRole
{
    /// <summary>The single user of a local installation without accounts.</summary>
    LocalUser,

    /// <summary>Follows cases and records their procedure.</summary>
    Lawyer,

    /// <summary>Sits in the courtroom and reports.</summary>
    Observer,

    /// <summary>Reads statistics.</summary>
    Analyst,

    /// <summary>Documents applications and follows them.</summary>
    DocumentationSpecialist,

    /// <summary>An import of published material.</summary>
    Importer,

    /// <summary>The system itself, carrying on what a person began.</summary>
    System,
}

/// <summary>Where an entry's knowledge comes from.</summary>
public abstract record Source
{
    private Source()
    {
    }

    /// <summary>The author saw or heard it.</summary>
    public sealed record SeenMyself : Source;

    /// <summary>A person told the author; who, where that is recorded.</summary>
    public sealed record ToldBy(PersonId? Person) : Source;

    /// <summary>A document says so.</summary>
    /// <param name="Number">As it stands on the document.</param>
    /// <param name="Date">Of the document.</param>
    /// <param name="Issuer">Who issued it.</param>
    /// <param name="Sha256">Of the kept file, 64 hexadecimal digits; null where none is kept.</param>
    public sealed record Document(string? Number, LocalDate? Date, string? Issuer, string? Sha256) : Source
    {
        /// <summary>The kept file; null where none is kept.</summary>
        public KeptFile? File { get; init; }
    }

    /// <summary>Published material that was imported.</summary>
    /// <param name="Batch">What was imported, e.g. <c>court-cards</c>.</param>
    /// <param name="Line">The line of the file, from 1.</param>
    public sealed record Import(string Batch, int Line) : Source;
}

/// <summary>What every event carries beside its data.</summary>
/// <param name="Matter">Who may see it follows from this.</param>
/// <param name="Happened">When, on the wall clock of the place.</param>
/// <param name="Recorded">When it was recorded; never before its predecessor in the stream.</param>
/// <param name="Author">Whose account it is.</param>
/// <param name="Typist">Who entered it.</param>
/// <param name="Role">In what capacity the typist acted.</param>
/// <param name="Source">Where the author knows it from.</param>
/// <param name="Command">The command that it came from.</param>
/// <param name="Index">Its place among that command's events, from 0.</param>
/// <param name="Cause">The entry elsewhere that it follows from, if any.</param>
/// <param name="Fingerprint">A keyed digest of the whole command, to tell a repeated command from a reused id; 32 hexadecimal digits.</param>
public sealed record EventMetadata(
    MatterId Matter,
    HappenedAt Happened,
    Instant Recorded,
    ActorId Author,
    ActorId Typist,
    ActorRole Role,
    Source Source,
    CommandId Command,
    int Index,
    EventId? Cause,
    string Fingerprint);

/// <summary>An event as read back from the log.</summary>
/// <param name="Position">Where it stands in this log's overall order.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Revision">Its place in the stream, from 0.</param>
/// <param name="Id">Its id.</param>
/// <param name="WireName">Its released name and version, e.g. <c>hearing-opened.v1</c>.</param>
/// <param name="Data">What happened.</param>
/// <param name="Metadata">Who, when, how known.</param>
/// <param name="Hash">32 bytes over everything above but the position, and the predecessor's hash.</param>
public sealed record RecordedEvent(
    LogPosition Position,
    StreamName Stream,
    long Revision,
    EventId Id,
    string WireName,
    DomainEvent Data,
    EventMetadata Metadata,
    ReadOnlyMemory<byte> Hash);

/// <summary>One entry of a stream's effective sequence, as folds and rules see it.</summary>
/// <param name="Id">The entry as first recorded.</param>
/// <param name="Event">What happened, corrections applied.</param>
/// <param name="Happened">When, corrections applied.</param>
/// <param name="Author">Whose account.</param>
public sealed record Entry<TEvent>(EventId Id, TEvent Event, HappenedAt Happened, ActorId Author)
    where TEvent : DomainEvent;
