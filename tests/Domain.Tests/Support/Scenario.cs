namespace Trials.Domain.Tests.Support;

/// <summary>Given what is recorded, when this is to be recorded, then that becomes of it. What is given must itself be possible.</summary>
public static class Scenario
{
    /// <summary>The moment of everything that names no other.</summary>
    public static readonly HappenedAt Then = Moment(10, 0);

    /// <summary>A minute of the day of <see cref="Then"/>.</summary>
    public static HappenedAt Moment(int hour, int minute) => HappenedAt.Exactly(new(2023, 3, 14, hour, minute));

    /// <summary>Nothing recorded yet.</summary>
    public static Given<TState, TEvent> Nothing<TState, TEvent>()
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent => new([]);

    /// <summary>What is recorded, in order.</summary>
    public static Given<TState, TEvent> Given<TState, TEvent>(params IEnumerable<Fact<TEvent>> facts)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent =>
        facts.Aggregate(Nothing<TState, TEvent>(), (given, fact) => given.And(fact));
}

/// <summary>Something that happened, and when.</summary>
public sealed record Fact<TEvent>(TEvent Data, HappenedAt Happened)
    where TEvent : DomainEvent
{
    public static implicit operator Fact<TEvent>(TEvent data) => new(data, Scenario.Then);
}

/// <summary>A stream as it is recorded.</summary>
public sealed record Given<TState, TEvent>(IReadOnlyList<RecordedEvent> History)
    where TState : IStream<TState, TEvent>
    where TEvent : DomainEvent
{
    public TState State => Decision.Fold<TState, TEvent>(EffectiveSequence.Of<TEvent>(History));

    /// <summary>The id of an entry by its place, from 0.</summary>
    public EventId this[int index] => History[index].Id;

    public Given<TState, TEvent> And(Fact<TEvent> fact)
    {
        When(fact).ThenRecorded();
        return With(fact.Data, fact.Happened, new Source.SeenMyself());
    }

    public Given<TState, TEvent> And(Func<Given<TState, TEvent>, Amendment> amendment) => And(new Source.SeenMyself(), amendment);

    public Given<TState, TEvent> And(Source source, Func<Given<TState, TEvent>, Amendment> amendment)
    {
        var proposed = amendment(this);
        WhenAmending(source, proposed).ThenRecorded();
        return With(proposed, Scenario.Then, source);
    }

    public Decided<TState, TEvent> When(params IEnumerable<Fact<TEvent>> facts)
    {
        var list = facts.ToList();
        return Decide(new() { Stream = Any.StreamOf(TState.Category), Matter = Any.Matter, Header = Header(list[0].Happened), Facts = [.. list.Select(f => f.Data)] });
    }

    /// <summary>Somebody else than the lawyer who recorded the rest proposes a fact.</summary>
    public Decided<TState, TEvent> WhenBy(Actor actor, Fact<TEvent> fact) => new(this, Decision.Of<TState, TEvent>(
        History, new Do<TEvent> { Stream = Any.StreamOf(TState.Category), Matter = Any.Matter, Header = Header(fact.Happened), Facts = [fact.Data] }, actor.Id));

    public Decided<TState, TEvent> WhenAmending(params IEnumerable<Amendment> amendments) => WhenAmending(new Source.SeenMyself(), amendments);

    public Decided<TState, TEvent> WhenAmending(Source source, params IEnumerable<Amendment> amendments) => Decide(new()
    {
        Stream = Any.StreamOf(TState.Category),
        Matter = Any.Matter,
        Header = Header(Scenario.Then) with { Source = source },
        Amendments = [.. amendments],
    });

    private CommandHeader Header(HappenedAt happened) => new(Any.Command(History.Count), happened, new Source.SeenMyself());

    private Decided<TState, TEvent> Decide(Do<TEvent> command) => new(this, Decision.Of<TState, TEvent>(History, command, Any.Lawyer.Id));

    private Given<TState, TEvent> With(DomainEvent data, HappenedAt happened, Source source)
    {
        var command = Any.Command(History.Count);
        var metadata = new EventMetadata(
            Any.Matter, happened, Any.Now, Any.Lawyer.Id, Any.Lawyer.Id, ActorRole.Lawyer, source, command, 0, null, new('0', 32));
        var recorded = new RecordedEvent(
            new(History.Count), Any.StreamOf(TState.Category), History.Count, EventId.Of(Any.StreamOf(TState.Category), command), EventTypes.All.NameOf(data.GetType()), data, metadata, new byte[32]);
        return new([.. History, recorded]);
    }
}

/// <summary>What was decided.</summary>
public sealed record Decided<TState, TEvent>(Given<TState, TEvent> Given, Decision Decision)
    where TState : IStream<TState, TEvent>
    where TEvent : DomainEvent
{
    /// <summary>Just these are recorded.</summary>
    public void Then(params IEnumerable<DomainEvent> events)
    {
        Decision.Refusal.Should().BeNull();
        Decision.Events.Should().Equal(events).And.NotBeEmpty("a then without events is ThenNothing");
    }

    /// <summary>It is recorded as proposed.</summary>
    public void ThenRecorded()
    {
        Decision.Refusal.Should().BeNull();
        Decision.Events.Should().NotBeEmpty();
    }

    /// <summary>It was already so.</summary>
    public void ThenNothing()
    {
        Decision.Refusal.Should().BeNull();
        Decision.Events.Should().BeEmpty();
    }

    /// <summary>It is refused, with just these parameters.</summary>
    public void ThenRefused(string code, params IEnumerable<(string Name, object Value)> parameters)
    {
        Decision.Refusal.Should().NotBeNull("something must be refused");
        Decision.Refusal!.Code.Should().Be(code);
        Decision.Refusal.Parameters.Select(p => (p.Name, p.Value)).Should().Equal(parameters);
        Decision.Events.Should().BeEmpty();
        ProvokesAttribute.Note(code);
    }
}

/// <summary>A command of any stream.</summary>
public sealed record Do<TEvent> : StreamCommand<Do<TEvent>, TEvent>, INeeds
    where TEvent : DomainEvent
{
    public static Permission Needed => Permission.RecordProcedure;
}
