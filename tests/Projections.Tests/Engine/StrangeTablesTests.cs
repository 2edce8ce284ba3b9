using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;

namespace Trials.Projections.Tests.Engine;

/// <summary>What is found in the database that this version would not have made, or not of this log.</summary>
public abstract class StrangeTablesTests(Store store)
{
    private readonly World world = new(store);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tables_with_other_columns_answer_nothing_until_they_are_built_anew()
    {
        await Hearings(20);
        await using var old = await Projected.Of(world, [.. ReadModels.All, new RoomsProjection()]);
        await old.Stop();
        var gate = new TaskCompletionSource();
        var log = new ScriptedLog(world.Log) { Before = (stored, stop) => stored.Position.Value < 10 ? Task.CompletedTask : gate.Task.WaitAsync(stop) };
        IReadOnlyList<Projection> changed = [.. ReadModels.All, new RoomsProjection(withLength: true)];

        await using var projected = await Projected.Start(world, changed, old.Place, log, new() { ReadAhead = 1, RebuildBatchSize = 1 });
        await projected.Until(s => s.Any(p => p is { Name: "rooms", State: ProjectionState.Rebuilding, RebuildPercent: > 0 and < 100 }));

        projected.Rows([changed[^1]]).Should().BeEmpty("nobody can ask the old tables for the new column");
        var status = projected.Engine.Status.Single(p => p.Name == "rooms");
        (status.Position, status.Lags).Should().Be((LogPosition.Start, true), "it is told as a first build is");
        (await projected.Engine.WaitFor(new(0), TimeSpan.Zero, Cancelled)).Should().BeFalse();
        projected.Engine.Status.Where(p => p.Name != "rooms").Should().OnlyContain(p => p.State == ProjectionState.Running);

        gate.SetResult();
        await projected.CatchUp();
        await using var fresh = await Projected.Of(world, [new RoomsProjection(withLength: true)]);
        projected.Rows([changed[^1]]).Should().NotBeEmpty().And.Equal(fresh.Rows([changed[^1]]));
        projected.LeftOver().Should().BeEmpty();
    }

    [Fact]
    public async Task A_first_build_that_is_killed_begins_again_with_the_tables_that_are_there()
    {
        await Hearings(20);
        var never = new ScriptedLog(world.Log) { Before = (stored, stop) => stored.Position.Value < 10 ? Task.CompletedTask : new TaskCompletionSource().Task.WaitAsync(stop) };
        await using var killed = await Projected.Start(world, [new RoomsProjection()], null, never, new() { ReadAhead = 1, RebuildBatchSize = 1 });
        await killed.Until(s => s[0].RebuildPercent > 0);
        await killed.Stop();
        var generation = Generation(killed);

        await using var again = await Projected.Start(world, [new RoomsProjection()], killed.Place);

        Generation(again).Should().Be(generation, "another process would find the tables of the one that builds gone");
        await again.CatchUp();
        await using var fresh = await Projected.Of(world, [new RoomsProjection()]);
        again.Rows([new RoomsProjection()]).Should().NotBeEmpty().And.Equal(fresh.Rows([new RoomsProjection()]));
    }

    [Fact]
    public async Task Read_models_that_show_more_than_the_log_holds_are_built_anew()
    {
        await Hearings(20);
        await using var before = await Projected.Of(world);
        await before.Stop();
        var restored = new World(store, world);
        await restored.Repeat(world, most: 10);

        await using var after = await Projected.Of(restored, place: before.Place);

        await using var fresh = await Projected.Of(restored);
        after.Rows().Should().Equal(fresh.Rows());
        await using var next = await Projected.Start(restored, place: after.Place);
        next.Engine.Status.Should().OnlyContain(p => p.State == ProjectionState.Running, "what was built anew is believed from then on");
    }

    [Fact]
    public async Task Read_models_of_a_copy_that_has_its_events_elsewhere_are_built_anew()
    {
        await Hearings(20);
        await using var before = await Projected.Of(world);
        await before.Stop();
        var rows = before.Rows();
        var copy = new World(store, world);
        await copy.Repeat(world, shuffle: 3);
        (await First(copy)).Should().NotBe(await First(world));

        await using var after = await Projected.Of(copy, place: before.Place);

        await using var fresh = await Projected.Of(copy);
        after.Rows().Should().Equal(fresh.Rows()).And.NotEqual(rows);
    }

    /// <summary>The log begins as before and is not shorter, so that neither its first event nor its end tells.</summary>
    [Fact]
    public async Task Read_models_of_what_came_after_a_backup_that_was_put_back_are_built_anew_although_more_was_recorded_since()
    {
        await Hearings(10);
        await using var before = await Projected.Of(world);
        await before.Stop();
        var restored = new World(store, world);
        await restored.Repeat(world, most: 5);
        for (var i = 0; i < 10; i++)
        {
            await restored.Hearing(new(Any.Id($"after the backup {i}")), Any.At(9, 0), RoomsProjection.In("another room"));
        }

        (await First(restored)).Should().Be(await First(world));
        await using var after = await Projected.Of(restored, place: before.Place);

        await using var fresh = await Projected.Of(restored);
        after.Rows().Should().Equal(fresh.Rows());
    }

    [Fact]
    public async Task Read_models_that_an_earlier_version_left_without_telling_its_last_event_are_gone_on_with()
    {
        await Hearings(10);
        await using var before = await Projected.Of(world);
        await before.Stop();
        var rows = before.Rows();
        before.Execute("DROP TABLE projection_last");

        await using var after = await Projected.Start(world, place: before.Place);

        after.Engine.Status.Should().OnlyContain(p => p.State == ProjectionState.Running);
        after.Rows().Should().Equal(rows);
    }

    /// <summary>However much stands in the log, others' events among it.</summary>
    [Fact]
    public async Task Read_models_that_are_of_this_log_are_gone_on_with_without_a_look_through_it()
    {
        await Hearings(10);
        await using var before = await Projected.Of(world);
        await before.Stop();
        var log = new ScriptedLog(world.Log) { Before = (stored, _) => throw new InvalidOperationException($"The log is read at {stored.Position}.") };

        await using var after = await Projected.Start(world, place: before.Place, log: log);

        await after.CatchUp();
    }

    private static string Generation(Projected projected) => projected.Rows("SELECT generation FROM projection_checkpoints").Should().ContainSingle().Subject;

    private static async Task<EventId> First(World of) => (await of.Log.ReadAll(LogPosition.Start, Cancelled).FirstAsync(Cancelled)).Event.Id;

    private async Task Hearings(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await world.Hearing(new(Any.Id($"hearing {i}")), Any.At(9, 0), RoomsProjection.In($"room {i}"));
        }
    }
}

public sealed class StrangeTablesOnSqlite() : StrangeTablesTests(new SqliteStore());

public sealed class StrangeTablesOnPostgres(PostgresCluster cluster) : StrangeTablesTests(cluster.Store);
