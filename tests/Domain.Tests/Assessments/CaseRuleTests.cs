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
    public void Charges_procedural_status_and_detention_say_too_on_which_side_somebody_stands()
    {
        RightHolder Whose(params CaseEvent[] of) =>
            Found(CaseRules.NonDisclosure, [new CaseEvent.NonDisclosureDemanded(Any.Person, NonDisclosureScope.Everything, null, null), .. of]).Single().Whose;
        CaseEvent Given(ProceduralStatus status) => new CaseEvent.StatusGiven(Any.Person, status, null, null, null);
        var detained = new CaseEvent.Apprehended(Any.Person, null, DetentionPlace.PoliceStation, null);

        Whose(Given(ProceduralStatus.Suspect)).Should().Be(RightHolder.Accused);
        Whose(Given(ProceduralStatus.Accused)).Should().Be(RightHolder.Accused);
        Whose(Given(ProceduralStatus.Defender)).Should().Be(RightHolder.Accused);
        Whose(Given(ProceduralStatus.Representative)).Should().Be(RightHolder.Victim);
        Whose(Given(ProceduralStatus.Witness)).Should().Be(RightHolder.Victim);
        Whose(new CaseEvent.ChargeBrought(Any.Person, Any.Torture, null, false, null)).Should().Be(RightHolder.Accused);
        Whose(detained).Should().Be(RightHolder.Accused);
        Whose(detained, Given(ProceduralStatus.Victim)).Should().Be(RightHolder.Victim, "victims are detained as well");
        Whose(Given(ProceduralStatus.Victim), Given(ProceduralStatus.Suspect)).Should().Be(RightHolder.Both);
        Whose(new CaseEvent.StatusGiven(Officer, ProceduralStatus.Suspect, null, null, null)).Should().Be(RightHolder.Victim, "another is suspected");
    }

    [Fact]
    public void What_was_recorded_late_is_read_where_it_happened()
    {
        HappenedAt On(int day) => HappenedAt.On(new(2023, 3, day));
        var refused = new CaseEvent.OpeningRefused(RefusalGround.Amnesty, null, null);
        (CaseEvent, HappenedAt)[] late = [(new CaseEvent.RefusalSetAside(null, null, null), On(9)), (refused, On(5)), (Complaint, On(1))];

        Found(CaseRules.InvestigationDelayed, late).Single().Entries.Should().Equal(Id(1), Id(0));
        Found(CaseRules.TortureRefused, late).Single().Entries.Should().Equal(Id(2), Id(1));
        Found(CaseRules.NoProtection,
            (new CaseEvent.ReprisalReported(Any.Person, ReprisalKind.Threat, null, null), On(5)),
            (new CaseEvent.ProtectionGranted(Any.Person, ProtectionMeasure.Guard, null, null, null), On(2))).Should().BeEmpty("protection was granted before it");
        Found(ChargeRules.TortureTerminated,
            (new CaseEvent.Terminated(null, Officer, TerminationGround.Amnesty, null), On(9)),
            (new CaseEvent.ChargeBrought(Officer, Any.Torture, null, false, null), On(5))).Single().Entries.Should().Equal(Id(1), Id(0));
    }

    [Fact]
    public void A_released_version_goes_on_reading_a_case_as_it_was_recorded()
    {
        HappenedAt On(int day) => HappenedAt.On(new(2023, 3, day));

        Rule<CaseEvent> First(Rule latest) => (Rule<CaseEvent>)CaseRules.Earlier.Single(rule => rule.Code == latest.Code && rule.Version == 1);
        (CaseEvent, HappenedAt)[] refused =
            [(new CaseEvent.RefusalSetAside(null, null, null), On(9)), (new CaseEvent.OpeningRefused(RefusalGround.Amnesty, null, null), On(5)), (Complaint, On(1))];
        (CaseEvent, HappenedAt)[] protectedBefore =
            [(new CaseEvent.ReprisalReported(Any.Person, ReprisalKind.Threat, null, null), On(5)), (new CaseEvent.ProtectionGranted(Any.Person, ProtectionMeasure.Guard, null, null, null), On(2))];

        CaseRules.Earlier.Should().OnlyContain(rule => CaseRules.All.Any(latest => latest.Code == rule.Code && latest.Version > rule.Version));
        (Found(First(CaseRules.InvestigationDelayed), refused).Count, Found(CaseRules.InvestigationDelayed, refused).Count).Should().Be((0, 1));
        (Found(First(CaseRules.TortureRefused), refused).Count, Found(CaseRules.TortureRefused, refused).Count).Should().Be((0, 1));
        (Found(First(CaseRules.NoProtection), protectedBefore).Count, Found(CaseRules.NoProtection, protectedBefore).Count).Should().Be((1, 0));
        Found((Rule<CaseEvent>)CaseRules.Earlier.Single(rule => rule.Code == "non-disclosure-demanded"),
            new CaseEvent.NonDisclosureDemanded(Any.Person, NonDisclosureScope.Everything, null, null),
            new CaseEvent.StatusGiven(Any.Person, ProceduralStatus.Suspect, null, null, null)).Single().Whose.Should().Be(RightHolder.Victim);
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

    [Fact]
    public void Protection_that_was_granted_until_a_day_is_none_behind_it()
    {
        HappenedAt On(int day) => HappenedAt.On(new(2023, 3, day));
        (CaseEvent, HappenedAt)[] Threatened(int day) =>
        [
            (new CaseEvent.ProtectionGranted(Any.Person, ProtectionMeasure.Guard, null, new(2023, 3, 10), null), On(2)),
            (new CaseEvent.ReprisalReported(Any.Person, ReprisalKind.Threat, null, null), On(day)),
        ];

        Found(CaseRules.NoProtection, Threatened(10)).Should().BeEmpty("that was its last day");
        Found(CaseRules.NoProtection, Threatened(11)).Should().ContainSingle();
        Found((Rule<CaseEvent>)CaseRules.Earlier.Single(rule => rule is { Code: "no-protection", Version: 2 }), Threatened(11)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Party.VictimSide, GivenUpReason.Fear, 1)]
    [InlineData(Party.VictimSide, GivenUpReason.Cost, 1)]
    [InlineData(Party.VictimSide, GivenUpReason.NotRecorded, 1)]
    [InlineData(Party.VictimSide, GivenUpReason.Content, 0)]
    [InlineData(Party.Defence, GivenUpReason.Fear, 0)]
    public void A_victim_who_appeals_no_further_is_found_unless_content(Party by, GivenUpReason why, int expected) =>
        Found(CaseRules.AppealGivenUp, new CaseEvent.AppealGivenUp(by, Any.Person, why, null, null, null))
            .Select(finding => (finding.Whose, finding.InInvestigation)).Should().Equal(Enumerable.Repeat((RightHolder.Victim, true), expected));

    [Fact]
    public void A_lawyer_who_holds_back_for_fear_concerns_whom_the_lawyer_assists()
    {
        var afraid = new CaseEvent.LawyerHeldBack(Any.Person, HoldingBack.NotFiled, HoldingBackReason.Fear, null, null);

        Found(CaseRules.LawyerAfraid, afraid).Single().Whose.Should().Be(RightHolder.Victim);
        Found(CaseRules.LawyerAfraid, afraid with { Person = Officer }, Accused).Single().Whose.Should().Be(RightHolder.Accused);
        Found(CaseRules.LawyerAfraid, afraid with { Person = null }).Single().Whose.Should().Be(RightHolder.Both);
        Found(CaseRules.LawyerAfraid, afraid with { Why = HoldingBackReason.ClientsWish }, afraid with { Why = HoldingBackReason.NotRecorded }).Should().BeEmpty();
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

    private static EventId Id(int index) => new(Any.Id($"entry {index}"));

    private static List<Finding> Found(Rule<CaseEvent> rule, params CaseEvent[] facts) => Found(rule, [.. facts.Select(fact => (fact, Scenario.Then))]);

    private static List<Finding> Found(Rule<CaseEvent> rule, params (CaseEvent Fact, HappenedAt At)[] facts) =>
    [
        .. rule.Find(
            StreamName.Of(Any.Case),
            new Readings<CaseEvent>([.. facts.Select((fact, i) => new Entry<CaseEvent>(Id(i), fact.Fact, fact.At, Any.Lawyer.Id))]).For(rule)),
    ];
}
