using Microsoft.Data.Sqlite;
using Trials.Domain;
using Trials.EventLog.Sqlite;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Sqlite;

public sealed class SqliteEventLogTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_log_that_was_closed_is_found_again()
    {
        var events = Chains.Next(Chains.NewStream(), count: 3);
        await using (var log = Open())
        {
            await log.Add(events[0], events[1]);
        }

        await using var again = Open();
        (await again.Head(Cancelled)).Should().Be(new LogPosition(1));
        (await again.Add(events[2])).Should().Be(new AppendResult.Appended(new(2)));
        (await again.All(LogPosition.Start, events[0].Stream)).ShouldBe(events);
    }

    [Fact]
    public async Task A_log_from_before_ids_named_their_streams_goes_on()
    {
        var events = Chains.Next(Chains.NewStream(), count: 3);
        await using (var log = Open())
        {
            await log.Add(events[0]);
        }

        await using (var connection = new SqliteConnection($"Data Source={folder.File("events.db")};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE events ADD COLUMN place INTEGER NOT NULL DEFAULT 0; CREATE UNIQUE INDEX events_by_id ON events (id) WHERE place = 0";
            command.ExecuteNonQuery();
        }

        await using var again = Open();
        (await again.Add(events[1])).Should().BeOfType<AppendResult.Appended>();
        (await again.Add(events[2])).Should().BeOfType<AppendResult.Appended>();
        (await again.Stream(events[0].Stream)).ShouldBe(events);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_as_a_log_that_is_away_until_it_can()
    {
        var events = Chains.Next(Chains.NewStream());
        await using (var log = Open())
        {
            await log.Add(events);
        }

        // Nobody has read yet: the file is opened for reading when somebody does.
        await using var again = Open();
        File.Move(folder.File("events.db"), folder.File("elsewhere"));
        await again.Invoking(log => log.Stream(events[0].Stream)).Should().ThrowAsync<LogUnreachableException>().WithMessage("*(14)*");
        await again.Invoking(log => log.All(LogPosition.Start, events[0].Stream)).Should().ThrowAsync<LogUnreachableException>();

        File.Move(folder.File("elsewhere"), folder.File("events.db"));
        (await again.Stream(events[0].Stream)).ShouldBe(events);
    }

    [Fact]
    public async Task A_mistake_in_a_group_fails_alone()
    {
        await using var log = Open();
        var appends = Enumerable.Range(0, 60).Select(i =>
        {
            var events = Chains.Next(Chains.NewStream(), count: 2);
            return (events, i % 3 == 0 ? log.Append([events[1]], 0, Cancelled).AsTask() : log.Add(events));
        }).ToList();

        foreach (var ((events, append), i) in appends.Select((a, i) => (a, i)))
        {
            if (i % 3 == 0)
            {
                (await append).Should().Be(new AppendResult.WrongRevision(-1));
                (await log.Stream(events[0].Stream)).Should().BeEmpty();
            }
            else
            {
                (await append).Should().BeOfType<AppendResult.Appended>();
                (await log.Stream(events[0].Stream)).ShouldBe(events);
            }
        }

        (await new ChainVerifier(log).Verify(Cancelled)).Should().Be(new ChainReport(80, 40, null));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_takes_again_when_there_is_room()
    {
        var gate = new GatedDisk();
        await using var log = Open(queueLimit: 3, gate);
        var writing = Task.Run(() => log.Add(Chains.Next(Chains.NewStream())), Cancelled);
        await gate.Reached;
        var queued = Enumerable.Range(0, 3).Select(_ => log.Add(Chains.Next(Chains.NewStream()))).ToList();

        var refused = await log.Add(Chains.Next(Chains.NewStream()));

        refused.Should().Be(new AppendResult.Failed(LogFailure.Busy));
        writing.IsCompleted.Should().BeFalse("nothing is acknowledged before it is written");
        gate.Open();
        (await Task.WhenAll([writing, .. queued])).Should().AllBeOfType<AppendResult.Appended>();
        (await log.Add(Chains.Next(Chains.NewStream()))).Should().BeOfType<AppendResult.Appended>();
        (await log.Head(Cancelled)).Should().Be(new LogPosition(4));
    }

    [Fact]
    public async Task Closing_writes_what_waits_and_refuses_what_comes_later()
    {
        var gate = new GatedDisk();
        var log = Open(queueLimit: 100, gate);
        var writing = Task.Run(() => log.Add(Chains.Next(Chains.NewStream())), Cancelled);
        await gate.Reached;
        var queued = Enumerable.Range(0, 50).Select(_ => log.Add(Chains.Next(Chains.NewStream()))).ToList();

        var closing = log.DisposeAsync().AsTask();
        var late = await log.Add(Chains.Next(Chains.NewStream()));
        closing.IsCompleted.Should().BeFalse();
        gate.Open();
        await closing;

        late.Should().Be(new AppendResult.Failed(LogFailure.ShuttingDown));
        (await Task.WhenAll([writing, .. queued])).Should().AllBeOfType<AppendResult.Appended>();
        await using var again = Open();
        (await again.Head(Cancelled)).Should().Be(new LogPosition(50));
    }

    [Fact]
    public async Task An_append_that_is_queued_is_written_although_its_request_is_cancelled()
    {
        var gate = new GatedDisk();
        await using var log = Open(queueLimit: 10, gate);
        using var request = new CancellationTokenSource();
        var (first, second) = (Chains.Next(Chains.NewStream(), count: 2), Chains.Next(Chains.NewStream(), count: 2));
        var writing = Task.Run(() => log.Append(first, -1, request.Token).AsTask(), Cancelled);
        await gate.Reached;
        var queued = log.Append(second, -1, request.Token);

        await request.CancelAsync();
        gate.Open();

        (await writing).Should().BeOfType<AppendResult.Appended>();
        (await queued).Should().BeOfType<AppendResult.Appended>();
        (await log.Stream(first[0].Stream)).ShouldBe(first);
        (await log.Stream(second[0].Stream)).ShouldBe(second);
    }

    [Fact]
    public async Task Closing_ends_subscriptions_that_wait()
    {
        var log = Open();
        await using var batches = log.Subscribe(LogPosition.Start, Cancelled).GetAsyncEnumerator(Cancelled);
        await batches.MoveNextAsync();
        var waiting = batches.MoveNextAsync().AsTask();

        await log.DisposeAsync();

        await waiting.Invoking(w => w).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task A_reader_neither_writes_nor_subscribes()
    {
        await Open().DisposeAsync();
        await using var reader = SqliteEventLog.Open(new() { Folder = folder.Path, ReadOnly = true });

        var append = async () => await reader.Add(Chains.Next(Chains.NewStream()));
        var subscribe = async () => await reader.Subscribe(LogPosition.Start, Cancelled).FirstAsync(Cancelled);

        await append.Should().ThrowAsync<InvalidOperationException>();
        await subscribe.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public void There_is_nothing_to_read_where_nothing_was_written() =>
        FluentActions.Invoking(() => SqliteEventLog.Open(new() { Folder = folder.Path, ReadOnly = true }))
            .Should().Throw<LogUnavailableException>().Which.Failure.Should().Be(LogFailure.Unavailable);

    private SqliteEventLog Open() => SqliteEventLog.Open(new() { Folder = folder.Path });

    private SqliteEventLog Open(int queueLimit, GatedDisk gate) =>
        SqliteEventLog.Open(new() { Folder = folder.Path, QueueLimit = queueLimit }, new() { BeforeCommit = gate.Pass });

    /// <summary>Holds the writer before its first commit until it is let through.</summary>
    private sealed class GatedDisk
    {
        private readonly TaskCompletionSource opened = new();
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => reached.Task;

        public void Open() => opened.SetResult();

        public void Pass()
        {
            reached.TrySetResult();
            opened.Task.Wait();
        }
    }
}
