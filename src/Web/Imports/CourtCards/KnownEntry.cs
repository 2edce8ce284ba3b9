using Trials.Domain;
using Trials.Web.Acting;

namespace Trials.Web.Imports.CourtCards;

/// <summary>One entry of a stream as it stands in the record.</summary>
/// <param name="First">As it was first recorded.</param>
/// <param name="Amendment">The correction or withdrawal that is in force; null for none.</param>
/// <param name="Event">What it says now; of a withdrawn entry what it said first.</param>
/// <param name="Happened">When, as it says now.</param>
public sealed record KnownEntry<TEvent>(RecordedEvent First, RecordedEvent? Amendment, TEvent Event, HappenedAt Happened)
    where TEvent : DomainEvent
{
    /// <summary>Whether it no longer counts.</summary>
    public bool IsWithdrawn => Amendment?.Data is Amendment.Withdrawn;

    /// <summary>Whether an import made it.</summary>
    public bool IsOfImport => First.Metadata.Typist == ActorDirectory.Importer.Actor.Id;

    /// <summary>Whether somebody changed it by hand; what a person says of an entry, an import does not overrule.</summary>
    public bool IsAmendedByHand => Amendment is { } amendment && amendment.Metadata.Typist != ActorDirectory.Importer.Actor.Id;

    /// <summary>The entries of a stream in the order in which they were first recorded, the withdrawn ones too.</summary>
    public static IReadOnlyList<KnownEntry<TEvent>> Of(IReadOnlyList<RecordedEvent> history)
    {
        var recorded = history.Select(EffectiveSequence.Recorded.Of).ToList();
        var inForce = EffectiveSequence.Amendments(recorded);
        return [.. history.Where(e => e.Data is TEvent).Select(e => Of(e, inForce.GetValueOrDefault(e.Id), history))];
    }

    private static KnownEntry<TEvent> Of(RecordedEvent first, Amendment? inForce, IReadOnlyList<RecordedEvent> history)
    {
        var amendment = inForce is null ? null : history.First(e => ReferenceEquals(e.Data, inForce));
        return inForce is Amendment.Corrected correction
            ? new(first, amendment, (TEvent)correction.Replacement, correction.Happened)
            : new(first, amendment, (TEvent)first.Data, first.Metadata.Happened);
    }
}
