using System.Reflection;
using CsCheck;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Properties;

/// <summary>What holds of every stream, whatever is recorded in it. Each stream enrols in a line.</summary>
public abstract class StreamProperties<TState, TEvent>
    where TState : IStream<TState, TEvent>
    where TEvent : DomainEvent
{
    private const int Iterations = 300;

    /// <summary>Of <see cref="Iterations"/> each, until everything was drawn at least once.</summary>
    private const int MostBatches = 100;

    private static readonly Type[] Events = [.. typeof(TEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(TEvent)))];

    private static readonly StreamName Stream = Any.StreamOf(TState.Category);

    private static readonly MatterId Matter = TState.Category == "catalogue" ? MatterId.Common : Any.Matter;

    private static readonly Gen<TEvent> Event = EventGen.OfAnyCase.Of<TEvent>();

    private static readonly Gen<Wish<TEvent>> AnyWish = Wish<TEvent>.Of(EventGen.OfAnyCase);

    /// <summary>What most entries need before them, so that drawn histories go further; half of them begin with it.</summary>
    protected virtual IReadOnlyList<TEvent> Begun => [];

    private Gen<List<Wish<TEvent>>> Wishes(int fewest, int most) =>
        Gen.Select(Gen.Bool, AnyWish.List[fewest, most], (begun, wishes) => begun
            ? [.. Begun.Select(data => Wish<TEvent>.ToRecord(data, HappenedAt.InYear(2022))), .. wishes]
            : wishes);

    [Fact]
    public void Every_event_is_folded_and_judged_in_every_state() =>
        Gen.Select(Event, EventGen.Moment).List[0, 30].Sample(entries =>
        {
            var state = TState.Initial;
            foreach (var (data, happened) in entries)
            {
                var entry = new Entry<TEvent>(default, data, happened, default);
                TState.Judge(state, entry).Should().NotBeNull();
                state = TState.Apply(state, entry);
            }
        }, iter: Iterations);

    [Fact]
    public void States_compare_by_content() =>
        Gen.Select(Event, EventGen.Moment).List[0, 10].Sample(entries =>
        {
            TState Fold() => entries.Select(e => new Entry<TEvent>(default, e.Item1, e.Item2, default)).Aggregate(TState.Initial, TState.Apply);
            Fold().Should().Be(Fold());
        }, iter: Iterations);

    /// <summary>Or the other properties would hold of nothing.</summary>
    [Fact]
    public async Task Drawn_histories_reach_every_event_and_amendment()
    {
        var missing = Events.Append(typeof(Amendment.Corrected)).Append(typeof(Amendment.Withdrawn)).ToHashSet();
        for (var batch = 0; batch < MostBatches && missing.Count > 0; batch++)
        {
            await Wishes(1, 25).SampleAsync(
                async wishes =>
                {
                    var world = new World();
                    foreach (var wish in wishes)
                    {
                        await Record(world, wish);
                    }

                    missing.ExceptWith(world.Stream(Stream).Select(e => e.Data.GetType()));
                },
                iter: Iterations,
                threads: 1);
        }

        missing.Should().BeEmpty();
    }

    [Fact]
    public void Every_text_of_an_event_is_bounded()
    {
        var untried = Events.SelectMany(t => t.GetProperties().Where(p => TooLong(p.PropertyType) is not null)).ToHashSet();
        for (var batch = 0; batch < MostBatches && untried.Count > 0; batch++)
        {
            Wishes(0, 30).Sample(
                drawn =>
                {
                    var state = TState.Initial;
                    foreach (var (i, (_, data, happened, _)) in drawn.Index())
                    {
                        var entry = new Entry<TEvent>(EventId.Of(Any.StreamOf(TState.Category), Any.Command(i)), data, happened, default);
                        if (TState.Judge(state, entry) == Verdict.Accepted)
                        {
                            foreach (var text in untried.Where(p => p.DeclaringType == data.GetType()).ToList())
                            {
                                RefusesTooLong(state, entry, text);
                                untried.Remove(text);
                            }

                            state = TState.Apply(state, entry);
                        }
                    }
                },
                iter: Iterations,
                threads: 1);
        }

        untried.Should().BeEmpty();
    }

    [Fact]
    public Task No_effective_sequence_holds_an_impossible_entry() =>
        Wishes(1, 25).SampleAsync(async wishes =>
        {
            var world = new World();
            foreach (var wish in wishes)
            {
                await Record(world, wish);
                Impossible(world).Should().BeEmpty();
            }
        }, iter: Iterations);

    [Fact]
    public Task A_command_twice_is_a_command_once() =>
        Wishes(1, 15).SampleAsync(async wishes =>
        {
            var world = new World();
            foreach (var wish in wishes)
            {
                var command = Command(world, wish);
                var first = await world.Record<TState, TEvent>(command);
                var written = world.Log.All.Count;
                var second = await world.Record<TState, TEvent>(command);
                world.Log.All.Should().HaveCount(written);
                second.Should().Be(first is Outcome.Recorded recorded ? recorded with { Repeated = true } : first);
            }
        }, iter: Iterations);

    [Fact]
    public Task What_is_corrected_is_as_if_recorded_right() =>
        Wishes(1, 25).SampleAsync(async wishes =>
        {
            var corrected = new World();
            foreach (var wish in wishes.Where(w => w.Kind != WishKind.Withdraw))
            {
                await Record(corrected, wish);
            }

            var right = new World();
            foreach (var entry in EffectiveSequence.Of<TEvent>(corrected.Stream(Stream)))
            {
                // Under the same command, for what later entries name by the entry that began it.
                var command = Command(right, Wish<TEvent>.ToRecord(entry.Event, entry.Happened));
                var recorded = corrected.Stream(Stream).Single(e => e.Id == entry.Id).Metadata.Command;
                var outcome = await right.Record<TState, TEvent>(command with { Header = command.Header with { Command = recorded } });
                outcome.Should().NotBeOfType<Outcome.Refused>();
            }

            State(right).Should().Be(State(corrected));
        }, iter: Iterations);

    [Fact]
    public Task What_is_withdrawn_and_undone_is_unchanged() =>
        Gen.Select(Wishes(1, 20), Gen.Int[0, 30]).SampleAsync(async drawn =>
        {
            var (wishes, target) = drawn;
            var world = new World();
            foreach (var wish in wishes)
            {
                await Record(world, wish);
            }

            var before = State(world);
            var entries = EffectiveSequence.Of<TEvent>(world.Stream(Stream));
            if (await Record(world, new(WishKind.Withdraw, null!, default, target)) is Outcome.Recorded withdrawn)
            {
                var undo = world.Command<TEvent>(Stream) with { Matter = Matter, Amendments = [new Amendment.Withdrawn(withdrawn.Entries[0], Any.Text)] };
                (await world.Record<TState, TEvent>(undo)).ShouldBeRecorded();
            }

            State(world).Should().Be(before);
            EffectiveSequence.Of<TEvent>(world.Stream(Stream)).Should().Equal(entries);
        }, iter: Iterations);

    private static void RefusesTooLong(TState state, Entry<TEvent> entry, PropertyInfo text)
    {
        var longer = entry with { Event = EventGen.With(entry.Event, text, TooLong(text.PropertyType)!) };
        var refused = TState.Judge(state, longer).Should().BeOfType<Verdict.Refused>($"{text.Name} is bounded").Subject;
        refused.Refusal.Code.Should().Be(LimitRefusals.TooLong);
    }

    private static object? TooLong(Type type) =>
        type == typeof(FreeText) ? Any.TooLongText
        : type == typeof(PersonalText) ? PersonalText.From(Any.TooLongText.Plain)
        : type == typeof(string) ? new string('x', 5000)
        : null;

    private static TState State(World world) => world.State<TState, TEvent>(Stream);

    private static IEnumerable<TEvent> Impossible(World world)
    {
        var state = TState.Initial;
        foreach (var entry in EffectiveSequence.Of<TEvent>(world.Stream(Stream)))
        {
            if (TState.Judge(state, entry) is Verdict.Refused)
            {
                yield return entry.Event;
            }

            state = TState.Apply(state, entry);
        }
    }

    private static ValueTask<Outcome> Record(World world, Wish<TEvent> wish) => world.Record<TState, TEvent>(Command(world, wish));

    private static Do<TEvent> Command(World world, Wish<TEvent> wish) =>
        wish.In(world.Command<TEvent>(Stream, wish.Happened == default ? null : wish.Happened), world.Stream(Stream));
}
