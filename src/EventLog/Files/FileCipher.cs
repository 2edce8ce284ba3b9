using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Trials.Domain;
using Trials.EventLog.Keys;

namespace Trials.EventLog.Files;

/// <summary>
/// AES-256-GCM over one file and its name, in one piece: <c>TRF1</c>, the key's id, the nonce, the cipher text, the tag. Which file it is and which key it
/// is under are associated data: it opens nowhere else, and nothing of it opens where any of it is cut off.
/// </summary>
internal static class FileCipher
{
    public const int KeyIdEnd = 20;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeadSize = KeyIdEnd + NonceSize;
    private const int NameLengthSize = 2;

    private static ReadOnlySpan<byte> Format => "TRF1"u8;

    public static byte[] Seal(Guid id, TextKey key, string name, ReadOnlySpan<byte> content)
    {
        var nameSize = Encoding.UTF8.GetByteCount(name);
        var clear = new byte[NameLengthSize + nameSize + content.Length];
        BinaryPrimitives.WriteUInt16BigEndian(clear, checked((ushort)nameSize));
        Encoding.UTF8.GetBytes(name, clear.AsSpan(NameLengthSize));
        content.CopyTo(clear.AsSpan(NameLengthSize + nameSize));

        var whole = new byte[HeadSize + clear.Length + TagSize];
        Format.CopyTo(whole);
        key.Id.TryWriteBytes(whole.AsSpan(Format.Length), bigEndian: true, out _);
        var nonce = whole.AsSpan(KeyIdEnd, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Secret.Span, TagSize);
        aes.Encrypt(nonce, clear, whole.AsSpan(HeadSize, clear.Length), whole.AsSpan(whole.Length - TagSize), Associated(id, key.Id));
        CryptographicOperations.ZeroMemory(clear);
        return whole;
    }

    /// <summary>The key that a file names at its beginning; null where it is none of ours.</summary>
    public static Guid? KeyOf(ReadOnlySpan<byte> head) =>
        head.Length >= KeyIdEnd && head.StartsWith(Format) ? new Guid(head[Format.Length..KeyIdEnd], bigEndian: true) : null;

    /// <exception cref="CryptographicException">It does not open.</exception>
    public static OpenedFile Open(Guid id, TextKey key, ReadOnlySpan<byte> whole)
    {
        if (KeyOf(whole) != key.Id || whole.Length < HeadSize + NameLengthSize + TagSize)
        {
            throw new CryptographicException("It is no file of this key.");
        }

        var clear = new byte[whole.Length - HeadSize - TagSize];
        using var aes = new AesGcm(key.Secret.Span, TagSize);
        aes.Decrypt(whole[KeyIdEnd..HeadSize], whole[HeadSize..^TagSize], whole[^TagSize..], clear, Associated(id, key.Id));
        var nameSize = BinaryPrimitives.ReadUInt16BigEndian(clear);
        return new(Encoding.UTF8.GetString(clear, NameLengthSize, nameSize), clear.AsMemory(NameLengthSize + nameSize));
    }

    private static byte[] Associated(Guid id, Guid key) => [.. Format, .. id.ToByteArray(bigEndian: true), .. key.ToByteArray(bigEndian: true)];
}
