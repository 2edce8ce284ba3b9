using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Trials.EventLog.Keys;

/// <summary>
/// A row of text keys that were made at once, to be used one after another. A key's id is its stock's with the key's place in the last two bytes;
/// the place of an erased key is all zeros.
/// </summary>
internal sealed class KeyStock(Guid id, byte[] secrets)
{
    private const int PlaceSize = sizeof(ushort);

    public Guid Id => id;

    public byte[] Secrets => secrets;

    public int Count => secrets.Length / KeyWrap.KeySize;

    /// <param name="count">At most 65,536.</param>
    public static KeyStock Make(int count) => new(StockOf(Guid.NewGuid()), RandomNumberGenerator.GetBytes(count * KeyWrap.KeySize));

    public static Guid StockOf(Guid key) => At(key, 0);

    public static int PlaceOf(Guid key)
    {
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt16BigEndian(bytes[^PlaceSize..]);
    }

    public TextKey Take(int place) => new(At(id, place), Secret(place));

    /// <summary>The key at a place; null where it was erased.</summary>
    /// <exception cref="KeyMissingException">There is no such place.</exception>
    public TextKey? Find(Guid key)
    {
        var place = PlaceOf(key);
        return place >= Count ? throw new KeyMissingException(key)
            : Secret(place).Span.ContainsAnyExcept((byte)0) ? new(key, Secret(place))
            : null;
    }

    /// <summary>The stock in which a key is erased.</summary>
    public KeyStock Without(Guid key)
    {
        var rest = secrets.ToArray();
        rest.AsSpan(PlaceOf(key) * KeyWrap.KeySize, KeyWrap.KeySize).Clear();
        return new(id, rest);
    }

    private static Guid At(Guid stock, int place)
    {
        Span<byte> bytes = stackalloc byte[16];
        stock.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[^PlaceSize..], (ushort)place);
        return new(bytes, bigEndian: true);
    }

    private ReadOnlyMemory<byte> Secret(int place) => secrets.AsMemory(place * KeyWrap.KeySize, KeyWrap.KeySize);
}
