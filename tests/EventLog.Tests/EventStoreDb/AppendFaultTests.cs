using Trials.Domain;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Tests.EventStoreDb.Double;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.EventStoreDb;

/// <summary>Whatever breaks in the middle of an append: one true answer, and each event once.</summary>
public sealed class AppendFaultTests : IAsyncLifetime
{
    private readonly TestTime time = new();
    private FakeServer server = null!;
    private EventStoreDbLog log = null!;

    public async ValueTask InitializeAsync()
    {
        server = await FakeServer.Start();
        log = server.Log(time);
    }

    public async ValueTask DisposeAsync()
    {
        await log.DisposeAsync();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(AppendFault.DropBefore)]
    [InlineData(AppendFault.DropAfter)]
    [InlineData(AppendFault.UnavailableBefore)]
    [InlineData(AppendFault.UnavailableAfter)]
    internal async Task An_append_that_is_cut_off_is_written_once_and_acknowledged(AppendFault fault)
    {
        var events = Chains.Next(Chains.NewStream(), count: 3);
        server.Script.Append(fault);

        var appended = (await log.Add(events)).Should().BeOfType<AppendResult.Appended>().Subject;

        var stored = await log.Stream(events[0].Stream);
        stored.ShouldBe(events);
        stored[^1].Position.Should().Be(appended.Last);
        server.Script.Appends.Should().Be(2);
    }

    [Fact]
    public async Task An_append_that_was_written_is_acknowledged_also_where_the_answer_does_not_say_where()
    {
        var events = Chains.Next(Chains.NewStream(), count: 3);
        server.Script.Append(AppendFault.NoPosition);

        var appended = (await log.Add(events)).Should().BeOfType<AppendResult.Appended>().Subject;

        (await log.Stream(events[0].Stream))[^1].Position.Should().Be(appended.Last);
        server.Script.Appends.Should().Be(1);
    }

    [Theory]
    [InlineData(AppendFault.DropAfter)]
    [InlineData(AppendFault.UnavailableAfter)]
    internal async Task An_append_that_others_followed_before_its_answer_was_known_is_acknowledged(AppendFault fault)
    {
        var first = Chains.Next(Chains.NewStream());
        var next = Chains.Next(first[0].Stream, first[0]);
        server.Script.Append(fault, AppendFault.DropBefore, AppendFault.None);
        var appending = log.Add(first);

        // Whoever writes behind it has read it, and so it is there.
        await using var other = server.Log();
        while ((await other.Stream(first[0].Stream)).Count == 0)
        {
            await Task.Yield();
        }

        await other.Add(next);

        (await appending).Should().BeOfType<AppendResult.Appended>().Which.Last.Should().Be((await log.Stream(first[0].Stream))[0].Position);
        (await log.Stream(first[0].Stream)).ShouldBe([.. first, .. next]);
    }

    [Theory]
    [InlineData(AppendFault.StallBefore)]
    [InlineData(AppendFault.StallAfter)]
    internal async Task An_append_that_gets_no_answer_is_sent_again_after_its_deadline(AppendFault fault)
    {
        var events = Chains.Next(Chains.NewStream());
        server.Script.Append(fault);

        var appending = log.Add(events);
        await server.Script.Stalled;
        time.PassDeadlines();

        (await appending).Should().BeOfType<AppendResult.Appended>();
        (await log.Stream(events[0].Stream)).ShouldBe(events);
    }

    [Fact]
    public async Task A_server_that_does_not_know_its_own_repeat_is_not_believed()
    {
        var events = Chains.Next(Chains.NewStream(), count: 2);
        server.Script.Append(AppendFault.WrongAfter);

        (await log.Add(events)).Should().Be(new AppendResult.Appended((await log.Stream(events[0].Stream))[^1].Position));
    }

    [Fact]
    public async Task Somebody_elses_append_in_between_is_told_as_a_conflict()
    {
        var mine = Chains.Next(Chains.NewStream());
        var theirs = Chains.Next(mine[0].Stream);
        await using var other = server.Log();
        await other.Add(theirs);
        server.Script.Append(AppendFault.DropBefore, AppendFault.DropBefore);

        (await log.Add(mine)).Should().Be(new AppendResult.WrongRevision(0));
        (await log.Stream(mine[0].Stream)).ShouldBe(theirs);
    }

    [Fact]
    public async Task An_append_whose_outcome_stays_unknown_says_so()
    {
        var events = Chains.Next(Chains.NewStream());
        server.Script.Append(AppendFault.UnavailableAfter);
        server.Script.Append([.. Enumerable.Repeat(AppendFault.UnavailableBefore, 20)]);

        (await log.Add(events)).Should().Be(new AppendResult.Failed(LogFailure.OutcomeUnknown));
    }

    [Fact]
    public async Task The_pauses_between_tries_grow_and_are_not_all_alike()
    {
        server.Script.Append([.. Enumerable.Repeat(AppendFault.UnavailableBefore, 20)]);

        await log.Add(Chains.Next(Chains.NewStream()));

        time.Pauses.Should().HaveCountGreaterThan(4).And.OnlyHaveUniqueItems();
        time.Pauses.Last().Should().BeGreaterThan(time.Pauses.First() * 4).And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(1, 0, 25)]
    [InlineData(1, 1, 50)]
    [InlineData(4, 0.5, 300)]
    [InlineData(60, 1, 2_000)]
    public void A_pause_is_between_half_and_all_of_twice_the_one_before(int failures, double chance, double milliseconds) =>
        Backoff.Pause(failures, chance).TotalMilliseconds.Should().BeApproximately(milliseconds, 0.001);

    [Fact]
    public async Task A_server_that_is_away_wrote_nothing()
    {
        var events = Chains.Next(Chains.NewStream());
        await server.Stop();

        (await log.Add(events)).Should().Be(new AppendResult.Failed(LogFailure.Unavailable));

        await server.StartAgain();
        (await log.Add(events)).Should().BeOfType<AppendResult.Appended>();
        (await log.Stream(events[0].Stream)).ShouldBe(events);
    }

    [Fact]
    public async Task An_append_that_may_not_be_is_told_at_once_and_later_taken()
    {
        var events = Chains.Next(Chains.NewStream());
        server.Script.Append(AppendFault.AccessDenied);

        (await log.Add(events)).Should().Be(new AppendResult.Failed(LogFailure.Unavailable));
        (await log.Stream(events[0].Stream)).Should().BeEmpty();
        (await log.Add(events)).Should().BeOfType<AppendResult.Appended>();
    }

    [Fact]
    public async Task An_append_that_may_be_written_and_is_then_refused_stays_unknown()
    {
        server.Script.Append(AppendFault.UnavailableAfter);
        server.Script.Append([.. Enumerable.Repeat(AppendFault.AccessDenied, 20)]);

        (await log.Add(Chains.Next(Chains.NewStream()))).Should().Be(new AppendResult.Failed(LogFailure.OutcomeUnknown));
    }

    [Fact]
    public async Task More_than_the_server_takes_at_once_is_a_mistake_of_the_caller()
    {
        var large = Chains.Next(Chains.NewStream(), dataSize: 1_100_000);

        var append = async () => await log.Add(large);

        await append.Should().ThrowAsync<ArgumentException>().WithMessage("*more than the server takes*");
        (await log.Stream(large[0].Stream)).Should().BeEmpty();
    }

    [Fact]
    public async Task One_append_more_than_may_be_under_way_is_refused_as_busy()
    {
        await using var narrow = server.Log(time, server.Settings with { QueueLimit = 1 });
        var events = Chains.Next(Chains.NewStream());
        server.Script.Append(AppendFault.StallBefore);
        var first = narrow.Add(events);
        await server.Script.Stalled;

        (await narrow.Add(Chains.Next(Chains.NewStream()))).Should().Be(new AppendResult.Failed(LogFailure.Busy));

        time.PassDeadlines();
        (await first).Should().BeOfType<AppendResult.Appended>();
    }

    [Fact]
    public async Task Closing_waits_for_what_is_under_way_and_takes_no_more()
    {
        var events = Chains.Next(Chains.NewStream());
        var closing = server.Log(time);
        server.Script.Append(AppendFault.StallAfter);
        var first = closing.Add(events);
        await server.Script.Stalled;

        var closed = closing.DisposeAsync().AsTask();
        (await closing.Add(Chains.Next(Chains.NewStream()))).Should().Be(new AppendResult.Failed(LogFailure.ShuttingDown));
        closed.IsCompleted.Should().BeFalse();
        time.PassDeadlines();

        (await first).Should().BeOfType<AppendResult.Appended>();
        await closed;
    }

    [Fact]
    public async Task A_request_that_is_cancelled_half_way_does_not_cancel_its_append()
    {
        var events = Chains.Next(Chains.NewStream());
        using var request = new CancellationTokenSource();
        server.Script.Append(AppendFault.StallBefore);
        var appending = log.Append(events, -1, request.Token);
        await server.Script.Stalled;

        await request.CancelAsync();
        time.PassDeadlines();

        (await appending).Should().BeOfType<AppendResult.Appended>();
    }
}
