using Trials.Domain.Assessments;
using Trials.Domain.Assessments.Rules;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Assessments;

/// <summary>What each rule finds in effective entries, and in which it finds nothing.</summary>
public sealed class RuleTests
{
    private static readonly HearingEvent.Scheduled Set = new(
        Any.Case, 1, HearingKind.Trial, Any.Court, [Any.Judge], null, new(2023, 3, 14), new(10, 0));

    private static readonly ReportEvent.Assigned Assigned = new(Any.Hearing, Any.Observer.Id);
    private static readonly ReportEvent.Submitted Submitted = new();

    private static readonly PetitionEvent.Filed Filed =
        new(Any.Case, PetitionKind.Records, Party.VictimSide, Addressee.Court, 1, null, null, null);

    private static readonly CaseEvent.RoundBegan FirstInstance = new(1, RoundKind.FirstInstance, Any.Court, null);
    private static readonly CaseEvent.JudgmentGiven Judged = new(1, JudgmentOutcome.Convicted, null);

    [Theory]
    [InlineData(10, 1, DelayCause.NotExplained, 1)]
    [InlineData(10, 0, DelayCause.NotExplained, 0)]
    [InlineData(9, 55, DelayCause.NotExplained, 0)]
    [InlineData(12, 0, DelayCause.Explained, 0)]
    [InlineData(12, 0, DelayCause.NotObserved, 0)]
    public void A_late_start_without_an_explanation_is_a_sign(int hour, int minute, DelayCause cause, int expected) =>
        Late(Of(At(9, 0), Set), Of(At(hour, minute), Opened(cause))).Should().HaveCount(expected);

    [Fact]
    public void A_late_start_rests_on_the_time_set_last_before_it_opened_and_on_the_opening()
    {
        var moved = Of(At(9, 0), new HearingEvent.Rescheduled(new(2023, 3, 14), new(11, 0), HearingCause.NotStated, CausedBy.Court, null));
        var opened = Of(At(11, 30), Opened(DelayCause.NotExplained));
        var after = Of(At(12, 0), new HearingEvent.Rescheduled(new(2023, 3, 15), new(11, 0), HearingCause.NotStated, CausedBy.Court, null));

        var finding = Late(Of(At(8, 0), Set), moved, opened, after).Should().ContainSingle().Subject;

        finding.Should().Be(new Finding("late-start", RightHolder.Accused, [moved.Id, opened.Id], opened.Happened)
        {
            Hearing = Any.Hearing,
            WhoseWithoutAccused = RightHolder.Both,
        });
        HearingRules.LateStartOfTrial.Find(StreamName.Of(Any.Hearing), [Of(At(8, 0), Set), moved, opened]).Single().WhoseWithoutAccused
            .Should().BeNull("a released version stays as it was");
    }

    [Fact]
    public void A_start_whose_time_is_not_known_is_not_late()
    {
        Late(Of(At(9, 0), Set with { Time = null }), Of(At(12, 0), Opened(DelayCause.NotExplained))).Should().BeEmpty();
        Late(Of(At(9, 0), Set), Of(HappenedAt.On(new(2023, 3, 15)), Opened(DelayCause.NotExplained))).Should().BeEmpty();
    }

    [Fact]
    public void Each_line_of_the_checklist_that_has_a_rule_is_found_by_its_bad_answer_alone()
    {
        foreach (var rule in ChecklistRules.Answers.Cast<Rule<ReportEvent>>())
        {
            var found = (from item in Enum.GetValues<ChecklistItem>()
                         from answer in Enum.GetValues<Answer>()
                         where Seen(rule, (item, answer)).Count > 0
                         select (item, answer)).ToList();

            found.Should().ContainSingle($"'{rule.Code}' is about one line").Which.answer.Should().BeOneOf(Answer.Yes, Answer.No);
            Seen(rule, found[0]).Should().ContainSingle().Which.Kind.Should().Be(rule.Kinds.Single());
        }
    }

    [Fact]
    public void What_an_observer_corrected_is_found_no_more_and_a_report_that_is_not_submitted_says_nothing()
    {
        var rule = (Rule<ReportEvent>)ChecklistRules.Answers[0];
        var no = Of(At(10, 0), new ReportEvent.Observed(ChecklistItem.StepFreeEntrance, Answer.No, null, null));
        var yes = Of(At(11, 0), new ReportEvent.Observed(ChecklistItem.StepFreeEntrance, Answer.Yes, null, null));

        Report(rule, no).Should().BeEmpty();
        Report(rule, no, Of(At(12, 0), Submitted)).Should().ContainSingle();
        Report(rule, no, yes, Of(At(12, 0), Submitted)).Should().BeEmpty();
    }

    [Fact]
    public void Two_observers_of_one_hearing_saw_the_same_once()
    {
        var rule = (Rule<ReportEvent>)ChecklistRules.Answers[0];
        Entry<ReportEvent>[] Account() => [Of(At(10, 0), new ReportEvent.Observed(ChecklistItem.StepFreeEntrance, Answer.No, null, null)), Of(At(12, 0), Submitted)];

        var one = rule.Find(StreamName.OfReport(Any.Hearing, Any.Observer.Id), Account()).Single();
        var other = rule.Find(StreamName.OfReport(Any.Hearing, Any.Lawyer.Id), Account()).Single();

        other.Occasion.Should().Be(one.Occasion);
        other.Entries.Should().NotEqual(one.Entries);
    }

    [Fact]
    public void Several_signs_of_the_same_at_one_hearing_are_found_apart_and_count_once()
    {
        Finding Found(ChecklistItem item, int rule) => ((Rule<ReportEvent>)ChecklistRules.Answers[rule])
            .Find(StreamName.OfReport(Any.Hearing, Any.Observer.Id), [Of(At(10, 0), new ReportEvent.Observed(item, Answer.No, null, null)), Of(At(12, 0), Submitted)]).Single();

        var (entrance, lift, toilets) = (Found(ChecklistItem.StepFreeEntrance, 0), Found(ChecklistItem.Lift, 1), Found(ChecklistItem.ToiletsOpen, 2));

        (entrance.Kind, entrance.Occasion).Should().Be((lift.Kind, lift.Occasion));
        toilets.Occasion.Should().NotBe(lift.Occasion);
    }

    [Fact]
    public void Unequal_treatment_takes_both_sides()
    {
        Seen(ChecklistRules.PhonesUnequal, (ChecklistItem.OfficialsKeptPhones, Answer.Yes)).Should().BeEmpty();
        Seen(ChecklistRules.PhonesUnequal, (ChecklistItem.OthersPhonesTaken, Answer.Yes)).Should().BeEmpty();
        Seen(ChecklistRules.PhonesUnequal, (ChecklistItem.OfficialsKeptPhones, Answer.Yes), (ChecklistItem.OthersPhonesTaken, Answer.Yes))
            .Should().ContainSingle().Which.Entries.Should().HaveCount(2);
        Seen(ChecklistRules.BagsUnequal, (ChecklistItem.LawyersBagsSearched, Answer.Yes), (ChecklistItem.OfficialsSearched, Answer.Yes)).Should().BeEmpty();
        Seen(ChecklistRules.BagsUnequal, (ChecklistItem.LawyersBagsSearched, Answer.Yes), (ChecklistItem.OfficialsSearched, Answer.NotObserved)).Should().BeEmpty();
        Seen(ChecklistRules.BagsUnequal, (ChecklistItem.LawyersBagsSearched, Answer.Yes), (ChecklistItem.OfficialsSearched, Answer.No)).Should().ContainSingle();
    }

    [Theory]
    [InlineData(Party.Defence, RightHolder.Accused)]
    [InlineData(Party.VictimSide, RightHolder.Victim)]
    [InlineData(Party.NotRecorded, RightHolder.Both)]
    public void Each_time_a_petition_is_held_over_it_concerns_whoever_asked(Party by, RightHolder whose)
    {
        var filed = Of(At(9, 0), Filed with { By = by });
        var held = Of(At(10, 0), new PetitionEvent.HeldOver(Any.Hearing, null));
        var again = Of(At(11, 0), new PetitionEvent.HeldOver(null, null));

        var found = PetitionRules.HeldOver.Find(PetitionStream, [filed, held, again]).ToList();

        found.Select(finding => finding.Whose).Should().Equal(whose, whose);
        found[0].Entries.Should().Equal(filed.Id, held.Id);
        found[0].Hearing.Should().Be(Any.Hearing);
        found[1].Entries.Should().Equal(filed.Id, again.Id);
    }

    [Fact]
    public void A_petition_stands_open_until_it_is_decided_withdrawn_or_sent_elsewhere()
    {
        var filed = Of(At(9, 0), Filed);

        Open(filed).Should().ContainSingle().Which.Kind.Should().Be("petition-unanswered");
        Open(filed, Of(At(10, 0), new PetitionEvent.HeldOver(null, null))).Should().ContainSingle();
        foreach (var decision in Enum.GetValues<PetitionDecision>())
            Open(filed, Of(At(10, 0), new PetitionEvent.Decided(decision, Reasoning.Reasoned, null, null))).Should().BeEmpty();
        Open(filed, Of(At(10, 0), new PetitionEvent.Withdrawn((FreeText?)null))).Should().BeEmpty();
        Open(Of(At(9, 0), Filed with { To = Addressee.RecordHolder })).Should().BeEmpty("whoever holds a record stays competent");
        Open(Of(At(9, 0), Filed with { To = Addressee.Investigator, Kind = PetitionKind.InvestigativeAction })).Single().Kind
            .Should().Be("petition-investigative-ignored");
    }

    [Fact]
    public void A_petition_whose_decision_was_set_aside_stands_open_again()
    {
        var filed = Of(At(9, 0), Filed);
        Entry<PetitionEvent>[] again =
            [filed, Of(At(10, 0), new PetitionEvent.Decided(PetitionDecision.Denied, Reasoning.Reasoned, null, null)), Of(At(11, 0), new PetitionEvent.DecisionSetAside(null, null))];

        var open = Open(again).Should().ContainSingle().Subject;

        (open.Entry, open.At, open.From).Should().Be((filed.Id, At(11, 0), At(11, 0).Local));
        PetitionRules.DisregardedUntilJudgment.Open(PetitionStream, again).Should().BeEmpty("a released version stays as it was");
    }

    [Fact]
    public void The_court_s_judgment_and_the_way_to_court_end_competence()
    {
        var began = Of(At(9, 0), FirstInstance);
        var judged = Of(At(15, 0), Judged);

        var ends = PetitionRules.Disregarded.Come(StreamName.Of(Any.Case), [began, judged]).ToList();

        Links(Filed).Should().BeSubsetOf(ends.Where(end => end.Entry == judged.Id).Select(end => end.Link));
        Links(Filed with { Round = null }).Should().BeSubsetOf(ends.Where(end => end.Entry == judged.Id).Select(end => end.Link));
        Links(Filed with { Round = 2 }).Should().NotBeSubsetOf(ends.Select(end => end.Link), "another round's judgment ends nothing");
        Links(Filed with { To = Addressee.Investigator }).Should().BeSubsetOf(ends.Where(end => end.Entry == began.Id).Select(end => end.Link));
        Links(Filed with { To = Addressee.Prosecutor }).Should().BeSubsetOf(ends.Where(end => end.Entry == began.Id).Select(end => end.Link));
    }

    [Fact]
    public void The_judgment_of_every_accused_and_the_termination_of_the_whole_case_end_competence()
    {
        CaseEvent Acquitted(PersonId person) => new CaseEvent.AccusedJudged(
            1, person, [new(Any.Torture, null, CountOutcome.Acquitted)], null, Regime.NotRecorded, null, null, false, false, null);
        var other = new PersonId(Any.Id("other officer"));
        Entry<CaseEvent>[] tried =
            [Of(At(9, 0), new CaseEvent.AccusedJoined(Any.Person, [])), Of(At(9, 0), new CaseEvent.AccusedJoined(other, [])), Of(At(9, 0), FirstInstance)];
        var one = Of(At(14, 0), Acquitted(Any.Person));
        var all = Of(At(15, 0), Acquitted(other));
        var terminated = Of(At(16, 0), new CaseEvent.Terminated(null, null, TerminationGround.Limitation, null));

        LinksOf(one, [.. tried, one]).Should().BeEmpty("another still has to be judged");
        LinksOf(all, [.. tried, one, all]).Should().BeEquivalentTo([.. Links(Filed), .. Links(Filed with { Round = null })]);
        foreach (var to in new[] { Addressee.Court, Addressee.Prosecutor, Addressee.Investigator })
            Links(Filed with { To = to }).Should().BeSubsetOf(LinksOf(terminated, [.. tried, terminated]));
        LinksOf(terminated, [.. tried, terminated]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_rule_names_whose_right_it_concerns_and_what_it_finds()
    {
        AllRules.All.Should().OnlyContain(rule => rule.Whose.Count > 0 && rule.Kinds.Count > 0 && rule.Version >= 1);
        AllRules.All.Select(rule => (rule.Code, rule.Version)).Should().OnlyHaveUniqueItems();
        AllRules.All.Select(rule => Limits.Code(Field.Code, rule.Code)).Should().OnlyContain(verdict => verdict == Verdict.Accepted);
    }

    private static List<string> LinksOf(Entry<CaseEvent> entry, params Entry<CaseEvent>[] entries) =>
        [.. PetitionRules.Disregarded.Come(StreamName.Of(Any.Case), entries).Where(end => end.Entry == entry.Id).Select(end => end.Link)];

    private static StreamName PetitionStream => StreamName.Of(new PetitionId(Any.Id("petition")));

    private static HearingEvent.Opened Opened(DelayCause cause) => new(cause, CausedBy.NotRecorded, null);

    private static HappenedAt At(int hour, int minute) => HappenedAt.Exactly(new(2023, 3, 14, hour, minute));

    private static Entry<TEvent> Made<TEvent>(HappenedAt at, TEvent fact)
        where TEvent : DomainEvent => new(new(Guid.NewGuid()), fact, at, Any.Observer.Id);

    private static IEnumerable<Finding> Late(params Entry<HearingEvent>[] entries) => HearingRules.LateStart.Find(StreamName.Of(Any.Hearing), entries);

    private static Entry<HearingEvent> Of(HappenedAt at, HearingEvent fact) => Made<HearingEvent>(at, fact);

    private static Entry<ReportEvent> Of(HappenedAt at, ReportEvent fact) => Made<ReportEvent>(at, fact);

    private static Entry<PetitionEvent> Of(HappenedAt at, PetitionEvent fact) => Made<PetitionEvent>(at, fact);

    private static Entry<CaseEvent> Of(HappenedAt at, CaseEvent fact) => Made<CaseEvent>(at, fact);

    private static IEnumerable<Finding> Report(Rule<ReportEvent> rule, params Entry<ReportEvent>[] entries) =>
        rule.Find(StreamName.OfReport(Any.Hearing, Any.Observer.Id), [Of(At(9, 0), Assigned), .. entries]);

    private static List<Finding> Seen(Rule<ReportEvent> rule, params (ChecklistItem Item, Answer Answer)[] answers) =>
    [
        .. Report(rule, [.. answers.Select(answer => Of(At(10, 0), new ReportEvent.Observed(answer.Item, answer.Answer, null, null))), Of(At(12, 0), Submitted)]),
    ];

    private static IEnumerable<StandsOpen> Open(params Entry<PetitionEvent>[] entries) => PetitionRules.Disregarded.Open(PetitionStream, entries);

    private static IEnumerable<string> Links(PetitionEvent.Filed filed) => Open(Of(At(10, 0), filed)).Select(open => open.Link);
}
