using CsCheck;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Cases;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Domain.Tests.Properties;
using Trials.Domain.Tests.Support;
using Trials.Domain.Views;
using Any = Trials.Projections.Tests.Support.Any;
using World = Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Histories;

/// <summary>
/// Random but lawful histories: each is a case with everything that belongs to it, in which people wish whatever the types of the facts allow and
/// the product's own rules take or refuse it. The same number draws the same history.
/// </summary>
internal sealed class Histories
{
    /// <summary>What people wish for in each stream; about half of it is taken.</summary>
    private const int WishesPerStream = 8;

    private const int IdsPerHistory = 3;

    /// <summary>The first of the days on which what is drawn happens.</summary>
    private static readonly LocalDate FirstDay = new(2023, 3, 14);

    private readonly World world;
    private readonly Dictionary<Type, object> wishes = [];
    private readonly EventGen events;
    private readonly List<EventId> recorded = [];
    private int number;

    public Histories(World world)
    {
        this.world = world;
        events = new(
            Gen.Int[0, IdsPerHistory - 1].Select(Id),
            Gen.Int[0, 20].Select(place => ExaminationId.Of(recorded.Count == 0 ? new EventId(Id(0)) : recorded[place % recorded.Count])));
    }

    /// <summary>Draws one history and records what is taken of it.</summary>
    public async Task Draw(int history)
    {
        number = history;
        recorded.Clear();
        var draw = new PCG((uint)history);
        var (@case, hearing, petition) = (new CaseId(Id(0)), new HearingId(Id(1)), new PetitionId(Id(2)));
        List<Queue<Func<Task>>> streams =
        [
            Wishes<Case, CaseEvent>(draw, StreamName.Of(@case), @case.Matter, World.Opened($"{history}/2023")),
            Wishes<Case, CaseEvent>(draw, StreamName.Of(@case), @case.Matter),
            Wishes<Hearing, HearingEvent>(draw, StreamName.Of(hearing), @case.Matter, World.Scheduled(@case) with { Date = FirstDay }),
            Wishes<Petition, PetitionEvent>(
                draw, StreamName.Of(petition), @case.Matter, new PetitionEvent.Filed(@case, PetitionKind.Records, Party.VictimSide, Addressee.Court, 1, null, null, null)),
            Wishes<Claim, ClaimEvent>(draw, StreamName.Of(new ClaimId(Id(0))), @case.Matter),
            Wishes<Report, ReportEvent>(
                draw, StreamName.OfReport(hearing, Any.Observer.Id), @case.Matter, new ReportEvent.Assigned(hearing, Any.Observer.Id)),
            Wishes<Person, PersonEvent>(draw, StreamName.Of(new PersonId(Id(0))), @case.Matter),
            Wishes<Application, ApplicationEvent>(
                draw, StreamName.Of(new ApplicationId(Id(1))), new ApplicationId(Id(1)).Matter, new ApplicationEvent.Received(null, ApplicationChannel.Hotline, Any.Region, null)),
            Wishes<Activity, ActivityEvent>(draw, StreamName.Of(new ActivityId(Id(0))), @case.Matter),
            Wishes<View, ViewEvent>(draw, StreamName.Of(new ViewId(Id(0))), MatterId.Common),
        ];
        while (streams.Count > 0)
        {
            var next = streams[(int)draw.Next((uint)streams.Count)];
            await next.Dequeue()();
            streams.RemoveAll(stream => stream.Count == 0);
        }
    }

    /// <summary>Withdraws an entry that a finding may rest on, unless later ones need it.</summary>
    public static Task<bool> Withdraw(World world, RecordedEvent entry) => entry.Data switch
    {
        CaseEvent => Withdraw<Case, CaseEvent>(world, entry),
        HearingEvent => Withdraw<Hearing, HearingEvent>(world, entry),
        PetitionEvent => Withdraw<Petition, PetitionEvent>(world, entry),
        ReportEvent => Withdraw<Report, ReportEvent>(world, entry),
        ClaimEvent => Withdraw<Claim, ClaimEvent>(world, entry),
        ApplicationEvent => Withdraw<Application, ApplicationEvent>(world, entry),
        _ => throw new NotSupportedException($"No finding rests on a {entry.WireName}."),
    };

    private static async Task<bool> Withdraw<TState, TEvent>(World world, RecordedEvent entry)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
    {
        var command = new Do<TEvent>
        {
            Stream = entry.Stream,
            Matter = entry.Metadata.Matter,
            Header = world.Header(Any.At(18, 0)),
            Amendments = [new Amendment.Withdrawn(entry.Id, Any.Text)],
        };
        return await world.Loop.Record<TState, TEvent>(command, Any.Observer, TestContext.Current.CancellationToken) is Outcome.Recorded;
    }

    private Guid Id(int place) => Any.Id($"history {number}, id {place}");

    /// <summary>What is wished for in one stream, in order.</summary>
    private Queue<Func<Task>> Wishes<TState, TEvent>(PCG draw, StreamName stream, MatterId matter, params IEnumerable<TEvent> begun)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
    {
        if (!wishes.TryGetValue(typeof(TEvent), out var any))
        {
            wishes.Add(typeof(TEvent), any = Wish<TEvent>.Of(events));
        }

        return new(begun
            .Select(fact => new Func<Task>(() => Record<TState, TEvent>(stream, matter, Wish<TEvent>.ToRecord(fact, HappenedAt.On(FirstDay.PlusDays(-14))))))
            .Concat(Enumerable.Range(0, WishesPerStream).Select(_ =>
                new Func<Task>(() => Record<TState, TEvent>(stream, matter, ((Gen<Wish<TEvent>>)any).Generate(draw, null, out var _))))));
    }

    /// <summary>Records what is wished for, if it is taken. A form names no other matter than its stream's.</summary>
    private async Task Record<TState, TEvent>(StreamName stream, MatterId matter, Wish<TEvent> wish)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
    {
        if (wish.Data is IOfCase { Case: var named } && named.Matter != matter || wish.Data is IOfMatter { Matter: var other } && other != matter)
        {
            return;
        }

        var blank = new Do<TEvent> { Stream = stream, Matter = matter, Header = world.Header(wish.Happened) };
        var outcome = await world.Loop.Record<TState, TEvent>(wish.In(blank, await world.Stream(stream)), Any.Observer, TestContext.Current.CancellationToken);
        if (outcome is Outcome.Recorded taken)
        {
            recorded.AddRange(taken.Entries);
        }
    }
}
