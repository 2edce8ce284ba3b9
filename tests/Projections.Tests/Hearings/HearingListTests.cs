using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.Reports;
using Trials.Projections.Hearings;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Hearings;

public abstract class HearingListTests(Store store)
{
    private readonly World world = new(store);

    [Fact]
    public async Task A_hearing_that_opened_late_and_was_adjourned_stands_in_the_register()
    {
        await world.Court(Any.Court, Any.Region);
        await world.Case(Any.Case, Any.At(9, 0), Opened("12/2023"));
        var next = new NextHearing(Any.OtherHearing, new(2023, 12, 1), new(9, 30));
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled(judges: [Any.Judge, Any.OtherJudge]));
        await world.Hearing(Any.Hearing, Any.At(9, 5), new HearingEvent.Rescheduled(Any.Day, new(10, 30), HearingCause.NotStated, CausedBy.Court, null));
        await world.Hearing(Any.Hearing, Any.At(11, 12), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null));
        await world.Hearing(Any.Hearing, Any.At(12, 0), new HearingEvent.Adjourned(HearingCause.CounselAbsent, CausedBy.Defence, next, null));
        await world.Report(Any.Hearing, Any.Observer, Any.At(13, 0), new ReportEvent.Assigned(Any.Hearing, Any.Observer.Id), new ReportEvent.Submitted());
        await world.Report(Any.Hearing, Any.Lawyer, Any.At(13, 0), new ReportEvent.Assigned(Any.Hearing, Any.Lawyer.Id));
        await using var projected = await Projected.Of(world);

        var page = await projected.Ask(new HearingList(new(), HearingSort.Date, false, new()));

        page.Rows.Should().Equal(new HearingListRow(
            Any.Hearing,
            Any.Case,
            "12/2023",
            1,
            HearingKind.Trial,
            Any.Court,
            Any.Region,
            [Any.Judge, Any.OtherJudge],
            "3",
            Any.Day,
            new(10, 30),
            HearingStage.Adjourned,
            Any.At(11, 12),
            Any.At(12, 0),
            DelayMinutes: 42,
            DelayCause.NotExplained,
            CausedBy.Court,
            HearingCause.CounselAbsent,
            CausedBy.Defence,
            next,
            Rescheduled: 1,
            ReportsSubmitted: 1));
    }

    [Theory]
    [InlineData(10, 0, 9, 50, -10)]
    [InlineData(10, 0, 10, 0, 0)]
    [InlineData(10, 0, 12, 1, 121)]
    public async Task A_delay_is_the_opening_minus_the_time_set(int setHour, int setMinute, int hour, int minute, int delay)
    {
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled() with { Time = new LocalTime(setHour, setMinute) });
        await world.Hearing(Any.Hearing, Any.At(hour, minute), new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null));
        await using var projected = await Projected.Of(world);

        (await One(projected)).DelayMinutes.Should().Be(delay);
    }

    [Fact]
    public async Task A_delay_cannot_be_told_where_only_the_day_was_set_or_only_the_day_of_opening_is_known()
    {
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled() with { Time = null });
        await world.Hearing(Any.Hearing, Any.At(10, 5), new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null));
        await world.Hearing(Any.OtherHearing, Any.At(9, 0), Scheduled());
        await world.Hearing(
            Any.OtherHearing, HappenedAt.On(Any.Day), new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null));
        await using var projected = await Projected.Of(world);

        var rows = (await projected.Ask(new HearingList(new() { Start = StartRecord.NotRecorded }, HearingSort.Date, false, new()))).Rows;
        rows.Should().HaveCount(2).And.OnlyContain(r => r.DelayMinutes == null);
    }

    [Fact]
    public async Task Filters_narrow_the_register()
    {
        await world.Court(Any.Court, Any.Region);
        await world.Court(Any.OtherCourt, Any.OtherRegion);
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled(judges: [Any.Judge, Any.OtherJudge]));
        await world.Hearing(Any.Hearing, Any.At(10, 42), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null));
        await world.Hearing(Any.Hearing, Any.At(12, 0), new HearingEvent.Ended(null));
        await world.Report(Any.Hearing, Any.Observer, Any.At(13, 0), new ReportEvent.Assigned(Any.Hearing, Any.Observer.Id), new ReportEvent.Submitted());
        var missed = new HearingId(Any.Id("missed"));
        await world.Hearing(missed, Any.At(9, 0), Scheduled(court: Any.OtherCourt, day: 15, judges: [Any.OtherJudge]));
        await world.Hearing(missed, Any.At(10, 0), new HearingEvent.NotHeld(HearingCause.JudgeAbsent, CausedBy.Court, null, null));
        var coming = new HearingId(Any.Id("coming"));
        await world.HearingOf(Any.OtherCase, coming, Any.At(9, 0), Scheduled(Any.OtherCase, HearingKind.Preparatory, day: 28));
        await using var projected = await Projected.Of(world);

        (await Found(new())).Should().Equal(Any.Hearing, missed, coming);
        (await Found(new() { Court = Any.OtherCourt })).Should().Equal(missed);
        (await Found(new() { Region = Any.Region })).Should().Equal(Any.Hearing, coming);
        (await Found(new() { Judge = Any.OtherJudge })).Should().Equal(Any.Hearing, missed);
        (await Found(new() { Judge = Any.OtherJudge, Presiding = true })).Should().Equal(missed);
        (await Found(new() { Case = Any.OtherCase })).Should().Equal(coming);
        (await Found(new() { From = new LocalDate(2023, 11, 15), To = new LocalDate(2023, 11, 27) })).Should().Equal(missed);
        (await Found(new() { DelayFrom = 31, DelayTo = 90 })).Should().Equal(Any.Hearing);
        (await Found(new() { DelayFrom = 43 })).Should().BeEmpty();
        (await Found(new() { Start = StartRecord.NotStarted })).Should().Equal(missed, coming);
        (await Found(new() { DelayCause = DelayCause.NotExplained, DelayBy = CausedBy.Court })).Should().Equal(Any.Hearing);
        (await Found(new() { Cause = HearingCause.JudgeAbsent, By = CausedBy.Court })).Should().Equal(missed);
        (await Found(new() { Stage = HearingStage.Scheduled })).Should().Equal(coming);
        (await Found(new() { Over = true })).Should().Equal(Any.Hearing, missed);
        (await Found(new() { Over = false })).Should().Equal(coming);
        (await Found(new() { NextNamed = false })).Should().Equal(missed);
        (await Found(new() { NextNamed = true })).Should().BeEmpty();
        (await Found(new() { Monitored = true })).Should().Equal(Any.Hearing);
        (await Found(new() { Monitored = false })).Should().Equal(missed, coming);
        (await Found(new() { Kind = HearingKind.Preparatory })).Should().Equal(coming);
        (await Found(new() { Group = HearingGroup.Trial })).Should().Equal(Any.Hearing, missed);

        async Task<IEnumerable<HearingId>> Found(HearingFilter filter)
        {
            var page = await projected.Ask(new HearingList(filter, HearingSort.Date, false, new()));
            page.Total.Should().Be(page.Rows.Count);
            return page.Rows.Select(r => r.Hearing);
        }
    }

    [Fact]
    public async Task The_longest_delays_come_first_and_those_that_cannot_be_told_last()
    {
        var late = new HearingId(Any.Id("late"));
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled());
        await world.Hearing(Any.OtherHearing, Any.At(9, 0), Scheduled());
        await world.Hearing(Any.OtherHearing, Any.At(10, 5), new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null));
        await world.Hearing(late, Any.At(9, 0), Scheduled());
        await world.Hearing(late, Any.At(10, 50), new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null));
        await using var projected = await Projected.Of(world);

        var page = await projected.Ask(new HearingList(new(), HearingSort.Delay, true, new(1, 2)));
        page.Rows.Select(r => r.Hearing).Should().Equal(late, Any.OtherHearing);
        page.Total.Should().Be(3);
        page.Count.Should().Be(2);
    }

    [Fact]
    public async Task A_hearing_shows_its_entries_and_each_observers_answers()
    {
        await world.Case(Any.Case, Any.At(9, 0), Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled());
        await world.Hearing(Any.OtherHearing, Any.At(9, 0), Scheduled());
        var opened = await world.Hearing(Any.Hearing, Any.At(10, 42), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null));
        await world.Report(
            Any.Hearing,
            Any.Observer,
            Any.At(11, 0),
            new ReportEvent.Assigned(Any.Hearing, Any.Observer.Id),
            new ReportEvent.Admitted(),
            new ReportEvent.Observed(ChecklistItem.Lift, Answer.Yes, null, null));
        var changed = await world.Report(
            Any.Hearing, Any.Observer, Any.At(11, 5), new ReportEvent.Observed(ChecklistItem.Lift, Answer.No, new(11, 4), Any.Text));
        await world.Report(Any.Hearing, Any.Lawyer, Any.At(12, 0), new ReportEvent.Assigned(Any.Hearing, Any.Lawyer.Id), new ReportEvent.Submitted());
        await using var projected = await Projected.Of(world);

        var view = await projected.Ask(new HearingDetail(Any.Hearing));

        view!.Row.Hearing.Should().Be(Any.Hearing);
        view.Revision.Should().Be(1);
        view.Entries.Select(e => e.WireName).Should().Equal("hearing-scheduled.v1", "hearing-opened.v1");
        view.Entries[1].Entry.Should().Be(opened.Entries[0]);
        var report = view.Reports.Single(r => r.Observer == Any.Observer.Id);
        report.Admission.Should().Be(Admission.Admitted);
        report.Submitted.Should().BeFalse();
        report.Revision.Should().Be(3);
        report.Entries.Should().HaveCount(4);
        var answer = report.Answers[ChecklistItem.Lift];
        (answer.Entry, answer.Answer, answer.At).Should().Be((changed.Entries[0], Answer.No, new LocalTime(11, 4)));
        world.Opener.Open(answer.Note!).Should().Be("In words.");
        view.Reports.Single(r => r.Observer == Any.Lawyer.Id).Submitted.Should().BeTrue();
        (await projected.Ask(new HearingDetail(new(Any.Id("none"))))).Should().BeNull();
    }

    private static async Task<HearingListRow> One(Projected projected) =>
        (await projected.Ask(new HearingList(new(), HearingSort.Date, false, new()))).Rows.Should().ContainSingle().Subject;
}

public sealed class HearingListOnSqlite() : HearingListTests(new SqliteStore());

public sealed class HearingListOnPostgres(PostgresCluster cluster) : HearingListTests(cluster.Store);
