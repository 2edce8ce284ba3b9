using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Cases;

public sealed class CaseTests : StreamTests<Case, CaseEvent>
{
    private static readonly CaseEvent.Opened Opened = new(CaseKind.Criminal, "2023-07", [Any.Torture], Any.Text);

    private static readonly CaseEvent.TakenOver TakenOver = new(CaseKind.Civil, "2-5/2026 ~ М-7523/2025", "28RS0004-01-2025-018120-67", "Споры");

    private static readonly CaseEvent.RoundBegan Round1 = new(1, RoundKind.Investigation, null, null);

    private static readonly CaseEvent.RoundBegan Round2 = new(2, RoundKind.FirstInstance, Any.Court, "1-77/23");

    private static readonly CaseEvent.JudgmentGiven Convicted = new(1, JudgmentOutcome.Convicted, null);

    private static CaseEvent.StepTaken Step(StepKind kind, FreeText? text = null, int? round = null, LocalDate? until = null) =>
        new(round, kind, text, until);

    [Theory]
    [InlineData(CaseKind.Criminal)]
    [InlineData(CaseKind.Civil)]
    [InlineData(CaseKind.Administrative)]
    public void Opens(CaseKind kind)
    {
        Nothing.When(Opened with { Kind = kind }).ThenRecorded();
        Given(Opened with { Kind = kind }).State.Kind.Should().Be(kind);
    }

    [Fact]
    public void Is_taken_over_from_a_court_card_without_an_article()
    {
        Nothing.When(TakenOver).Then(TakenOver);
        Nothing.When(TakenOver with { Kind = CaseKind.Criminal, UniqueNumber = null, Category = null }).ThenRecorded();
    }

    [Fact, Provokes(CaseRefusals.AlreadyOpened)]
    public void Opens_once()
    {
        Given(Opened).When(Opened).ThenRefused(CaseRefusals.AlreadyOpened);
        Given(TakenOver).When(Opened).ThenRefused(CaseRefusals.AlreadyOpened);
        Given(Opened).When(TakenOver).ThenRefused(CaseRefusals.AlreadyOpened);
    }

    [Fact, Provokes(CaseRefusals.NoArticle)]
    public void A_criminal_case_names_an_article()
    {
        Nothing.When(Opened with { Articles = [] }).ThenRefused(CaseRefusals.NoArticle);
        Nothing.When(Opened with { Articles = [], Kind = CaseKind.Civil }).ThenRecorded();
    }

    public static TheoryData<int, int?, string, string?> NoArticles => new()
    {
        { 0, null, "CC", null }, { 10000, null, "CC", null }, { 143, 0, "CC", null }, { 143, 100, "CC", null }, { 143, 1, " ", null },
        { 143, 1, "CC", " " }, { 143, 1, new string('c', 21), null }, { 143, 1, "CC", new string('2', 21) },
    };

    [Theory]
    [MemberData(nameof(NoArticles))]
    [Provokes(CaseRefusals.NoSuchArticle)]
    public void Names_articles_that_can_be(int number, int? superscript, string code, string? part)
    {
        var article = new Article(code, number, superscript, part);
        Nothing.When(Opened with { Articles = [Any.Torture, article] }).ThenRefused(CaseRefusals.NoSuchArticle, ("number", number));
        Nothing.When(Opened with { Articles = [Any.Torture with { Point = part ?? " " }, article] }).Decision.Refusal.Should().NotBeNull();
        Given(Opened).When(new CaseEvent.AccusedJoined(Any.Person, [article])).ThenRefused(CaseRefusals.NoSuchArticle, ("number", number));
    }

    [Fact, Provokes(LimitRefusals.Missing), Provokes(LimitRefusals.TooLong)]
    public void Has_a_reference_of_1_to_100_characters()
    {
        Nothing.When(Opened with { Reference = " " }).ThenRefused(LimitRefusals.Missing, ("field", Field.Reference));
        Nothing.When(TakenOver with { Reference = "" }).ThenRefused(LimitRefusals.Missing, ("field", Field.Reference));
        Nothing.When(Opened with { Reference = new('x', 101) })
            .ThenRefused(LimitRefusals.TooLong, ("field", Field.Reference), ("length", 101), ("max", 100));
        Nothing.When(Opened with { Reference = new('x', 100) }).ThenRecorded();
    }

    [Fact, Provokes(CaseRefusals.NotOpened)]
    public void Is_opened_before_anything_else()
    {
        Nothing.When(Round1).ThenRefused(CaseRefusals.NotOpened);
        Nothing.When(Step(StepKind.Registered)).ThenRefused(CaseRefusals.NotOpened);
    }

    [Fact]
    public void Comes_before_one_body_after_another()
    {
        Given(Opened).When(Round1).Then(Round1);
        Given(Opened, Round1).When(Round2).Then(Round2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [Provokes(CaseRefusals.RoundNumber)]
    public void Rounds_are_numbered_one_after_another(int number) =>
        Given(Opened, Round1).When(Round2 with { Round = number })
            .ThenRefused(CaseRefusals.RoundNumber, ("round", number), ("expected", 2));

    [Fact, Provokes(CaseRefusals.NoSuchRound)]
    public void What_belongs_to_a_round_names_one_that_began()
    {
        var refused = new (string, object)[] { ("round", 2), ("rounds", 1) };
        var given = Given(Opened, Round1);
        given.When(new CaseEvent.CourtAssigned(2, Any.Court)).ThenRefused(CaseRefusals.NoSuchRound, refused);
        given.When(new CaseEvent.PanelAssigned(2, [Any.Judge])).ThenRefused(CaseRefusals.NoSuchRound, refused);
        given.When(Convicted with { Round = 2 }).ThenRefused(CaseRefusals.NoSuchRound, refused);
        given.When(new CaseEvent.Appealed(2, Party.Defence, null)).ThenRefused(CaseRefusals.NoSuchRound, refused);
        given.When(Step(StepKind.Registered, round: 2)).ThenRefused(CaseRefusals.NoSuchRound, refused);
    }

    [Fact]
    public void A_round_gets_a_court()
    {
        var assigned = new CaseEvent.CourtAssigned(1, Any.Court);
        Given(Opened, Round1).When(assigned).Then(assigned);
        Given(Opened, Round1, assigned).When(assigned).ThenNothing();
        Given(Opened, Round1 with { Court = Any.Court }).When(assigned).ThenNothing();
    }

    [Fact, Provokes(CaseRefusals.PanelEmpty)]
    public void A_round_gets_a_panel()
    {
        var assigned = new CaseEvent.PanelAssigned(1, [Any.Judge, Any.OtherJudge]);
        var other = new CaseEvent.PanelAssigned(1, [Any.OtherJudge, Any.Judge]);
        Given(Opened, Round1).When(assigned).Then(assigned);
        Given(Opened, Round1, assigned).When(assigned).ThenNothing();
        Given(Opened, Round1, assigned).When(other).Then(other);
        Given(Opened, Round1).When(assigned with { Judges = [] }).ThenRefused(CaseRefusals.PanelEmpty, ("round", 1));
    }

    [Fact, Provokes(CaseRefusals.AlreadyAccused)]
    public void A_person_is_accused_once()
    {
        var joined = new CaseEvent.AccusedJoined(Any.Person, [Any.Torture]);
        Given(Opened).When(joined).Then(joined);
        Given(Opened, joined).When(joined with { Articles = [] }).ThenRefused(CaseRefusals.AlreadyAccused);
        Given(Opened, joined).When(joined with { Person = new(Any.Id("another")) }).ThenRecorded();
    }

    [Fact, Provokes(CaseRefusals.AlreadyJudged)]
    public void A_round_is_judged_once()
    {
        Given(Opened, Round1).When(Convicted).Then(Convicted);
        Given(Opened, Round1, Convicted).When(Convicted with { Outcome = JudgmentOutcome.Acquitted })
            .ThenRefused(CaseRefusals.AlreadyJudged, ("round", 1));
        Given(Opened, Round1, Convicted, Round2).When(Convicted with { Round = 2 }).ThenRecorded();
    }

    [Fact, Provokes(CaseRefusals.JudgedBeforeRound)]
    public void A_round_is_not_judged_before_it_began()
    {
        var given = Given(Opened, Round1);
        given.When(At(9, 0, Convicted)).ThenRefused(
            CaseRefusals.JudgedBeforeRound, ("at", Scenario.Then.Date), ("began", Scenario.Then.Date), ("round", 1));
        given.When(At(HappenedAt.On(Scenario.Then.Date), Convicted)).ThenRecorded();
    }

    [Fact, Provokes(LimitRefusals.Missing)]
    public void Another_outcome_is_told_in_words()
    {
        var other = Convicted with { Outcome = JudgmentOutcome.Other };
        Given(Opened, Round1).When(other).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Given(Opened, Round1).When(other with { Text = Any.Text }).ThenRecorded();
    }

    [Fact]
    public void A_judgment_is_appealed_by_each_party()
    {
        var appealed = new CaseEvent.Appealed(1, Party.Defence, Any.Text);
        Given(Opened, Round1, Convicted).When(appealed).Then(appealed);
        Given(Opened, Round1, Convicted, appealed).When(appealed with { By = Party.VictimSide }).ThenRecorded();
    }

    [Fact, Provokes(LimitRefusals.Missing)]
    public void Another_step_is_told_in_words()
    {
        Given(Opened).When(Step(StepKind.Other)).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Given(Opened).When(Step(StepKind.Other, Any.Text)).ThenRecorded();
        Given(Opened).When(Step(StepKind.Suspended)).ThenRecorded();
        Given(Opened, Round1).When(Step(StepKind.Registered, round: 1)).ThenRecorded();
    }

    [Fact, Provokes(CaseRefusals.TermEndsBefore)]
    public void A_term_does_not_end_before_the_step_that_sets_it()
    {
        var day = Scenario.Then.Date;
        Given(Opened).When(Step(StepKind.LeftWithoutMotion, until: day.PlusDays(-1)))
            .ThenRefused(CaseRefusals.TermEndsBefore, ("until", day.PlusDays(-1)), ("at", day));
        Given(Opened).When(Step(StepKind.LeftWithoutMotion, until: day)).ThenRecorded();
        Given(Opened).When(At(HappenedAt.In(2023, 3), Step(StepKind.LeftWithoutMotion, until: new(2023, 3, 1)))).ThenRecorded();
    }

    [Fact]
    public void A_round_withdrawn_takes_its_number_with_it() =>
        Given(Opened, Round1).And(given => Withdraw(given[1])).When(Round1).ThenRecorded();
}
