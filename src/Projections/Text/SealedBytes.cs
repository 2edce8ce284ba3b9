using System.Buffers.Binary;
using System.Text;
using Trials.Domain;

namespace Trials.Projections.Text;

/// <summary>Protected texts in one column, sealed as they are in the log. Nothing here opens them.</summary>
internal static class SealedBytes
{
    private const int IdBytes = 16;

    /// <summary>A text as stored; null for none.</summary>
    /// <exception cref="InvalidOperationException">The text is not sealed: it did not come from a log.</exception>
    public static ReadOnlyMemory<byte>? Of(ProtectedText? text)
    {
        if (text is null)
        {
            return null;
        }

        var seal = text.Sealed ?? throw new InvalidOperationException("Only sealed text may be kept.");
        var bytes = new List<byte>(128);
        Add(bytes, seal.Event.Value);
        Add(bytes, Encoding.UTF8.GetBytes(seal.Field));
        Add(bytes, seal.Key);
        Add(bytes, seal.Nonce.Span);
        Add(bytes, seal.Cipher.Span);
        foreach (var person in (text as FreeText)?.Mentions ?? [])
        {
            Add(bytes, person.Value);
        }

        return bytes.ToArray();
    }

    public static FreeText? FreeText(byte[]? bytes)
    {
        if (bytes is null)
        {
            return null;
        }

        var rest = bytes.AsMemory();
        var seal = Seal(ref rest);
        var mentions = new List<PersonId>();
        while (!rest.IsEmpty)
        {
            mentions.Add(new(Id(ref rest)));
        }

        return Domain.FreeText.Stored(seal, mentions.ToValueList());
    }

    public static PersonalText? PersonalText(byte[]? bytes)
    {
        if (bytes is null)
        {
            return null;
        }

        var rest = bytes.AsMemory();
        return Domain.PersonalText.Stored(Seal(ref rest));
    }

    private static SealedText Seal(ref Memory<byte> rest) =>
        new(new(Id(ref rest)), Encoding.UTF8.GetString(Part(ref rest).Span), Id(ref rest), Part(ref rest), Part(ref rest));

    private static void Add(List<byte> bytes, Guid id) => bytes.AddRange(id.ToByteArray(bigEndian: true));

    private static void Add(List<byte> bytes, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        bytes.AddRange(length);
        bytes.AddRange(part);
    }

    private static Guid Id(ref Memory<byte> rest)
    {
        var id = new Guid(rest.Span[..IdBytes], bigEndian: true);
        rest = rest[IdBytes..];
        return id;
    }

    private static Memory<byte> Part(ref Memory<byte> rest)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(rest.Span);
        var part = rest.Slice(sizeof(int), length);
        rest = rest[(sizeof(int) + length)..];
        return part;
    }
}
