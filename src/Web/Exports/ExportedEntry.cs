using System.Text.Json;
using Trials.Domain;

namespace Trials.Web.Exports;

/// <summary>What became of an entry.</summary>
public enum ExportedState
{
    /// <summary>It stands as it was recorded.</summary>
    Recorded,

    /// <summary>A correction stands in its place.</summary>
    Corrected,

    /// <summary>It no longer counts.</summary>
    Withdrawn,
}

/// <summary>An entry as it stands now.</summary>
/// <param name="First">As it was first recorded.</param>
/// <param name="Happened">When, as it says now; of a withdrawn one as it said first.</param>
/// <param name="Source">How it is known, likewise; of a withdrawn one as it last stood.</param>
/// <param name="State">What became of it.</param>
/// <param name="SealedFor">The event that the texts of <paramref name="Fields"/> were sealed for.</param>
/// <param name="Fields">What it says, likewise, as stored.</param>
public sealed record ExportedEntry(RecordedEvent First, HappenedAt Happened, Source Source, ExportedState State, EventId SealedFor, JsonElement Fields)
{
    private const string ReplacementMember = "data";

    /// <summary>The entries of a stream, in the order in which they were first recorded.</summary>
    /// <param name="history">The stream, each event as read and as stored.</param>
    public static IEnumerable<ExportedEntry> Of(IReadOnlyList<(RecordedEvent Event, StoredEvent Stored)> history)
    {
        EffectiveSequence.Recorded[] recorded = [.. history.Select(e => EffectiveSequence.Recorded.Of(e.Event))];
        var (inForce, known) = (EffectiveSequence.Amendments(recorded), KnownFrom.OfAll(recorded));
        return history.Where(e => e.Event.Data is not Amendment).Select(e => Of(e, known[e.Event.Id].Source, inForce.GetValueOrDefault(e.Event.Id), history));
    }

    private static ExportedEntry Of(
        (RecordedEvent Event, StoredEvent Stored) first,
        Source source,
        Amendment? inForce,
        IReadOnlyList<(RecordedEvent Event, StoredEvent Stored)> history)
    {
        if (inForce is Amendment.Corrected correction)
        {
            var amendment = history.First(e => ReferenceEquals(e.Event.Data, inForce)).Stored.Event;
            return new(first.Event, correction.Happened, source, ExportedState.Corrected, amendment.Id, Json(amendment).GetProperty(ReplacementMember));
        }

        var state = inForce is null ? ExportedState.Recorded : ExportedState.Withdrawn;
        return new(first.Event, first.Event.Metadata.Happened, source, state, first.Event.Id, Json(first.Stored.Event));
    }

    private static JsonElement Json(EncodedEvent e) => JsonElement.Parse(e.Data.Span);
}
