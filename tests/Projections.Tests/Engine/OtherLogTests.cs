using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Projections.Engine;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;

namespace Trials.Projections.Tests.Engine;

/// <summary>Read models are believed only where they are of the log that is there: a wrong row is worse than a minute's wait.</summary>
public abstract class OtherLogTests(Store store)
{
    private readonly World world = new(store);

    [Fact]
    public async Task Read_models_that_show_more_than_the_log_holds_are_built_anew()
    {
        await Hearings(20);
        await using var before = await Stopped();
        var restored = new World(store, world);
        await restored.Repeat(world, most: 10);

        await using var after = await Projected.Of(restored, place: before.Place);

        await ShouldBeOf(restored, after);
        await after.Stop();
        await using var next = await Projected.Start(restored, place: after.Place);
        next.Engine.Status.Should().OnlyContain(p => p.State == ProjectionState.Running, "what was built anew is believed from then on");
    }

    [Fact]
    public async Task Read_models_of_a_copy_that_has_its_events_elsewhere_are_built_anew()
    {
        await Hearings(20);
        await using var before = await Stopped();
        var rows = before.Rows();
        var copy = new World(store, world);
        await copy.Repeat(world, shuffle: 3);

        await using var after = await Projected.Of(copy, place: before.Place);

        await ShouldBeOf(copy, after);
        after.Rows().Should().NotEqual(rows);
    }

    /// <summary>The log begins as before and is not shorter: neither its first event nor its end tells.</summary>
    [Fact]
    public async Task Read_models_of_what_came_after_a_backup_that_was_put_back_are_built_anew_although_more_was_recorded_since()
    {
        await Hearings(10);
        await using var before = await Stopped();

        var restored = await Restored(events: 5);

        await using var after = await Projected.Of(restored, place: before.Place);
        await ShouldBeOf(restored, after);
    }

    /// <summary>An event's id is made of the command's, and a form or a file may be sent again: the same id, revision and position, behind another past.</summary>
    [Fact]
    public async Task A_command_that_is_repeated_after_a_backup_was_put_back_does_not_vouch_for_what_was_lost_before_it()
    {
        await Hearings(5);
        var again = new CommandHeader(new(Any.Id("sent twice")), Any.At(9, 0), new Source.SeenMyself());
        await Hearing(world, "lost", "lost room");
        await Hearing(world, "repeated", "room", again);
        await using var before = await Stopped();
        var restored = new World(store, world);
        await restored.Repeat(world, most: 5);
        restored.Clock.AdvanceHours(5);
        await Hearing(restored, "found", "another room", again with { Command = new(Any.Id("another")) });
        await Hearing(restored, "repeated", "room", again);

        await using var after = await Projected.Of(restored, place: before.Place);

        await ShouldBeOf(restored, after);
    }

    [Fact]
    public async Task A_projection_that_stops_far_behind_the_others_does_not_vouch_for_them()
    {
        await Hearings(10, i => i switch { 2 => "bad", 5 => "worse", _ => "room" });
        await using var first = await StoppedAtBad();
        await using var second = await Projected.Start(world, [.. ReadModels.All, new RoomsProjection(unfoldable: "worse")], first.Place, OneByOne());
        await second.Until(s => s.Any(p => p is { Name: "rooms", Stop.Position.Value: 5 }));
        await second.Stop();

        var restored = await Restored(events: 7);

        await using var after = await Projected.Of(restored, place: first.Place);
        await ShouldBeOf(restored, after);
    }

    [Fact]
    public async Task A_process_that_ends_while_one_projection_catches_up_does_not_let_it_vouch_for_the_others()
    {
        await Hearings(10, i => i == 2 ? "bad" : "room");
        await using var first = await StoppedAtBad();
        await using var second = await Projected.Start(world, [.. ReadModels.All, new RoomsProjection()], first.Place, OneByOne(most: 5));
        await second.Until(s => s.Any(p => p is { Name: "rooms", Position.Value: 5 }));
        await second.Stop();

        var restored = await Restored(events: 7);

        await using var after = await Projected.Of(restored, place: first.Place);
        await ShouldBeOf(restored, after);
    }

    [Fact]
    public async Task Tables_of_a_projection_that_one_version_does_not_have_are_not_believed_by_the_next_one_that_does()
    {
        Projection[] rooms = [new RoomsProjection()];
        await Hearings(10);
        await using var before = await Stopped([.. ReadModels.All, .. rooms]);
        var restored = await Restored(events: 5);
        await using var without = await Projected.Of(restored, place: before.Place);
        await without.Stop();

        await using var with = await Projected.Of(restored, [.. ReadModels.All, .. rooms], before.Place);

        await using var fresh = await Projected.Of(restored, rooms);
        with.Rows(rooms).Should().Equal(fresh.Rows(rooms));
    }

    [Fact]
    public async Task Tables_of_a_version_that_did_not_note_their_last_event_answer_until_they_are_built_anew()
    {
        await Hearings(10);
        await using var before = await Stopped();
        var rows = before.Rows();
        before.Execute("DROP TABLE projection_marks");
        var gate = new TaskCompletionSource();

        await using var after = await Projected.Start(world, place: before.Place, log: new ScriptedLog(world.Log) { BeforeReading = gate.Task.WaitAsync });

        after.Engine.Status.Should().OnlyContain(p => p.State == ProjectionState.Rebuilding && p.Position.Value == 9);
        after.Rows().Should().Equal(rows);
        gate.SetResult();
        await after.CatchUp();
        after.Rows().Should().Equal(rows);
    }

    [Fact]
    public async Task Tables_without_a_noted_last_event_that_show_more_than_the_log_holds_are_thrown_away()
    {
        await Hearings(10);
        await using var before = await Stopped();
        before.Execute("DROP TABLE projection_marks");
        var restored = new World(store, world);
        await restored.Repeat(world, most: 5);
        var gate = new TaskCompletionSource();

        await using var after = await Projected.Start(restored, place: before.Place, log: new ScriptedLog(restored.Log) { BeforeReading = gate.Task.WaitAsync });
        await after.Until(s => s.All(p => p is { State: ProjectionState.Rebuilding, RebuildPercent: not null }));

        after.Engine.Status.Should().OnlyContain(p => p.Position == LogPosition.Start);
        gate.SetResult();
        await after.CatchUp();
        await ShouldBeOf(restored, after);
    }

    /// <summary>A version that did not note the last event moves a checkpoint alone.</summary>
    [Fact]
    public async Task What_was_noted_of_another_position_vouches_for_nothing()
    {
        await Hearings(10);
        await using var before = await Stopped();
        before.Execute("UPDATE projection_checkpoints SET position = 8");

        await using var after = await Projected.Start(
            world, place: before.Place, log: new ScriptedLog(world.Log) { BeforeReading = new TaskCompletionSource().Task.WaitAsync });

        after.Engine.Status.Should().OnlyContain(p => p.State == ProjectionState.Rebuilding && p.Position.Value == 8);
    }

    [Fact]
    public async Task Open_pages_are_told_that_anything_may_have_changed_when_new_tables_answer()
    {
        await Hearings(10);
        await using var before = await Stopped();
        var restored = await Restored(events: 5);
        var gate = new TaskCompletionSource();
        await using var after = await Projected.Start(restored, place: before.Place, log: new ScriptedLog(restored.Log) { BeforeReading = gate.Task.WaitAsync });
        await after.Until(s => s.All(p => p is { State: ProjectionState.Rebuilding, RebuildPercent: not null }));
        await using var page = after.Engine.Changes(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await page.MoveNextAsync();
        page.Current.Everything.Should().BeFalse("nothing has changed since the page was opened");

        gate.SetResult();
        await after.CatchUp();

        await page.MoveNextAsync();
        page.Current.Everything.Should().BeTrue("other tables answer");
    }

    /// <summary>However much stands in the log, others' events among it.</summary>
    [Fact]
    public async Task Read_models_of_this_log_are_gone_on_with_without_a_look_through_it()
    {
        await Hearings(10);
        await using var before = await Stopped();
        var log = new ScriptedLog(world.Log) { BeforeReading = _ => throw new InvalidOperationException("The log is read.") };

        await using var after = await Projected.Start(world, place: before.Place, log: log);

        await after.CatchUp();
    }

    private static async Task ShouldBeOf(World of, Projected projected)
    {
        await using var fresh = await Projected.Of(of);
        projected.Rows().Should().Equal(fresh.Rows());
    }

    private static Task<Outcome.Recorded> Hearing(World of, string name, string room, CommandHeader? header = null) => of.Has<Hearing, HearingEvent>(new RecordInHearing
    {
        Stream = StreamName.Of(new HearingId(Any.Id(name))),
        Matter = Any.Case.Matter,
        Header = header ?? of.Header(Any.At(9, 0)),
        Facts = [RoomsProjection.In(room)],
    });

    private async Task Hearings(int count, Func<int, string>? room = null)
    {
        for (var i = 0; i < count; i++)
        {
            await Hearing(world, $"hearing {i}", room?.Invoke(i) ?? $"room {i}");
        }
    }

    private async Task<Projected> Stopped(IReadOnlyList<Projection>? projections = null)
    {
        var projected = await Projected.Of(world, projections);
        await projected.Stop();
        return projected;
    }

    private async Task<Projected> StoppedAtBad()
    {
        var projected = await Projected.Start(world, [.. ReadModels.All, new RoomsProjection(unfoldable: "bad")]);
        await projected.Until(s => s.All(p => p.State == (p.Name == "rooms" ? ProjectionState.Stopped : ProjectionState.Running)));
        await projected.Stop();
        return projected;
    }

    /// <summary>The log that is followed event by event, up to one before which it falls silent.</summary>
    private ScriptedLog OneByOne(long most = long.MaxValue) => new(world.Log)
    {
        BeforeFollowed = (stored, stop) => stored.Position.Value <= most ? Task.CompletedTask : new TaskCompletionSource().Task.WaitAsync(stop),
    };

    /// <summary>The log after its first events were put back and others recorded.</summary>
    private async Task<World> Restored(int events)
    {
        var restored = new World(store, world);
        await restored.Repeat(world, most: events);
        for (var i = 0; i < 10; i++)
        {
            await Hearing(restored, $"after the backup {i}", "another room");
        }

        return restored;
    }
}

public sealed class OtherLogOnSqlite() : OtherLogTests(new SqliteStore());

public sealed class OtherLogOnPostgres(PostgresCluster cluster) : OtherLogTests(cluster.Store);
