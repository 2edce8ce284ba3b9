using System.Text;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.EventLog.Serialization;

namespace Trials.EventLog.Crash;

/// <summary>Goes on with a stream of its own where the log ends, one to four events at a time.</summary>
internal sealed class BurstWriter(Record record, int number, int seed)
{
    private const int MostEvents = 4;

    private static readonly Stream Output = Console.OpenStandardOutput();
    private static readonly FreeText Words = FreeText.From("The hearing was put off")!;

    private readonly StreamName stream = StreamName.Of(new HearingId(DerivedGuid.From(Guid.Empty, $"writer:{number}")));

#pragma warning disable CA5394 // The same bursts each time, not secret ones.
    private readonly Random random = new((seed * 31) + number);
#pragma warning restore CA5394

    public async Task Write(int appends)
    {
        var last = await record.Log.ReadStream(stream, 0, CancellationToken.None).LastOrDefaultAsync();
        var (revision, previous) = (last?.Event.Revision ?? -1, last?.Event.Hash ?? new byte[EventHash.Size]);
        for (var append = 0; appends == 0 || append < appends; append++)
        {
            var events = await Encode(revision, previous);
            if (await record.Log.Append(events, revision, CancellationToken.None) is not AppendResult.Appended)
            {
                throw new InvalidOperationException("An append failed.");
            }

            Acknowledge(events);
            (revision, previous) = (events[^1].Revision, events[^1].Hash);
        }
    }

    /// <summary>One line, written by one system call.</summary>
    private static void Acknowledge(EncodedEvent[] events) =>
        Output.Write(Encoding.ASCII.GetBytes($"ack {string.Join(' ', events.Select(e => e.Id.Value.ToString("N")))}\n"));

    private async Task<EncodedEvent[]> Encode(long revision, ReadOnlyMemory<byte> previous)
    {
        var command = new CommandId(Guid.NewGuid());
        var metadata = new EventMetadata(
            new(Guid.Empty),
            HappenedAt.On(new LocalDate(2024, 1, 2)),
            Instant.FromUtc(2024, 1, 2, 3, 4),
            new(Guid.Empty),
            new(Guid.Empty),
            ActorRole.Observer,
            new Source.SeenMyself(),
            command,
            0,
            null,
            command.Value.ToString("N"));
        var events = new EncodedEvent[random.Next(1, MostEvents + 1)];
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = await record.Codec.Encode(
                stream, revision + 1 + i, EventId.Of(stream, command).At(i), new HearingEvent.Ended(Words), metadata with { Index = i }, previous, CancellationToken.None);
            previous = events[i].Hash;
        }

        return events;
    }
}
