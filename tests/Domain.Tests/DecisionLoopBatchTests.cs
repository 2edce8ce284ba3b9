using Trials.Domain.Hearings;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests;

/// <summary>Several commands of one stream that are recorded together.</summary>
public sealed class DecisionLoopBatchTests
{
    private readonly World world = new();

    [Fact]
    public async Task Each_is_decided_behind_those_before_it_and_one_that_is_refused_leaves_the_others()
    {
        var opened = Command(new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null));

        var outcomes = await Record(Command(Scheduled), opened, Command(new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null)), Command(new HearingEvent.Ended(null)));

        outcomes.Select(outcome => outcome.GetType()).Should().Equal(typeof(Outcome.Recorded), typeof(Outcome.Recorded), typeof(Outcome.Refused), typeof(Outcome.Recorded));
        world.Stream(StreamName.Of(Any.Hearing)).Select(e => e.Data.GetType()).Should().Equal(
            typeof(HearingEvent.Scheduled), typeof(HearingEvent.Opened), typeof(HearingEvent.Ended));
        (await Record(opened))[0].Should().BeOfType<Outcome.Recorded>().Which.Repeated.Should().BeTrue();
        world.Log.All.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_command_that_stands_among_them_twice_is_recorded_once()
    {
        var scheduled = Command(Scheduled);

        var outcomes = await Record(scheduled, scheduled);

        outcomes[1].Should().BeOfType<Outcome.Recorded>().Which.Repeated.Should().BeTrue();
        world.Log.All.Should().ContainSingle();
    }

    private static HearingEvent Scheduled => new HearingEvent.Scheduled(Any.Case, 1, HearingKind.Trial, Any.Court, [], null, Scenario.Then.Date, new(9, 30));

    private Do<HearingEvent> Command(HearingEvent fact) => world.Command(StreamName.Of(Any.Hearing), null, fact);

    private ValueTask<IReadOnlyList<Outcome>> Record(params IStreamCommand[] commands) =>
        world.Loop.RecordAll<Hearing, HearingEvent>(commands, Any.Lawyer, TestContext.Current.CancellationToken);
}
