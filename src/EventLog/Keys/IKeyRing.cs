using Trials.Domain;

namespace Trials.EventLog.Keys;

/// <summary>A key and its id.</summary>
/// <param name="Id">What a sealed text names it by.</param>
/// <param name="Secret">32 bytes.</param>
public readonly record struct TextKey(Guid Id, ReadOnlyMemory<byte> Secret);

/// <summary>The keys of protected texts. A key that was given out is durable; one that was erased is gone for good.</summary>
public interface IKeyRing
{
    /// <summary>What fingerprints of commands are keyed with: 32 bytes, the same for the record's life.</summary>
    ReadOnlyMemory<byte> FingerprintKey { get; }

    /// <summary>Makes sure that the keys can be read now.</summary>
    /// <exception cref="KeysUnavailableException">They cannot.</exception>
    void Check();

    /// <summary>A new key for one text.</summary>
    /// <exception cref="KeysUnavailableException">None can be made now.</exception>
    TextKey TakeTextKey();

    /// <summary>The key of a person, made when first asked for.</summary>
    /// <exception cref="KeyErasedException">The person was erased.</exception>
    /// <exception cref="KeysUnavailableException">None can be made now.</exception>
    TextKey PersonKey(PersonId person);

    /// <summary>The key of an id; null where it was erased.</summary>
    /// <exception cref="KeyMissingException">There never was such a key here.</exception>
    TextKey? Find(Guid id);

    /// <summary>Destroys a person's key for good, also where there is none yet: nothing sealed under it can ever be opened again.</summary>
    /// <exception cref="KeysUnavailableException">The key is not destroyed.</exception>
    void Erase(PersonId person);

    /// <summary>Destroys one text's key: the text can never be opened again.</summary>
    /// <exception cref="KeyMissingException">There never was such a key here.</exception>
    /// <exception cref="KeysUnavailableException">The key is not destroyed.</exception>
    void EraseText(Guid key);
}

/// <summary>A text names a key that this key database never held: it belongs to another record, or is older than the record.</summary>
public sealed class KeyMissingException(Guid id)
    : Exception($"The key {id:N} is not in the key database. The key database belongs to another record or is older than this one.");

/// <summary>A sealed text does not open under its key: it was altered, or stands where it was not sealed for.</summary>
public sealed class TextAlteredException(SealedText text, Exception inner)
    : Exception($"The text '{text.Field}' of the event {text.Event.Value:N} was altered since it was sealed.", inner);
