using NodaTime;
using Trials.Domain;
using Trials.EventLog.InMemory;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Support;

/// <summary>A codec with keys of its own, and the way there and back.</summary>
internal sealed class Codec(IKeyRing keys)
{
    public Codec()
        : this(new InMemoryKeyRing())
    {
    }

    public IKeyRing Keys => keys;

    public EventCodec Events { get; } = new(EventTypes.All, keys);

    public ITextOpener Opener { get; } = new TextOpener(keys);

    public static EventMetadata Metadata { get; } = new(
        new(Guid.NewGuid()),
        HappenedAt.Exactly(new LocalDateTime(2024, 3, 1, 10, 42)),
        Instant.FromUtc(2024, 3, 1, 6, 0),
        new(Guid.NewGuid()),
        new(Guid.NewGuid()),
        ActorRole.Observer,
        new Source.SeenMyself(),
        new(Guid.NewGuid()),
        0,
        null,
        "0123456789abcdef0123456789abcdef");

    public async Task<EncodedEvent> Encode(DomainEvent data, StreamName? stream = null, EventMetadata? metadata = null, EventId? id = null) =>
        await Events.Encode(
            stream ?? Chains.NewStream(), 0, id ?? new(Guid.NewGuid()), data, metadata ?? Metadata, new byte[EventHash.Size], Cancelled);

    public RecordedEvent Decode(EncodedEvent encoded) => Events.Decode(new(new(7), encoded));

    public async Task<TEvent> ThereAndBack<TEvent>(TEvent data, StreamName? stream = null)
        where TEvent : DomainEvent =>
        (TEvent)Decode(await Encode(data, stream)).Data;
}
