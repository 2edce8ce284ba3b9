using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Reports;
using Trials.Projections.Hearings;
using Trials.Projections.Reports;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Hearings;

public abstract class StatisticsTests(Store store)
{
    private readonly World world = new(store);

    [Fact]
    public async Task Delays_are_counted_by_court_region_judge_month_and_cause()
    {
        await world.Court(Any.Court, Any.Region);
        await world.Court(Any.OtherCourt, null);
        await Opens("a", 10, Any.Court, Any.Judge, DelayCause.NotExplained, CausedBy.Court);
        await Opens("b", 25, Any.Court, Any.OtherJudge, DelayCause.NotExplained, CausedBy.Court);
        await Opens("c", 100, Any.OtherCourt, Any.OtherJudge, DelayCause.Explained, CausedBy.Escort);
        await Opens("d", -5, Any.OtherCourt, Any.OtherJudge, DelayCause.NotObserved, CausedBy.NotRecorded);
        await Opens("talk", 60, Any.Court, Any.Judge, DelayCause.NotExplained, CausedBy.Court, HearingKind.Preparatory);
        await world.Hearing(new(Any.Id("card")), Any.At(9, 0), Scheduled());
        await world.Hearing(new(Any.Id("card")), Any.At(12, 0), new HearingEvent.Ended(null));
        await world.Hearing(new(Any.Id("coming")), Any.At(9, 0), Scheduled());
        await world.Hearing(new(Any.Id("not held")), Any.At(9, 0), Scheduled());
        await world.Hearing(new(Any.Id("not held")), Any.At(10, 0), new HearingEvent.NotHeld(HearingCause.NotStated, CausedBy.Court, null, null));
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new DelayStatistics(new()));

        report.Total.Minutes.Counts.Should().Equal(new ValueCount(-5, 1), new(10, 1), new(25, 1), new(100, 1));
        report.Total.Minutes.In(DelayBands.Standard).Should().Equal(1, 2, 0, 1, 0);
        report.Total.Minutes.Median.Should().Be(17.5m);
        report.Total.StartNotRecorded.Should().Be(1);
        Shown(report.ByCourt).Should().Equal((Any.Court, "10,25", 1), (Any.OtherCourt, "-5,100", 0));
        Shown(report.ByRegion).Should().Equal((Any.Region, "10,25", 1));
        Shown(report.ByJudge).Should().Equal((Any.Judge, "10", 1), (Any.OtherJudge, "-5,25,100", 0));
        Shown(report.ByMonth).Should().Equal((new YearMonth(2023, 11), "-5,10,25,100", 1));
        report.ByCause.Should().Equal(
            new DelayCauseCount(DelayCause.Explained, CausedBy.Escort, 1), new DelayCauseCount(DelayCause.NotExplained, CausedBy.Court, 2));
        (await projected.Ask(new DelayStatistics(new() { Group = HearingGroup.Preparatory }))).Total.Minutes.Counts.Should().Equal(new ValueCount(60, 1));
    }

    [Fact]
    public async Task Filters_narrow_the_delays()
    {
        await world.Court(Any.Court, Any.Region);
        await Opens("a", 10, Any.Court, Any.Judge);
        await Opens("b", 25, Any.OtherCourt, Any.OtherJudge);
        await Opens("c", 40, Any.OtherCourt, Any.OtherJudge, day: new(2023, 12, 1), of: Any.OtherCase);
        await using var projected = await Projected.Of(world);

        (await Minutes(new() { Court = Any.OtherCourt })).Should().Equal(25, 40);
        (await Minutes(new() { Region = Any.Region })).Should().Equal(10);
        (await Minutes(new() { Judge = Any.Judge })).Should().Equal(10);
        (await Minutes(new() { From = new YearMonth(2023, 12) })).Should().Equal(40);
        (await Minutes(new() { To = new YearMonth(2023, 11) })).Should().Equal(10, 25);
        (await Minutes(new() { Case = Any.OtherCase })).Should().Equal(40);
        (await Minutes(new() { Case = Any.OtherCase, Court = Any.Court })).Should().BeEmpty();

        async Task<IEnumerable<int>> Minutes(StatisticsFilter filter) =>
            (await projected.Ask(new DelayStatistics(filter))).Total.Minutes.Counts.Select(c => c.Value);
    }

    [Fact]
    public async Task A_corrected_opening_moves_its_hearing_in_the_counts()
    {
        await Opens("a", 10, Any.Court, Any.Judge);
        var second = await Opens("b", 25, Any.Court, Any.Judge);
        await using var projected = await Projected.Of(world);
        var wrong = second.Entries[0];
        await world.AmendHearing(new(Any.Id("b")), new Amendment.Corrected(
            wrong, new HearingEvent.Opened(DelayCause.Explained, CausedBy.Escort, null), Any.At(12, 1), Any.Text));
        await projected.CatchUp();

        var corrected = await projected.Ask(new DelayStatistics(new()));
        corrected.Total.Minutes.Counts.Should().Equal(new ValueCount(10, 1), new ValueCount(121, 1));
        corrected.ByCause.Should().Contain(new DelayCauseCount(DelayCause.Explained, CausedBy.Escort, 1));

        await world.AmendHearing(new(Any.Id("b")), new Amendment.Withdrawn(wrong, Any.Text));
        await projected.CatchUp();
        (await projected.Ask(new DelayStatistics(new()))).Total.Minutes.Counts.Should().Equal(new ValueCount(10, 1));
        projected.Rows().Should().NotContain(r => r.StartsWith("delay_counts", StringComparison.Ordinal) && r.EndsWith("n=0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cases_with_the_most_late_hearings_come_first()
    {
        await world.Case(Any.OtherCase, Any.At(9, 0), Opened("late case"));
        await Opens("a", 0, Any.Court, Any.Judge);
        await Opens("b", 25, Any.Court, Any.Judge, of: Any.OtherCase);
        await Opens("c", 45, Any.Court, Any.Judge, of: Any.OtherCase);
        await using var projected = await Projected.Of(world);

        var page = await projected.Ask(new DelaysByCase(new(), new(1, 1)));

        page.Total.Should().Be(2);
        var (id, reference, delays) = page.Rows.Should().ContainSingle().Subject;
        (id, reference, delays.Minutes.Median).Should().Be((Any.OtherCase, "late case", 35m));
    }

    [Fact]
    public async Task Adjournments_and_hearings_not_held_are_counted_by_cause_and_who()
    {
        await world.Court(Any.Court, Any.Region);
        await Ends("a", new HearingEvent.Ended(null));
        await Ends("b", new HearingEvent.Adjourned(HearingCause.CounselAbsent, CausedBy.Defence, new(new(Any.Id("n")), new(2023, 12, 1), null), null));
        await Ends("c", new HearingEvent.Adjourned(HearingCause.CounselAbsent, CausedBy.Defence, null, null));
        await Ends("d", new HearingEvent.NotHeld(HearingCause.JudgeAbsent, CausedBy.Court, null, null));
        await world.Hearing(new(Any.Id("coming")), Any.At(9, 0), Scheduled());
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new AdjournmentStatistics(new()));

        report.Total.Should().Be(new Adjournments(Over: 4, Adjourned: 2, NotHeld: 1, WithoutNext: 2));
        report.ByCause.Should().Equal(
            new AdjournmentGroup<HearingCause>(HearingCause.JudgeAbsent, new(1, 0, 1, 1)),
            new AdjournmentGroup<HearingCause>(HearingCause.CounselAbsent, new(2, 2, 0, 1)));
        report.ByWho.Should().Equal(
            new AdjournmentGroup<CausedBy>(CausedBy.Court, new(1, 0, 1, 1)), new AdjournmentGroup<CausedBy>(CausedBy.Defence, new(2, 2, 0, 1)));
        report.ByCourt.Should().Equal(new AdjournmentGroup<CourtCode>(Any.Court, report.Total));
        report.ByRegion.Should().Equal(new AdjournmentGroup<RegionCode>(Any.Region, report.Total));
        report.ByJudge.Should().Equal(new AdjournmentGroup<OfficialCode>(Any.Judge, report.Total));
        report.ByMonth.Should().Equal(new AdjournmentGroup<YearMonth>(new(2023, 11), report.Total));
        (await projected.Ask(new AdjournmentStatistics(new() { Case = Any.Case }))).Should().BeEquivalentTo(report);
        (await projected.Ask(new AdjournmentStatistics(new() { Case = Any.OtherCase }))).Total.Should().Be(default(Adjournments));
    }

    [Fact]
    public async Task Days_are_counted_between_steps_that_are_known_to_the_day()
    {
        await world.Case(Any.Case, HappenedAt.On(new(2023, 10, 5)), Opened());
        await world.Case(Any.Case, HappenedAt.On(new(2023, 10, 5)), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await Opens("talk", 0, Any.Court, Any.Judge, kind: HearingKind.Preparatory, day: new(2023, 10, 10));
        await Opens("a", 0, Any.Court, Any.Judge, day: new(2023, 10, 15));
        await Opens("b", 0, Any.Court, Any.Judge, day: new(2023, 10, 22));
        await world.Case(Any.Case, HappenedAt.On(new(2023, 11, 4)), new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, null));
        await world.Case(Any.OtherCase, HappenedAt.In(2023, 10), Opened("month only"));
        await Opens("c", 0, Any.Court, Any.Judge, of: Any.OtherCase);
        await using var projected = await Projected.Of(world);

        var durations = await projected.Ask(new DurationStatistics(new()));

        Shown(DurationKind.OpenedToFirstHearing).Should().Be(("10", 1));
        Shown(DurationKind.FirstHearingToJudgment).Should().Be(("20", 0));
        Shown(DurationKind.OpenedToJudgment).Should().Be(("30", 0));
        Shown(DurationKind.HearingToHearing).Should().Be(("7", 0));
        (await projected.Ask(new DurationStatistics(new() { Court = Any.OtherCourt }))).Should().OnlyContain(d => d.Days.Count == 0);

        (string Days, int NotCounted) Shown(DurationKind kind)
        {
            var report = durations.Single(d => d.Kind == kind);
            return (string.Join(",", report.Days.Counts.Select(c => c.Value)), report.NotCounted);
        }
    }

    [Fact]
    public async Task Only_submitted_reports_count_in_the_tally()
    {
        await world.Hearing(Any.Hearing, Any.At(9, 0), Scheduled());
        await Reports(Any.Observer, submitted: true, (ChecklistItem.Lift, Answer.No), (ChecklistItem.JudgeOnTelephone, Answer.Yes));
        await Reports(Any.Lawyer, submitted: true, (ChecklistItem.Lift, Answer.NotObserved));
        var third = new Actor(new(Any.Id("third")), ActorRole.Observer, Any.Observer.Permissions);
        await Reports(third, submitted: false, (ChecklistItem.Lift, Answer.Yes));
        await using var projected = await Projected.Of(world);

        var tally = await projected.Ask(new ChecklistTally(new()));

        (tally.Reports, tally.Hearings, tally.Cases).Should().Be((2, 1, 1));
        tally.Items.Should().HaveCount(Enum.GetValues<ChecklistItem>().Length);
        tally.Items.Single(i => i.Item == ChecklistItem.Lift).Should().Be(new ChecklistItemTally(ChecklistItem.Lift, 0, 1, 1, 0));
        tally.Items.Single(i => i.Item == ChecklistItem.JudgeOnTelephone).Yes.Should().Be(1);
        (await projected.Ask(new ChecklistTally(new() { Court = Any.OtherCourt }))).Reports.Should().Be(0);
    }

    private async Task Reports(Actor observer, bool submitted, params (ChecklistItem Item, Answer Answer)[] answers)
    {
        ReportEvent[] facts =
        [
            new ReportEvent.Assigned(Any.Hearing, observer.Id),
            .. answers.Select(a => new ReportEvent.Observed(a.Item, a.Answer, null, null)),
            .. submitted ? [new ReportEvent.Submitted()] : Array.Empty<ReportEvent>(),
        ];
        await world.Report(Any.Hearing, observer, Any.At(13, 0), facts);
    }

    private async Task<Outcome.Recorded> Opens(
        string name,
        int late,
        CourtCode court,
        OfficialCode judge,
        DelayCause cause = DelayCause.NotObserved,
        CausedBy by = CausedBy.NotRecorded,
        HearingKind kind = HearingKind.Trial,
        LocalDate? day = null,
        CaseId? of = null)
    {
        var id = new HearingId(Any.Id(name));
        var date = day ?? Any.Day;
        await world.HearingOf(of ?? Any.Case, id, Any.At(9, 0), Scheduled(of, kind, court, judges: judge) with { Date = date });
        return await world.HearingOf(
            of ?? Any.Case, id, HappenedAt.Exactly(date.At(new(10, 0)).PlusMinutes(late)), new HearingEvent.Opened(cause, by, null));
    }

    private async Task Ends(string name, HearingEvent end)
    {
        var id = new HearingId(Any.Id(name));
        await world.Hearing(id, Any.At(9, 0), Scheduled());
        await world.Hearing(id, Any.At(12, 0), end);
    }

    private static IEnumerable<(TKey Key, string Minutes, int NotRecorded)> Shown<TKey>(IReadOnlyList<DelayGroup<TKey>> groups)
        where TKey : struct =>
        groups.Select(g => (g.Key, string.Join(",", g.Delays.Minutes.Counts.Select(c => c.Value)), g.Delays.StartNotRecorded));
}

public sealed class StatisticsOnSqlite() : StatisticsTests(new SqliteStore());

public sealed class StatisticsOnPostgres(PostgresCluster cluster) : StatisticsTests(cluster.Store);
