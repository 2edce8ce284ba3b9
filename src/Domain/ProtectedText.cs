using System.Text;

namespace Trials.Domain;

/// <summary>
/// Text that never leaves the process in the clear. It is either as typed (<see cref="Plain"/> is set) or as stored
/// (<see cref="Sealed"/> is set, to be opened only where it is shown). It prints as nothing, so it cannot reach a log by accident.
/// </summary>
public abstract record ProtectedText
{
    private protected ProtectedText(string? plain, SealedText? seal)
    {
        Plain = plain;
        Sealed = seal;
    }

    /// <summary>What was typed; null once stored.</summary>
    public string? Plain { get; }

    /// <summary>What is stored; null before.</summary>
    public SealedText? Sealed { get; }

    /// <summary>Prints no content.</summary>
    public sealed override string ToString() => "[protected]";

    /// <summary>Text as typed, trimmed and normalised to NFC, halves of surrogate pairs replaced; null for blank text.</summary>
    private protected static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Trim().Normalize();
}

/// <summary>An account in somebody's own words. Each has a key of its own, so that one text can be erased alone.</summary>
public sealed record FreeText : ProtectedText
{
    /// <summary>The longest text that is taken, in UTF-16 code units.</summary>
    public const int MaxLength = 20_000;

    private FreeText(string? plain, SealedText? seal, ValueList<PersonId> mentions)
        : base(plain, seal) => Mentions = mentions;

    /// <summary>The persons whom the text speaks of: erasing one of them lists it.</summary>
    public ValueList<PersonId> Mentions { get; }

    /// <summary>Text as typed, normalised to NFC and trimmed; null for blank text.</summary>
    public static FreeText? From(string? text, params ReadOnlySpan<PersonId> mentions) =>
        Clean(text) is { } clean ? new(clean, null, ValueList.Create(mentions)) : null;

    /// <summary>Text as stored.</summary>
    public static FreeText Stored(SealedText seal, ValueList<PersonId> mentions) => new(null, seal, mentions);
}

/// <summary>What identifies a person: a name, an alias. Encrypted under that person's key, which erasing the person destroys.</summary>
public sealed record PersonalText : ProtectedText
{
    /// <summary>The longest name that is taken, in UTF-16 code units.</summary>
    public const int MaxLength = 500;

    private PersonalText(string? plain, SealedText? seal)
        : base(plain, seal)
    {
    }

    /// <summary>A name as typed, normalised to NFC and trimmed; null for a blank one.</summary>
    public static PersonalText? From(string? text) => Clean(text) is { } clean ? new(clean, null) : null;

    /// <summary>A name as stored.</summary>
    public static PersonalText Stored(SealedText seal) => new(null, seal);
}

/// <summary>Text under AES-256-GCM. The event, field and key are its associated data: it opens nowhere else.</summary>
/// <param name="Event">The event it was sealed for.</param>
/// <param name="Field">Where in the event's data it stands, e.g. <c>reason</c>.</param>
/// <param name="Key">Which key opens it.</param>
/// <param name="Nonce">12 bytes.</param>
/// <param name="Cipher">The cipher text with its 16-byte tag at the end.</param>
public sealed record SealedText(EventId Event, string Field, Guid Key, ReadOnlyMemory<byte> Nonce, ReadOnlyMemory<byte> Cipher)
{
    /// <summary>Sealed for the same event and field under the same key.</summary>
    public bool Equals(SealedText? other) => other is not null && Event == other.Event && Field == other.Field && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Event, Field, Key);
}

/// <summary>Opens what is stored sealed, for showing it to somebody who may see it.</summary>
public interface ITextOpener
{
    /// <summary>The text, or null when its key was destroyed (the text was erased).</summary>
    string? Open(ProtectedText text);
}
