using System.Text;
using NodaTime;
using NodaTime.Testing;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.EventLog.InMemory;
using Trials.EventLog.Serialization;
using Trials.Web.Imports;
using Trials.Web.Imports.CourtCards;

namespace Trials.Web.Tests.Imports;

/// <summary>A record in memory into which cards are imported, on a fixed day.</summary>
public sealed class ImportWorld
{
    public ImportWorld()
    {
        Keys = new();
        Codec = new EventCodec(EventTypes.All, Keys);
        Loop = new(Log, Codec, Clock);
    }

    private static readonly Actor Lawyer = new(new(new Guid("00000000-0000-0000-0000-0000000000a1")), ActorRole.Lawyer, [Permission.RecordProcedure]);

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 12, 1, 9, 0));

    public InMemoryEventLog Log { get; } = new();

    public InMemoryKeyRing Keys { get; }

    public EventCodec Codec { get; }

    public DecisionLoop Loop { get; }

    public static SourceFile File(string name, string content) => new(name, Encoding.UTF8.GetBytes(content));

    public Task<CourtCardResult> Import(string cards, string events, string? zone = "Europe/Moscow", CourtCardMapping? mapping = null) =>
        Import(File("cards.csv", cards), File("events.csv", events), zone, mapping);

    public Task<CourtCardResult> Import(SourceFile cards, SourceFile events, string? zone = "Europe/Moscow", CourtCardMapping? mapping = null) =>
        new CourtCardImport(Log, Codec, Clock).Run(
            new(cards, events, mapping ?? CourtCardMapping.Shipped, zone), new Progress<(int, int)>(), TestContext.Current.CancellationToken);

    public async Task<List<RecordedEvent>> Events()
    {
        var all = new List<RecordedEvent>();
        await foreach (var stored in Log.ReadAll(LogPosition.Start, TestContext.Current.CancellationToken))
        {
            all.Add(Codec.Decode(stored));
        }

        return all;
    }

    /// <summary>Somebody records a fact of a hearing by hand.</summary>
    public async Task Record(RecordedEvent hearing, HearingEvent fact)
    {
        var command = Command(hearing.Stream, hearing.Metadata.Matter, fact);
        (await Loop.Record<Hearing, HearingEvent>(command, Lawyer, TestContext.Current.CancellationToken)).Should().BeOfType<Outcome.Recorded>();
    }

    /// <summary>Somebody schedules a hearing by hand.</summary>
    public async Task Schedule(HearingEvent.Scheduled fact)
    {
        var command = Command(StreamName.Of(new HearingId(Guid.NewGuid())), fact.Case.Matter, fact);
        (await Loop.Record<Hearing, HearingEvent>(command, Lawyer, TestContext.Current.CancellationToken)).Should().BeOfType<Outcome.Recorded>();
    }

    /// <summary>Where the hearing stands that is set for a day.</summary>
    public async Task<HearingStage> Stage(LocalDate day) =>
        (await Events()).Where(e => e.Stream.Category == "hearing").GroupBy(e => e.Stream)
            .Select(stream => Decision.Fold<Hearing, HearingEvent>(EffectiveSequence.Of<HearingEvent>(stream)))
            .Single(hearing => hearing.Date == day).Stage;

    private RecordInHearing Command(StreamName stream, MatterId matter, HearingEvent fact) => new()
    {
        Stream = stream,
        Matter = matter,
        Header = new(new(Guid.NewGuid()), HappenedAt.On(Clock.GetCurrentInstant().InUtc().Date), new Source.SeenMyself()),
        Facts = [fact],
    };
}
