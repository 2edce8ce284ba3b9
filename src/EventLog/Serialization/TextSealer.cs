using Trials.Domain;
using Trials.EventLog.Keys;

namespace Trials.EventLog.Serialization;

/// <summary>Seals the texts of events: a free text under a key of its own, a personal text under its person's.</summary>
internal sealed class TextSealer(IKeyRing keys, ITextOpener opener)
{
    private const string PersonCategory = "person";

    /// <summary>The text in the clear; null where it was erased.</summary>
    public string? Open(ProtectedText text) => opener.Open(text);

    /// <summary>Seals a free text for a place. One that is stored already is sealed anew, and stays as it is where it was erased.</summary>
    public SealedText Seal(FreeText text, EventId id, string place) =>
        opener.Open(text) is { } plain ? TextCipher.Seal(plain, id, place, keys.TakeTextKey()) : text.Sealed! with { Event = id, Field = place };

    /// <summary>Seals a personal text under the key of the person whose stream this is.</summary>
    /// <exception cref="InvalidOperationException">It is not a person's stream.</exception>
    public SealedText Seal(PersonalText text, EventId id, string place, StreamName stream)
    {
        if (stream.Category != PersonCategory)
        {
            throw new InvalidOperationException($"A personal text belongs into its person's stream, not into '{stream}'.");
        }

        return opener.Open(text) is { } plain
            ? TextCipher.Seal(plain, id, place, keys.PersonKey(new(stream.LeadingGuid)))
            : text.Sealed! with { Event = id, Field = place };
    }
}
