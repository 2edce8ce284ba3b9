using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;

namespace Trials.Projections.Tests.Engine;

public abstract class RebuildTests(Store store)
{
    private readonly World world = new(store);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_projection_is_built_anew_while_its_old_tables_answer_and_the_others_go_on()
    {
        await Hearings(20);
        await using var old = await Projected.Of(world, [.. ReadModels.All, new RoomsProjection(version: 1)]);
        await old.Stop();
        var before = Rooms(old);
        var gate = new TaskCompletionSource();
        var log = new ScriptedLog(world.Log) { Before = (stored, stop) => stored.Position.Value < 10 ? Task.CompletedTask : gate.Task.WaitAsync(stop) };

        await using var changed = await Projected.Start(
            world, [.. ReadModels.All, new RoomsProjection(version: 2, suffix: "!")], old.Place, log, new() { ReadAhead = 1, RebuildBatchSize = 1 });
        await changed.Until(s => s.Any(p => p is { Name: "rooms", State: ProjectionState.Rebuilding, RebuildPercent: > 0 and < 100 }));
        var meanwhile = await world.Hearing(new(Any.Id("meanwhile")), Any.At(9, 0), RoomsProjection.In("new"));
        await changed.Until(s => s.Where(p => p.Name != "rooms").All(p => p.Position >= meanwhile.Position));

        Rooms(changed).Should().Equal(before, "the old tables answer until the new ones are whole");
        var status = changed.Engine.Status.Single(p => p.Name == "rooms");
        (status.Position, status.Lags).Should().Be((new LogPosition(19), true));

        gate.SetResult();
        await changed.CatchUp();
        Count(changed).Should().Be(21);
        Rooms(changed).Should().Contain(r => r.Contains("new! 0", StringComparison.Ordinal));
        changed.Engine.Status.Should().OnlyContain(s => s.RebuildPercent == null);
        await using var fresh = await Projected.Of(world, [new RoomsProjection(version: 2, suffix: "!")]);
        Rooms(changed).Should().Equal(Rooms(fresh));
        changed.LeftOver().Should().BeEmpty();
    }

    [Fact]
    public async Task A_rebuild_that_is_killed_begins_again()
    {
        await Hearings(20);
        await using var old = await Projected.Of(world, [new RoomsProjection(version: 1)]);
        await old.Stop();
        var log = new ScriptedLog(world.Log) { Before = (stored, stop) => stored.Position.Value < 10 ? Task.CompletedTask : new TaskCompletionSource().Task.WaitAsync(stop) };
        await using var killed = await Projected.Start(
            world, [new RoomsProjection(version: 2, suffix: "!")], old.Place, log, new() { ReadAhead = 1, RebuildBatchSize = 1 });
        await killed.Until(s => s[0].RebuildPercent > 0);
        await killed.Stop();
        killed.LeftOver().Should().NotBeEmpty("it was killed on the way");

        await using var again = await Projected.Of(world, [new RoomsProjection(version: 2, suffix: "!")], old.Place);

        await using var fresh = await Projected.Of(world, [new RoomsProjection(version: 2, suffix: "!")]);
        Rooms(again).Should().Equal(Rooms(fresh));
        again.LeftOver().Should().BeEmpty();
    }

    [Fact]
    public async Task A_projection_without_a_change_is_not_built_anew()
    {
        await Hearings(5);
        await using var first = await Projected.Of(world, [new RoomsProjection()]);
        await first.Stop();
        var read = 0;
        var log = new ScriptedLog(world.Log) { Before = (stored, _) => Task.FromResult(read += stored.Position.Value == 0 ? 0 : 1) };
        await Hearings(5, from: 5);

        await using var second = await Projected.Start(world, [new RoomsProjection()], first.Place, log);
        await second.CatchUp();

        read.Should().Be(0);
        Count(second).Should().Be(10);
    }

    [Fact]
    public async Task Where_the_new_version_cannot_take_an_event_the_old_tables_stay()
    {
        await Hearings(10);
        await using var old = await Projected.Of(world, [new RoomsProjection(version: 1)]);
        await old.Stop();

        await using var changed = await Projected.Start(world, [new RoomsProjection(version: 2, unfoldable: "room 5")], old.Place);
        await changed.Until(s => s[0].State == ProjectionState.Stopped);

        changed.Engine.Status[0].Stop!.Position.Should().Be(new LogPosition(5));
        changed.Engine.Status[0].Position.Should().Be(new LogPosition(9));
        Rooms(changed).Should().Equal(Rooms(old));
    }

    [Fact]
    public async Task A_new_projection_that_cannot_take_an_event_shows_what_comes_before_it()
    {
        await Hearings(10);
        await using var projected = await Projected.Start(world, [new RoomsProjection(unfoldable: "room 5")]);

        await projected.Until(s => s[0].State == ProjectionState.Stopped);

        projected.Engine.Status[0].Position.Should().Be(new LogPosition(4));
        Count(projected).Should().Be(5);
    }

    [Fact]
    public async Task A_rebuild_on_demand_tells_how_far_it_is_and_leaves_the_same_rows()
    {
        await Hearings(50);
        await using var projected = await Projected.Of(world);
        await projected.Stop();
        var before = projected.Rows();
        var progress = new List<RebuildProgress>();

        await using var verb = Projected.Idle(world, projected.Place, new() { ReadAhead = 1, RebuildBatchSize = 10 });
        await verb.Engine.Open(Cancelled);
        await verb.Engine.Rebuild([], new Collecting(progress), Cancelled);

        verb.Rows().Should().Equal(before);
        progress[^1].Should().Be(new RebuildProgress(50, 100));
        progress.Select(p => p.Percent).Should().BeInAscendingOrder().And.HaveCountGreaterThan(3);
        verb.Engine.Status.Should().OnlyContain(s => s.State == ProjectionState.Running && s.Position == new LogPosition(49));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public async Task Of_rows_that_go_come_back_and_change_on_the_way_the_last_ones_stay(int changing)
    {
        await Hearings(12);
        foreach (var hour in new[] { 11, 12, 13 })
        {
            for (var i = 0; i < changing; i++)
            {
                var again = new HearingEvent.Rescheduled(Any.Day, new(hour, 0), HearingCause.NotStated, CausedBy.Court, null);
                await world.Hearing(new(Any.Id($"hearing {i}")), Any.At(9, 0), again);
            }
        }

        await using var rebuilt = await Projected.Start(
            world, [new GoingProjection()], options: new() { ReadAhead = 1, RebuildBatchSize = 1 });
        await rebuilt.CatchUp();

        await using var atOnce = await Projected.Of(world, [new GoingProjection()]);
        rebuilt.Rows([new GoingProjection()]).Should().Equal(atOnce.Rows([new GoingProjection()]));
        rebuilt.Rows([new GoingProjection()]).Count(r => r.EndsWith("number=4", StringComparison.Ordinal)).Should().Be(2 * changing);
        rebuilt.LeftOver().Should().BeEmpty();
    }

    private async Task Hearings(int count, int from = 0)
    {
        for (var i = from; i < from + count; i++)
        {
            await world.Hearing(new(Any.Id($"hearing {i}")), Any.At(9, 0), RoomsProjection.In($"room {i}"));
        }
    }

    private static IReadOnlyList<string> Rooms(Projected projected) => projected.Rows([new RoomsProjection()]);

    private static int Count(Projected projected) => Rooms(projected).Count(r => r.StartsWith("rooms ", StringComparison.Ordinal));

    /// <summary>How many entries a hearing has, and their numbers; it has no rows while it has two.</summary>
    private sealed class GoingProjection : Projection
    {
        private static readonly OwnedTable<Counted> Going = new(
            "going", TableKind.One, new Columns<Counted>().Text("stream", r => r.Stream).Integer("number", r => r.Number));

        private static readonly OwnedTable<Counted> Numbers = new(
            "going_numbers", TableKind.Many, new Columns<Counted>().Text("stream", r => r.Stream).Integer("number", r => r.Number), 2);

        public GoingProjection()
            : base("going", 1, [Going, Numbers]) =>
            From(new StreamFold<Count, HearingEvent>("hearing", new(0), (count, _) => new(count.Entries + 1)), (before, after, changes) =>
            {
                changes.Replace(Going, Of(before).LastOrDefault(), Of(after).LastOrDefault());
                changes.Replace(Numbers, Of(before), Of(after));
            });

        private static List<Counted> Of(Folded<Count>? folded) => folded is null or { State.Entries: 2 }
            ? []
            : [.. Enumerable.Range(1, folded.State.Entries).Select(number => new Counted(folded.Stream.Value, number))];

        private sealed record Count(int Entries);

        private sealed record Counted(string Stream, long Number);
    }

    private sealed class Collecting(List<RebuildProgress> into) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => into.Add(value);
    }
}

public sealed class RebuildOnSqlite() : RebuildTests(new SqliteStore());

public sealed class RebuildOnPostgres(PostgresCluster cluster) : RebuildTests(cluster.Store);
