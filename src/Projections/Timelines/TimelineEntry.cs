using NodaTime;
using Trials.Domain;

namespace Trials.Projections.Timelines;

/// <summary>What became of an entry after it was made.</summary>
public enum EntryState
{
    /// <summary>It stands as first recorded.</summary>
    AsRecorded,

    /// <summary>A correction stands in its place.</summary>
    Corrected,

    /// <summary>It was withdrawn and does not count.</summary>
    Withdrawn,
}

/// <summary>One fact in a matter's timeline, as it stands now, with all that was ever said of it.</summary>
/// <param name="Position">Where it was first recorded in the log.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Revision">Its place in the stream.</param>
/// <param name="Entry">Its id: what a correction or withdrawal names.</param>
/// <param name="WireName">Its kind, e.g. <c>hearing-opened.v1</c>.</param>
/// <param name="State">What became of it.</param>
/// <param name="Data">What happened: as corrected; of a withdrawn entry as it last stood. Protected texts are sealed.</param>
/// <param name="Happened">When, likewise.</param>
/// <param name="Recorded">When it was first recorded.</param>
/// <param name="Author">Whose account it is.</param>
/// <param name="Typist">Who entered it.</param>
/// <param name="Role">In what capacity.</param>
/// <param name="Source">How it is known, as corrected; a document with its file.</param>
/// <param name="FileIn">The entry or correction that brought that file; null where there is none.</param>
/// <param name="Versions">The original first, then every correction and withdrawal in the order of recording, also those that were undone.</param>
public sealed record TimelineEntry(
    LogPosition Position,
    StreamName Stream,
    long Revision,
    EventId Entry,
    string WireName,
    EntryState State,
    DomainEvent Data,
    HappenedAt Happened,
    Instant Recorded,
    ActorId Author,
    ActorId Typist,
    ActorRole Role,
    Source Source,
    EventId? FileIn,
    IReadOnlyList<EntryVersion> Versions);

/// <summary>One thing that was said of an entry: the original, a correction, or that it is withdrawn.</summary>
/// <param name="Id">The id under which it was recorded; to undo an amendment, withdraw this.</param>
/// <param name="Data">What it says happened; null for a withdrawal.</param>
/// <param name="Happened">When, as it says; null for a withdrawal.</param>
/// <param name="Reason">Why the entry was amended; null for the original.</param>
/// <param name="Source">How it is known, as said then.</param>
/// <param name="Recorded">When it was said.</param>
/// <param name="Author">By whom.</param>
/// <param name="Typist">Who entered it.</param>
/// <param name="Role">In what capacity.</param>
/// <param name="InForce">Whether this is what counts now.</param>
/// <param name="Undone">How this amendment was itself withdrawn; null where it was not.</param>
public sealed record EntryVersion(
    EventId Id,
    DomainEvent? Data,
    HappenedAt? Happened,
    FreeText? Reason,
    Source Source,
    Instant Recorded,
    ActorId Author,
    ActorId Typist,
    ActorRole Role,
    bool InForce,
    EntryVersion? Undone);
