using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Web.Imports;
using Trials.Web.Imports.CourtCards;
using static Trials.Web.Tests.Imports.Invented;

namespace Trials.Web.Tests.Imports;

/// <summary>What files say, without a record.</summary>
public sealed class CourtCardPlanTests
{
    private const string Zone = "Europe/Moscow";

    [Fact]
    public void A_card_is_a_case_with_a_round_its_steps_and_sittings()
    {
        var plan = Plan(Cards(Card), Events(Step, Adjourned, Coming));

        var planned = plan.Cases.Should().ContainSingle().Subject;
        planned.Kind.Should().Be(CaseKind.Civil);
        planned.UniqueNumber.Should().Be(UniqueNumber);
        var card = planned.Cards.Should().ContainSingle().Subject;
        card.Round.Should().Be(RoundKind.FirstInstance);
        card.Court!.Value.Value.Should().Be("99rs0001");
        card.Began.Should().Be(HappenedAt.On(new(2025, 1, 10), Zone));
        card.Whole.Should().BeTrue();
        card.Steps.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = StepKind.Registered, Time = new LocalTime(9, 15) });
        card.Sittings.Select(sitting => sitting.Outcome).Should().Equal(SittingOutcome.Adjourned, SittingOutcome.None);
        plan.Left.Should().BeEmpty();
    }

    [Fact]
    public void Every_cell_of_an_event_is_kept_in_its_words()
    {
        var events = EventHeader + ",Кабинет\r\n2-77/2025 ~ М-55/2025,one.html,Жеребьёвка,10.01.2025,09:15,Зал 2,Итог,Почему,Заметка,11.01.2025,7б";

        var step = Plan(Cards(Card), events).Cards.Single().Steps.Single();

        step.Kind.Should().Be(StepKind.Other);
        step.Text.Split('\n').Should().Equal(
            "Жеребьёвка",
            "Место проведения: Зал 2",
            "Результат события: Итог",
            "Основание: Почему",
            "Примечание: Заметка",
            "Дата размещения: 11.01.2025",
            "Кабинет: 7б");
    }

    [Fact]
    public void Semicolons_and_a_byte_order_mark_make_no_difference()
    {
        var commas = Plan(Cards(Card), Events(Step, Adjourned, Coming));
        var semicolons = Plan("\uFEFF" + Semicolons(Cards(Card)), "\uFEFF" + Semicolons(Events(Step, Adjourned, Coming)));

        semicolons.Should().BeEquivalentTo(commas, options => options.WithStrictOrdering());
    }

    [Fact]
    public void Cards_of_one_unique_number_are_rounds_of_one_case_in_the_order_of_filing()
    {
        var plan = Plan(
            Cards(
                "8Г-7/2026 [88-9/2026],c.html,Inventor," + UniqueNumber + ",03.02.2026,,,,0",
                "33-48/2025,b.html,Inventor," + UniqueNumber + ",17.09.2025,,06.10.2025,РЕШЕНИЕ оставлено БЕЗ ИЗМЕНЕНИЯ,0",
                Card),
            Events(Step, Adjourned, Coming));

        var planned = plan.Cases.Should().ContainSingle().Subject;
        planned.Cards.Select(card => card.Round).Should().Equal(RoundKind.FirstInstance, RoundKind.Appeal, RoundKind.Cassation);
        planned.Cards.Select(card => card.Court?.Value).Should().Equal("99rs0001", "99os0000", null);
    }

    [Fact]
    public void Cards_without_a_date_are_ordered_by_their_first_event_and_without_events_by_their_number()
    {
        var plan = Plan(
            Cards(
                "33-48/2025,b.html,Inventor," + UniqueNumber + ",,,,,1",
                "2-77/2025,one.html,Inventor," + UniqueNumber + ",,,,,1",
                "2-99/2024,two.html,Inventor," + UniqueNumber + ",,,,,0"),
            Events(
                "33-48/2025,b.html,Передано в экспедицию,17.09.2025,,,,,,",
                "2-77/2025,one.html,Завершено,10.01.2025,,,,,,"));

        plan.Cases.Single().Cards.Select(card => (card.Number.Text, card.Began.Precision)).Should().Equal(
            ("2-99/2024", Precision.Year), ("2-77/2025", Precision.Day), ("33-48/2025", Precision.Day));
    }

    [Fact]
    public void A_card_without_a_unique_number_is_a_case_of_its_own()
    {
        var plan = Plan(
            Cards(
                "2-1/2025,a.html,Inventor,,10.01.2025,,,,0",
                "2-1/2025,b.html,Inventor,,10.01.2025,,,,0",
                "2-1/2025,a.html,Another,,10.01.2025,,,,0"),
            Events());

        plan.Cases.Select(planned => planned.Id).Distinct().Should().HaveCount(3);
    }

    [Fact]
    public void Ids_do_not_depend_on_the_number_that_a_court_gives_each_year()
    {
        var before = Plan(Cards(Card), Events()).Cards.Single();
        var after = Plan(Cards(Card.Replace("2-77/2025 ~", "2-3/2026 (2-77/2025;) ~", StringComparison.Ordinal)), Events()).Cards.Single();

        after.Id.Should().Be(before.Id);
    }

    [Fact]
    public void A_judgment_comes_from_the_card_and_else_from_the_last_sitting_that_decided()
    {
        const string decided = "2-77/2025 ~ М-55/2025,one.html,Судебное заседание,10.03.2025,11:30,,Вынесено решение по делу,ОТКАЗАНО в удовлетворении иска,,";
        const string card = "2-77/2025 ~ М-55/2025,one.html,Inventor," + UniqueNumber + ",10.01.2025,,11.03.2025,Иск УДОВЛЕТВОРЕН,1";

        var ofCard = Plan(Cards(card), Events(decided)).Cards.Single().End;
        var ofSitting = Plan(Cards(Card), Events(decided)).Cards.Single().End;
        var silent = Plan(Cards(Card), Events(decided.Replace("ОТКАЗАНО в удовлетворении иска", "", StringComparison.Ordinal))).Cards.Single().End;

        ofCard.Should().BeEquivalentTo(new { Judgment = JudgmentOutcome.Granted, OfCard = true, Happened = HappenedAt.On(new(2025, 3, 11), Zone) });
        ofSitting.Should().BeEquivalentTo(new { Judgment = JudgmentOutcome.Denied, OfCard = false, Happened = HappenedAt.On(new(2025, 3, 10), Zone) });
        silent.Should().BeEquivalentTo(new { Judgment = (JudgmentOutcome?)null, Step = StepKind.DecisionGiven });
    }

    [Fact]
    public void A_suspension_is_a_step_of_the_case_besides()
    {
        const string suspended = "2-77/2025 ~ М-55/2025,one.html,Судебное заседание,10.03.2025,11:30,,Производство по делу приостановлено,,,";

        var card = Plan(Cards(Card), Events(suspended)).Cards.Single();

        card.Sittings.Should().ContainSingle().Which.Outcome.Should().Be(SittingOutcome.Suspended);
        card.Steps.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = StepKind.Suspended, OfSitting = true });
    }

    [Fact]
    public void Good_rows_are_kept_when_others_are_bad()
    {
        var plan = Plan(
            Cards(Card, ",x.html,Inventor,,,,,,0", "2-5/2025,y.html,Inventor,,32.01.2025,,,,0"),
            Events(
                Step,
                "2-77/2025 ~ М-55/2025,one.html,Завершено,31.02.2025,,,,,,",
                "2-77/2025 ~ М-55/2025,one.html,Завершено,10.01.2025,25:00,,,,,",
                "2-77/2025 ~ М-55/2025,one.html,Завершено,10.01.0225,,,,,,",
                "2-77/2025 ~ М-55/2025,one.html,Завершено,,,,,,,",
                "2-77/2025 ~ М-55/2025,one.html,,10.01.2025,,,,,,",
                "2-77/2025 ~ М-55/2025,one.html,Завершено,10.01.2025",
                "2-404/2025,one.html,Завершено,10.01.2025,,,,,,",
                Adjourned));

        plan.Cards.Should().ContainSingle().Which.Should().Match<PlannedCard>(card => card.Steps.Count == 1 && card.Sittings.Count == 1 && !card.Whole);
        plan.Left.Should().OnlyContain(row => row.Fate == RowFate.Rejected);
        plan.Left.Select(row => (row.File, row.Line)).Should().BeEquivalentTo(
        [
            ("cards.csv", 3), ("cards.csv", 4),
            ("events.csv", 3), ("events.csv", 4), ("events.csv", 5), ("events.csv", 6), ("events.csv", 7), ("events.csv", 8), ("events.csv", 9),
        ]);
    }

    [Fact]
    public void Rows_that_stand_twice_count_once()
    {
        var plan = Plan(Cards(Card, Card), Events(Step, Step, Adjourned, Adjourned));

        plan.Cards.Should().ContainSingle().Which.Should().Match<PlannedCard>(card => card.Steps.Count == 1 && card.Sittings.Count == 1);
        plan.Left.Select(row => (row.Line, row.Fate)).Should().BeEquivalentTo([(3, RowFate.Unchanged), (3, RowFate.Unchanged), (5, RowFate.Unchanged)]);
    }

    [Fact]
    public void Two_different_cards_of_one_court_and_number_are_not_mixed()
    {
        var plan = Plan(Cards(Card, Card.Replace("10.01.2025", "11.01.2025", StringComparison.Ordinal)), Events());

        plan.Left.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 3, Fate = RowFate.Rejected });
    }

    [Theory]
    [InlineData("Номер дела,Дата\n2-1/2025,10.01.2025\n", "*events.csv*name*")]
    [InlineData("", "*events.csv*header*")]
    public void A_file_without_what_cannot_be_done_without_is_refused_whole(string events, string message)
    {
        var plan = () => Plan(Cards(Card), events);

        plan.Should().Throw<UnreadableTableException>().WithMessage(message);
    }

    private static CourtCardPlan Plan(string cards, string events)
    {
        var mapping = CourtCardMapping.Shipped;
        var files = CourtCardFiles.Read(ImportWorld.File("cards.csv", cards), ImportWorld.File("events.csv", events), mapping);
        return CourtCardPlan.Of(files, "cards.csv", "events.csv", mapping, _ => Zone);
    }
}
