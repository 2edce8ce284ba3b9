using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Projections.Catalogues;
using Trials.Projections.Claims;
using Trials.Web.Catalogues;
using Trials.Web.Demo;

namespace Trials.Web.Tests.Demo;

/// <summary>The invented record tells the coalition's figures of 2023, and leaves no page empty.</summary>
public sealed class DemoRecordTests
{
    private readonly DemoWorld world = new();

    [Fact]
    public async Task Everything_is_taken_and_a_second_start_adds_nothing()
    {
        var refused = await world.Load();
        var first = (await world.Events()).Count;

        var again = await world.Load();

        refused.Should().BeEmpty();
        again.Should().BeEmpty();
        (await world.Events()).Should().HaveCount(first);
    }

    [Fact]
    public async Task Two_starts_on_two_machines_make_the_same_ids()
    {
        var other = new DemoWorld();
        await world.Load();
        await other.Load();

        (await other.Events()).Select(e => e.Id).Should().Equal((await world.Events()).Select(e => e.Id));
    }

    [Fact]
    public async Task Seven_hearings_of_two_cases_of_2023_were_monitored()
    {
        await world.Load();

        var monitored = await Monitored();
        monitored.Should().HaveCount(7).And.OnlyContain(hearing => hearing.Set.Year == 2023);
        monitored.Select(hearing => hearing.Case).Distinct().Should().HaveCount(2);
    }

    [Fact]
    public async Task Five_began_up_to_half_an_hour_late_and_two_an_hour_and_a_half_to_two_hours_mostly_without_a_cause()
    {
        await world.Load();

        var monitored = await Monitored();
        monitored.Count(hearing => hearing.Delay is > 0 and <= 30).Should().Be(5);
        monitored.Count(hearing => hearing.Delay is > 90 and <= 120).Should().Be(2);
        monitored.Count(hearing => hearing.Cause == DelayCause.NotExplained).Should().BeGreaterThan(3);
    }

    [Theory]
    [InlineData(ChecklistItem.JudgeOnTelephone, Answer.Yes)]
    [InlineData(ChecklistItem.JudgeTalkedAside, Answer.Yes)]
    [InlineData(ChecklistItem.StepFreeEntrance, Answer.No)]
    [InlineData(ChecklistItem.Lift, Answer.No)]
    [InlineData(ChecklistItem.ToiletsOpen, Answer.No)]
    [InlineData(ChecklistItem.DrinkingWater, Answer.No)]
    [InlineData(ChecklistItem.Heated, Answer.No)]
    [InlineData(ChecklistItem.Cooled, Answer.No)]
    [InlineData(ChecklistItem.OfficialsKeptPhones, Answer.Yes)]
    [InlineData(ChecklistItem.VisitorsSearched, Answer.Yes)]
    [InlineData(ChecklistItem.OthersPhonesTaken, Answer.Yes)]
    [InlineData(ChecklistItem.LawyersBagsSearched, Answer.Yes)]
    [InlineData(ChecklistItem.OfficialsSearched, Answer.No)]
    public async Task What_the_report_names_was_observed(ChecklistItem item, Answer answer)
    {
        await world.Load();

        (await world.Entries<ReportEvent>()).Select(e => e.Entry.Event).OfType<ReportEvent.Observed>()
            .Should().Contain(observed => observed.Item == item && observed.Answer == answer);
    }

    [Fact]
    public async Task Petitions_were_held_over_granted_denied_withdrawn_and_wait_for_days_and_months()
    {
        await world.Load();

        var petitions = (await world.Entries<PetitionEvent>()).GroupBy(e => e.Stream).ToList();
        var all = petitions.SelectMany(petition => petition.Select(e => e.Entry.Event)).ToList();
        all.OfType<PetitionEvent.HeldOver>().Should().HaveCountGreaterThan(2);
        all.OfType<PetitionEvent.Decided>().Select(e => e.Decision).Should().Contain([PetitionDecision.Granted, PetitionDecision.Denied]);
        all.OfType<PetitionEvent.Withdrawn>().Should().NotBeEmpty();
        var ages = petitions.Where(petition => !petition.Any(e => e.Entry.Event is PetitionEvent.Decided or PetitionEvent.Withdrawn))
            .Select(petition => Period.DaysBetween(petition.First().Entry.Happened.Date, world.Today));
        ages.Should().Contain([5, 12, 40, 90, 200]);
    }

    [Fact]
    public async Task Claims_wait_were_refused_owed_and_paid_and_one_is_warned_of()
    {
        await world.Load();

        var claims = (await world.Entries<ClaimEvent>()).GroupBy(e => e.Stream)
            .Select(claim => claim.Select(e => e.Entry).Aggregate(ClaimFold.Initial, ClaimFold.Apply)).ToList();
        claims.Select(claim => claim.Standing).Should().Contain([ClaimStanding.Accepted, ClaimStanding.Refused, ClaimStanding.Awarded]);
        claims.Should().Contain(claim => claim.Outstanding > 0 && claim.Paid > 0).And.Contain(claim => claim.Due > 0 && claim.PaidInFullAt != null);
        var laws = ShippedCatalogues.Of(ClaimCheck.Catalogue).Select(e => new CatalogueRow(e.Code, e.Name, e.Values, e.ValidFrom, e.ValidTo, e.Origin, e.Verified, false)).ToList();
        claims.SelectMany(claim => ClaimCheck.Of(claim.Filed!, claim.FiledAt, laws)).Should().Contain(
            [ClaimWarning.RespondentNotAuthority, ClaimWarning.OtherGround, ClaimWarning.DayNotVerified])
            .And.NotContain([ClaimWarning.LawNotInCatalogue, ClaimWarning.BeforeInForce]);
    }

    [Fact]
    public async Task Corrections_a_withdrawal_a_judgment_and_an_appeal_can_be_seen()
    {
        await world.Load();

        var events = (await world.Events()).Select(e => e.Data).ToList();
        events.OfType<Amendment.Corrected>().Should().NotBeEmpty();
        events.OfType<Amendment.Withdrawn>().Should().NotBeEmpty();
        events.OfType<CaseEvent.JudgmentGiven>().Select(e => e.Outcome).Should().Contain([JudgmentOutcome.Convicted, JudgmentOutcome.Upheld]);
        events.OfType<CaseEvent.Appealed>().Should().NotBeEmpty();
        events.OfType<HearingEvent.Adjourned>().Select(e => e.Cause).Distinct().Should().HaveCountGreaterThan(3);
        events.OfType<HearingEvent.NotHeld>().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Hearings_are_to_come_today_tomorrow_and_in_a_week_also_when_it_is_started_weeks_later()
    {
        await world.Load();
        (await Coming()).Should().BeEquivalentTo([world.Today, world.Today.PlusDays(1), world.Today.PlusDays(7)]);

        world.Clock.AdvanceDays(6);
        var sixDaysLater = (await world.Load(), (await world.Events()).Count);
        world.Clock.AdvanceDays(14);
        var refused = await world.Load();

        sixDaysLater.Item1.Should().BeEmpty();
        refused.Should().BeEmpty();
        (await Coming()).Should().BeEquivalentTo([world.Today, world.Today.PlusDays(1), world.Today.PlusDays(7)]);
        (await world.Events()).Should().HaveCount(sixDaysLater.Count + 3);
    }

    [Fact]
    public async Task One_case_is_silent_for_a_year()
    {
        await world.Load();

        var longest = (await world.Events()).GroupBy(e => e.Metadata.Matter).Where(matter => matter.Any(e => e.Stream.Category == "case"))
            .Max(matter => matter.Select(e => e.Metadata.Happened.Date).Order().ToList() is var days
                ? days.Zip(days.Skip(1)).Max(pair => Period.DaysBetween(pair.First, pair.Second))
                : 0);
        longest.Should().BeGreaterThanOrEqualTo(365);
    }

    [Fact]
    public async Task Courts_of_every_region_are_marked_as_invented()
    {
        await world.Load();
        await world.Catalogues.Load(TestContext.Current.CancellationToken);

        var entries = (await world.Entries<CatalogueEvent>()).ToLookup(e => e.Stream.Id, e => (CatalogueEvent.EntryPut)e.Entry.Event);
        var courts = entries["courts"].ToList();
        courts.Should().OnlyContain(court => !court.Verified && court.Values.Contains(new CatalogueValue("demonstration", "true")));
        courts.Select(court => court.Values.Single(value => value.Key == "region").Value).Distinct()
            .Should().BeEquivalentTo(entries["regions"].Select(region => region.Code));
        entries["officials"].Should().OnlyContain(official => !official.Verified);
    }

    [Fact]
    public async Task The_mark_comes_first_so_that_a_record_is_never_taken_for_the_other_kind()
    {
        var empty = new DemoWorld();
        var real = new DemoWorld();
        await world.Load();
        await real.Catalogues.Load(TestContext.Current.CancellationToken);

        (await world.Events())[0].Stream.Should().Be(DemoIds.Mark);
        (await Refusal(world, asDemo: true)).Should().BeNull();
        (await Refusal(world, asDemo: false)).Should().Contain("--demo");
        (await Refusal(real, asDemo: true)).Should().Contain("real record");
        (await Refusal(real, asDemo: false)).Should().BeNull();
        (await Refusal(empty, asDemo: true)).Should().BeNull();
        (await Refusal(empty, asDemo: false)).Should().BeNull();
    }

    private static Task<string?> Refusal(DemoWorld world, bool asDemo) =>
        DemoFolder.Refusal(world.Log, "folder", asDemo, TestContext.Current.CancellationToken);

    private async Task<IEnumerable<LocalDate>> Coming() =>
        (await world.Entries<HearingEvent>()).Select(e => e.Entry.Event).OfType<HearingEvent.Scheduled>().Select(e => e.Date).Where(day => day >= world.Today);

    private async Task<List<(CaseId Case, LocalDateTime Set, long Delay, DelayCause Cause)>> Monitored()
    {
        var submitted = (await world.Entries<ReportEvent>()).GroupBy(e => e.Stream)
            .Where(report => report.Any(e => e.Entry.Event is ReportEvent.Submitted)).Select(report => report.Key.LeadingGuid).ToHashSet();
        return [.. (await world.Entries<HearingEvent>()).GroupBy(e => e.Stream).Where(hearing => submitted.Contains(hearing.Key.LeadingGuid)).Select(hearing =>
        {
            var scheduled = hearing.Select(e => e.Entry.Event).OfType<HearingEvent.Scheduled>().Single();
            var opened = hearing.Single(e => e.Entry.Event is HearingEvent.Opened).Entry;
            var set = scheduled.Date + scheduled.Time!.Value;
            return (scheduled.Case, set, Period.Between(set, opened.Happened.Local, PeriodUnits.Minutes).Minutes, ((HearingEvent.Opened)opened.Event).Delay);
        })];
    }
}
