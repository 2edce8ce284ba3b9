using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Trials.Domain;
using Trials.EventLog.Keys;

namespace Trials.EventLog.Serialization;

/// <summary>Events as JSON with sealed texts, hashed into their stream's chain.</summary>
public sealed class EventCodec : IEventCodec
{
    private const int FingerprintSize = 16;

    private readonly IKeyRing keys;
    private readonly TextSealer sealer;
    private readonly EventTypes types;
    private readonly FrozenDictionary<string, Lazy<JsonTypeInfo>> forms;

    /// <summary>A codec for these events, with these keys.</summary>
    public EventCodec(EventTypes types, IKeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(types);
        this.keys = keys;
        sealer = new(keys, new TextOpener(keys));
        var json = EventJson.Options(types);
        this.types = types;
        forms = types.WireNames.ToFrozenDictionary(
            name => name, name => new Lazy<JsonTypeInfo>(() => json.GetTypeInfo(types.TypeOf(name)!)), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public ValueTask<EncodedEvent> Encode(
        StreamName stream, long revision, EventId id, DomainEvent data, EventMetadata metadata, ReadOnlyMemory<byte> previousHash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(metadata);
        cancellation.ThrowIfCancellationRequested();
        var wireName = types.NameOf(data.GetType());
        TextContext.Begin(TextMode.Seal, stream, revision, id, sealer);
        var buffer = JsonBuffer.Empty();
        JsonSerializer.Serialize(buffer.Writer, data, forms[wireName].Value);
        var dataBytes = buffer.ToArray();

        buffer = JsonBuffer.Empty();
        MetadataJson.Write(buffer.Writer, metadata);
        var metadataBytes = buffer.ToArray();

        var hash = EventHash.Of(stream, revision, id, wireName, metadataBytes, dataBytes, previousHash.Span);
        return new(new EncodedEvent(stream, revision, id, wireName, metadataBytes, dataBytes, previousHash, hash));
    }

    /// <inheritdoc/>
    public RecordedEvent Decode(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var (stream, revision, id, wireName, metadata, data, _, hash) = stored.Event;
        if (!forms.TryGetValue(wireName, out var form))
        {
            throw new UnknownEventException(wireName, stream, revision);
        }

        try
        {
            TextContext.Begin(TextMode.Read, stream, revision, id, sealer);
            var read = (DomainEvent?)JsonSerializer.Deserialize(data.Span, form.Value) ?? throw new JsonException("No data.");
            return new(stored.Position, stream, revision, id, wireName, read, MetadataJson.Read(metadata.Span), hash);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidOperationException or NodaTime.Text.UnparsableValueException)
        {
            throw new UnknownEventException(wireName, stream, revision, e);
        }
    }

    /// <inheritdoc/>
    public EventMetadata ReadMetadata(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        try
        {
            return MetadataJson.Read(stored.Event.Metadata.Span);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidOperationException or NodaTime.Text.UnparsableValueException)
        {
            throw new UnknownEventException(stored.Event.WireName, stored.Event.Stream, stored.Event.Revision, e);
        }
    }

    /// <inheritdoc/>
    public string Fingerprint(CommandContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        TextContext.Begin(TextMode.Digest, content.Stream, 0, default, sealer);
        var buffer = JsonBuffer.Empty();
        var writer = buffer.Writer;
        writer.WriteStartArray();
        writer.WriteStringValue(content.Stream.Value);
        JsonWrite.Id(writer, content.Typist.Value);
        JsonWrite.Id(writer, content.Author.Value);
        HappenedAtJson.Write(writer, content.Happened);
        SourceJson.Write(writer, content.Source);
        foreach (var data in content.Events)
        {
            var wireName = types.NameOf(data.GetType());
            writer.WriteStringValue(wireName);
            JsonSerializer.Serialize(writer, data, forms[wireName].Value);
        }

        writer.WriteEndArray();
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys.FingerprintKey.Span, buffer.Written, digest);
        return Convert.ToHexStringLower(digest[..FingerprintSize]);
    }
}
