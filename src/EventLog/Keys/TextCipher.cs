using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Trials.Domain;

namespace Trials.EventLog.Keys;

/// <summary>AES-256-GCM over one text. What it belongs to (event id, key id, place) is associated data: it opens nowhere else.</summary>
internal static class TextCipher
{
    public const int NonceSize = 12;
    public const int TagSize = 16;
    private const int IdsSize = 32;

    public static SealedText Seal(string plain, EventId id, string place, TextKey key)
    {
        var nonce = Nonces.Next();
        var size = Encoding.UTF8.GetByteCount(plain);
        var cipher = new byte[size + TagSize];
        var clear = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            Encoding.UTF8.GetBytes(plain, clear);
            Span<byte> associated = stackalloc byte[IdsSize + Encoding.UTF8.GetMaxByteCount(place.Length)];
            associated = Associate(associated, id, key.Id, place);
            using var aes = new AesGcm(key.Secret.Span, TagSize);
            aes.Encrypt(nonce, clear.AsSpan(0, size), cipher.AsSpan(0, size), cipher.AsSpan(size), associated);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear.AsSpan(0, size));
            ArrayPool<byte>.Shared.Return(clear);
        }

        return new(id, place, key.Id, nonce, cipher);
    }

    /// <exception cref="TextAlteredException">It does not open.</exception>
    public static string Open(SealedText text, TextKey key)
    {
        var size = text.Cipher.Length - TagSize;
        var clear = ArrayPool<byte>.Shared.Rent(Math.Max(size, 0));
        try
        {
            Span<byte> associated = stackalloc byte[IdsSize + Encoding.UTF8.GetMaxByteCount(text.Field.Length)];
            associated = Associate(associated, text.Event, text.Key, text.Field);
            using var aes = new AesGcm(key.Secret.Span, TagSize);
            aes.Decrypt(text.Nonce.Span, text.Cipher.Span[..size], text.Cipher.Span[size..], clear.AsSpan(0, size), associated);
            return Encoding.UTF8.GetString(clear, 0, size);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new TextAlteredException(text, e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
            ArrayPool<byte>.Shared.Return(clear);
        }
    }

    private static Span<byte> Associate(Span<byte> target, EventId id, Guid key, string place)
    {
        id.Value.TryWriteBytes(target, bigEndian: true, out _);
        key.TryWriteBytes(target[16..], bigEndian: true, out _);
        var written = Encoding.UTF8.GetBytes(place, target[IdsSize..]);
        return target[..(IdsSize + written)];
    }
}
