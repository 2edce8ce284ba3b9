using Trials.Domain;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Contract;

public abstract partial class EventLogContract
{
    [Fact]
    public async Task Everything_is_read_in_order_from_a_position_on()
    {
        var events = Chains.Next(Chains.NewStream(), count: 3);
        var first = (AppendResult.Appended)await Log.Add(events[0]);
        await Log.Add(events[1], events[2]);

        (await Log.All(LogPosition.Start, events[0].Stream)).ShouldBe(events);
        (await Log.All(first.Last, events[0].Stream)).ShouldBe(events[1..]);
        (await Log.All(await Log.Head(Cancelled), events[0].Stream)).Should().BeEmpty();
    }

    [Fact]
    public async Task Reading_everything_ends_where_the_log_ended_when_it_began()
    {
        var stream = Chains.NewStream();
        var written = Chains.Next(stream, count: 2_200);
        await Log.Add(written);
        var read = new List<StoredEvent>();

        await foreach (var stored in Log.ReadAll(LogPosition.Start, Cancelled))
        {
            if (stored.Event.Stream == stream)
            {
                if (read.Count == 0)
                {
                    await Log.Add(Chains.Next(stream, written[^1]));
                }

                read.Add(stored);
            }
        }

        read.ShouldBe(written);
    }

    [Fact]
    public async Task The_head_is_the_position_of_the_last_append()
    {
        var before = await Log.Head(Cancelled);
        var appended = (AppendResult.Appended)await Log.Add(Chains.Next(Chains.NewStream(), count: 2));

        appended.Last.Should().BeGreaterThan(before);
        (await Log.Head(Cancelled)).Should().BeGreaterThanOrEqualTo(appended.Last);
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        await Log.Add(Chains.Next(Chains.NewStream(), count: 2_200));
        using var cancellation = new CancellationTokenSource();

        var read = async () =>
        {
            await foreach (var _ in Log.ReadAll(LogPosition.Start, cancellation.Token).WithCancellation(cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        };

        await read.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_subscription_catches_up_says_so_once_and_goes_on_live()
    {
        var stream = Chains.NewStream();
        var after = await Log.Head(Cancelled);
        var written = Chains.Next(stream, count: 2_200);
        await Log.Add(written);

        await using var subscription = new Subscription(Log, after, stream);
        (await subscription.UntilCaughtUp()).ShouldBe(written);

        var live = Chains.Next(stream, written[^1], count: 30);
        foreach (var e in live)
        {
            await Log.Add(e);
        }

        (await subscription.Next(live.Length)).ShouldBe(live);
        subscription.TimesCaughtUp.Should().Be(1);
    }

    [Fact]
    public async Task A_subscription_from_the_head_first_says_that_it_has_caught_up()
    {
        var stream = Chains.NewStream();
        await Log.Add(Chains.Next(Chains.NewStream()));

        await using var subscription = new Subscription(Log, await Log.Head(Cancelled), stream);

        (await subscription.UntilCaughtUp()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_subscription_misses_and_doubles_nothing_while_many_write()
    {
        var streams = Enumerable.Range(0, 16).Select(_ => Chains.Next(Chains.NewStream(), count: 25)).ToArray();
        await using var subscription = new Subscription(Log, await Log.Head(Cancelled), [.. streams.Select(s => s[0].Stream)]);

        var writing = Task.WhenAll(streams.Select(events => Task.Run(async () =>
        {
            foreach (var e in events)
            {
                await Log.Add(e);
            }
        })));
        var seen = await subscription.Next(16 * 25);
        await writing;

        seen.Select(e => e.Position.Value).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        foreach (var events in streams)
        {
            seen.Where(e => e.Event.Stream == events[0].Stream).ShouldBe(events);
        }
    }

    [Fact]
    public async Task What_is_acknowledged_can_be_read_at_once()
    {
        var stream = Chains.NewStream();
        EncodedEvent? last = null;
        for (var i = 0; i < 50; i++)
        {
            var next = Chains.Next(stream, last);
            var appended = (AppendResult.Appended)await Log.Add(next);
            last = next[0];

            (await Log.Stream(stream, i)).ShouldBe(next);
            (await Log.Head(Cancelled)).Should().BeGreaterThanOrEqualTo(appended.Last);
        }
    }

    [Fact]
    public async Task A_subscription_ends_when_it_is_cancelled_while_it_waits()
    {
        using var cancellation = new CancellationTokenSource();

        var wait = async () =>
        {
            await foreach (var batch in Log.Subscribe(await Log.Head(Cancelled), cancellation.Token))
            {
                if (batch.Count == 0)
                {
                    await cancellation.CancelAsync();
                }
            }
        };

        await wait.Should().ThrowAsync<OperationCanceledException>();
    }
}
