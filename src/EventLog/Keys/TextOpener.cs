using Trials.Domain;

namespace Trials.EventLog.Keys;

/// <summary>Opens sealed texts with the keys at hand.</summary>
public sealed class TextOpener(IKeyRing keys) : ITextOpener
{
    /// <inheritdoc/>
    /// <exception cref="KeyMissingException">Its key was never here.</exception>
    /// <exception cref="TextAlteredException">It was altered, or stands where it was not sealed for.</exception>
    public string? Open(ProtectedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Sealed is not { } seal ? text.Plain : keys.Find(seal.Key) is { } key ? TextCipher.Open(seal, key) : null;
    }
}
