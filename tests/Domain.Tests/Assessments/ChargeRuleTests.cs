using Trials.Domain.Assessments;
using Trials.Domain.Assessments.Rules;
using Trials.Domain.Cases;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Assessments;

/// <summary>What rules find in charges that are brought, moved to another article and ended.</summary>
public sealed class ChargeRuleTests
{
    private static readonly PersonId Officer = new(Any.Id("officer"));
    private static readonly PersonId OtherOfficer = new(Any.Id("other officer"));
    private static readonly Article ExceedingPowers = new("CC", 316, null, "3");
    private static readonly CaseEvent.ComplaintLodged Complaint = new(ComplaintSubject.Torture, Party.VictimSide, null, null);
    private static readonly CaseEvent.Opened Opened = new(CaseKind.Criminal, "12/2023", [Any.Torture], null);

    [Theory]
    [InlineData(TerminationGround.Repentance, 1)]
    [InlineData(TerminationGround.Limitation, 1)]
    [InlineData(TerminationGround.Reconciliation, 1)]
    [InlineData(TerminationGround.Amnesty, 1)]
    [InlineData(TerminationGround.NoEvent, 0)]
    [InlineData(TerminationGround.NoCorpus, 0)]
    [InlineData(TerminationGround.Other, 0)]
    [InlineData(TerminationGround.NotRecorded, 0)]
    public void A_charge_of_torture_that_ends_without_a_finding_is_flagged(TerminationGround ground, int expected) =>
        Found(ChargeRules.TortureTerminated, Charged(Officer, Any.Torture), Terminated(Officer, ground)).Should().HaveCount(expected);

    [Fact]
    public void It_rests_on_every_charge_of_torture_that_ended_and_on_the_termination()
    {
        var found = Found(
            ChargeRules.TortureTerminated, new CaseEvent.AccusedJoined(Officer, [Any.Torture, ExceedingPowers]), Charged(OtherOfficer, Any.Torture),
            Terminated(null)).Should().ContainSingle().Subject;

        (found.Kind, found.Whose).Should().Be(("torture-charge-ended", RightHolder.Victim));
        found.Entries.Should().Equal(Id(0), Id(1), Id(2));
    }

    [Fact]
    public void What_ends_against_one_accused_says_nothing_of_another_s_charge()
    {
        var powers = Charged(OtherOfficer, ExceedingPowers);

        Found(ChargeRules.TortureTerminated, Charged(Officer, Any.Torture), powers, Terminated(OtherOfficer)).Should().BeEmpty();
        Found(ChargeRules.TortureTerminated, Charged(Officer, Any.Torture), powers, Terminated(Officer)).Single().Entries.Should().Equal(Id(0), Id(2));
        Found(ChargeRules.TortureTerminated, powers, Terminated(null)).Should().BeEmpty("nobody was charged with torture");
        Found(ChargeRules.TortureTerminated, Charged(Officer, new("CC", 143, null, "2")), Terminated(null)).Should().BeEmpty("143 part 2 is not 143¹");
    }

    [Fact]
    public void A_moved_count_keeps_the_day_of_its_act_so_that_it_is_told_from_another_afterwards()
    {
        var (act, otherAct) = (new NodaTime.LocalDate(2023, 1, 8), new NodaTime.LocalDate(2023, 1, 9));
        CaseEvent.ChargeBrought Of(Article article, NodaTime.LocalDate day) => new(Officer, article, day, AsStated: false, null);
        var again = new CaseEvent.ChargeRequalified(Officer, ExceedingPowers, new("CC", 314), RequalifiedBy.Court, act, AsStated: false, null);

        Found(ChargeRules.ExceedingPowersCharged, Complaint, Of(Any.Torture, act), Moved(Any.Torture, ExceedingPowers), Of(ExceedingPowers, otherAct), again)
            .Single().Entries.Should().Equal(Id(0), Id(3));
    }

    [Fact]
    public void A_released_version_goes_on_losing_the_day_of_a_moved_count()
    {
        Rule<CaseEvent> Earlier(Rule latest) => (Rule<CaseEvent>)ChargeRules.Earlier.Single(rule => rule.Code == latest.Code && rule.Version == latest.Version - 1);
        var (act, otherAct) = (new NodaTime.LocalDate(2023, 1, 8), new NodaTime.LocalDate(2023, 1, 9));
        CaseEvent.ChargeBrought On(Article article, NodaTime.LocalDate day) => Charged(Officer, article) with { Committed = day };
        CaseEvent[] toPowers =
            [Complaint, On(Any.Torture, act), Moved(Any.Torture, ExceedingPowers), On(ExceedingPowers, otherAct), Moved(ExceedingPowers, new("CC", 314)) with { Committed = act }];
        CaseEvent[] toTorture =
            [On(ExceedingPowers, act), Moved(ExceedingPowers, Any.Torture), On(Any.Torture, otherAct), Moved(Any.Torture, ExceedingPowers) with { Committed = act }, Terminated(null)];

        Found(ChargeRules.ExceedingPowersCharged, toPowers).Single().Entries.Should().Equal(Id(0), Id(3));
        Found(Earlier(ChargeRules.ExceedingPowersCharged), toPowers).Should().BeEmpty("no count of that day is known, so all are moved");
        Found(ChargeRules.TortureTerminated, toTorture).Single().Entries.Should().Equal(Id(2), Id(4));
        Found(Earlier(ChargeRules.TortureTerminated), toTorture).Should().BeEmpty("likewise");
        AllRules.All.Where(rule => ChargeRules.All.Any(latest => latest.Code == rule.Code)).Select(rule => (rule.Code, rule.Version)).Should().BeEquivalentTo(
            [("torture-charge-terminated", 1), ("torture-charge-terminated", 2), ("torture-conviction-amnestied", 1), ("exceeding-powers-charged", 1), ("exceeding-powers-charged", 2), ("exceeding-powers-charged", 3)]);
    }

    [Fact]
    public void An_amnesty_that_a_judgment_applies_to_torture_is_flagged()
    {
        CaseEvent.AccusedJudged Judged(Article charged, Article? found, bool amnesty) => new(
            1, Officer, [new(charged, found, CountOutcome.Convicted)], 60, Regime.General, null, null, Suspended: false, amnesty, null);

        Found(ChargeRules.TortureAmnestied, Judged(Any.Torture, null, amnesty: true)).Single().Entries.Should().Equal(Id(0));
        Found(ChargeRules.TortureAmnestied, Judged(ExceedingPowers, Any.Torture, amnesty: true)).Should().ContainSingle();
        Found(ChargeRules.TortureAmnestied, Judged(Any.Torture, null, amnesty: false)).Should().BeEmpty();
        Found(ChargeRules.TortureAmnestied, Judged(Any.Torture, ExceedingPowers, amnesty: true)).Should().BeEmpty("it was not convicted of torture");
    }

    [Fact]
    public void A_charge_counts_as_it_stands_when_it_ends()
    {
        Found(ChargeRules.TortureTerminated, Charged(Officer, Any.Torture), Moved(Any.Torture, ExceedingPowers), Terminated(Officer)).Should().BeEmpty();
        Found(ChargeRules.TortureTerminated, Charged(Officer, ExceedingPowers), Moved(ExceedingPowers, Any.Torture), Terminated(Officer))
            .Single().Entries.Should().Equal(Id(1), Id(2));
        Found(ChargeRules.TortureTerminated, Terminated(Officer), Charged(Officer, Any.Torture)).Should().BeEmpty("it was brought later");
    }

    [Fact]
    public void What_a_case_was_opened_under_counts_where_nobody_is_charged()
    {
        Found(ChargeRules.TortureTerminated, Opened, Terminated(null)).Should().ContainSingle();
        Found(ChargeRules.TortureTerminated, Opened, Charged(Officer, ExceedingPowers), Terminated(null)).Should().BeEmpty();
    }

    [Fact]
    public void A_charge_of_exceeding_powers_is_flagged_where_torture_was_complained_of_and_nobody_is_charged_with_it()
    {
        var found = Found(ChargeRules.ExceedingPowersCharged, Complaint, Charged(Officer, ExceedingPowers)).Should().ContainSingle().Subject;

        (found.Kind, found.Whose).Should().Be(("torture-charged-otherwise", RightHolder.Victim));
        found.Entries.Should().Equal(Id(0), Id(1));
        Found(ChargeRules.ExceedingPowersCharged, Charged(Officer, ExceedingPowers)).Should().BeEmpty("nobody alleged torture");
        Found(ChargeRules.ExceedingPowersCharged, Complaint, Charged(Officer, ExceedingPowers), Charged(OtherOfficer, Any.Torture)).Should().BeEmpty();
        Found(ChargeRules.ExceedingPowersCharged, Complaint, new CaseEvent.AccusedJoined(Officer, [ExceedingPowers])).Should().ContainSingle();
    }

    [Fact]
    public void A_charge_of_torture_that_is_moved_to_exceeding_powers_is_flagged_without_any_complaint()
    {
        var brought = Charged(Officer, Any.Torture);
        var moved = Moved(Any.Torture, ExceedingPowers);

        Found(ChargeRules.ExceedingPowersCharged, brought).Should().BeEmpty();
        Found(ChargeRules.ExceedingPowersCharged, brought, moved).Single().Entries.Should().Equal(Id(0), Id(1));
        Found(ChargeRules.ExceedingPowersCharged, moved).Single().Entries.Should().Equal(Id(0));
        Found(ChargeRules.ExceedingPowersCharged, brought, moved, Moved(ExceedingPowers, Any.Torture)).Should().BeEmpty("it was moved back");
        Found(ChargeRules.ExceedingPowersCharged, brought, Charged(OtherOfficer, Any.Torture), moved).Should().BeEmpty("another is still charged with it");
        Found(ChargeRules.ExceedingPowersCharged, new CaseEvent.AccusedJoined(Officer, [new("CC", 143, 1)]), moved)
            .Should().ContainSingle("a charge recorded without its part is meant too");
    }

    [Fact]
    public void Of_several_counts_of_torture_one_may_be_moved_while_another_stands()
    {
        CaseEvent.ChargeBrought On(int day) => Charged(Officer, Any.Torture) with { Committed = new(2023, 1, day) };
        var moved = Moved(Any.Torture, ExceedingPowers) with { Committed = new(2023, 1, 5) };

        Found(ChargeRules.ExceedingPowersCharged, On(5), On(9), moved).Should().BeEmpty("a count of torture stands");
        Found(ChargeRules.ExceedingPowersCharged, On(5), On(9), moved with { Committed = null }).Should().ContainSingle("all of them were moved");
    }

    [Fact]
    public void What_a_case_was_opened_under_alleges_torture_and_accuses_nobody_of_it_once_somebody_is_charged()
    {
        Found(ChargeRules.ExceedingPowersCharged, Opened with { Articles = [Any.Torture, ExceedingPowers] }).Should().BeEmpty();
        Found(ChargeRules.ExceedingPowersCharged, Opened, Charged(Officer, ExceedingPowers)).Single().Entries.Should().Equal(Id(0), Id(1));
        Found(ChargeRules.ExceedingPowersCharged, Complaint, Charged(Officer, ExceedingPowers), new CaseEvent.Indicted([Any.Torture], null, null))
            .Should().BeEmpty("the indictment accuses of torture");
    }

    private static CaseEvent.ChargeBrought Charged(PersonId person, Article article) => new(person, article, null, false, null);

    private static CaseEvent.ChargeRequalified Moved(Article from, Article to) => new(Officer, from, to, RequalifiedBy.Prosecutor, null, false, null);

    private static CaseEvent.Terminated Terminated(PersonId? person, TerminationGround ground = TerminationGround.Amnesty) => new(null, person, ground, null);

    private static EventId Id(int index) => new(Any.Id($"entry {index}"));

    private static List<Finding> Found(Rule<CaseEvent> rule, params CaseEvent[] facts) =>
        [.. rule.Find(StreamName.Of(Any.Case), [.. facts.Select((fact, i) => new Entry<CaseEvent>(Id(i), fact, Scenario.Then, Any.Lawyer.Id))])];
}
