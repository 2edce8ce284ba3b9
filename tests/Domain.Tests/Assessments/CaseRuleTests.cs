using Trials.Domain.Assessments;
using Trials.Domain.Assessments.Rules;
using Trials.Domain.Cases;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Assessments;

/// <summary>What rules find in a proceeding from the first complaint on.</summary>
public sealed class CaseRuleTests
{
    private static readonly PersonId Officer = new(Any.Id("officer"));
    private static readonly CaseEvent.ComplaintLodged Complaint = new(ComplaintSubject.Torture, Party.VictimSide, null, null);
    private static readonly CaseEvent.AccusedJoined Accused = new(Officer, [new("CC", 316, null, "3")]);

    [Theory]
    [InlineData(Obstruction.PermissionRequired, 1)]
    [InlineData(Obstruction.NonDisclosureRequired, 1)]
    [InlineData(Obstruction.Delayed, 0)]
    [InlineData(Obstruction.NotAdmitted, 0)]
    public void Access_to_a_lawyer_is_found_where_it_is_made_conditional(Obstruction how, int expected) =>
        Found(CaseRules.LawyerAccessConditional, new CaseEvent.LawyerObstructed(Any.Person, how, null, null)).Should().HaveCount(expected);

    [Fact]
    public void Whose_right_it_is_depends_on_who_is_accused_in_this_case()
    {
        CaseEvent Asked(PersonId? person) => new CaseEvent.LawyerObstructed(person, Obstruction.PermissionRequired, null, null);

        Found(CaseRules.LawyerAccessConditional, Asked(Any.Person)).Single().Whose.Should().Be(RightHolder.Victim);
        Found(CaseRules.LawyerAccessConditional, Asked(Officer), Accused).Single().Whose.Should().Be(RightHolder.Accused);
        Found(CaseRules.LawyerAccessConditional, Asked(null), Accused).Single().Whose.Should().Be(RightHolder.Both);
        Found(CaseRules.NonDisclosure, new CaseEvent.NonDisclosureDemanded(Any.Person, NonDisclosureScope.Everything, null, null), Accused)
            .Single().Whose.Should().Be(RightHolder.Victim);
    }

    [Fact]
    public void Each_refusal_to_open_that_was_set_aside_is_a_delay()
    {
        var refused = new CaseEvent.OpeningRefused(RefusalGround.NoElements, null, null);
        var aside = new CaseEvent.RefusalSetAside(null, Any.Court, null);

        Found(CaseRules.InvestigationDelayed, Complaint, refused).Should().BeEmpty();
        Found(CaseRules.InvestigationDelayed, Complaint, refused, aside, refused, aside).Should().HaveCount(2)
            .And.OnlyContain(finding => finding.Entries.Count == 2 && finding.InInvestigation && finding.Whose == RightHolder.Victim);
    }

    [Fact]
    public void A_reprisal_against_whoever_is_protected_is_no_lack_of_protection()
    {
        var granted = new CaseEvent.ProtectionGranted(Any.Person, ProtectionMeasure.Guard, null, null, null);
        var lapsed = new CaseEvent.ProtectionLapsed(Any.Person, null);
        var reprisal = new CaseEvent.ReprisalReported(Any.Person, ReprisalKind.Threat, null, null);

        Found(CaseRules.NoProtection, new CaseEvent.ProtectionRefused(Any.Person, null, null)).Should().ContainSingle();
        Found(CaseRules.NoProtection, reprisal).Should().ContainSingle();
        Found(CaseRules.NoProtection, granted, reprisal).Should().BeEmpty();
        Found(CaseRules.NoProtection, granted, lapsed, reprisal).Should().ContainSingle();
        Found(CaseRules.NoProtection, reprisal, granted).Should().ContainSingle("protection came after it");
    }

    [Theory]
    [InlineData(RefusalGround.Amnesty, ComplaintSubject.Torture, 1)]
    [InlineData(RefusalGround.Limitation, ComplaintSubject.Torture, 1)]
    [InlineData(RefusalGround.Reconciliation, ComplaintSubject.Torture, 1)]
    [InlineData(RefusalGround.NoElements, ComplaintSubject.Torture, 0)]
    [InlineData(RefusalGround.Amnesty, ComplaintSubject.IllTreatment, 0)]
    public void A_complaint_of_torture_that_ends_without_a_finding_is_flagged(RefusalGround ground, ComplaintSubject about, int expected) =>
        Found(CaseRules.TortureRefused, Complaint with { About = about }, new CaseEvent.OpeningRefused(ground, null, null)).Should().HaveCount(expected);

    [Fact]
    public void Exceeding_powers_is_flagged_where_torture_was_complained_of_and_nobody_is_accused_of_it()
    {
        Found(ChargeRules.ExceedingPowersAccused, Complaint, Accused).Should().ContainSingle().Which.Kind.Should().Be("torture-charged-otherwise");
        Found(ChargeRules.ExceedingPowersAccused, Accused).Should().BeEmpty("nobody complained of torture");
        Found(ChargeRules.ExceedingPowersAccused, Complaint, Accused, Accused with { Person = Any.Person, Articles = [Any.Torture] }).Should().BeEmpty();
        Found(ChargeRules.ExceedingPowersAccused, Complaint, Accused with { Articles = [new("CC", 143, null, "2")] })
            .Should().BeEmpty("143 part 2 is neither 316 nor 143¹");
    }

    [Fact]
    public void What_is_found_in_a_round_says_so()
    {
        var began = new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null);

        var found = Found(CaseRules.NoProtection, began, new CaseEvent.ProtectionRefused(Any.Person, null, null)).Single();

        (found.Round, found.InInvestigation).Should().Be((1, false));
    }

    private static List<Finding> Found(Rule<CaseEvent> rule, params CaseEvent[] facts) =>
    [
        .. rule.Find(
            StreamName.Of(Any.Case),
            [.. facts.Select((fact, i) => new Entry<CaseEvent>(new(Any.Id($"entry {i}")), fact, Scenario.Then, Any.Lawyer.Id))]),
    ];
}
