using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Trials.Domain.Tests.Support;

/// <summary>Keeps events as they are and writes only a number for each: every encoding gives other bytes, so a test sees whether the same ones were sent again.</summary>
public sealed class FakeCodec : IEventCodec
{
    private readonly ConcurrentDictionary<string, (DomainEvent Data, EventMetadata Metadata)> encoded = new();
    private readonly List<CommandContent> contents = [];

    public ValueTask<EncodedEvent> Encode(
        StreamName stream, long revision, EventId id, DomainEvent data, EventMetadata metadata, ReadOnlyMemory<byte> previousHash, CancellationToken cancellation)
    {
        var number = (encoded.Count + 1).ToString("x8", null);
        encoded[number] = (data, metadata);
        byte[] hashed = [.. previousHash.Span, .. Encoding.UTF8.GetBytes($"{stream}@{revision} {id.Value} {number}")];
        return new(new EncodedEvent(
            stream,
            revision,
            id,
            EventTypes.All.NameOf(data.GetType()),
            Encoding.UTF8.GetBytes("{}"),
            Encoding.UTF8.GetBytes(number),
            previousHash,
            SHA256.HashData(hashed)));
    }

    public RecordedEvent Decode(StoredEvent stored)
    {
        var e = stored.Event;
        var (data, metadata) = encoded[Encoding.UTF8.GetString(e.Data.Span)];
        return new(stored.Position, e.Stream, e.Revision, e.Id, e.WireName, data, metadata, e.Hash);
    }

    public EventMetadata ReadMetadata(StoredEvent stored) => Decode(stored).Metadata;

    public string Fingerprint(CommandContent content)
    {
        lock (contents)
        {
            var index = contents.IndexOf(content);
            if (index < 0)
            {
                contents.Add(content);
                index = contents.Count - 1;
            }

            return index.ToString("x32", null);
        }
    }
}
