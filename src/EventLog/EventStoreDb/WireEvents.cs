using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Trials.Domain;
using Trials.EventLog.EventStoreDb.Wire;
using Trials.EventLog.Serialization;

namespace Trials.EventLog.EventStoreDb;

/// <summary>
/// Events as they stand on the server. The data are the data. The server's metadata is a JSON object of four fields in a fixed order: the event's id, the two
/// hashes, and the metadata, byte for byte, last. The server's own event id is the first half of the hash: it compares ids to tell a repeated append from
/// another one, and what is the same append is what has the same bytes.
/// </summary>
internal sealed partial class WireEvents(string streamPrefix)
{
    private const int IdLength = 32;
    private const int HashLength = 43;

    private static readonly byte[] BeforeId = "{\"id\":\""u8.ToArray();
    private static readonly byte[] BeforePrevious = "\",\"previous\":\""u8.ToArray();
    private static readonly byte[] BeforeHash = "\",\"hash\":\""u8.ToArray();
    private static readonly byte[] BeforeMetadata = "\",\"metadata\":"u8.ToArray();

    private static readonly int MetadataAt =
        BeforeId.Length + IdLength + BeforePrevious.Length + HashLength + BeforeHash.Length + HashLength + BeforeMetadata.Length;

    private readonly int prefixLength = Encoding.UTF8.GetByteCount(streamPrefix);

    /// <summary>The server's name of a stream.</summary>
    public StreamIdentifier Stream(StreamName stream) => new() { StreamName = ByteString.CopyFromUtf8(streamPrefix + stream.Value) };

    /// <summary>
    /// Whether an event that was asked for is one of ours. Where streams have a prefix, the server chooses by that alone, and there may be its own words in them,
    /// of a stream that was deleted, say.
    /// </summary>
    public bool IsOurs(ReadResp.Types.ReadEvent.Types.RecordedEvent e) => streamPrefix.Length == 0 || OurTypes().IsMatch(e.Metadata["type"]);

    public static AppendReq Propose(EncodedEvent e)
    {
        var message = new AppendReq.Types.ProposedMessage
        {
            Id = new() { String = new Guid(e.Hash.Span[..16], bigEndian: true).ToString("D") },
            CustomMetadata = UnsafeByteOperations.UnsafeWrap(Envelope(e)),
            Data = UnsafeByteOperations.UnsafeWrap(e.Data),
        };
        message.Metadata.Add("type", e.WireName);
        message.Metadata.Add("content-type", "application/json");
        return new() { ProposedMessage = message };
    }

    /// <exception cref="LogCorruptException">The event is none that this class wrote.</exception>
    public StoredEvent Read(ReadResp.Types.ReadEvent.Types.RecordedEvent e)
    {
        var position = new LogPosition((long)e.CommitPosition);
        var custom = e.CustomMetadata.Memory;
        try
        {
            var rest = custom.Span;
            Skip(ref rest, BeforeId);
            var id = Guid.ParseExact(Encoding.UTF8.GetString(Take(ref rest, IdLength)), "N");
            Skip(ref rest, BeforePrevious);
            var previous = Hash(Take(ref rest, HashLength));
            Skip(ref rest, BeforeHash);
            var hash = Hash(Take(ref rest, HashLength));
            Skip(ref rest, BeforeMetadata);
            return new(position, new(
                new(Encoding.UTF8.GetString(e.StreamIdentifier.StreamName.Span[prefixLength..])),
                (long)e.StreamRevision,
                new(id),
                e.Metadata["type"],
                custom[MetadataAt..^1],
                e.Data.Memory,
                previous,
                hash));
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or KeyNotFoundException)
        {
            throw new LogCorruptException(position, wrong);
        }
    }

    [GeneratedRegex(Reads.OurTypes)]
    private static partial Regex OurTypes();

    private static byte[] Envelope(EncodedEvent e)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(MetadataAt + e.Metadata.Length + 1);
        var rest = bytes.AsSpan();
        Put(ref rest, BeforeId);
        e.Id.Value.TryFormat(rest, out _, "N");
        rest = rest[IdLength..];
        Put(ref rest, BeforePrevious);
        rest = rest[Base64Url.EncodeToUtf8(e.PreviousHash.Span, rest)..];
        Put(ref rest, BeforeHash);
        rest = rest[Base64Url.EncodeToUtf8(e.Hash.Span, rest)..];
        Put(ref rest, BeforeMetadata);
        Put(ref rest, e.Metadata.Span);
        rest[0] = (byte)'}';
        return bytes;
    }

    private static void Put(ref Span<byte> rest, ReadOnlySpan<byte> content)
    {
        content.CopyTo(rest);
        rest = rest[content.Length..];
    }

    private static void Skip(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> expected) =>
        rest = rest.StartsWith(expected) ? rest[expected.Length..] : throw new FormatException("The metadata is not what this log writes.");

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    private static byte[] Hash(ReadOnlySpan<byte> text) => Base64Url.DecodeFromUtf8(text) is { Length: EventHash.Size } hash
        ? hash
        : throw new FormatException("A hash has 32 bytes.");
}
