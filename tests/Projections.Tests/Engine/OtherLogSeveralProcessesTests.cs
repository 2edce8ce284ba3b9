using NodaTime.Testing;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Postgres;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;

namespace Trials.Projections.Tests.Engine;

/// <summary>What one process throws away or puts in another's place is nothing that another one is at.</summary>
public sealed class OtherLogSeveralProcessesTests(PostgresCluster cluster)
{
    private readonly World shared = new(cluster.Store);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Both nodes start after a backup was put back; one has looked before the other throws away and builds anew.</summary>
    [Theory]
    [InlineData(2)] // that one has made the indexes, and reads what came since
    [InlineData(0)] // it is done
    public async Task A_node_that_looked_before_another_one_built_anew_throws_nothing_away(int reading)
    {
        Projection[] rooms = [new RoomsProjection()];
        await shared.Hearing(Any.Hearing, Any.At(9, 0), RoomsProjection.In("lost room"));
        await using var before = await Projected.Of(shared, rooms);
        await before.Stop();
        var restored = new World(cluster.Store, shared);
        await restored.Hearing(Any.OtherHearing, Any.At(9, 0), RoomsProjection.In("room"));
        var (looks, mayGoOn, reached, mayFinish) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var readings = 0;
        var slow = new ScriptedLog(restored.Log) { BeforeHead = () => looks.TrySetResult() ? mayGoOn.Task : Task.CompletedTask };
        var gated = new ScriptedLog(restored.Log)
        {
            BeforeReading = async stop =>
            {
                if (++readings == reading)
                {
                    reached.SetResult();
                    await mayFinish.Task.WaitAsync(stop);
                }
            },
        };
        var starting = Projected.Start(restored, rooms, before.Place, slow);
        await looks.Task;
        await using var first = await Projected.Start(restored, rooms, before.Place, gated);
        await (reading > 0 ? reached.Task : first.CatchUp());

        mayGoOn.SetResult();
        await using var second = await starting;
        mayFinish.SetResult();

        await first.CatchUp();
        await second.CatchUp();
        await using var fresh = await Projected.Of(restored, rooms);
        first.Rows(rooms).Should().NotBeEmpty().And.Equal(fresh.Rows(rooms));
    }

    /// <summary>Between the two, whoever had the turn puts what it built in the place of what answered, and ends.</summary>
    [Fact]
    public async Task A_rebuild_that_looked_before_it_had_the_turn_does_not_drop_the_tables_that_answer_by_now()
    {
        Projection[] rooms = [new RoomsProjection()];
        await shared.Hearing(Any.Hearing, Any.At(9, 0), RoomsProjection.In("room"));
        await using var before = await Projected.Of(shared, rooms);
        await before.Stop();
        var (looks, mayGoOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var log = new ScriptedLog(shared.Log)
        {
            BeforeHead = () => looks.TrySetResult() ? mayGoOn.Task : Task.CompletedTask,
            BeforeReading = _ => throw new InvalidOperationException("The rebuild is ended while it reads."),
        };
        await using var database = cluster.Store.Open(before.Place);
        var verb = Engine(log, database);
        var opening = verb.Open(Cancelled).AsTask();
        await looks.Task;
        await using (var other = cluster.Store.Open(before.Place))
        {
            var faster = Engine(shared.Log, other);
            await faster.Open(Cancelled);
            await faster.Rebuild([], null, Cancelled);
        }

        mayGoOn.SetResult();
        await opening;
        await verb.Invoking(v => v.Rebuild([], null, Cancelled)).Should().ThrowAsync<InvalidOperationException>();
        await database.DisposeAsync();

        await using var after = await Projected.Of(shared, rooms, before.Place);
        await using var fresh = await Projected.Of(shared, rooms);
        after.Rows(rooms).Should().NotBeEmpty().And.Equal(fresh.Rows(rooms));

        ProjectionEngine Engine(IEventLog read, ReadModelDatabase into) => new(read, shared.Codec, into, rooms, new FakeClock(Any.Now), TimeProvider.System);
    }

    [Fact]
    public async Task Read_models_of_another_log_are_not_taken_over_while_a_node_writes_them()
    {
        Projection[] rooms = [new RoomsProjection()];
        await shared.Hearing(Any.Hearing, Any.At(9, 0), RoomsProjection.In("room"));
        await using var running = await Projected.Of(shared, rooms);
        var rows = running.Rows(rooms);
        await using var taking = new PostgresReadModels(PostgresStore.Options(cluster, running.Place) with { Log = "another", TakeOver = true }, TimeProvider.System);

        await taking.Invoking(t => t.Open(rooms, Cancelled).AsTask()).Should().ThrowAsync<TurnLostException>();

        running.Rows(rooms).Should().NotBeEmpty().And.Equal(rows);
        await shared.Hearing(Any.OtherHearing, Any.At(9, 0), RoomsProjection.In("another room"));
        await running.CatchUp();
    }

    [Fact]
    public async Task What_was_built_anew_does_not_take_the_place_of_tables_that_it_was_not_meant_for()
    {
        Projection[] rooms = [new RoomsProjection()];
        await using var before = await Projected.Of(shared, rooms);
        await before.Stop();
        await using var database = cluster.Store.Open(before.Place);
        await database.TakeTurn(Cancelled);
        await database.Open(rooms, Cancelled);
        await database.BeginRebuild(rooms, Cancelled);
        before.Execute("UPDATE projection_checkpoints SET generation = generation + 1");

        await database.Invoking(d => d.FinishRebuild([(rooms[0], null)], Cancelled).AsTask()).Should().ThrowAsync<CheckpointMovedException>();
    }
}
