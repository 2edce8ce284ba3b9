using System.Text;
using Trials.Domain;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Tests.Contract;
using Trials.EventLog.Tests.EventStoreDb.Double;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.EventStoreDb;

/// <summary>Whatever breaks while somebody reads or follows: no gap, no double, and a clear word where it lasts.</summary>
public sealed class ReadFaultTests : IAsyncLifetime
{
    private readonly TestTime time = new();
    private FakeServer server = null!;
    private EventStoreDbLog log = null!;
    private int passed;

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

    [Fact]
    public async Task A_reading_that_is_cut_off_goes_on_where_it_was()
    {
        var events = Chains.Next(Chains.NewStream(), count: 20);
        await log.Add(events);

        // The first call asks for the end only.
        var reading = log.ReadAll(LogPosition.Start, Cancelled).GetAsyncEnumerator(Cancelled);
        await using (reading)
        {
            var read = new List<StoredEvent>();
            server.Script.CutReadAfter(1);
            while (await reading.MoveNextAsync())
            {
                read.Add(reading.Current);
                if (read.Count == 1)
                {
                    server.Script.CutReadAfter(7);
                }
            }

            read.ShouldBe(events);
        }
    }

    [Fact]
    public async Task A_subscription_that_is_cut_off_goes_on_without_gap_or_double_and_catches_up_once()
    {
        var events = Chains.Next(Chains.NewStream(), count: 40);
        await log.Add(events[..10]);
        server.Script.CutReadAfter(5);
        await using var subscription = new Subscription(log, LogPosition.Start, events[0].Stream);
        (await subscription.UntilCaughtUp()).ShouldBe(events[..10]);

        await log.Add(events[10..20]);
        (await subscription.Next(10)).ShouldBe(events[10..20]);
        server.Script.CutSubscriptions();
        await log.Add(events[20..30]);
        (await subscription.Next(10)).ShouldBe(events[20..30]);
        time.Hold();
        await server.Stop();
        await server.StartAgain();
        time.LetGo();
        await log.Add(events[30..]);
        (await subscription.Next(10)).ShouldBe(events[30..]);

        subscription.TimesCaughtUp.Should().Be(1);
    }

    /// <summary>More was recorded since than was lost, so that the position alone does not tell.</summary>
    [Fact]
    public async Task A_subscription_does_not_go_on_behind_what_a_server_that_was_put_back_no_longer_holds()
    {
        var (kept, lost, found) = (Chains.Next(Chains.NewStream(), count: 2), Chains.Next(Chains.NewStream(), count: 2), Chains.Next(Chains.NewStream(), count: 9));
        await log.Add(kept);
        var backup = server.Store.All().Count;
        await log.Add(lost);
        await using var subscription = new Subscription(log, LogPosition.Start, kept[0].Stream, lost[0].Stream, found[0].Stream);
        await subscription.UntilCaughtUp();
        time.Hold();
        await server.Stop();
        server.Store.PutBack(backup);
        await server.StartAgain();
        await using (var another = server.Log())
        {
            await another.Add(found);
        }

        time.LetGo();

        (await subscription.Awaiting(s => s.Next(1)).Should().ThrowAsync<LogUnreachableException>()).WithMessage("*no longer there*");
        (await log.ReadAll(LogPosition.Start, Cancelled).ToListAsync(Cancelled)).ShouldBe([.. kept, .. found]);
    }

    [Fact]
    public async Task While_the_server_is_away_a_subscription_ends_with_a_word_and_another_one_goes_on_later()
    {
        var events = Chains.Next(Chains.NewStream(), count: 4);
        await log.Add(events[..2]);
        await using var subscription = new Subscription(log, LogPosition.Start, events[0].Stream);
        var seen = await subscription.UntilCaughtUp();
        await server.Stop();

        var following = async () => await subscription.Next(1);
        await following.Should().ThrowAsync<LogUnreachableException>();

        await server.StartAgain();
        await log.Add(events[2..]);
        await using var again = new Subscription(log, seen[^1].Position, events[0].Stream);
        (await again.UntilCaughtUp()).ShouldBe(events[2..]);
    }

    [Fact]
    public async Task While_the_server_is_away_reading_says_so_without_a_password()
    {
        await server.Stop();
        await using var away = server.Log(time, server.Settings with { Credentials = new("admin", "sesame") });

        foreach (var read in new Func<Task>[] { async () => await away.Head(Cancelled), async () => await away.Stream(Chains.NewStream()), async () => await away.All(LogPosition.Start) })
        {
            (await read.Should().ThrowAsync<LogUnreachableException>()).Which.ToString().Should().NotContain("sesame");
        }
    }

    [Fact]
    public async Task A_reading_that_gets_no_answer_fails_after_its_deadlines()
    {
        server.Script.StallsReadings = true;

        await log.Awaiting(l => PassingDeadlines(l.Head(Cancelled))).Should().ThrowAsync<LogUnreachableException>();
    }

    [Fact]
    public async Task A_log_that_holds_little_of_ours_is_read_to_its_end_although_no_search_ends_in_time()
    {
        var events = Chains.Next(Chains.NewStream(), count: 4);
        await log.Add(events[..2]);
        server.Store.Write("ShoppingCart-1", MessageStore.Foreign("ItemAdded"));
        await log.Add(events[2..]);
        server.Store.Write("ShoppingCart-1", MessageStore.Foreign("ItemRemoved"));
        server.Script.SearchesForEver = true;

        (await PassingDeadlines(log.ReadAll(LogPosition.Start, Cancelled).ToListAsync(Cancelled))).ShouldBe(events);
        var head = await PassingDeadlines(log.Head(Cancelled));
        head.Should().Be((await log.Stream(events[0].Stream))[^1].Position);
        (await PassingDeadlines(log.ReadAll(head, Cancelled).ToListAsync(Cancelled))).Should().BeEmpty();

        // It is known now that searching from the end takes too long, and up to where it was looked.
        await log.Add(Chains.Next(events[0].Stream, events[^1]));
        (await log.Head(Cancelled)).Should().Be((await log.Stream(events[0].Stream))[^1].Position);
    }

    [Fact]
    public async Task A_reading_that_may_not_be_says_so_at_once()
    {
        server.Script.Denies = true;

        var read = async () => await log.Head(Cancelled);

        await read.Should().ThrowAsync<LogUnreachableException>().WithMessage("*access-denied*");
        time.Pauses.Should().BeEmpty();
    }

    [Fact]
    public async Task A_reader_that_has_had_enough_is_let_go_while_the_server_is_away()
    {
        await server.Stop();
        using var enough = new CancellationTokenSource();
        await enough.CancelAsync();

        var read = async () => await log.Head(enough.Token);

        await read.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task What_other_applications_wrote_is_neither_read_nor_in_the_way()
    {
        var events = Chains.Next(Chains.NewStream());
        server.Store.Write("$settings", MessageStore.Foreign("$metadata"));
        server.Store.Write("ShoppingCart-1", MessageStore.Foreign("ItemAdded"));
        await log.Add(events);
        server.Store.Write("ShoppingCart-1", MessageStore.Foreign("ItemRemoved"));

        (await log.ReadAll(LogPosition.Start, Cancelled).ToListAsync(Cancelled)).ShouldBe(events);
        (await log.Head(Cancelled)).Should().Be((await log.Stream(events[0].Stream))[0].Position);
    }

    [Fact]
    public async Task With_a_prefix_two_records_share_a_server_without_seeing_each_other()
    {
        var stream = Chains.NewStream();
        var (one, other) = (Chains.Next(stream, count: 2), Chains.Next(stream));
        await using var left = server.Log(time, server.Settings with { StreamPrefix = "left-" });
        await using var right = server.Log(time, server.Settings with { StreamPrefix = "right-" });
        await left.Add(one);
        await right.Add(other);

        (await left.ReadAll(LogPosition.Start, Cancelled).ToListAsync(Cancelled)).ShouldBe(one);
        server.Script.Sent.Should().Be(one.Length + 1, "beside ours only the log's end is asked for");
        (await right.ReadAll(LogPosition.Start, Cancelled).ToListAsync(Cancelled)).ShouldBe(other);
        (await left.Head(Cancelled)).Should().Be((await left.Stream(stream))[^1].Position);
        server.Store.Stream($"left-{stream}").Should().HaveCount(2);
        server.Store.Stream(stream.Value).Should().BeNull();
    }

    /// <summary>The server writes into a stream that it was deleted for good; links, and others' events, may stand in streams with our prefix too.</summary>
    [Theory]
    [InlineData("left-case-1", "$streamDeleted")]
    [InlineData("left-by-month", "$>")]
    [InlineData("left-overs-1", "ItemAdded")]
    public async Task Behind_a_prefix_what_is_not_named_as_ours_is_passed_by(string stream, string type)
    {
        var events = Chains.Next(Chains.NewStream(), count: 2);
        await using var left = server.Log(time, server.Settings with { StreamPrefix = "left-" });
        await left.Add(events[..1]);
        server.Store.Write(stream, MessageStore.Foreign(type));
        await left.Add(events[1..]);
        server.Store.Write(stream, MessageStore.Foreign(type));

        (await left.Head(Cancelled)).Should().Be((await left.Stream(events[0].Stream))[^1].Position);
        (await left.ReadAll(LogPosition.Start, Cancelled).ToListAsync(Cancelled)).ShouldBe(events);
        await using var subscription = new Subscription(left, LogPosition.Start, events[0].Stream);
        (await subscription.UntilCaughtUp()).ShouldBe(events);
    }

    [Fact]
    public async Task An_unknown_name_of_our_form_is_given_to_whoever_reads_for_it_must_not_be_passed_by()
    {
        var unhashed = Chains.Next(Chains.NewStream())[0] with { WireName = "hearing-moved-to-mars.v2" };
        await log.Add(unhashed);

        (await log.ReadAll(LogPosition.Start, Cancelled).SingleAsync(Cancelled)).Event.WireName.Should().Be("hearing-moved-to-mars.v2");
    }

    [Fact]
    public void Every_name_of_the_product_is_of_the_form_that_the_server_filters_by() =>
        EventTypes.All.WireNames.Should().AllSatisfy(name => name.Should().MatchRegex(Reads.OurTypes));

    [Fact]
    public async Task What_stands_on_the_server_is_readable_JSON_and_the_bytes_are_untouched()
    {
        var written = Chains.Next(Chains.NewStream())[0];
        await log.Add(written);

        var message = server.Store.Stream(written.Stream.Value)!.Single().Message;
        using var envelope = System.Text.Json.JsonDocument.Parse(message.CustomMetadata.Memory);
        envelope.RootElement.GetProperty("id").GetString().Should().Be($"{written.Id.Value:N}");
        envelope.RootElement.GetProperty("metadata").GetRawText().Should().Be(Encoding.UTF8.GetString(written.Metadata.Span));
        message.Data.Span.SequenceEqual(written.Data.Span).Should().BeTrue();
    }

    [Fact]
    public async Task An_event_that_this_log_did_not_write_is_found_where_it_stands()
    {
        await log.Add(Chains.Next(Chains.NewStream()));
        server.Store.Write(Chains.NewStream().Value, MessageStore.Foreign("hearing-opened.v1"));

        (await new ChainVerifier(log).Verify(Cancelled)).Should().Match<ChainReport>(r => r.Events == 1 && r.Break!.Kind == ChainBreakKind.Unreadable);
    }

    /// <summary>What a call gives while each one that the server leaves without an answer runs into its deadline.</summary>
    private async Task<T> PassingDeadlines<T>(ValueTask<T> call)
    {
        var reading = call.AsTask();
        while (!reading.IsCompleted)
        {
            passed += server.Script.Stalls > passed && time.PassDeadlines() ? 1 : 0;
            await Task.Yield();
        }

        return await reading;
    }
}
