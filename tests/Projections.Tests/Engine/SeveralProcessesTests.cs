using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Postgres;
using Trials.Projections.Hearings;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Engine;

/// <summary>Several processes over one database, which only PostgreSQL lets them share.</summary>
public class SeveralProcessesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly HearingList AllHearings = new(new(), HearingSort.Date, false, new());

    private readonly PostgresCluster cluster;
    private readonly PostgresStore store;
    private readonly World shared;

    public SeveralProcessesTests(PostgresCluster cluster)
    {
        this.cluster = cluster;
        store = cluster.Store;
        shared = new(store);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_writes_and_the_other_shows_it_and_tells_its_open_pages()
    {
        await using var first = await Projected.Of(shared);
        await using var second = await Projected.Start(shared, place: first.Place);
        await second.Until(s => s.All(p => p.State == ProjectionState.Running));
        await using var changes = second.Engine.Changes(Cancelled).GetAsyncEnumerator(Cancelled);
        await changes.MoveNextAsync();

        var recorded = await shared.Hearing(Any.Hearing, Any.At(9, 0), Scheduled());

        (await second.Engine.WaitFor(recorded.Position, Patience, Cancelled)).Should().BeTrue();
        (await second.Ask(AllHearings)).Total.Should().Be(1);
        while (!changes.Current.Matters.Contains(Any.Case.Matter))
        {
            // What it has not heard before it began to listen may be anything.
            (changes.Current.Touches(Any.OtherCase.Matter) && !changes.Current.Everything).Should().BeFalse();
            (await changes.MoveNextAsync()).Should().BeTrue();
        }
    }

    [Fact]
    public async Task Where_the_one_that_writes_goes_another_takes_over()
    {
        await using var first = await Projected.Of(shared);
        await shared.Hearing(Any.Hearing, Any.At(9, 0), Scheduled());
        await using var second = await Projected.Start(shared, place: first.Place);
        await second.CatchUp();
        await first.Stop();

        var recorded = await shared.Hearing(Any.OtherHearing, Any.At(9, 0), Scheduled());

        (await second.Engine.WaitFor(recorded.Position, Patience, Cancelled)).Should().BeTrue();
        await using var fresh = await Projected.Of(shared);
        second.Rows().Should().Equal(fresh.Rows());
    }

    [Fact]
    public async Task Whoever_was_cut_off_in_the_middle_writes_nothing_after_its_successor()
    {
        var projection = new RoomsProjection();
        var place = store.NewPlace();
        await using var before = new PostgresReadModels(PostgresStore.Options(cluster, place), TimeProvider.System);
        await before.Open([projection], Cancelled);
        (await before.TakeTurn(Cancelled)).Should().BeTrue();
        await using var after = new PostgresReadModels(PostgresStore.Options(cluster, place), TimeProvider.System);
        (await after.TakeTurn(Cancelled)).Should().BeFalse("one has the turn");

        // What a successor does to a process that does not know yet that it lost its lock.
        Execute(place, "UPDATE projection_writer SET epoch = epoch + 1");
        var commit = new ProjectionCommit(projection, new(), LogPosition.Start, new(new(0), new("hearing-1"), 0, ""));

        await before.Invoking(b => b.Commit([commit], new HashSet<MatterId>(), Cancelled).AsTask()).Should().ThrowAsync<TurnLostException>();
        await before.Invoking(b => b.BeginRebuild([projection], Cancelled).AsTask()).Should().ThrowAsync<TurnLostException>();
        await before.Invoking(b => b.HoldTurn(Cancelled)).Should().ThrowAsync<TurnLostException>();
        (await after.Open([projection], Cancelled))["rooms"].Position.Should().Be(LogPosition.Start);
        store.LeftOver(place).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_follows_says_which_projection_stopped_and_why_until_it_goes_on()
    {
        await shared.Hearing(Any.Hearing, Any.At(9, 0), RoomsProjection.In("good"));
        await using var first = await Projected.Start(shared, [new RoomsProjection(unfoldable: "bad")]);
        await first.CatchUp();
        await using var second = await Projected.Start(shared, [new RoomsProjection()], first.Place);
        await second.CatchUp();

        var bad = await shared.Hearing(Any.OtherHearing, Any.At(9, 0), RoomsProjection.In("bad"));
        await second.Until(s => s.Single().State == ProjectionState.Stopped);
        second.Engine.Status.Single().Stop.Should().BeEquivalentTo(new { bad.Position, Stream = StreamName.Of(Any.OtherHearing), Event = bad.Entries[0] });
        second.Engine.Status.Single().Stop.Should().Be(first.Engine.Status.Single().Stop);

        await first.Stop();
        await second.CatchUp();
        await using var third = await Projected.Start(shared, [new RoomsProjection()], first.Place);
        await third.CatchUp();
        third.Engine.Status.Single().Stop.Should().BeNull();
    }

    [Fact]
    public async Task Whoever_follows_says_how_far_the_other_is_with_building_anew()
    {
        for (var i = 0; i < 20; i++)
        {
            await shared.Hearing(new(Any.Id($"hearing {i}")), Any.At(9, 0), RoomsProjection.In($"room {i}"));
        }

        await using var old = await Projected.Of(shared, [new RoomsProjection(version: 1)]);
        await old.Stop();
        var gate = new TaskCompletionSource();
        var log = new ScriptedLog(shared.Log) { Before = (stored, stop) => stored.Position.Value < 10 ? Task.CompletedTask : gate.Task.WaitAsync(stop) };
        await using var first = await Projected.Start(
            shared, [new RoomsProjection(version: 2)], old.Place, log, new() { ReadAhead = 1, RebuildBatchSize = 1 });
        await first.Until(s => s.Single().RebuildPercent == 50);
        await using var second = await Projected.Start(shared, [new RoomsProjection(version: 2)], old.Place);

        await second.Until(s => s.Single() is { State: ProjectionState.Rebuilding, RebuildPercent: 50 });

        gate.SetResult();
        await second.CatchUp();
        second.Engine.Status.Single().RebuildPercent.Should().BeNull();
        await using var fresh = await Projected.Of(shared, [new RoomsProjection(version: 2)]);
        Rooms(second).Should().Equal(Rooms(fresh));
    }

    [Fact]
    public async Task Connections_that_break_heal()
    {
        await using var first = await Projected.Start(shared, options: new() { FirstRetry = TimeSpan.FromMilliseconds(1) });
        await first.CatchUp();
        await using var second = await Projected.Start(shared, place: first.Place, options: new() { FirstRetry = TimeSpan.FromMilliseconds(1) });
        for (var i = 0; i < 5; i++)
        {
            var recorded = await shared.Hearing(new(Any.Id($"hearing {i}")), Any.At(9, 0), Scheduled());
            store.Break(first.Place);
            (await first.Engine.WaitFor(recorded.Position, Patience, Cancelled)).Should().BeTrue();
            (await second.Engine.WaitFor(recorded.Position, Patience, Cancelled)).Should().BeTrue();
        }

        await using var fresh = await Projected.Of(shared);
        first.Rows().Should().Equal(fresh.Rows());
    }

    [Fact]
    public async Task A_rebuild_whose_connection_breaks_begins_again_while_the_old_tables_answer()
    {
        for (var i = 0; i < 20; i++)
        {
            await shared.Hearing(new(Any.Id($"hearing {i}")), Any.At(9, 0), RoomsProjection.In($"room {i}"));
        }

        await using var old = await Projected.Of(shared, [new RoomsProjection(version: 1)]);
        await old.Stop();
        var before = Rooms(old);
        var broken = 0;
        var log = new ScriptedLog(shared.Log)
        {
            Before = (stored, _) =>
            {
                if (stored.Position.Value == 10 && broken++ == 0)
                {
                    Rooms(old).Should().Equal(before);
                    store.LeftOver(old.Place).Should().NotBeEmpty();
                    store.Break(old.Place);
                }

                return Task.CompletedTask;
            },
        };

        await using var changed = await Projected.Start(
            shared,
            [new RoomsProjection(version: 2, suffix: "!")],
            old.Place,
            log,
            new() { ReadAhead = 1, RebuildBatchSize = 1, FirstRetry = TimeSpan.FromMilliseconds(1) });
        await changed.CatchUp();

        broken.Should().BeGreaterThan(1, "it was begun again");
        await using var fresh = await Projected.Of(shared, [new RoomsProjection(version: 2, suffix: "!")]);
        Rooms(changed).Should().Equal(Rooms(fresh));
        changed.LeftOver().Should().BeEmpty();
    }

    [Fact]
    public async Task An_answer_that_was_begun_before_a_rebuild_is_read_to_its_end_from_the_old_tables()
    {
        await shared.Hearing(Any.Hearing, Any.At(9, 0), RoomsProjection.In("room"));
        await using var old = await Projected.Of(shared, [new RoomsProjection(version: 1)]);
        await using var answer = await old.Database.Read(Cancelled);
        await old.Stop();

        await using var changed = await Projected.Of(shared, [new RoomsProjection(version: 2, suffix: "!")], old.Place);

        (await Words(answer)).Should().Equal("room 0");
        await using var later = await changed.Database.Read(Cancelled);
        (await Words(later)).Should().Equal("room! 0");

        static async Task<List<string>> Words(ReadSession session) =>
            await session.Query("SELECT room FROM rooms", null, row => row.Text(), Cancelled);
    }

    [Fact]
    public async Task Tables_that_no_longer_answer_go_after_a_while()
    {
        await shared.Hearing(Any.Hearing, Any.At(9, 0), RoomsProjection.In("room"));
        await using var old = await Projected.Of(shared, [new RoomsProjection(version: 1)]);
        await old.Stop();
        await using var database = new PostgresReadModels(PostgresStore.Options(cluster, old.Place) with { OldTablesStay = TimeSpan.Zero }, TimeProvider.System);
        await database.TakeTurn(Cancelled);
        await database.Open([new RoomsProjection(version: 1)], Cancelled);
        Schemas().Should().HaveCount(2);

        await database.Tidy(Cancelled);

        Schemas().Should().ContainSingle();
        Rooms(old).Should().NotBeEmpty();

        IReadOnlyList<string> Schemas() => store.Schemas($"{old.Place}_rooms_");
    }

    [Fact]
    public async Task Read_models_of_another_log_are_not_gone_on_with_but_computed_anew_when_asked()
    {
        await shared.Hearing(Any.Hearing, Any.At(9, 0), RoomsProjection.In("room"));
        await using var old = await Projected.Of(shared, [new RoomsProjection()]);
        await old.Stop();
        var options = PostgresStore.Options(cluster, old.Place) with { Log = "another" };
        await using var refused = new PostgresReadModels(options, TimeProvider.System);
        await using var taken = new PostgresReadModels(options with { TakeOver = true }, TimeProvider.System);

        await refused.Invoking(r => r.Open([new RoomsProjection()], Cancelled).AsTask()).Should().ThrowAsync<OtherLogException>();
        (await taken.Open([new RoomsProjection()], Cancelled)).Should().BeEmpty("nothing of it is believed");
        Rooms(old).Should().BeEmpty();
        await refused.Invoking(r => r.Open([new RoomsProjection()], Cancelled).AsTask()).Should().NotThrowAsync();
    }

    private static IReadOnlyList<string> Rooms(Projected projected) => projected.Rows([new RoomsProjection()]);

    private void Execute(string place, string sql)
    {
        using var connection = store.Connect(place);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
