using System.Security.Cryptography;

namespace Trials.EventLog.Keys;

/// <summary>Wraps keys under the master key, each bundle for its own id. One thread at a time.</summary>
internal sealed class KeyWrap(byte[] wrappingKey) : IDisposable
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeySize = 32;

    private readonly AesGcm aes = new(wrappingKey, TextCipher.TagSize);

    public byte[] Wrap(Guid id, ReadOnlySpan<byte> keys)
    {
        var wrapped = new byte[TextCipher.NonceSize + keys.Length + TextCipher.TagSize];
        var (nonce, tag) = (wrapped.AsMemory(0, TextCipher.NonceSize), wrapped.AsMemory(TextCipher.NonceSize + keys.Length));
        RandomNumberGenerator.Fill(nonce.Span);
        Span<byte> associated = stackalloc byte[16];
        id.TryWriteBytes(associated, bigEndian: true, out _);
        aes.Encrypt(nonce.Span, keys, wrapped.AsSpan(TextCipher.NonceSize, keys.Length), tag.Span, associated);
        return wrapped;
    }

    /// <exception cref="CryptographicException">They were wrapped under another master key or for another id, or altered.</exception>
    public byte[] Unwrap(Guid id, ReadOnlySpan<byte> wrapped)
    {
        var size = wrapped.Length - TextCipher.NonceSize - TextCipher.TagSize;
        if (size < KeySize)
        {
            throw new CryptographicException("Not a wrapped key.");
        }

        var keys = new byte[size];
        Span<byte> associated = stackalloc byte[16];
        id.TryWriteBytes(associated, bigEndian: true, out _);
        aes.Decrypt(wrapped[..TextCipher.NonceSize], wrapped.Slice(TextCipher.NonceSize, size), wrapped[(TextCipher.NonceSize + size)..], keys, associated);
        return keys;
    }

    public void Dispose() => aes.Dispose();
}
