using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Claims;

public sealed class ClaimTests : StreamTests<Claim, ClaimEvent>
{
    private const long Somoni = 100;

    private static readonly AuthorityCode Ministry = new("moi");
    private static readonly PersonId OtherPerson = new(Any.Id("other person"));
    private static readonly Respondent Authority = new(ClaimParty.Of(Ministry), RespondentCapacity.ForItsOfficial);
    private static readonly Respondent Officer = new(ClaimParty.Of(OtherPerson), RespondentCapacity.InOffice);

    private static readonly ClaimEvent.Filed Filed = new(
        Any.Case, [Any.Person], [Authority, Officer], 50_000 * Somoni, 1_250_50, ClaimLaw.NewCivilCode, ClaimGround.Torture,
        [new Article("CIV", 171)], 1, Any.Hearing, Any.Text);

    private static readonly ClaimEvent.Accepted Accepted = new((FreeText?)null);
    private static readonly ClaimEvent.LeftWithoutMotion WithoutMotion = new(Any.Text, Scenario.Then.Date.PlusDays(10));
    private static readonly ClaimEvent.Returned Returned = new(Any.Text);
    private static readonly ClaimEvent.Settled Settled = new(10_000 * Somoni, null);
    private static readonly ClaimEvent.Withdrawn Withdrawn = new((FreeText?)null);
    private static readonly ClaimEvent.Decided Decided = new(20_000 * Somoni, 0, 1, Any.Text);
    private static readonly ClaimEvent.Decided Refused = new(0, 0, 1, null);
    private static readonly ClaimEvent.DecisionSetAside SetAside = new("court of the region", null);
    private static readonly ClaimEvent.InForce InForce = new((FreeText?)null);
    private static readonly ClaimEvent.WritIssued Writ = new("2-17", null);
    private static readonly ClaimEvent.Paid Paid = new(5_000 * Somoni, ClaimParty.Of(Ministry), null);
    private static readonly ClaimEvent.Closed Closed = new(ClaimEnd.PaidInFull, null);

    private static readonly ClaimEvent[] AnythingElse =
        [Accepted, WithoutMotion, Returned, Settled, Withdrawn, Decided, SetAside, InForce, Writ, Paid, Closed];

    [Fact]
    public void Is_brought_against_several_respondents() => Nothing.When(Filed).Then(Filed);

    [Fact, Provokes(ClaimRefusals.AlreadyFiled)]
    public void Is_brought_once() => Given(Filed).When(Filed).ThenRefused(ClaimRefusals.AlreadyFiled);

    [Fact, Provokes(ClaimRefusals.NoClaimant), Provokes(ClaimRefusals.NoRespondent), Provokes(LimitRefusals.NamedTwice)]
    public void Has_claimants_and_respondents_each_once()
    {
        Nothing.When(Filed with { Claimants = [] }).ThenRefused(ClaimRefusals.NoClaimant);
        Nothing.When(Filed with { Claimants = [Any.Person, Any.Person] }).ThenRefused(LimitRefusals.NamedTwice, ("field", Field.Claimants));
        Nothing.When(Filed with { Respondents = [] }).ThenRefused(ClaimRefusals.NoRespondent);
        Nothing.When(Filed with { Respondents = [Authority, Authority with { Capacity = RespondentCapacity.ForTheState }] })
            .ThenRefused(LimitRefusals.NamedTwice, ("field", Field.Respondents));
    }

    [Fact, Provokes(ClaimRefusals.PartyNames), Provokes(LimitRefusals.Missing), Provokes(LimitRefusals.CodeMalformed), Provokes(LimitRefusals.TooLong)]
    public void A_respondent_or_payer_is_named_by_just_one_name()
    {
        var everyone = new ClaimParty(Ministry, new OfficialCode("judge-a"), Any.Person, "A foundation");
        Nothing.When(Against(default)).ThenRefused(ClaimRefusals.PartyNames);
        Nothing.When(Against(everyone)).ThenRefused(ClaimRefusals.PartyNames);
        Given(Filed).When(Paid with { By = everyone }).ThenRefused(ClaimRefusals.PartyNames);
        Given(Filed).When(Paid with { By = null }).ThenRecorded();
        Nothing.When(Against(ClaimParty.Of(" "))).ThenRefused(LimitRefusals.Missing, ("field", Field.Organisation));
        Nothing.When(Against(ClaimParty.Of(new string('x', 1001))))
            .ThenRefused(LimitRefusals.TooLong, ("field", Field.Organisation), ("length", 1001), ("max", Limits.LongLength));
        Nothing.When(Against(ClaimParty.Of(new AuthorityCode("No code")))).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Authority));
        Nothing.When(Against(ClaimParty.Of(new OfficialCode("No code")))).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Official));
        Nothing.When(Against(ClaimParty.Of("A foundation"))).ThenRecorded();
    }

    [Fact, Provokes(ClaimRefusals.NothingClaimed), Provokes(ClaimRefusals.AmountOutOfBounds)]
    public void An_amount_that_is_not_recorded_is_not_zero()
    {
        Nothing.When(Filed with { MoralDirams = null, MaterialDirams = null }).ThenRecorded();
        Nothing.When(Filed with { MoralDirams = 0, MaterialDirams = null }).ThenRecorded();
        Nothing.When(Filed with { MoralDirams = 0, MaterialDirams = 0 }).ThenRefused(ClaimRefusals.NothingClaimed);
        Nothing.When(Filed with { MoralDirams = -1 }).ThenRefused(ClaimRefusals.AmountOutOfBounds, ("min", 0L), ("max", Claim.MostSomoni));
        Given(Filed).When(Decided with { MaterialDirams = (Claim.MostSomoni * Somoni) + 1 })
            .ThenRefused(ClaimRefusals.AmountOutOfBounds, ("min", 0L), ("max", Claim.MostSomoni));
    }

    [Fact, Provokes(LimitRefusals.Missing)]
    public void Something_else_is_said_in_words()
    {
        Nothing.When(Filed with { Ground = ClaimGround.Other, Text = null }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Nothing.When(Filed with { Respondents = [Authority with { Capacity = RespondentCapacity.Other }], Text = null })
            .ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Given(Filed).When(Closed with { Why = ClaimEnd.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
    }

    [Fact, Provokes(ClaimRefusals.RoundNumber), Provokes(CaseRefusals.NoSuchArticle)]
    public void Names_rounds_and_articles_that_can_be()
    {
        Nothing.When(Filed with { Round = 0 }).ThenRefused(ClaimRefusals.RoundNumber, ("round", 0));
        Given(Filed).When(Decided with { Round = 0 }).ThenRefused(ClaimRefusals.RoundNumber, ("round", 0));
        Nothing.When(Filed with { Articles = [new("CIV", 0)] }).ThenRefused(CaseRefusals.NoSuchArticle, ("number", 0));
    }

    [Fact, Provokes(ClaimRefusals.NotFiled)]
    public void Is_brought_before_anything_else()
    {
        foreach (var anything in AnythingElse)
        {
            Nothing.When(anything).ThenRefused(ClaimRefusals.NotFiled);
        }
    }

    [Fact, Provokes(ClaimRefusals.BeforeFiling)]
    public void Nothing_happens_to_it_before_it_was_brought()
    {
        foreach (var anything in new ClaimEvent[] { Accepted, WithoutMotion, Returned, Settled, Withdrawn, Decided, Paid, Closed })
        {
            Given(Filed).When(At(9, 0, anything)).ThenRefused(ClaimRefusals.BeforeFiling, ("at", Scenario.Moment(9, 0).Local), ("filed", Scenario.Then.Local));
            Given(Filed).When(At(HappenedAt.On(Scenario.Then.Date), anything)).ThenRecorded();
        }
    }

    [Fact]
    public void Is_left_without_motion_again_and_again_and_accepted_once()
    {
        Given(Filed, WithoutMotion).When(WithoutMotion).Then(WithoutMotion);
        Given(Filed, WithoutMotion).When(Accepted).Then(Accepted);
        Given(Filed, Accepted).When(Accepted).ThenNothing();
        Given(Filed, Accepted, WithoutMotion).When(Accepted).Then(Accepted);
        Given(Filed, Accepted).When(Decided).Then(Decided);
    }

    [Theory]
    [InlineData(ClaimOutcome.Returned)]
    [InlineData(ClaimOutcome.Settled)]
    [InlineData(ClaimOutcome.Withdrawn)]
    [InlineData(ClaimOutcome.Decided)]
    [Provokes(ClaimRefusals.AlreadyEnded)]
    public void Is_decided_agreed_returned_or_taken_back_once(ClaimOutcome outcome)
    {
        ClaimEvent ended = outcome switch
        {
            ClaimOutcome.Returned => Returned,
            ClaimOutcome.Settled => Settled,
            ClaimOutcome.Withdrawn => Withdrawn,
            _ => Decided,
        };

        Given(Filed).When(ended).Then(ended);
        foreach (var anything in new ClaimEvent[] { Accepted, WithoutMotion, Returned, Settled, Withdrawn, Decided })
        {
            Given(Filed, ended).When(anything).ThenRefused(ClaimRefusals.AlreadyEnded, ("outcome", outcome));
        }
    }

    [Fact, Provokes(ClaimRefusals.NotDecided), Provokes(ClaimRefusals.AlreadyEnded)]
    public void What_is_set_aside_waits_again()
    {
        Given(Filed, Decided, InForce, Writ).When(SetAside).Then(SetAside);
        Given(Filed, Decided, InForce, Writ, SetAside).When(InForce).ThenRefused(ClaimRefusals.NotDecided);
        Given(Filed, Decided, InForce, Writ, SetAside, Refused).When(InForce).ThenRecorded();
        Given(Filed, Decided, SetAside, Decided, InForce).When(Writ).ThenRecorded();
        Given(Filed, Returned, SetAside).When(Accepted).ThenRecorded();
        Given(Filed, Settled, SetAside).When(Decided).ThenRecorded();
        Given(Filed).When(SetAside).ThenRefused(ClaimRefusals.NotDecided);
        Given(Filed, Withdrawn).When(SetAside).ThenRefused(ClaimRefusals.AlreadyEnded, ("outcome", ClaimOutcome.Withdrawn));
    }

    [Fact, Provokes(ClaimRefusals.NotDecided), Provokes(ClaimRefusals.NothingAwarded), Provokes(ClaimRefusals.WritAlreadyIssued)]
    public void Only_what_was_awarded_or_agreed_is_enforced()
    {
        Given(Filed, Decided).When(InForce).Then(InForce);
        Given(Filed, Decided, InForce).When(InForce).ThenNothing();
        Given(Filed, Settled, InForce).When(Writ).Then(Writ);
        Given(Filed, Decided, Writ).When(Writ with { Number = "2-18" }).ThenRecorded();
        Given(Filed, Decided, Writ).When(Writ).ThenRefused(ClaimRefusals.WritAlreadyIssued, ("number", "2-17"));
        Given(Filed, Refused).When(Writ).ThenRefused(ClaimRefusals.NothingAwarded);
        Given(Filed, Refused).When(InForce).ThenRecorded();
        Given(Filed, Returned).When(InForce).ThenRefused(ClaimRefusals.NotDecided);
        Given(Filed).When(Writ).ThenRefused(ClaimRefusals.NotDecided);
    }

    [Fact, Provokes(ClaimRefusals.BeforeDecision)]
    public void A_decision_takes_force_and_is_set_aside_after_it_was_given()
    {
        foreach (var anything in new ClaimEvent[] { InForce, Writ, SetAside })
        {
            Given(Filed, At(12, 0, Decided)).When(At(11, 0, anything))
                .ThenRefused(ClaimRefusals.BeforeDecision, ("at", Scenario.Moment(11, 0).Local), ("decided", Scenario.Moment(12, 0).Local));
        }
    }

    [Fact, Provokes(ClaimRefusals.NothingPaid), Provokes(ClaimRefusals.AmountOutOfBounds)]
    public void Is_paid_in_instalments_before_a_decision_and_beyond_the_award()
    {
        Given(Filed).When(Paid).Then(Paid);
        Given(Filed, Decided, InForce, Paid).When(Paid).Then(Paid);
        Given(Filed, Decided).When(Paid with { AmountDirams = 99_000 * Somoni }).ThenRecorded();
        Given(Filed, Refused).When(Paid).ThenRecorded();
        Given(Filed, Decided, Closed).When(Paid).ThenRecorded();
        Given(Filed).When(Paid with { AmountDirams = 0 }).ThenRefused(ClaimRefusals.NothingPaid);
        Given(Filed).When(Paid with { AmountDirams = long.MaxValue }).ThenRefused(ClaimRefusals.AmountOutOfBounds, ("min", 0L), ("max", Claim.MostSomoni));
    }

    [Fact, Provokes(ClaimRefusals.AlreadyClosed)]
    public void Once_closed_it_is_only_paid_or_taken_up_again()
    {
        foreach (var anything in new ClaimEvent[] { Accepted, WithoutMotion, Returned, Settled, Withdrawn, Decided, Closed })
        {
            Given(Filed, Closed).When(anything).ThenRefused(ClaimRefusals.AlreadyClosed);
        }

        Given(Filed, Decided, Closed).When(InForce).ThenRefused(ClaimRefusals.AlreadyClosed);
        Given(Filed, Decided, Closed).When(Writ).ThenRefused(ClaimRefusals.AlreadyClosed);
        Given(Filed, Closed).When(SetAside).Then(SetAside);
        Given(Filed, Closed, SetAside).When(Decided).ThenRecorded();
    }

    [Fact]
    public void A_withdrawn_decision_opens_it_again_and_undone_closes_it()
    {
        var reopened = Given(Filed, Decided).And(given => Withdraw(given[1]));
        reopened.When(Decided with { MoralDirams = 1 }).ThenRecorded();
        reopened.And(given => Withdraw(given[2])).When(Decided).ThenRefused(ClaimRefusals.AlreadyEnded, ("outcome", ClaimOutcome.Decided));
    }

    [Fact]
    public void An_award_that_is_corrected_to_nothing_makes_its_writ_impossible() =>
        Given(Filed, Decided, Writ).WhenAmending(Correct(Given(Filed, Decided)[1], Refused))
            .ThenRefused(LoopRefusals.LaterEntriesImpossible, ("entries", new[] { Given(Filed, Decided, Writ)[2] }.ToValueList()), ("first", Refusal.Because(ClaimRefusals.NothingAwarded)));

    private static ClaimEvent.Filed Against(ClaimParty party) => Filed with { Respondents = [new(party, RespondentCapacity.NotRecorded)] };
}
