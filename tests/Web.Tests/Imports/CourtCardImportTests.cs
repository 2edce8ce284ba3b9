using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Web.Imports;
using static Trials.Web.Tests.Imports.Invented;

namespace Trials.Web.Tests.Imports;

/// <summary>What an import records, and what a later one of the same or a changed card adds.</summary>
public sealed class CourtCardImportTests
{
    private readonly ImportWorld world = new();

    [Fact]
    public async Task Everything_is_recorded_with_its_source_in_the_importers_name()
    {
        var result = await world.Import(Cards(Card), Events(Step, Adjourned, Coming));

        result.Summary.Should().BeEquivalentTo(new { Cards = 1, Cases = 1, Steps = 1, Sittings = 2, Adjourned = 1, Added = 4, Unchanged = 0, Rejected = 0 });
        var events = await world.Events();
        events.Should().OnlyContain(e => e.Metadata.Role == ActorRole.Importer && e.Metadata.Source is Source.Import);
        events.Select(e => e.Data.GetType()).Should().BeEquivalentTo(
        [
            typeof(CatalogueEvent.EntryPut), typeof(CaseEvent.TakenOver), typeof(CaseEvent.RoundBegan), typeof(CaseEvent.StepTaken),
            typeof(HearingEvent.Scheduled), typeof(HearingEvent.Scheduled), typeof(HearingEvent.Adjourned),
        ]);
        events.Select(e => e.Data).OfType<HearingEvent.Opened>().Should().BeEmpty();
    }

    [Fact]
    public async Task An_adjournment_names_the_next_sitting_and_nobody_as_its_cause()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned, Coming));

        var events = await world.Events();
        var coming = events.Last(e => e.Data is HearingEvent.Scheduled);
        events.Select(e => e.Data).OfType<HearingEvent.Adjourned>().Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Cause = HearingCause.RespondentAbsent,
            By = CausedBy.NotRecorded,
            Next = new NextHearing(new(coming.Stream.LeadingGuid), new(2025, 3, 10), new(11, 30)),
        });
    }

    [Fact]
    public async Task Moments_are_as_sure_as_the_card_makes_them()
    {
        const string dayOnly = "2-77/2025 ~ М-55/2025,one.html,Завершено,12.03.2025,,,,,,";
        await world.Import(Cards(Card), Events(Step, Adjourned, dayOnly));

        var events = await world.Events();
        var steps = events.Where(e => e.Data is CaseEvent.StepTaken).Select(e => e.Metadata.Happened);
        steps.Should().Equal(HappenedAt.Exactly(new(2025, 1, 10, 9, 15), "Europe/Moscow"), HappenedAt.On(new(2025, 3, 12), "Europe/Moscow"));
        events.Single(e => e.Data is HearingEvent.Scheduled).Metadata.Happened.Precision.Should().Be(Precision.Before);
        events.Single(e => e.Data is HearingEvent.Adjourned).Metadata.Happened.Should().Be(HappenedAt.On(new(2025, 2, 3), "Europe/Moscow"));
    }

    [Fact]
    public async Task The_same_files_again_add_nothing()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned, Coming));
        var before = await world.Events();

        var result = await world.Import(Cards(Card), Events(Step, Adjourned, Coming));

        result.Summary.Should().BeEquivalentTo(new { Added = 0, Unchanged = 4, Rejected = 0, Entries = 0 });
        (await world.Events()).Should().HaveSameCount(before);
    }

    [Fact]
    public async Task Another_order_of_rows_adds_nothing()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned, Coming));

        var result = await world.Import(Cards(Card), Events(Coming, Step, Adjourned));

        result.Summary.Entries.Should().Be(0);
    }

    [Fact]
    public async Task A_result_that_is_filled_in_later_is_all_that_is_added()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned, Coming));

        var result = await world.Import(Cards(Card), Events(Step, Adjourned, Coming.Replace("Зал 2,", "Зал 2,Отложено", StringComparison.Ordinal)));

        result.Summary.Should().BeEquivalentTo(new { Added = 1, Entries = 1, Adjourned = 2 });
        (await Last()).Should().BeOfType<HearingEvent.Adjourned>();
    }

    [Fact]
    public async Task A_time_that_changed_reschedules_and_adds_no_sitting()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned, Coming));
        var moved = Events(Step, Adjourned, Coming.Replace("11:30", "15:00", StringComparison.Ordinal));

        var result = await world.Import(Cards(Card), moved);
        var again = await world.Import(Cards(Card), moved);

        result.Summary.Should().BeEquivalentTo(new { Added = 1, Entries = 1, Sittings = 2 });
        (await Last()).Should().BeOfType<HearingEvent.Rescheduled>().Which.Time.Should().Be(new LocalTime(15, 0));
        again.Summary.Entries.Should().Be(0);
    }

    [Fact]
    public async Task A_day_that_changed_on_a_whole_card_reschedules()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned, Coming));

        var result = await world.Import(Cards(Card), Events(Step, Adjourned, Coming.Replace("10.03.2025", "12.03.2025", StringComparison.Ordinal)));

        result.Summary.Entries.Should().Be(1);
        (await Last()).Should().BeOfType<HearingEvent.Rescheduled>().Which.Date.Should().Be(new LocalDate(2025, 3, 12));
    }

    [Fact]
    public async Task A_time_that_changed_back_and_forth_ends_where_the_card_does()
    {
        string At(string time) => Events(Step, Adjourned, Coming.Replace("11:30", time, StringComparison.Ordinal));
        foreach (var time in new[] { "11:30", "15:00", "11:30", "15:00" })
        {
            await world.Import(Cards(Card), At(time));
        }

        (await Last()).Should().BeOfType<HearingEvent.Rescheduled>().Which.Time.Should().Be(new LocalTime(15, 0));
        (await world.Events()).Select(e => e.Data).OfType<HearingEvent.Rescheduled>().Should().HaveCount(3);
    }

    [Fact]
    public async Task Words_that_changed_correct_the_step_and_add_none()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned, Coming));
        var changed = Events(Step.Replace(",,,,,11.01.2025", ",,,,Добавлено позже,11.01.2025", StringComparison.Ordinal), Adjourned, Coming);

        var result = await world.Import(Cards(Card), changed);
        var again = await world.Import(Cards(Card), changed);
        var back = await world.Import(Cards(Card), Events(Step, Adjourned, Coming));

        result.Rows.Should().ContainSingle(row => row.Fate != RowFate.Unchanged).Which.Fate.Should().Be(RowFate.Corrected);
        again.Summary.Entries.Should().Be(0);
        back.Summary.Entries.Should().Be(1);
        (await world.Events()).Count(e => e.Data is CaseEvent.StepTaken).Should().Be(1);
    }

    [Fact]
    public async Task Rows_that_come_to_a_card_are_all_that_is_added()
    {
        await world.Import(Cards(Card), Events(Step, Coming));

        var result = await world.Import(
            Cards(Card), Events("2-77/2025 ~ М-55/2025,one.html,Передача материалов судье,10.01.2025,09:10,,,,,", Step, Adjourned, Coming));

        result.Rows.Where(row => row.Fate == RowFate.Added).Select(row => row.Line).Should().Equal(2, 4);
        result.Summary.Rejected.Should().Be(0);
    }

    [Fact]
    public async Task A_result_of_another_kind_takes_the_place_of_the_first()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned, Coming));
        var changed = Events(Step, Adjourned.Replace("Заседание отложено", "Рассмотрение завершено", StringComparison.Ordinal), Coming);

        var result = await world.Import(Cards(Card), changed);
        var again = await world.Import(Cards(Card), changed);
        var back = await world.Import(Cards(Card), Events(Step, Adjourned, Coming));

        result.Summary.Should().BeEquivalentTo(new { Adjourned = 0, Rejected = 0, Added = 1 });
        again.Summary.Entries.Should().Be(0);
        back.Summary.Should().BeEquivalentTo(new { Adjourned = 1, Rejected = 0, Added = 1 });
        (await world.Stage(new(2025, 2, 3))).Should().Be(HearingStage.Adjourned);
    }

    [Fact]
    public async Task A_new_number_and_a_judgment_go_to_the_same_case()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned, Coming));
        const string number = "2-3/2026 (2-77/2025;) ~ М-55/2025";
        var card = $"{number},one.html,Inventor,{UniqueNumber},10.01.2025,Споры →Иные споры,10.03.2025,Иск УДОВЛЕТВОРЕН,3";

        var result = await world.Import(
            Cards(card), Events(Step, Adjourned, Coming).Replace("2-77/2025 ~ М-55/2025", number, StringComparison.Ordinal));

        result.Summary.Should().BeEquivalentTo(new { Cases = 1, Rejected = 0, Added = 1 });
        (await world.Events()).Count(e => e.Data is CaseEvent.TakenOver).Should().Be(1);
        (await world.Events()).Select(e => e.Data).OfType<CaseEvent.JudgmentGiven>().Should().ContainSingle().Which.Outcome.Should().Be(JudgmentOutcome.Granted);
    }

    [Fact]
    public async Task An_earlier_round_that_comes_later_gets_the_next_number()
    {
        var appeal = Cards("33-48/2025,b.html,Inventor," + UniqueNumber + ",17.09.2025,,,,0");
        await world.Import(appeal, Events());

        var result = await world.Import(appeal + Card + "\r\n", Events(Step, Adjourned, Coming));

        result.Summary.Should().BeEquivalentTo(new { Cases = 1, Cards = 2, Rejected = 0 });
        (await world.Events()).Select(e => e.Data).OfType<CaseEvent.RoundBegan>().Select(round => (round.Round, round.Kind))
            .Should().Equal((1, RoundKind.Appeal), (2, RoundKind.FirstInstance));
    }

    [Fact]
    public async Task What_a_person_corrected_or_recorded_stays()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned, Coming));
        var coming = (await world.Events()).Last(e => e.Data is HearingEvent.Scheduled);
        await world.Record(coming, new HearingEvent.Rescheduled(new(2025, 3, 11), new(9, 0), HearingCause.JudgeAbsent, CausedBy.Court, null));
        await world.Record(coming, new HearingEvent.Ended(FreeText.From("Seen to end.")));

        var result = await world.Import(Cards(Card), Events(Step, Adjourned, Coming.Replace("Зал 2,", "Зал 2,Отложено", StringComparison.Ordinal)));

        result.Summary.Should().BeEquivalentTo(new { Entries = 0, Rejected = 0 });
        result.Rows.Single(row => row.Line == 4).Why.Should().Contain("a person");
    }

    [Fact]
    public async Task A_hearing_that_a_person_scheduled_is_the_cards_own()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned));
        var adjourned = (await world.Events()).Last(e => e.Data is HearingEvent.Scheduled);
        var first = (HearingEvent.Scheduled)adjourned.Data;
        await world.Schedule(first with { Date = new(2025, 3, 10), Time = new(11, 30), Judges = [new("judge-a")] });

        var result = await world.Import(Cards(Card), Events(Step, Adjourned, Coming));

        result.Rows.Single(row => row.Line == 4 && row.File == "events.csv").Fate.Should().Be(RowFate.Unchanged);
        (await world.Events()).Count(e => e.Data is HearingEvent.Scheduled).Should().Be(2);
    }

    [Fact]
    public async Task Bad_rows_cost_only_themselves()
    {
        var result = await world.Import(
            Cards(Card, new string('9', 101) + "-1/2025,z.html,Inventor,,10.01.2025,,,,1"),
            Events(Step, "2-77/2025 ~ М-55/2025,one.html,Завершено,99.01.2025,,,,,,", new string('9', 101) + "-1/2025,z.html,Завершено,10.01.2025,,,,,,"));

        result.Summary.Should().BeEquivalentTo(new { Cards = 1, Cases = 1, Steps = 1, Added = 2, Rejected = 3 });
        result.Rows.Where(row => row.Fate == RowFate.Rejected).Should().OnlyContain(row => row.Why.Length > 0);
    }

    [Fact]
    public async Task A_sitting_that_is_still_to_come_is_taken()
    {
        var result = await world.Import(Cards(Card), Events(Coming.Replace("10.03.2025", "10.03.2027", StringComparison.Ordinal)));

        result.Summary.Rejected.Should().Be(0);
    }

    [Fact]
    public async Task The_zone_of_a_court_in_the_catalogue_counts_and_an_unsure_one_changes_nothing()
    {
        await world.Import(Cards(Card), Events(Step, Adjourned), zone: "Asia/Yakutsk");

        var result = await world.Import(Cards(Card), Events(Step, Adjourned), zone: null);

        result.Summary.Entries.Should().Be(0);
        (await world.Events()).Should().OnlyContain(e => e.Metadata.Happened.Zone == "Asia/Yakutsk");
    }

    [Fact]
    public async Task A_zone_that_is_only_taken_for_want_of_another_corrects_nothing()
    {
        var card = Card.Replace(UniqueNumber, "", StringComparison.Ordinal);
        await world.Import(Cards(card), Events(Step, Adjourned), zone: "Asia/Yakutsk");

        var unsure = await world.Import(Cards(card), Events(Step, Adjourned), zone: null);
        var sure = await world.Import(Cards(card), Events(Step, Adjourned), zone: "Europe/Moscow");

        unsure.Summary.Entries.Should().Be(0);
        sure.Summary.Entries.Should().BePositive("somebody who names a zone means it");
    }

    [Fact]
    public async Task A_time_that_changed_reschedules_also_where_not_all_of_the_card_is_there()
    {
        await world.Import(Cards(Card), Events(Coming));

        var result = await world.Import(Cards(Card), Events(Coming.Replace("11:30", "15:00", StringComparison.Ordinal)));

        result.Summary.Entries.Should().Be(1);
        (await Last()).Should().BeOfType<HearingEvent.Rescheduled>();
    }

    [Fact]
    public async Task A_day_that_changed_where_not_all_of_the_card_is_there_may_be_another_sitting()
    {
        await world.Import(Cards(Card), Events(Coming));

        await world.Import(Cards(Card), Events(Coming.Replace("10.03.2025", "12.03.2025", StringComparison.Ordinal)));

        (await world.Events()).Count(e => e.Data is HearingEvent.Scheduled).Should().Be(2);
    }

    private async Task<DomainEvent> Last() => (await world.Events())[^1].Data;
}
