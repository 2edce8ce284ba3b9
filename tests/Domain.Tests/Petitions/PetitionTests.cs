using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Petitions;

public sealed class PetitionTests : StreamTests<Petition, PetitionEvent>
{
    private static readonly PetitionEvent.Filed Filed =
        new(Any.Case, PetitionKind.Records, Party.VictimSide, Addressee.Court, 1, Any.Hearing, null, Any.Text);

    private static readonly PetitionEvent.HeldOver HeldOver = new(Any.Hearing, null);

    private static readonly PetitionEvent.Withdrawn Withdrawn = new((FreeText?)null);

    private static PetitionEvent.Decided Decided(PetitionDecision decision) => new(decision, Reasoning.Unreasoned, null, null);

    [Fact]
    public void Is_filed() => Nothing.When(Filed).Then(Filed);

    [Fact, Provokes(PetitionRefusals.AlreadyFiled)]
    public void Is_filed_once() => Given(Filed).When(Filed).ThenRefused(PetitionRefusals.AlreadyFiled);

    [Fact, Provokes(PetitionRefusals.RoundNumber)]
    public void Names_a_round_from_1()
    {
        Nothing.When(Filed with { Round = 0 }).ThenRefused(PetitionRefusals.RoundNumber, ("round", 0));
        Nothing.When(Filed with { Round = null }).ThenRecorded();
    }

    [Fact, Provokes(LimitRefusals.Missing)]
    public void Of_another_kind_says_what_it_asks() =>
        Nothing.When(Filed with { Kind = PetitionKind.Other, Text = null }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));

    [Fact, Provokes(PetitionRefusals.NotFiled)]
    public void Is_filed_before_anything_else()
    {
        Nothing.When(HeldOver).ThenRefused(PetitionRefusals.NotFiled);
        Nothing.When(Decided(PetitionDecision.Granted)).ThenRefused(PetitionRefusals.NotFiled);
        Nothing.When(Withdrawn).ThenRefused(PetitionRefusals.NotFiled);
    }

    [Fact]
    public void Is_held_over_again_and_again() => Given(Filed, HeldOver).When(HeldOver).Then(HeldOver);

    [Theory]
    [InlineData(PetitionDecision.Granted)]
    [InlineData(PetitionDecision.GrantedInPart)]
    [InlineData(PetitionDecision.Denied)]
    [InlineData(PetitionDecision.NotAccepted)]
    [InlineData(PetitionDecision.LeftWithoutConsideration)]
    [Provokes(PetitionRefusals.AlreadyDecided)]
    public void Is_decided_once(PetitionDecision decision)
    {
        var decided = Decided(decision);
        Given(Filed, HeldOver).When(decided).Then(decided);
        Given(Filed, decided).When(decided).ThenRefused(PetitionRefusals.AlreadyDecided, ("decision", decision));
        Given(Filed, decided).When(HeldOver).ThenRefused(PetitionRefusals.AlreadyDecided, ("decision", decision));
        Given(Filed, decided).When(Withdrawn).ThenRefused(PetitionRefusals.AlreadyDecided, ("decision", decision));
    }

    [Fact]
    public void One_that_was_forwarded_waits_for_its_new_addressee()
    {
        var forwarded = Decided(PetitionDecision.Forwarded);
        Given(Filed).When(forwarded).Then(forwarded);
        Given(Filed, forwarded).When(forwarded).Then(forwarded);
        Given(Filed, forwarded).When(HeldOver).ThenRecorded();
        Given(Filed, forwarded).When(Decided(PetitionDecision.Denied)).ThenRecorded();
    }

    [Fact, Provokes(PetitionRefusals.AlreadyWithdrawn)]
    public void Nothing_follows_when_it_was_taken_back()
    {
        Given(Filed).When(Withdrawn).Then(Withdrawn);
        Given(Filed, Withdrawn).When(Withdrawn).ThenRefused(PetitionRefusals.AlreadyWithdrawn);
        Given(Filed, Withdrawn).When(HeldOver).ThenRefused(PetitionRefusals.AlreadyWithdrawn);
        Given(Filed, Withdrawn).When(Decided(PetitionDecision.Granted)).ThenRefused(PetitionRefusals.AlreadyWithdrawn);
    }

    [Fact, Provokes(PetitionRefusals.BeforeFiling)]
    public void Nothing_happens_to_it_before_it_was_filed()
    {
        var refused = new (string, object)[] { ("at", Scenario.Moment(9, 0).Local), ("filed", Scenario.Then.Local) };
        Given(Filed).When(At(9, 0, HeldOver)).ThenRefused(PetitionRefusals.BeforeFiling, refused);
        Given(Filed).When(At(9, 0, Decided(PetitionDecision.Granted))).ThenRefused(PetitionRefusals.BeforeFiling, refused);
        Given(Filed).When(At(9, 0, Withdrawn)).ThenRefused(PetitionRefusals.BeforeFiling, refused);
        Given(Filed).When(At(HappenedAt.On(Scenario.Then.Date), HeldOver)).ThenRecorded();
    }

    [Fact]
    public void A_withdrawn_decision_opens_it_again() =>
        Given(Filed, Decided(PetitionDecision.Denied)).And(given => Withdraw(given[1])).When(Decided(PetitionDecision.Granted)).ThenRecorded();

    [Fact, Provokes(PetitionRefusals.NotDecided), Provokes(PetitionRefusals.BeforeFiling)]
    public void A_decision_that_is_set_aside_opens_it_again()
    {
        var appealed = new PetitionEvent.DecisionAppealed(Party.VictimSide, "prosecutor of the city", null);
        var setAside = new PetitionEvent.DecisionSetAside("court of the region", null);
        var denied = Decided(PetitionDecision.Denied);
        Given(Filed, denied).When(appealed).Then(appealed);
        Given(Filed, denied, appealed).When(appealed).Then(appealed);
        Given(Filed, denied, appealed).When(setAside).Then(setAside);
        Given(Filed, denied, setAside).When(Decided(PetitionDecision.Granted)).ThenRecorded();
        Given(Filed, denied, setAside).When(setAside).ThenRefused(PetitionRefusals.NotDecided);
        Given(Filed).When(appealed).ThenRefused(PetitionRefusals.NotDecided);
        Given(Filed, denied).When(At(9, 0, setAside))
            .ThenRefused(PetitionRefusals.BeforeFiling, ("at", Scenario.Moment(9, 0).Local), ("filed", Scenario.Then.Local));
    }

    [Fact, Provokes(PetitionRefusals.NotGranted), Provokes(PetitionRefusals.NotDecided), Provokes(PetitionRefusals.NotFiled)]
    public void Only_what_was_granted_is_executed_or_not()
    {
        var notDone = new PetitionEvent.Executed(Execution.NotDone, Any.Text);
        Given(Filed, Decided(PetitionDecision.GrantedInPart)).When(notDone).Then(notDone);
        Given(Filed, Decided(PetitionDecision.Granted), notDone).When(notDone).ThenNothing();
        Given(Filed, Decided(PetitionDecision.Granted), notDone).When(notDone with { Execution = Execution.Done }).ThenRecorded();
        Given(Filed, Decided(PetitionDecision.Denied)).When(notDone)
            .ThenRefused(PetitionRefusals.NotGranted, ("decision", PetitionDecision.Denied));
        Given(Filed).When(notDone).ThenRefused(PetitionRefusals.NotDecided);
        Nothing.When(notDone).ThenRefused(PetitionRefusals.NotFiled);
    }
}
