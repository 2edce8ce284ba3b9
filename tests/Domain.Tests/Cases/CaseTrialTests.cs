using Trials.Domain.Cases;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Cases;

/// <summary>Charges, judgments on each accused, appeals, returns, other cases and endings.</summary>
public sealed class CaseTrialTests : StreamTests<Case, CaseEvent>
{
    private static readonly Article Powers = new("CC", 316, null, "3");

    private static readonly Article PlainArticle = new("CC", 143, null, "2");

    private static readonly PersonId Other = new(Any.Id("another"));

    private static readonly CaseEvent.Opened Opened = new(CaseKind.Criminal, "2023-07", [Any.Torture], null);

    private static readonly CaseEvent.RoundBegan Round1 = new(1, RoundKind.FirstInstance, Any.Court, null);

    private static readonly CaseEvent.RoundBegan Round2 = new(2, RoundKind.Appeal, Any.Court, null);

    private static readonly CaseEvent.ChargeBrought Charged = new(Any.Person, Any.Torture, new(2023, 1, 5), AsStated: false, null);

    private static readonly CaseEvent.ChargeRequalified Requalified =
        new(Any.Person, Any.Torture, Powers, RequalifiedBy.Prosecutor, null, AsStated: false, null);

    private static readonly CaseEvent.AccusedJudged Convicted = new(
        1, Any.Person, [new(Any.Torture, null, CountOutcome.Convicted)], 120, Regime.Strict, 36, 1_000_00, Suspended: false, Amnesty: false, null);

    private static readonly CaseEvent.AccusedJudged Acquitted = new(
        1, Other, [new(Any.Torture, null, CountOutcome.Acquitted)], null, Regime.NotRecorded, null, null, Suspended: false, Amnesty: false, null);

    private static readonly CaseEvent.AppealDecided Quashed = new(2, 1, null, AppealOutcome.Quashed, null);

    private static readonly CaseEvent.Returned Returned = new(1, ReturnedTo.Prosecutor, Any.Text);

    private static readonly CaseEvent.Remitted Remitted = new(2, RemittedFor.NewTrial, Any.Court, Any.Text);

    private static readonly CaseEvent.Terminated Terminated = new(null, null, TerminationGround.Repentance, null);

    [Fact, Provokes(CaseRefusals.NotTerminated)]
    public void A_termination_that_was_set_aside_may_be_repeated()
    {
        var aside = new CaseEvent.TerminationSetAside(null, null, Any.Court, Any.Text);
        var ofOne = Terminated with { Person = Other };

        Given(Opened, Terminated, aside).When(Terminated).ThenRecorded();
        Given(Opened, Terminated, aside, Terminated).When(aside).ThenRecorded();
        Given(Opened, ofOne, aside with { Person = Other }).When(ofOne).ThenRecorded();
        Given(Opened, Terminated).When(aside with { Person = Other }).Then(aside with { Person = Other });
        Given(Opened).When(aside).ThenRefused(CaseRefusals.NotTerminated);
        Given(Opened, Terminated, aside).When(aside).ThenRefused(CaseRefusals.NotTerminated);
        Given(Opened, ofOne).When(aside with { Person = Any.Person }).ThenRefused(CaseRefusals.NotTerminated);
    }

    [Fact, Provokes(CaseRefusals.AlreadyCharged), Provokes(CaseRefusals.NoSuchArticle)]
    public void A_count_is_charged_once_and_143_1_is_not_143()
    {
        Given(Opened).When(Charged).Then(Charged);
        Given(Opened, Charged).When(Charged with { AsStated = true }).ThenRefused(CaseRefusals.AlreadyCharged, ("number", 143));
        Given(Opened, Charged).When(Charged with { Article = PlainArticle }).ThenRecorded();
        Given(Opened, Charged).When(Charged with { Person = Other }).ThenRecorded();
        Given(Opened, Charged).When(Charged with { Committed = new(2023, 1, 9) }).ThenRecorded();
        Given(Opened, Charged).When(Charged with { Text = Any.Text }).ThenRecorded();
        Given(Opened).When(Charged with { Article = new("CC", 0) }).ThenRefused(CaseRefusals.NoSuchArticle, ("number", 0));
    }

    [Fact, Provokes(CaseRefusals.ActAfterCharge)]
    public void An_act_is_not_later_than_its_charge()
    {
        var day = Scenario.Then.Date;
        Given(Opened).When(Charged with { Committed = day }).ThenRecorded();
        Given(Opened).When(Charged with { Committed = day.PlusDays(1) })
            .ThenRefused(CaseRefusals.ActAfterCharge, ("committed", day.PlusDays(1)), ("at", day));
    }

    [Fact, Provokes(CaseRefusals.NotAccused), Provokes(CaseRefusals.SameArticle)]
    public void A_charge_is_moved_to_another_article()
    {
        Given(Opened, Charged).When(Requalified).Then(Requalified);
        Given(Opened, new CaseEvent.AccusedJoined(Any.Person, [Any.Torture])).When(Requalified).ThenRecorded();
        Given(Opened, Charged, Requalified).State.Charges.Should().Equal(new CaseCharge(Any.Person, Powers, Requalified.Committed ?? Charged.Committed));
        Given(Opened).When(Requalified).ThenRefused(CaseRefusals.NotAccused);
        Given(Opened, Charged).When(Requalified with { To = Any.Torture }).ThenRefused(CaseRefusals.SameArticle, ("number", 143));
    }

    [Fact]
    public void Of_several_counts_that_of_the_act_s_day_is_moved()
    {
        var (first, second) = (new NodaTime.LocalDate(2023, 1, 5), new NodaTime.LocalDate(2023, 1, 9));
        var given = Given(Opened, Charged with { Committed = first }, Charged with { Committed = second });

        given.And(Requalified with { Committed = second }).State.Charges.Should().Equal(
            new CaseCharge(Any.Person, Any.Torture, first), new CaseCharge(Any.Person, Powers, second));
        given.And(Requalified with { Committed = null }).State.Charges.Should().Equal(new CaseCharge(Any.Person, Powers, first));
    }

    [Fact, Provokes(CaseRefusals.AccusedAlreadyJudged), Provokes(CaseRefusals.JudgedBeforeRound), Provokes(CaseRefusals.NoSuchRound)]
    public void Each_accused_is_judged_once_in_a_round()
    {
        var given = Given(Opened, Round1, Convicted);
        given.When(Acquitted).Then(Acquitted);
        given.When(Convicted with { TermMonths = 60 }).ThenRefused(CaseRefusals.AccusedAlreadyJudged, ("round", 1));
        given.And(Round2).When(Convicted with { Round = 2 }).ThenRecorded();
        given.When(new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Mixed, null)).ThenRecorded();
        Given(Opened, Round1).When(At(9, 0, Convicted)).ThenRefused(
            CaseRefusals.JudgedBeforeRound, ("at", Scenario.Then.Date), ("began", Scenario.Then.Date), ("round", 1));
        Given(Opened).When(Convicted).ThenRefused(CaseRefusals.NoSuchRound, ("round", 1), ("rounds", 0));
    }

    [Fact, Provokes(CaseRefusals.NoCount), Provokes(CaseRefusals.FoundWithoutConviction)]
    public void A_judgment_says_what_was_found_on_each_count()
    {
        var given = Given(Opened, Round1);
        given.When(Convicted with { Counts = [new(Any.Torture, Powers, CountOutcome.Convicted), new(PlainArticle, null, CountOutcome.Acquitted)] }).ThenRecorded();
        given.When(Convicted with { Counts = [] }).ThenRefused(CaseRefusals.NoCount);
        given.When(Acquitted with { Counts = [new(Any.Torture, Powers, CountOutcome.Acquitted)] }).ThenRefused(CaseRefusals.FoundWithoutConviction);
        given.When(Convicted with { Counts = [new(Powers, null, CountOutcome.Convicted), new(Powers, null, CountOutcome.Acquitted)] }).ThenRecorded();
    }

    [Fact, Provokes(CaseRefusals.SentencedWithoutConviction), Provokes(CaseRefusals.TermOutOfBounds), Provokes(CaseRefusals.FineOutOfBounds)]
    public void Only_a_conviction_has_a_sentence_within_bounds()
    {
        var given = Given(Opened, Round1);
        given.When(Acquitted with { TermMonths = 1 }).ThenRefused(CaseRefusals.SentencedWithoutConviction);
        given.When(Acquitted with { Suspended = true }).ThenRefused(CaseRefusals.SentencedWithoutConviction);
        given.When(Convicted with { TermMonths = 0 }).ThenRefused(CaseRefusals.TermOutOfBounds, ("max", 1200));
        given.When(Convicted with { OfficeBanMonths = 1201 }).ThenRefused(CaseRefusals.TermOutOfBounds, ("max", 1200));
        given.When(Convicted with { FineDirams = 0 }).ThenRefused(CaseRefusals.FineOutOfBounds);
        given.When(Convicted with { TermMonths = 1200, OfficeBanMonths = null, FineDirams = 1 }).ThenRecorded();
    }

    [Fact, Provokes(LimitRefusals.Missing)]
    public void An_appeal_says_by_whom_and_against_what()
    {
        var lodged = new CaseEvent.AppealLodged(1, Party.VictimSide, Other, AppealAgainst.Acquittal, null);
        Given(Opened, Round1, Acquitted).When(lodged).Then(lodged);
        Given(Opened, Round1, Acquitted, lodged).When(lodged).Then(lodged);
        Given(Opened, Round1).When(lodged with { Against = AppealAgainst.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
    }

    [Fact, Provokes(CaseRefusals.DecidedAboutLaterRound), Provokes(CaseRefusals.AppealAlreadyDecided)]
    public void A_higher_court_decides_once_about_an_earlier_judgment()
    {
        var given = Given(Opened, Round1, Convicted, Round2);
        given.When(Quashed).Then(Quashed);
        given.When(Quashed with { Round = 1, Of = 2 }).ThenRefused(CaseRefusals.DecidedAboutLaterRound, ("round", 1), ("of", 2));
        given.When(Quashed with { Round = 2, Of = 2 }).ThenRefused(CaseRefusals.DecidedAboutLaterRound, ("round", 2), ("of", 2));
        given.And(Quashed).When(Quashed with { Outcome = AppealOutcome.Upheld }).ThenRefused(CaseRefusals.AppealAlreadyDecided, ("round", 2));
        given.And(Quashed with { Person = Any.Person }).When(Quashed with { Person = Other, Outcome = AppealOutcome.Upheld }).ThenRecorded();
    }

    [Fact]
    public void A_judgment_takes_force_once_for_each()
    {
        var inForce = new CaseEvent.JudgmentInForce(1, null, null);
        Given(Opened, Round1, Convicted).When(inForce).Then(inForce);
        Given(Opened, Round1, Convicted, inForce).When(inForce).ThenNothing();
        Given(Opened, Round1, Convicted, inForce).When(inForce with { Person = Other }).ThenRecorded();
    }

    [Fact, Provokes(CaseRefusals.AlreadyReturned), Provokes(CaseRefusals.AlreadyJudged), Provokes(LimitRefusals.Missing)]
    public void A_return_ends_the_round_without_a_judgment()
    {
        Given(Opened, Round1).When(Returned).Then(Returned);
        Given(Opened, Round1, Returned).When(Returned).ThenRefused(CaseRefusals.AlreadyReturned, ("round", 1));
        Given(Opened, Round1, Returned).When(Convicted).ThenRefused(CaseRefusals.AlreadyReturned, ("round", 1));
        Given(Opened, Round1, Returned).When(new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, null)).ThenRefused(CaseRefusals.AlreadyReturned, ("round", 1));
        Given(Opened, Round1, Convicted).When(Returned).ThenRefused(CaseRefusals.AlreadyJudged, ("round", 1));
        Given(Opened, Round1).When(Returned with { To = ReturnedTo.Other, Ground = null }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Given(Opened, Round1, Returned, Round2).When(Convicted with { Round = 2 }).ThenRecorded();
    }

    [Fact, Provokes(CaseRefusals.AlreadyRemitted), Provokes(LimitRefusals.Missing)]
    public void A_higher_court_sends_a_case_back_once()
    {
        var given = Given(Opened, Round1, Convicted, Round2, Quashed);
        given.When(Remitted).Then(Remitted);
        given.And(Remitted).When(Remitted with { For = RemittedFor.Investigation }).ThenRefused(CaseRefusals.AlreadyRemitted, ("round", 2));
        given.When(Remitted with { For = RemittedFor.Other, Ground = null }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
    }

    [Fact, Provokes(CaseRefusals.AlreadyJoined), Provokes(CaseRefusals.AlreadySevered)]
    public void A_case_is_joined_and_severed_once()
    {
        var joined = new CaseEvent.JoinedInto(new(Any.Id("other case")), null);
        var severed = new CaseEvent.SeveredFrom(new(Any.Id("other case")), null);
        Given(Opened).When(joined).Then(joined);
        Given(Opened, joined).When(joined).ThenRefused(CaseRefusals.AlreadyJoined);
        Given(Opened).When(severed).Then(severed);
        Given(Opened, severed).When(severed).ThenRefused(CaseRefusals.AlreadySevered);
        Given(Opened, joined, severed).When(joined).ThenRecorded();
        Given(Opened, severed, joined).When(severed).ThenRecorded();
        Given(Opened, severed, joined, severed).When(severed).ThenRefused(CaseRefusals.AlreadySevered);
    }

    [Fact, Provokes(LimitRefusals.Missing)]
    public void A_case_is_related_to_others()
    {
        var related = new CaseEvent.Related(new(Any.Id("other case")), CaseRelation.Compensation, null);
        Given(Opened).When(related).Then(related);
        Given(Opened, related).When(related).ThenNothing();
        Given(Opened, related).When(related with { Relation = CaseRelation.AgainstVictim }).ThenRecorded();
        Given(Opened).When(related with { Relation = CaseRelation.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
    }

    [Fact, Provokes(CaseRefusals.OtherIsItself)]
    public async Task A_case_has_nothing_to_do_with_itself()
    {
        var world = new World();
        var viewers = new ViewerAccessor();
        var command = new RecordInCase
        {
            Stream = StreamName.Of(Any.Case),
            Matter = Any.Matter,
            Header = new(Any.Command(1), Scenario.Then, new Source.SeenMyself()),
            Facts = [new CaseEvent.Related(Any.Case, CaseRelation.Compensation, null)],
        };
        var outcome = await new Guard<RecordInCase, Outcome>(new ActingAs(Any.Lawyer), viewers).Handle(
            command, new RecordInCaseHandler(world.Loop, viewers).Handle, TestContext.Current.CancellationToken);
        outcome.ShouldBeRefused(CaseRefusals.OtherIsItself);
    }

    [Fact, Provokes(CaseRefusals.AlreadyTerminated), Provokes(LimitRefusals.Missing)]
    public void It_is_terminated_once_for_each()
    {
        Given(Opened).When(Terminated).Then(Terminated);
        Given(Opened, Terminated).When(Terminated).ThenRefused(CaseRefusals.AlreadyTerminated);
        Given(Opened, Terminated with { Person = Any.Person }).When(Terminated with { Person = Any.Person }).ThenRefused(CaseRefusals.AlreadyTerminated);
        Given(Opened, Terminated with { Person = Any.Person }).When(Terminated with { Person = Other }).ThenRecorded();
        Given(Opened).When(Terminated with { Ground = TerminationGround.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
    }

    [Fact, Provokes(CaseRefusals.AlreadyClosed)]
    public void It_is_closed_once_and_what_becomes_known_later_is_recorded()
    {
        var closed = new CaseEvent.Closed(Any.Text);
        Given(Opened).When(closed).Then(closed);
        Given(Opened, closed).When(closed).ThenRefused(CaseRefusals.AlreadyClosed);
        Given(Opened, closed).When(Round1).ThenRecorded();
    }
}
