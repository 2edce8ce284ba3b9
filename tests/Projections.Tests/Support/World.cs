using NodaTime.Testing;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Assessments;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.EventLog.InMemory;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using Trials.Projections.Assessments;
using Trials.Projections.Tests.Support.Stores;

namespace Trials.Projections.Tests.Support;

/// <summary>A log in memory and the loop that records in it, by the product's own rules and codec.</summary>
internal sealed class World
{
    private readonly InMemoryKeyRing keys;
    private int commands;

    /// <summary>An empty log.</summary>
    /// <param name="store">Where its read models are kept; null for a test of something else.</param>
    public World(Store? store = null)
        : this(store ?? new SqliteStore(), new InMemoryKeyRing())
    {
    }

    /// <summary>An empty log for what another world recorded.</summary>
    public World(Store store, World other)
        : this(store, other.keys) => commands = other.commands;

    private World(Store store, InMemoryKeyRing keys)
    {
        this.keys = keys;
        Store = store;
        Codec = new(EventTypes.All, keys);
        Opener = new TextOpener(keys);
        Loop = new(Log, Codec, Clock);
    }

    public Store Store { get; }

    public InMemoryEventLog Log { get; } = new();

    public EventCodec Codec { get; }

    public ITextOpener Opener { get; }

    public FakeClock Clock { get; } = new(Any.Now);

    public DecisionLoop Loop { get; }

    public Task<Outcome.Recorded> Case(CaseId id, HappenedAt happened, params CaseEvent[] facts) =>
        Has<Case, CaseEvent>(new RecordInCase { Stream = StreamName.Of(id), Matter = id.Matter, Header = Header(happened), Facts = [.. facts] });

    public Task<Outcome.Recorded> Hearing(HearingId id, HappenedAt happened, params HearingEvent[] facts) =>
        HearingOf(Any.Case, id, happened, facts);

    public Task<Outcome.Recorded> HearingOf(CaseId of, HearingId id, HappenedAt happened, params HearingEvent[] facts) =>
        Has<Hearing, HearingEvent>(new RecordInHearing { Stream = StreamName.Of(id), Matter = of.Matter, Header = Header(happened), Facts = [.. facts] });

    public Task<Outcome.Recorded> Petition(PetitionId id, HappenedAt happened, params PetitionEvent[] facts) =>
        Has<Petition, PetitionEvent>(
            new RecordInPetition { Stream = StreamName.Of(id), Matter = Any.Case.Matter, Header = Header(happened), Facts = [.. facts] });

    public Task<Outcome.Recorded> Claim(ClaimId id, HappenedAt happened, params ClaimEvent[] facts) =>
        Has<Claim, ClaimEvent>(
            new RecordInClaim { Stream = StreamName.Of(id), Matter = Any.Case.Matter, Header = Header(happened), Facts = [.. facts] });

    public Task<Outcome.Recorded> AmendClaim(ClaimId id, params Amendment[] amendments) =>
        Has<Claim, ClaimEvent>(
            new RecordInClaim { Stream = StreamName.Of(id), Matter = Any.Case.Matter, Header = Header(Any.At(18, 0)), Amendments = [.. amendments] });

    public Task<Outcome.Recorded> Application(ApplicationId id, HappenedAt happened, params ApplicationEvent[] facts) =>
        Has<Application, ApplicationEvent>(
            new RecordInApplication { Stream = StreamName.Of(id), Matter = id.Matter, Header = Header(happened), Facts = [.. facts] });

    public Task<Outcome.Recorded> AmendApplication(ApplicationId id, params Amendment[] amendments) =>
        Has<Application, ApplicationEvent>(
            new RecordInApplication { Stream = StreamName.Of(id), Matter = id.Matter, Header = Header(Any.At(18, 0)), Amendments = [.. amendments] });

    public Task<Outcome.Recorded> Activity(ActivityId id, HappenedAt happened, params ActivityEvent[] facts)
    {
        var of = (facts[0] as IOfMatter)?.Matter ?? id.OwnMatter;
        return Has<Activity, ActivityEvent>(
            new RecordActivity { Stream = StreamName.Of(id), Matter = of, Header = Header(happened), Facts = [.. facts] });
    }

    public Task<Outcome.Recorded> Report(HearingId hearing, Actor observer, HappenedAt happened, params ReportEvent[] facts) =>
        Has<Report, ReportEvent>(
            new RecordInReport
            {
                Stream = StreamName.OfReport(hearing, observer.Id),
                Matter = Any.Case.Matter,
                Header = Header(happened),
                Facts = [.. facts],
            },
            observer);

    public Task<Outcome.Recorded> Person(PersonId id, params PersonEvent[] facts) =>
        Has<Person, PersonEvent>(
            new RecordPerson { Stream = StreamName.Of(id), Matter = Any.Case.Matter, Header = Header(Any.At(9, 0)), Facts = [.. facts] });

    public Task<Outcome.Recorded> Catalogue(string kind, params CatalogueEvent[] facts) =>
        Has<Catalogue, CatalogueEvent>(
            new RecordInCatalogue { Stream = StreamName.OfCatalogue(kind), Matter = MatterId.Common, Header = Header(Any.At(9, 0)), Facts = [.. facts] });

    public Task<Outcome.Recorded> Court(CourtCode code, RegionCode? region) =>
        Catalogue(CourtCode.Kind, new CatalogueEvent.EntryPut(
            code.Value,
            new(code.Value, null, null),
            region is { } named ? [new("region", named.Value)] : [],
            null,
            null,
            "Court register",
            Verified: true));

    public Task<Outcome.Recorded> AmendCase(CaseId id, params Amendment[] amendments) =>
        Has<Case, CaseEvent>(
            new RecordInCase { Stream = StreamName.Of(id), Matter = id.Matter, Header = Header(Any.At(18, 0)), Amendments = [.. amendments] });

    public Task<Outcome.Recorded> AmendHearing(HearingId id, params Amendment[] amendments) =>
        Has<Hearing, HearingEvent>(
            new RecordInHearing { Stream = StreamName.Of(id), Matter = Any.Case.Matter, Header = Header(Any.At(18, 0)), Amendments = [.. amendments] });

    public Task<Outcome.Recorded> AmendPetition(PetitionId id, params Amendment[] amendments) =>
        Has<Petition, PetitionEvent>(
            new RecordInPetition { Stream = StreamName.Of(id), Matter = Any.Case.Matter, Header = Header(Any.At(18, 0)), Amendments = [.. amendments] });

    public static CaseEvent.Opened Opened(string reference = "12/2023") => new(CaseKind.Criminal, reference, [Any.Torture], null);

    public static HearingEvent.Scheduled Scheduled(
        CaseId? of = null, HearingKind kind = HearingKind.Trial, CourtCode? court = null, int hour = 10, int day = 14, params OfficialCode[] judges) =>
        new(of ?? Any.Case, 1, kind, court ?? Any.Court, judges.Length == 0 ? [Any.Judge] : [.. judges], "3", new(2023, 11, day), new(hour, 0));

    /// <summary>A stream as it is recorded.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> Stream(StreamName stream) =>
        await Log.ReadStream(stream, 0, TestContext.Current.CancellationToken).Select(Codec.Decode).ToListAsync();

    /// <summary>Everything recorded, in the order of the log.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> All() =>
        await Log.ReadAll(LogPosition.Start, TestContext.Current.CancellationToken).Select(Codec.Decode).ToListAsync();

    /// <summary>Records what another world did, event by event.</summary>
    /// <param name="other">Which world.</param>
    /// <param name="shuffle">Draws another order of the log, in which each stream keeps its own; null for the same order.</param>
    /// <param name="most">How many events at most; null for all.</param>
    public async Task Repeat(World other, int? shuffle = null, int? most = null)
    {
        var events = (await other.Log.ReadAll(LogPosition.Start, TestContext.Current.CancellationToken).ToListAsync()).ConvertAll(stored => stored.Event);
        foreach (var next in (shuffle is { } seed ? InAnotherOrder(events, new Random(seed)) : events).Take(most ?? events.Count))
        {
            (await Log.Append([next], next.Revision - 1, TestContext.Current.CancellationToken)).Should().BeOfType<AppendResult.Appended>();
        }
    }

    private static IEnumerable<EncodedEvent> InAnotherOrder(IEnumerable<EncodedEvent> events, Random random)
    {
        var waiting = events.GroupBy(e => e.Stream).Select(stream => new Queue<EncodedEvent>(stream)).ToList();
        while (waiting.Count > 0)
        {
            var place = random.Next(waiting.Count);
            yield return waiting[place].Dequeue();
            if (waiting[place].Count == 0)
            {
                waiting.RemoveAt(place);
            }
        }
    }

    /// <summary>Confirms or dismisses a finding.</summary>
    public Task<Outcome.Recorded> Decide(FindingRowView row, bool confirm) => Has<Assessment, AssessmentEvent>(new RecordInAssessment
    {
        Stream = row.Stream,
        Matter = row.Case.Matter,
        Header = Header(Any.At(18, 0)),
        Facts =
        [
            new AssessmentEvent.Proposed(row.Case, row.Rule, row.Version, row.Kind, row.Yields, row.Standard, row.Whose, row.Entries),
            confirm ? new AssessmentEvent.Confirmed(Any.Text) : new AssessmentEvent.Dismissed(Any.Text),
        ],
    });

    /// <summary>Writes an event under a name that this version may not know, with the data of a stream's last one.</summary>
    /// <param name="stream">Where it is written.</param>
    /// <param name="wireName">Its name.</param>
    /// <param name="like">Whose last event's data it has; of the same stream where it is null.</param>
    public async Task Append(StreamName stream, string wireName, StreamName? like = null)
    {
        var history = await Log.ReadStream(like ?? stream, 0, TestContext.Current.CancellationToken).ToListAsync();
        var last = history[^1].Event;
        var expected = like is null ? last.Revision : -1;
        var unknown = last with { Stream = stream, Revision = expected + 1, Id = new(Any.Id(wireName)), WireName = wireName, PreviousHash = last.Hash };
        (await Log.Append([unknown], expected, TestContext.Current.CancellationToken)).Should().BeOfType<AppendResult.Appended>();
    }

    /// <summary>The header of a command that nobody sent before.</summary>
    public CommandHeader Header(HappenedAt happened) =>
        new(new(Any.Id($"command {++commands}")), happened, new Source.SeenMyself());

    /// <summary>Records a command that is taken.</summary>
    public async Task<Outcome.Recorded> Has<TState, TEvent>(IStreamCommand command, Actor? typist = null)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent =>
        (await Loop.Record<TState, TEvent>(command, typist ?? Any.Lawyer, TestContext.Current.CancellationToken))
            .Should().BeOfType<Outcome.Recorded>().Subject;
}
