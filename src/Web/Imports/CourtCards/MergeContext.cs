using NodaTime;
using Trials.Domain;

namespace Trials.Web.Imports.CourtCards;

/// <summary>A row of one of the two files.</summary>
/// <param name="OfCards">Whether it stands in the file of cards, else in the file of events.</param>
/// <param name="Line">Its line, from 1.</param>
public readonly record struct RowRef(bool OfCards, int Line);

/// <summary>A command, and the row that it comes from.</summary>
/// <param name="Command">What is to be recorded.</param>
/// <param name="Row">The row.</param>
/// <param name="Corrects">Whether it changes what an earlier import recorded.</param>
/// <param name="Bears">Whether the rest of the card cannot be recorded without it.</param>
/// <param name="BearsAll">Whether the other cards of the case cannot either.</param>
public sealed record RowCommand(IStreamCommand Command, RowRef Row, bool Corrects, bool Bears = false, bool BearsAll = false);

/// <summary>What merging cards into the record depends on beside the two of them.</summary>
/// <param name="Fingerprint">The log's digest of a command's content. It compares words with what is stored sealed, without opening that.</param>
/// <param name="CardsFile">The name of the file of cards, which every entry names as its source.</param>
/// <param name="EventsFile">The name of the file of events.</param>
/// <param name="Today">The day of the import: what is set for a later day was set before tomorrow.</param>
/// <param name="UnsureZone">The zone that is only taken for want of another: entries that are known keep theirs. Null where somebody gave one.</param>
public sealed record MergeContext(
    Func<CommandContent, string> Fingerprint, string CardsFile, string EventsFile, LocalDate Today, string? UnsureZone)
{
    private static readonly FreeText Reason = FreeText.From("The court's card says otherwise since.")!;

    /// <summary>Where an entry of a row comes from.</summary>
    public Source.Import SourceOf(RowRef row) => new(row.OfCards ? CardsFile : EventsFile, row.Line);

    /// <summary>Something was set before a day, as far as that can be said today.</summary>
    public HappenedAt Before(LocalDate day, string zone) => new(LocalDate.Min(day, Today.PlusDays(1)).AtMidnight(), zone, Precision.Before);

    /// <summary>A moment as an entry is to say it: in the entry's zone, unless the zone of the card is sure.</summary>
    public HappenedAt InZoneOf<TEvent>(KnownEntry<TEvent> entry, HappenedAt happened)
        where TEvent : DomainEvent =>
        happened.Zone == UnsureZone ? happened with { Zone = entry.Happened.Zone } : happened;

    /// <summary>Whether an entry that an import made says this now.</summary>
    public bool Says<TEvent>(KnownEntry<TEvent> entry, TEvent fact, HappenedAt happened)
        where TEvent : DomainEvent
    {
        var (metadata, said) = entry.Amendment is { } amendment
            ? (amendment.Metadata, new Amendment.Corrected(entry.First.Id, fact, happened, Reason))
            : (entry.First.Metadata, (DomainEvent)fact);
        return Digest(entry.First.Stream, metadata, happened, said) == metadata.Fingerprint;
    }

    /// <summary>Whether an entry said this when an import made it, whatever became of it since.</summary>
    public bool SaidFirst<TEvent>(KnownEntry<TEvent> entry, TEvent fact, HappenedAt happened)
        where TEvent : DomainEvent =>
        Digest(entry.First.Stream, entry.First.Metadata, happened, fact) == entry.First.Metadata.Fingerprint;

    /// <summary>The command that makes an entry say this, where it does not.</summary>
    public (CommandHeader Header, Amendment Amendment) Correction<TEvent>(KnownEntry<TEvent> entry, TEvent fact, HappenedAt happened, RowRef row)
        where TEvent : DomainEvent
    {
        var said = entry.Amendment ?? entry.First;
        var id = CourtCardIds.Change(said.Id, Digest(entry.First.Stream, said.Metadata, happened, fact));
        return (new(id, happened, SourceOf(row)), new Amendment.Corrected(entry.First.Id, fact, happened, Reason));
    }

    /// <summary>The command that takes an entry back, because the card shows another kind of fact in its place.</summary>
    public (CommandHeader Header, Amendment Amendment) Withdrawal<TEvent>(KnownEntry<TEvent> entry, RowRef row)
        where TEvent : DomainEvent
    {
        var said = entry.Amendment ?? entry.First;
        return (new(CourtCardIds.Change(said.Id, "withdraw"), entry.Happened, SourceOf(row)), new Amendment.Withdrawn(entry.First.Id, Reason));
    }

    private string Digest(StreamName stream, EventMetadata metadata, HappenedAt happened, DomainEvent said) =>
        Fingerprint(new(stream, metadata.Typist, metadata.Author, happened, metadata.Source, [said]));
}
