using Trials.Domain;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.InMemory;
using Trials.EventLog.Tests.Contract;
using Trials.EventLog.Tests.EventStoreDb.Double;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.EventStoreDb;

/// <summary>A record moves from one kind of log to the other and back, and is the same.</summary>
public sealed class LogCopyTests : IAsyncLifetime
{
    private readonly TestTime time = new();
    private FakeServer server = null!;
    private EventStoreDbLog log = null!;
    private LogUnderTest embedded = null!;

    public async ValueTask InitializeAsync()
    {
        server = await FakeServer.Start();
        log = server.Log(time);
        embedded = await LogUnderTest.NewSqlite();
    }

    public async ValueTask DisposeAsync()
    {
        await log.DisposeAsync();
        await server.DisposeAsync();
        await embedded.DisposeAsync();
    }

    [Fact]
    public async Task There_and_back_everything_is_the_same_and_in_the_same_order()
    {
        var written = await Fill(embedded.Log);
        await using var back = await LogUnderTest.NewSqlite();

        var there = await Copy(embedded.Log, log);
        var again = await Copy(log, back.Log);

        there.Should().Be(new CopyReport(written.Count, 5, written.Count));
        again.Should().Be(there);
        (await Everything(log)).ShouldBe(written);
        (await Everything(back.Log)).ShouldBe(written);
    }

    [Fact]
    public async Task A_copy_that_was_cut_off_is_gone_on_with()
    {
        var written = await Fill(embedded.Log);
        server.Script.Append([.. Enumerable.Repeat(AppendFault.None, 7), .. Enumerable.Repeat(AppendFault.UnavailableBefore, 20)]);
        var cutOff = async () => await Copy(embedded.Log, log);
        await cutOff.Should().ThrowAsync<CopyStoppedException>().WithMessage("*Run it again*");
        var already = (await Everything(log)).Count;
        await using var anew = await FakeServer.Start(server.Store);
        await using var other = anew.Log(time);

        var report = await Copy(embedded.Log, other);

        already.Should().BeInRange(7, written.Count - 1);
        report.Should().Be(new CopyReport(written.Count, 5, written.Count - already));
        (await Everything(other)).ShouldBe(written);
    }

    [Fact]
    public async Task A_second_copy_writes_nothing_and_one_of_a_grown_source_what_is_new()
    {
        await Fill(embedded.Log);
        await Copy(embedded.Log, log);

        (await Copy(embedded.Log, log)).Copied.Should().Be(0);
        await embedded.Log.Add(Chains.Next(Chains.NewStream(), count: 3));
        (await Copy(embedded.Log, log)).Copied.Should().Be(3);
    }

    [Fact]
    public async Task A_target_with_another_record_is_refused_and_left_alone()
    {
        await Fill(embedded.Log);
        var theirs = Chains.Next(Chains.NewStream(), count: 2);
        await log.Add(theirs);

        var copy = async () => await Copy(embedded.Log, log);

        await copy.Should().ThrowAsync<CopyStoppedException>().WithMessage("*another record*");
        (await Everything(log)).ShouldBe(theirs);
    }

    [Fact]
    public async Task A_target_that_holds_more_is_no_copy()
    {
        await Fill(embedded.Log);
        await Copy(embedded.Log, log);
        await log.Add(Chains.Next(Chains.NewStream()));

        var copy = async () => await Copy(embedded.Log, log);

        await copy.Should().ThrowAsync<CopyStoppedException>().WithMessage("*more than the source*");
    }

    [Fact]
    public async Task A_record_that_was_altered_is_not_called_sound()
    {
        var altered = new InMemoryEventLog();
        var events = Chains.Next(Chains.NewStream(), count: 3);
        await altered.Add(events[0], events[1] with { Data = "{}"u8.ToArray() }, events[2]);

        var copy = async () => await Copy(altered, log);

        await copy.Should().ThrowAsync<CopyStoppedException>().WithMessage("*not what was first written*");
    }

    [Fact]
    public async Task An_empty_record_is_copied_to_nothing() => (await Copy(embedded.Log, log)).Should().Be(new CopyReport(0, 0, 0));

    [Fact]
    public async Task Long_streams_and_large_events_are_appended_in_parts_that_the_server_takes()
    {
        var stream = Chains.NewStream();
        var small = Chains.Next(stream, count: 1_200);
        await embedded.Log.Add(small);
        await embedded.Log.Add(Chains.Next(stream, small[^1], count: 3, dataSize: 400_000));

        (await Copy(embedded.Log, log)).Should().Be(new CopyReport(1_203, 1, 1_203));
    }

    [Fact]
    public async Task Progress_is_told_in_positions_of_the_source_up_to_its_end()
    {
        var written = await Fill(embedded.Log);
        var told = new Told();

        await new LogCopy(embedded.Log, log).Run(told, Cancelled);

        told.All.Should().HaveCount(written.Count).And.OnlyContain(p => p.Of == written.Count - 1);
        told.All[^1].Done.Should().Be(written.Count - 1);
    }

    private static Task<CopyReport> Copy(IEventLog source, IEventLog target) => new LogCopy(source, target).Run(null, Cancelled);

    private static async Task<List<StoredEvent>> Everything(IEventLog log) => await log.ReadAll(LogPosition.Start, Cancelled).ToListAsync(Cancelled);

    /// <summary>Five streams of four appends each, mixed.</summary>
    private static async Task<List<EncodedEvent>> Fill(IEventLog log)
    {
        var streams = Enumerable.Range(0, 5).Select(_ => Chains.Next(Chains.NewStream(), count: 8)).ToArray();
        var written = new List<EncodedEvent>();
        for (var i = 0; i < 8; i += 2)
        {
            foreach (var events in streams)
            {
                await log.Add(events[i], events[i + 1]);
                written.AddRange([events[i], events[i + 1]]);
            }
        }

        return written;
    }

    private sealed class Told : IProgress<(long Done, long Of)>
    {
        public List<(long Done, long Of)> All { get; } = [];

        public void Report((long Done, long Of) value) => All.Add(value);
    }
}
