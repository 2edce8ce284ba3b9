using System.Text.Json;
using Trials.Domain;
using Trials.EventLog.InMemory;
using Trials.EventLog.Serialization;

namespace Trials.Benchmarks.Decode;

/// <summary>How fast events that are in memory become records again, on one core.</summary>
internal sealed class DecodeBenchmark : IBenchmark
{
    public string Name => "decode";

    public string Measures => "events/s read from bytes in memory; the baseline only walks through the same JSON";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        var codec = new EventCodec(EventTypes.All, new InMemoryKeyRing());
        var stream = StreamName.Of(new HearingId(Guid.NewGuid()));
        var events = new StoredEvent[settings.Scaled(20_000)];
        for (var i = 0; i < events.Length; i++)
        {
            var command = new CommandId(Guid.NewGuid());
            var metadata = SampleEvents.Metadata(i, command, 0, command.Value.ToString("N"));
            events[i] = new(new(i), await codec.Encode(
                stream, i, EventId.Of(stream, command), SampleEvents.At(i), metadata, new byte[EventHash.Size], CancellationToken.None));
        }

        Console.WriteLine($"{events.Average(e => e.Event.Metadata.Length):F0} bytes of metadata, {events.Average(e => e.Event.Data.Length):F0} of data\n");
        return await Comparison.Of(
            "decode", settings, null, () => new Loop(events, e => codec.Decode(e)), () => new Loop(events, Walk));
    }

    private static void Walk(StoredEvent stored)
    {
        Walk(stored.Event.Metadata.Span);
        Walk(stored.Event.Data.Span);
    }

    private static void Walk(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
        }
    }

    private sealed class Loop(StoredEvent[] events, Action<StoredEvent> read) : IMeasured
    {
        private const int Rounds = 20;

        public Task<int> Work()
        {
            for (var round = 0; round < Rounds; round++)
            {
                Array.ForEach(events, read);
            }

            return Task.FromResult(Rounds * events.Length);
        }

        public ValueTask DisposeAsync() => default;
    }
}
