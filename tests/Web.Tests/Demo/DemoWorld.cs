using NodaTime;
using NodaTime.Testing;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.EventLog.InMemory;
using Trials.EventLog.Serialization;
using Trials.Web.Catalogues;
using Trials.Web.Demo;

namespace Trials.Web.Tests.Demo;

/// <summary>A demonstration in memory, started on a fixed day.</summary>
public sealed class DemoWorld
{
    private readonly InMemoryEventLog log = new();
    private readonly EventCodec codec = new(EventTypes.All, new InMemoryKeyRing());

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 10, 6, 0));

    public LocalDate Today => Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[HappenedAt.DefaultZone]).Date;

    public InMemoryEventLog Log => log;

    public EventCodec Codec => codec;

    public DecisionLoop Loop => new(log, codec, Clock);

    public ShippedCatalogues Catalogues => new(log, codec, Loop, Clock);

    public Task<IReadOnlyList<string>> Load() =>
        new DemoRecord(log, codec, Loop, new NextHearings(log, codec, Loop, TimeProvider.System), Clock).Load(TestContext.Current.CancellationToken);

    public async Task<List<RecordedEvent>> Events()
    {
        var all = new List<RecordedEvent>();
        await foreach (var stored in log.ReadAll(LogPosition.Start, TestContext.Current.CancellationToken))
        {
            all.Add(codec.Decode(stored));
        }

        return all;
    }

    /// <summary>The effective entries of one kind of stream.</summary>
    public async Task<List<(StreamName Stream, Entry<TEvent> Entry)>> Entries<TEvent>()
        where TEvent : DomainEvent =>
        [.. (await Events()).GroupBy(e => e.Stream).SelectMany(stream => EffectiveSequence.Of<TEvent>(stream).Select(entry => (stream.Key, entry)))];
}
