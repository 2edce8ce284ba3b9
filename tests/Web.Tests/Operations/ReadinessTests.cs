using NodaTime;
using NodaTime.Testing;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.EventLog;
using Trials.EventLog.InMemory;
using Trials.EventLog.Serialization;
using Trials.EventLog.Tests.Support;
using Trials.Projections.Engine;
using Trials.Web.Acting;
using Trials.Web.Operations;

namespace Trials.Web.Tests.Operations;

/// <summary>Whether a process says that it can do its work exactly when it can.</summary>
public sealed class ReadinessTests : IDisposable
{
    private static readonly ProjectionStatus Running = new(
        ProjectionNames.Docket, "0123456789abcdef", ProjectionState.Running, LogPosition.Start, LogPosition.Start, null, null, null, null);

    private readonly TemporaryFolder folder = new();
    private readonly StubLog stub = new();
    private readonly SteppingTime time = new();
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 3, 2, 9, 0));
    private readonly InMemoryKeyRing keys = new();
    private readonly EventCodec codec;
    private readonly MeasuredLog log;

    public ReadinessTests()
    {
        codec = new(EventTypes.All, keys);
        log = new(stub, time);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_ready_where_all_is_well_and_while_the_last_minutes_entries_are_not_shown_yet()
    {
        (await Now(Running)).Should().Be(new ReadinessReport("ok", "ok", "ok", "ok"));

        await Record();
        clock.AdvanceSeconds(59);
        (await Now(Running)).IsReady.Should().BeTrue();

        clock.AdvanceSeconds(2);
        (await Now(Running)).Should().Match<ReadinessReport>(r => !r.IsReady && r.ReadModels == "behind");
    }

    [Theory]
    [InlineData(ProjectionState.Stopped, "stopped")]
    [InlineData(ProjectionState.Interrupted, "interrupted")]
    public async Task A_read_model_that_does_not_go_on_is_said(ProjectionState state, string word) =>
        (await Now(Running, Running with { Name = ProjectionNames.Petitions, State = state })).Should().Be(new ReadinessReport("ok", "ok", "ok", word));

    [Fact]
    public async Task Before_the_first_build_is_done_it_is_not_ready_and_during_a_later_one_it_is()
    {
        var head = new LogPosition(9);

        (await Now(Running with { State = ProjectionState.Rebuilding, Head = head })).ReadModels.Should().Be("first-build");
        (await Now(Running with { State = ProjectionState.Rebuilding, Head = head, Position = head })).ReadModels.Should().Be("ok");
    }

    [Fact]
    public async Task An_append_that_was_not_written_is_held_against_it_until_one_is_or_nobody_has_tried_for_a_while()
    {
        stub.Refuses = LogFailure.DiskFull;
        await Record();
        (await Now(Running)).Recording.Should().Be("disk-full");

        time.Pass(Readiness.FailureCounts);
        (await Now(Running)).Recording.Should().Be("ok", "who sends nobody here would never learn that it works again");

        await Record();
        stub.Refuses = null;
        await Record();
        (await Now(Running)).Recording.Should().Be("ok");
    }

    [Fact]
    public async Task An_append_that_failed_after_a_long_wait_counts_from_when_it_failed()
    {
        stub.Refuses = LogFailure.Unavailable;
        stub.Meanwhile = () => time.Pass(2 * Readiness.FailureCounts);
        await Record();

        (await Now(Running)).IsReady.Should().BeFalse();
    }

    [Fact]
    public async Task A_queue_that_was_full_for_a_moment_is_no_trouble()
    {
        stub.Refuses = LogFailure.Busy;
        await Record();

        (await Now(Running)).IsReady.Should().BeTrue();
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_said()
    {
        stub.Unreadable = new LogUnreachableException("away", new IOException());

        (await Now(Running)).Log.Should().Be("unreachable");
    }

    [Fact]
    public async Task How_far_each_read_model_is_behind_is_counted_in_events_and_seconds()
    {
        await Record();
        clock.AdvanceSeconds(30);
        await Record();
        clock.AdvanceSeconds(10);
        using var lag = Lag(Running, Running with { Name = ProjectionNames.Petitions, Position = new LogPosition(0) }, Running with { Name = ProjectionNames.People, Position = new LogPosition(1) });

        (await lag.Measure(Cancelled)).Should().BeEquivalentTo(new Lag[]
        {
            new(ProjectionNames.Docket, 2, Duration.FromSeconds(40)),
            new(ProjectionNames.Petitions, 1, Duration.FromSeconds(10)),
            new(ProjectionNames.People, 0, Duration.Zero),
        });
    }

    [Fact]
    public async Task Each_read_model_is_counted_from_where_it_stands_however_far_another_is_behind()
    {
        const int events = ProjectionLag.CountedAtMost + 30;
        await log.Append(Chains.Next(Chains.NewStream(), count: events), -1, Cancelled);
        using var lag = Lag(Running, Running with { Name = ProjectionNames.Petitions, Position = new LogPosition(events - 30) });

        (await lag.Measure(Cancelled)).Select(behind => behind.Events).Should().Equal(ProjectionLag.CountedAtMost, 29);
    }

    private ProjectionLag Lag(params ProjectionStatus[] all) => new(log, codec, new Progress(all), clock);

    private async Task<ReadinessReport> Now(params ProjectionStatus[] all)
    {
        using var lag = Lag(all);
        return await new Readiness(log, keys, new Progress(all), lag, new ServeOptions(folder.Path, false, ""), TimeProvider.System).Now(Cancelled);
    }

    private async Task Record()
    {
        var id = new CaseId(Guid.NewGuid());
        await new DecisionLoop(log, codec, clock).Record<Case, CaseEvent>(
            new RecordInCase
            {
                Stream = StreamName.Of(id),
                Matter = id.Matter,
                Header = new(new(Guid.NewGuid()), HappenedAt.On(new(2026, 3, 1)), new Source.SeenMyself()),
                Facts = [new CaseEvent.Opened(CaseKind.Civil, "1/2026", [], null)],
            },
            ActorDirectory.LocalUser.Actor,
            Cancelled);
    }
}
