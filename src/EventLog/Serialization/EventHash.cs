using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>
/// What ties an event to its stream's earlier ones: SHA-256 over format version, stream, revision, id, wire name, metadata and data as stored, and the
/// previous hash, each with its length before it (4 bytes, big-endian).
/// </summary>
public static class EventHash
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int Size = 32;

    private const byte FormatVersion = 1;

    /// <summary>The hash of an event whose own hash is not looked at.</summary>
    public static byte[] Of(EncodedEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return Of(stored.Stream, stored.Revision, stored.Id, stored.WireName, stored.Metadata.Span, stored.Data.Span, stored.PreviousHash.Span);
    }

    internal static byte[] Of(
        StreamName stream, long revision, EventId id, string wireName, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> data, ReadOnlySpan<byte> previousHash)
    {
        var most = (8 * sizeof(int)) + 1 + Encoding.UTF8.GetMaxByteCount(stream.Value.Length) + sizeof(long) + 16
            + Encoding.UTF8.GetMaxByteCount(wireName.Length) + metadata.Length + data.Length + previousHash.Length;
        var rented = ArrayPool<byte>.Shared.Rent(most);
        var target = new Prefixed(rented);
        target.Add([FormatVersion]);
        target.Add(stream.Value);
        Span<byte> number = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(number, revision);
        target.Add(number[..sizeof(long)]);
        id.Value.TryWriteBytes(number, bigEndian: true, out _);
        target.Add(number);
        target.Add(wireName);
        target.Add(metadata);
        target.Add(data);
        target.Add(previousHash);
        var hash = SHA256.HashData(target.Written);
        ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    private ref struct Prefixed(Span<byte> target)
    {
        private readonly Span<byte> target = target;
        private int length;

        public readonly ReadOnlySpan<byte> Written => target[..length];

        public void Add(scoped ReadOnlySpan<byte> part)
        {
            part.CopyTo(target[(length + sizeof(int))..]);
            Close(part.Length);
        }

        public void Add(string part) => Close(Encoding.UTF8.GetBytes(part, target[(length + sizeof(int))..]));

        private void Close(int partLength)
        {
            BinaryPrimitives.WriteInt32BigEndian(target[length..], partLength);
            length += sizeof(int) + partLength;
        }
    }
}
