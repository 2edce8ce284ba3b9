using NodaTime.Testing;
using Trials.Domain.Hearings;

namespace Trials.Domain.Tests.Support;

/// <summary>The loop over a log in memory, with a clock that the test moves.</summary>
public sealed class World
{
    private int commands;

    public World()
    {
        Loop = new(Log, Codec, Clock);
        NextHearings = new(Log, Codec, Loop, Time);
    }

    public MemoryLog Log { get; } = new();

    public FakeCodec Codec { get; } = new();

    public FakeClock Clock { get; } = new(Any.Now);

    public ImpatientTime Time { get; } = new();

    public DecisionLoop Loop { get; }

    public NextHearings NextHearings { get; }

    /// <summary>A command with an id of its own.</summary>
    public Do<TEvent> Command<TEvent>(StreamName stream, HappenedAt? happened = null, params TEvent[] facts)
        where TEvent : DomainEvent => new()
        {
            Stream = stream,
            Matter = stream.Category == "catalogue" ? MatterId.Common : Any.Matter,
            Header = new(Any.Command(++commands), happened ?? Scenario.Then, new Source.SeenMyself()),
            Facts = [.. facts],
        };

    /// <summary>Records a fact that is taken.</summary>
    public async ValueTask<Outcome.Recorded> Has<TState, TEvent>(StreamName stream, TEvent fact, HappenedAt? happened = null)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent =>
        (await Record<TState, TEvent>(Command(stream, happened, fact))).Should().BeOfType<Outcome.Recorded>().Subject;

    /// <summary>Records an amendment that is taken.</summary>
    public async ValueTask<Outcome.Recorded> Has<TState, TEvent>(StreamName stream, Amendment amendment)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent =>
        (await Record<TState, TEvent>(Command<TEvent>(stream) with { Amendments = [amendment] })).Should().BeOfType<Outcome.Recorded>().Subject;

    public ValueTask<Outcome> Record<TState, TEvent>(IStreamCommand command, Actor? typist = null)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent =>
        Loop.Record<TState, TEvent>(command, typist ?? Any.Lawyer, TestContext.Current.CancellationToken);

    public IReadOnlyList<RecordedEvent> Stream(StreamName stream) => [.. Log.All.Where(e => e.Event.Stream == stream).Select(Codec.Decode)];

    public TState State<TState, TEvent>(StreamName stream)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent =>
        Decision.Fold<TState, TEvent>(EffectiveSequence.Of<TEvent>(Stream(stream)));
}

/// <summary>Time in which every pause is over at once, and is noted.</summary>
public sealed class ImpatientTime : TimeProvider
{
    public List<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Pauses.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
