using Trials.Domain;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Contract;

/// <summary>
/// What every log does, whatever keeps it. A log under test may hold events of others, and its positions need not be dense:
/// each test keeps to streams of its own.
/// </summary>
public abstract partial class EventLogContract(Func<ValueTask<LogUnderTest>> open) : IAsyncLifetime
{
    private LogUnderTest? opened;

    private IEventLog Log => opened!.Log;

    public async ValueTask InitializeAsync() => opened = await open();

    public async ValueTask DisposeAsync()
    {
        await opened!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_stream_that_nobody_wrote_is_empty() => (await Log.Stream(Chains.NewStream())).Should().BeEmpty();

    [Fact]
    public async Task What_is_appended_is_read_back_byte_for_byte()
    {
        var events = Chains.Next(Chains.NewStream(), count: 3);

        (await Log.Add(events)).Should().BeOfType<AppendResult.Appended>();

        (await Log.Stream(events[0].Stream)).ShouldBe(events);
    }

    [Fact]
    public async Task An_append_answers_with_the_position_of_its_last_event()
    {
        var events = Chains.Next(Chains.NewStream(), count: 3);

        var appended = (await Log.Add(events)).Should().BeOfType<AppendResult.Appended>().Subject;

        (await Log.Stream(events[0].Stream))[^1].Position.Should().Be(appended.Last);
    }

    [Fact]
    public async Task A_stream_grows_by_appends_and_can_be_read_from_a_revision_on()
    {
        var stream = Chains.NewStream();
        var first = Chains.Next(stream, count: 2);
        var second = Chains.Next(stream, first[^1], count: 2);
        await Log.Add(first);
        await Log.Add(second);

        (await Log.Stream(stream, 1)).ShouldBe([first[1], .. second]);
        (await Log.Stream(stream, 3)).ShouldBe([second[1]]);
        (await Log.Stream(stream, 4)).Should().BeEmpty();
    }

    [Fact]
    public async Task Positions_grow_with_each_event()
    {
        var (one, other) = (Chains.Next(Chains.NewStream(), count: 2), Chains.Next(Chains.NewStream(), count: 2));
        await Log.Add(one[0]);
        await Log.Add(other);
        await Log.Add(one[1]);

        var positions = (await Log.All(LogPosition.Start, one[0].Stream, other[0].Stream)).ConvertAll(e => e.Position.Value);

        positions.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems().And.HaveCount(4);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task A_new_stream_is_not_at_a_revision(long expected)
    {
        var stream = Chains.NewStream();
        var far = Chains.Next(stream, count: 7)[(int)expected + 1];

        (await Log.Append([far], expected, Cancelled)).Should().Be(new AppendResult.WrongRevision(-1));
        (await Log.Stream(stream)).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_expects_an_older_revision_is_told_the_real_one_and_writes_nothing()
    {
        var stream = Chains.NewStream();
        var written = Chains.Next(stream, count: 3);
        await Log.Add(written);

        var late = Chains.Next(stream, written[0], count: 2);

        (await Log.Add(late)).Should().Be(new AppendResult.WrongRevision(2));
        (await Log.Stream(stream)).ShouldBe(written);
    }

    [Fact]
    public async Task Whoever_expects_a_new_stream_where_there_is_one_writes_nothing()
    {
        var stream = Chains.NewStream();
        var written = Chains.Next(stream);
        await Log.Add(written);

        (await Log.Add(Chains.Next(stream))).Should().Be(new AppendResult.WrongRevision(0));
        (await Log.Stream(stream)).ShouldBe(written);
    }

    [Fact]
    public async Task The_very_same_append_again_answers_as_the_first_time_and_writes_nothing()
    {
        var stream = Chains.NewStream();
        var events = Chains.Next(stream, count: 3);
        var first = await Log.Add(events);
        var after = Chains.Next(stream, events[^1]);
        await Log.Add(after);

        (await Log.Add(events)).Should().Be(first);
        (await Log.Stream(stream)).ShouldBe([.. events, .. after]);
    }

    [Fact]
    public async Task The_same_append_many_times_at_once_is_written_once()
    {
        var events = Chains.Next(Chains.NewStream(), count: 2);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Log.Add(events))));

        results.Distinct().Should().ContainSingle().Which.Should().BeOfType<AppendResult.Appended>();
        (await Log.Stream(events[0].Stream)).ShouldBe(events);
    }

    [Fact]
    public async Task Events_that_only_begin_like_what_is_written_are_no_repeat()
    {
        var stream = Chains.NewStream();
        var written = Chains.Next(stream, count: 2);
        await Log.Add(written);
        var more = Chains.Next(stream, written[^1]);

        (await Log.Append([.. written, .. more], -1, Cancelled)).Should().Be(new AppendResult.WrongRevision(1));
        (await Log.Stream(stream)).ShouldBe(written);
    }

    [Fact]
    public async Task Other_bytes_under_the_same_ids_are_no_repeat()
    {
        var stream = Chains.NewStream();
        var written = Chains.Next(stream, count: 2);
        await Log.Add(written);
        EncodedEvent[] others = [.. Chains.Next(stream, count: 2, dataSize: 300).Zip(written, (other, first) => other with { Id = first.Id })];

        (await Log.Add(others)).Should().Be(new AppendResult.WrongRevision(1));
        (await Log.Stream(stream)).ShouldBe(written);
    }

    [Fact]
    public async Task An_append_that_is_malformed_is_a_mistake_of_its_caller()
    {
        var (one, other) = (Chains.Next(Chains.NewStream(), count: 3), Chains.Next(Chains.NewStream(), count: 2));

        foreach (var (events, expected) in new (EncodedEvent[], long)[] { ([], -1), ([one[0], other[1]], -1), ([one[0], one[2]], -1), ([one[0]], 0), ([one[0]], -2) })
        {
            var append = async () => await Log.Append(events, expected, Cancelled);
            await append.Should().ThrowAsync<ArgumentException>();
        }

        (await Log.Stream(one[0].Stream)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_append_that_is_cancelled_before_it_begins_writes_nothing()
    {
        var events = Chains.Next(Chains.NewStream());

        var append = async () => await Log.Append(events, -1, new(canceled: true));

        await append.Should().ThrowAsync<OperationCanceledException>();
        (await Log.Stream(events[0].Stream)).Should().BeEmpty();
    }

    [Fact]
    public async Task Large_events_and_large_appends_come_back_whole()
    {
        var large = Chains.Next(Chains.NewStream(), dataSize: 1_000_000);
        var many = Chains.Next(Chains.NewStream(), count: 2_500);
        await Log.Add(large);
        await Log.Add(many);

        (await Log.Stream(large[0].Stream)).ShouldBe(large);
        (await Log.Stream(many[0].Stream)).ShouldBe(many);
    }

    [Fact]
    public async Task Writers_of_one_stream_leave_no_gap_and_no_double()
    {
        var stream = Chains.NewStream();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var written = 0; written < 10;)
            {
                var last = (await Log.Stream(stream)).LastOrDefault()?.Event;
                written += await Log.Add(Chains.Next(stream, last)) is AppendResult.Appended ? 1 : 0;
            }
        })));

        (await Log.Stream(stream)).Select(e => e.Event.Revision).Should().Equal(Enumerable.Range(0, 80).Select(r => (long)r));
    }

    [Fact]
    public async Task Writers_of_many_streams_lose_nothing()
    {
        var after = await Log.Head(Cancelled);
        var streams = Enumerable.Range(0, 100).Select(_ => Chains.Next(Chains.NewStream(), count: 5)).ToArray();

        await Task.WhenAll(streams.Select(events => Task.Run(async () =>
        {
            foreach (var e in events)
            {
                (await Log.Add(e)).Should().BeOfType<AppendResult.Appended>();
            }
        })));

        var all = await Log.All(after, [.. streams.Select(s => s[0].Stream)]);
        foreach (var events in streams)
        {
            all.Where(e => e.Event.Stream == events[0].Stream).ShouldBe(events);
        }
    }
}
