using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;
using Trials.Projections.Petitions;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Engine;

public abstract class StoppedProjectionTests(Store store)
{
    private static readonly HearingList AllHearings = new(new(), HearingSort.Date, false, new());

    private static readonly PetitionList AllPetitions = new(new(), PetitionSort.Filed, false, Any.Day, new());

    private readonly World world = new(store);

    [Theory]
    [InlineData("bad", null, 1)]
    [InlineData("bad", null, 1000)]
    [InlineData(null, "bad", 1)]
    [InlineData(null, "bad", 1000)]
    public async Task An_event_that_a_projection_cannot_take_stops_it_alone_and_says_which(string? unfoldable, string? unwritable, int batchSize)
    {
        await world.Hearing(Any.Hearing, Any.At(9, 0), RoomsProjection.In("good"));
        await world.Hearing(Any.Hearing, Any.At(10, 0), new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null));
        var bad = await world.Hearing(Any.OtherHearing, Any.At(9, 0), RoomsProjection.In("bad"));
        await world.Hearing(Any.Hearing, Any.At(11, 0), new HearingEvent.Ended(null));
        Projection[] all = [.. ReadModels.All, new RoomsProjection(unfoldable: unfoldable, unwritable: unwritable)];
        await using var projected = await Projected.Start(world, all, options: new() { ReadAhead = batchSize, RebuildBatchSize = batchSize });

        await projected.Until(s => s.All(p => p.State == (p.Name == "rooms" ? ProjectionState.Stopped : ProjectionState.Running)));

        var stopped = projected.Engine.Status.Single(s => s.State == ProjectionState.Stopped);
        stopped.Name.Should().Be("rooms");
        stopped.Stop.Should().BeEquivalentTo(new
        {
            Position = bad.Position,
            Stream = StreamName.Of(Any.OtherHearing),
            Revision = 0L,
            Event = bad.Entries[0],
            WireName = "hearing-scheduled.v1",
        });
        stopped.Stop!.Reason.Should().StartWith("InvalidOperationException").And.NotContain("somebody");
        stopped.Position.Should().Be(new LogPosition(bad.Position.Value - 1));
        stopped.Lags.Should().BeTrue();
        Rooms(projected).Should().Equal(
            $"rooms stream=hearing-{Any.Hearing.Value:N} room=good 1",
            $"room_words stream=hearing-{Any.Hearing.Value:N} word=1",
            $"room_words stream=hearing-{Any.Hearing.Value:N} word=good");
        (await projected.Ask(AllHearings)).Total.Should().Be(2, "the others go on");

        var later = await world.Hearing(new(Any.Id("later")), Any.At(9, 0), RoomsProjection.In("good"));
        await projected.Until(s => s.Where(p => p.Name != "rooms").All(p => p.Position >= later.Position));
        Rooms(projected).Should().HaveCount(3, "nothing is skipped");
        (await projected.Engine.WaitFor(later.Position, TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken)).Should().BeFalse();
    }

    [Fact]
    public async Task A_version_that_can_take_the_event_goes_on_from_there()
    {
        await world.Hearing(Any.Hearing, Any.At(9, 0), RoomsProjection.In("good"));
        await world.Hearing(Any.OtherHearing, Any.At(9, 0), RoomsProjection.In("bad"));
        await world.Hearing(Any.Hearing, Any.At(10, 0), new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null));
        await using var first = await Projected.Start(world, [.. ReadModels.All, new RoomsProjection(unfoldable: "bad")]);
        await first.Until(s => s.Any(p => p.State == ProjectionState.Stopped));
        await first.Stop();

        await using var second = await Projected.Of(world, [.. ReadModels.All, new RoomsProjection()], first.Place);
        await using var fresh = await Projected.Of(world, [new RoomsProjection()]);

        Rooms(second).Should().Equal(Rooms(fresh)).And.HaveCount(6);
    }

    [Fact]
    public async Task An_unknown_event_stops_the_projections_that_take_its_streams_and_no_other()
    {
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled());
        await world.Append(StreamName.Of(Any.Hearing), "hearing-levitated.v1");
        await world.Case(Any.Case, Any.At(9, 0), Opened());
        await world.Petition(Any.Petition, Any.At(9, 0), new PetitionEvent.Filed(
            Any.Case, PetitionKind.Records, Party.Defence, Addressee.Court, 1, null, null, null));
        await using var projected = await Projected.Start(world);
        string[] taking = [ProjectionNames.Docket, ProjectionNames.Timeline, ProjectionNames.Hearings, ProjectionNames.Assessments, ProjectionNames.Search];

        await projected.Until(s => s.All(p => p.State == (taking.Contains(p.Name) ? ProjectionState.Stopped : ProjectionState.Running)));

        projected.Engine.Status.Where(s => s.Stop is not null).Should().HaveCount(taking.Length)
            .And.OnlyContain(s => s.Stop!.WireName == "hearing-levitated.v1" && s.Position == new LogPosition(0));
        (await projected.Ask(AllHearings)).Total.Should().Be(1);
        (await projected.Ask(AllPetitions)).Total.Should().Be(1);
    }

    [Fact]
    public async Task What_comes_in_a_stream_behind_an_unknown_event_is_not_read()
    {
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled());
        await world.Append(StreamName.Of(Any.OtherHearing), "hearing-levitated.v1", like: StreamName.Of(Any.Hearing));
        await world.Append(StreamName.Of(Any.OtherHearing), "hearing-ended.v1");
        await using var projected = await Projected.Start(world, [new RoomsProjection()]);

        await projected.Until(s => s[0].State == ProjectionState.Stopped);

        projected.Engine.Status[0].Stop!.WireName.Should().Be("hearing-levitated.v1");
        projected.Engine.Status[0].Position.Should().Be(new LogPosition(0));
    }

    [Fact]
    public async Task Correcting_after_an_event_that_stopped_a_projection_does_not_move_it()
    {
        await world.Hearing(Any.Hearing, Any.At(9, 0), RoomsProjection.In("good"));
        var bad = await world.Hearing(Any.OtherHearing, Any.At(9, 0), RoomsProjection.In("bad"));
        await world.AmendHearing(Any.OtherHearing, new Amendment.Corrected(bad.Entries[0], RoomsProjection.In("good"), Any.At(9, 0), Any.Text));
        await using var projected = await Projected.Start(world, [new RoomsProjection(unfoldable: "bad")]);

        await projected.Until(s => s[0].State == ProjectionState.Stopped);

        projected.Engine.Status[0].Stop!.Position.Should().Be(bad.Position);
    }

    private static IReadOnlyList<string> Rooms(Projected projected) => projected.Rows([new RoomsProjection()]);
}

public sealed class StoppedProjectionOnSqlite() : StoppedProjectionTests(new SqliteStore());

public sealed class StoppedProjectionOnPostgres(PostgresCluster cluster) : StoppedProjectionTests(cluster.Store);
