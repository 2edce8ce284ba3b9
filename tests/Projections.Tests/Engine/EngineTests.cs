using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Engine;

public abstract class EngineTests(Store store)
{
    private readonly World world = new(store);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_has_recorded_something_waits_until_it_is_shown()
    {
        await using var projected = await Projected.Of(world);

        for (var i = 0; i < 20; i++)
        {
            var recorded = await world.Hearing(new(Any.Id($"hearing {i}")), Any.At(9, 0), Scheduled());
            (await projected.Engine.WaitFor(recorded.Position, TimeSpan.FromSeconds(30), Cancelled)).Should().BeTrue();
            (await projected.Ask(new HearingList(new(), HearingSort.Date, false, new()))).Total.Should().Be(i + 1);
        }
    }

    [Fact]
    public async Task Nobody_waits_longer_than_asked_for_what_does_not_come()
    {
        await using var projected = await Projected.Of(world);

        (await projected.Engine.WaitFor(new(1_000), TimeSpan.Zero, Cancelled)).Should().BeFalse();
        (await projected.Engine.WaitFor(LogPosition.Start, TimeSpan.Zero, Cancelled)).Should().BeTrue();
    }

    [Fact]
    public async Task Waiting_ends_when_whoever_waits_goes_away()
    {
        await using var projected = await Projected.Of(world);
        using var gone = new CancellationTokenSource();
        var waiting = projected.Engine.WaitFor(new(1_000), TimeSpan.FromHours(1), gone.Token).AsTask();

        await gone.CancelAsync();

        await waiting.Invoking(w => w).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task An_open_page_hears_which_matters_changed()
    {
        await using var projected = await Projected.Of(world);
        await using var changes = projected.Engine.Changes(Cancelled).GetAsyncEnumerator(Cancelled);
        await changes.MoveNextAsync();
        changes.Current.Matters.Should().BeEmpty("the first comes at once");

        var recorded = await world.Case(Any.Case, Any.At(9, 0), Opened());

        while (changes.Current.Position < recorded.Position)
        {
            (await changes.MoveNextAsync()).Should().BeTrue();
        }

        changes.Current.Matters.Should().Equal(Any.Case.Matter);
    }

    [Fact]
    public async Task Whoever_is_slow_hears_of_several_changes_at_once_and_misses_none()
    {
        var feed = new ChangeFeed();
        await using var changes = feed.Read(() => new(1), Cancelled).GetAsyncEnumerator(Cancelled);
        await changes.MoveNextAsync();
        feed.Publish(new(new(2), new HashSet<MatterId> { Any.Case.Matter }));
        feed.Publish(new(new(3), new HashSet<MatterId> { Any.OtherCase.Matter }));

        await changes.MoveNextAsync();

        changes.Current.Position.Should().Be(new LogPosition(3));
        changes.Current.Matters.Should().BeEquivalentTo([Any.Case.Matter, Any.OtherCase.Matter]);
    }

    [Fact]
    public async Task Whoever_begins_to_listen_while_something_changes_does_not_miss_it()
    {
        var feed = new ChangeFeed();
        var shown = new LogPosition(1);

        var changes = feed.Read(() => shown, Cancelled);
        shown = new(2);
        feed.Publish(new(shown, new HashSet<MatterId> { Any.Case.Matter }));

        (await changes.FirstAsync(Cancelled)).Position.Should().Be(shown);
    }

    [Fact]
    public async Task A_batch_that_cannot_be_written_leaves_nothing_and_is_tried_again()
    {
        var troubles = new List<string>();
        await using var projected = await Projected.Start(
            world, options: new() { FirstRetry = TimeSpan.FromMilliseconds(1), OnTrouble = e => { lock (troubles) { troubles.Add(e.Message); } } });
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled());
        await world.Petition(Any.Petition, Any.At(9, 0), Records());
        await projected.CatchUp();
        var before = projected.Rows();

        // Petitions are written after the docket, the timeline and the hearings.
        projected.Execute("CREATE UNIQUE INDEX no_room ON petitions (kind)");
        var recorded = await world.Petition(Any.OtherPetition, Any.At(9, 0), Records());

        await projected.Until(s => s.Any(p => p.State == ProjectionState.Interrupted));

        projected.Rows().Should().Equal(before);
        projected.Engine.Status.Should().OnlyContain(s => s.Position < recorded.Position);
        projected.Execute("DROP INDEX no_room");

        await projected.CatchUp();
        await using var fresh = await Projected.Of(world);
        projected.Rows().Should().Equal(fresh.Rows());
        troubles.Should().OnlyContain(t => t.Contains("unique", StringComparison.OrdinalIgnoreCase)).And.NotBeEmpty();
        projected.Engine.Status.Should().OnlyContain(s => s.Trouble == null);
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_tried_again()
    {
        var log = new ScriptedLog(world.Log);
        log.FailNextSubscription(new IOException("gone"));
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled());

        await using var projected = await Projected.Start(world, log: log, options: new() { FirstRetry = TimeSpan.FromMilliseconds(1) });

        await projected.CatchUp();
        await world.Hearing(Any.OtherHearing, Any.At(9, 0), Scheduled());
        await projected.CatchUp();
        log.Subscriptions.Should().Be(2);
    }

    [Fact]
    public async Task Two_processes_cannot_both_write()
    {
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled());
        var troubles = new List<Exception>();
        await using var projected = await Projected.Start(
            world, options: new() { FirstRetry = TimeSpan.FromMilliseconds(1), OnTrouble = e => { lock (troubles) { troubles.Add(e); } } });
        await projected.CatchUp();
        projected.Execute("UPDATE projection_checkpoints SET position = position + 1 WHERE name = 'docket'");

        await world.Hearing(Any.OtherHearing, Any.At(9, 0), Scheduled());
        await projected.Until(_ => { lock (troubles) { return troubles.Count > 0; } });

        troubles[0].Should().BeOfType<CheckpointMovedException>();
    }

    [Fact]
    public async Task Rows_and_checkpoint_are_seen_together_at_every_moment()
    {
        for (var i = 0; i < 60; i++)
        {
            await world.Hearing(new(Any.Id($"hearing {i}")), Any.At(9, 0), Scheduled());
        }

        await using var projected = await Projected.Of(world);
        var done = new TaskCompletionSource();
        var reading = Task.Run(() => WhatReadersSee(projected, done.Task), Cancelled);
        for (var i = 60; i < 160; i++)
        {
            await world.Hearing(new(Any.Id($"hearing {i}")), Any.At(9, 0), Scheduled());
        }

        await projected.CatchUp();
        done.SetResult();

        (await reading).Should().OnlyContain(seen => seen.Rows == seen.Position + 1).And.Contain(seen => seen.Position == 159);
    }

    private static PetitionEvent.Filed Records() => new(
        Any.Case, PetitionKind.Records, Party.Defence, Addressee.Court, 1, null, null, null);

    private static async Task<List<(long Position, long Rows)>> WhatReadersSee(Projected projected, Task done)
    {
        var seen = new List<(long, long)>();
        for (var last = false; !last;)
        {
            last = done.IsCompleted;
            await using var session = await projected.Database.Read(Cancelled);
            var position = await session.Position(ProjectionNames.Hearings, Cancelled);
            seen.Add((position.Value, await session.Number("SELECT COUNT(*) FROM hearings", null, Cancelled)));
        }

        return seen;
    }
}

public sealed class EngineOnSqlite() : EngineTests(new SqliteStore());

public sealed class EngineOnPostgres(PostgresCluster cluster) : EngineTests(cluster.Store);
