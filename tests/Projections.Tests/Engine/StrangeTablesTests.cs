using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;

namespace Trials.Projections.Tests.Engine;

/// <summary>What is found in the database that this version would not have made.</summary>
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

    private static string Generation(Projected projected) => projected.Rows("SELECT generation FROM projection_checkpoints").Should().ContainSingle().Subject;

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
