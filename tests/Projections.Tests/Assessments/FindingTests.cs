using Trials.Domain;
using Trials.Domain.Applications;
using Trials.Domain.Assessments;
using Trials.Domain.Assessments.Rules;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Projections.Assessments;
using Trials.Projections.Petitions;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;

namespace Trials.Projections.Tests.Assessments;

/// <summary>What rules find follows the effective entries; what was decided stays, and counts only while it has its basis.</summary>
public abstract class FindingTests(Store store)
{
    private static readonly PetitionEvent.Filed Filed =
        new(Any.Case, PetitionKind.Records, Party.VictimSide, Addressee.Court, 1, null, null, null);

    private readonly World world = new(store);

    [Fact]
    public async Task A_late_start_is_proposed_with_its_entries_and_what_it_amounts_to()
    {
        await Mappings();
        await world.Court(Any.Court, Any.Region);
        await Case();
        var (set, opened) = await LateHearing();
        await using var projected = await Projected.Of(world);

        var row = (await Findings(projected)).Should().ContainSingle().Subject;

        row.Entries.Should().Equal(set, opened);
        (row.Rule, row.Version, row.Kind, row.Yields, row.Standard, row.Whose).Should().Be(("late-start", 2, "late-start", Yields.Indicator, "f14-3c", RightHolder.Accused));
        (row.Case, row.CaseReference, row.Hearing, row.Round, row.Stage, row.Court, row.State).Should().Be(
            (Any.Case, "12/2023", Any.Hearing, 1, RoundKind.FirstInstance, Any.Court, FindingState.Open));
        (await Findings(projected, new() { Region = Any.Region, From = new(2023, 11), To = new(2023, 11) })).Should().ContainSingle();
        (await Findings(projected, new() { Region = Any.OtherRegion })).Should().BeEmpty();
        (await Findings(projected, new() { From = new(2023, 12) })).Should().BeEmpty();
    }

    [Theory]
    [InlineData(CaseKind.Civil)]
    [InlineData(CaseKind.Administrative)]
    public async Task Where_nobody_is_accused_a_late_start_concerns_both_sides(CaseKind kind)
    {
        await world.Catalogue(
            Mapping.Catalogue,
            Put("late-start", "indicator", "f14-3c") with { Values = [new("yields", "indicator"), new("standard", "f14-3c"), new("for-both", "f14-1c")] });
        await world.Case(
            Any.Case, Any.At(8, 0), new CaseEvent.Opened(kind, "12/2023", [], null), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await LateHearing();
        await using var projected = await Projected.Of(world);

        var row = (await Findings(projected, new() { Whose = RightHolder.Both })).Should().ContainSingle().Subject;
        (row.Whose, row.Standard).Should().Be((RightHolder.Both, "f14-1c"));
        (await Findings(projected, new() { Whose = RightHolder.Accused })).Should().BeEmpty();
        await world.Decide(row, confirm: true);
        await projected.CatchUp();
        (await Findings(projected)).Should().ContainSingle().Which.Should().Match<FindingRowView>(decided =>
            decided.State == FindingState.Confirmed && decided.Whose == RightHolder.Both);
    }

    [Fact]
    public async Task Without_its_mapping_or_with_a_retired_one_nothing_is_proposed_and_what_was_decided_stays()
    {
        await Case();
        await LateHearing();
        await using var projected = await Projected.Of(world);
        (await Findings(projected)).Should().BeEmpty();

        await Mappings();
        await projected.CatchUp();
        var row = (await Findings(projected)).Should().ContainSingle().Subject;
        await world.Decide(row, confirm: true);
        await world.Catalogue(Mapping.Catalogue, new CatalogueEvent.EntryRetired("late-start"));
        await projected.CatchUp();

        (await Findings(projected)).Should().ContainSingle().Which.State.Should().Be(FindingState.Confirmed);
    }

    [Fact]
    public async Task What_was_decided_stays_as_it_was_when_the_mapping_changes()
    {
        await Mappings();
        await Case();
        await LateHearing();
        await using var projected = await Projected.Of(world);
        await world.Decide((await Findings(projected)).Single(), confirm: true);

        await world.Catalogue(Mapping.Catalogue, Put("late-start", "violation", "f14-1c"));
        await LateHearing(Any.OtherHearing);
        await projected.CatchUp();

        var rows = await Findings(projected);
        rows.Single(row => row.State == FindingState.Confirmed).Should().Match<FindingRowView>(row => row.Yields == Yields.Indicator && row.Standard == "f14-3c");
        rows.Single(row => row.State == FindingState.Open).Should().Match<FindingRowView>(row => row.Yields == Yields.Violation && row.Standard == "f14-1c");
    }

    [Fact]
    public async Task A_proposal_goes_with_what_is_corrected_or_withdrawn()
    {
        await Mappings();
        await Case();
        var (_, opened) = await LateHearing();
        await using var projected = await Projected.Of(world);
        (await Findings(projected)).Should().ContainSingle();

        var correction = await world.AmendHearing(Any.Hearing, new Amendment.Corrected(
            opened, new HearingEvent.Opened(DelayCause.Explained, CausedBy.Court, null), Any.At(10, 40), Any.Text));
        await projected.CatchUp();
        (await Findings(projected)).Should().BeEmpty("the cause was explained after all");

        await world.AmendHearing(Any.Hearing, new Amendment.Withdrawn(correction.Entries[0], Any.Text));
        await projected.CatchUp();
        (await Findings(projected)).Should().ContainSingle("the correction was undone");

        await world.AmendHearing(Any.Hearing, new Amendment.Withdrawn(opened, Any.Text));
        await projected.CatchUp();
        (await Findings(projected)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_confirmed_finding_whose_basis_is_withdrawn_says_so_and_is_not_counted()
    {
        await Mappings();
        await Case();
        var (_, opened) = await LateHearing();
        await using var projected = await Projected.Of(world);
        await world.Decide((await Findings(projected)).Single(), confirm: true);
        await projected.CatchUp();
        (await Count(projected, FindingState.Confirmed)).Should().Be(1);

        var withdrawal = await world.AmendHearing(Any.Hearing, new Amendment.Withdrawn(opened, Any.Text));
        await projected.CatchUp();

        (await Findings(projected)).Should().ContainSingle().Which.State.Should().Be(FindingState.Groundless);
        (await Count(projected, FindingState.Confirmed)).Should().Be(0);

        await world.AmendHearing(Any.Hearing, new Amendment.Withdrawn(withdrawal.Entries[0], Any.Text));
        await projected.CatchUp();
        (await Count(projected, FindingState.Confirmed)).Should().Be(1, "the withdrawal was undone");
    }

    [Fact]
    public async Task A_rule_that_changes_proposes_anew_and_leaves_what_was_decided()
    {
        await Mappings();
        await Case();
        var (_, opened) = await LateHearing();
        await LateHearing(Any.OtherHearing);
        IReadOnlyList<Rule> changed = [.. AllRules.All, HearingRules.LateStart with { Version = 3 }];
        await using (var before = await Projected.Of(world, [new AssessmentsProjection()]))
        {
            await world.Decide((await Findings(before)).Single(row => row.Hearing == Any.Hearing), confirm: true);
        }

        await using var after = await Projected.Of(world, [new AssessmentsProjection(changed)]);

        var rows = await Findings(after);
        rows.Select(row => (row.Hearing, row.Version, row.State)).Should().BeEquivalentTo([
            ((HearingId?)Any.Hearing, 2, FindingState.Confirmed), (Any.Hearing, 3, FindingState.Open), (Any.OtherHearing, 3, FindingState.Open)]);
        await world.Decide(rows.Single(row => row.Hearing == Any.Hearing && row.Version == 3), confirm: false);
        await after.CatchUp();
        (await Findings(after)).Select(row => (row.Hearing, row.Version, row.State)).Should().BeEquivalentTo([
            ((HearingId?)Any.Hearing, 2, FindingState.Superseded), (Any.Hearing, 3, FindingState.Dismissed), (Any.OtherHearing, 3, FindingState.Open)]);

        await world.AmendHearing(Any.Hearing, new Amendment.Withdrawn(opened, Any.Text));
        await after.CatchUp();
        (await Findings(after, new() { State = FindingState.Confirmed })).Should().BeEmpty();
    }

    [Fact]
    public async Task A_petition_that_the_judgment_overtakes_was_disregarded()
    {
        await Mappings();
        await Case();
        var filed = (await world.Petition(Any.Petition, Any.At(9, 0), Filed)).Entries[0];
        await world.Petition(Any.OtherPetition, HappenedAt.On(Any.Day.PlusDays(2)), Filed);
        await using var projected = await Projected.Of(world);
        (await Findings(projected)).Should().BeEmpty("silence alone is none");

        var judged = (await world.Case(Any.Case, HappenedAt.On(Any.Day), new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, null))).Entries[0];
        await projected.CatchUp();

        var row = (await Findings(projected)).Should().ContainSingle("the other one was filed later").Subject;
        row.Entries.Should().Equal(filed, judged);
        (row.Kind, row.Whose, row.Standard, row.Stage).Should().Be(("petition-unanswered", RightHolder.Victim, "uncat12", RoundKind.FirstInstance));
        await world.Decide(row, confirm: true);
        await world.Petition(Any.Petition, Any.At(12, 0), new PetitionEvent.Withdrawn((FreeText?)null));
        await projected.CatchUp();
        (await Findings(projected)).Should().ContainSingle().Which.State.Should().Be(FindingState.Groundless);
    }

    [Theory]
    [InlineData(Addressee.Court)]
    [InlineData(Addressee.Investigator)]
    public async Task A_petition_that_the_termination_of_the_whole_case_overtakes_was_disregarded_in_its_register_too(Addressee to)
    {
        await Mappings();
        await Case();
        var filed = (await world.Petition(Any.Petition, HappenedAt.On(Any.Day.PlusDays(1)), Filed with { To = to })).Entries[0];
        var ended = (await world.Case(
            Any.Case, HappenedAt.On(Any.Day.PlusDays(2)), new CaseEvent.Terminated(1, null, TerminationGround.Amnesty, null))).Entries[0];
        await using var projected = await Projected.Of(world);

        (await Findings(projected)).Should().ContainSingle().Which.Entries.Should().Equal(filed, ended);
        (await projected.Ask(new PetitionList(new() { Disregarded = true }, PetitionSort.Filed, false, Any.Day.PlusDays(9), new()))).Rows
            .Should().ContainSingle().Which.CompetenceEnded.Should().Be(HappenedAt.On(Any.Day.PlusDays(2)));
    }

    [Fact]
    public async Task A_petition_whose_decision_was_set_aside_is_overtaken_by_what_came_after_that_alone_in_its_register_too()
    {
        await Mappings();
        await Case();
        var filed = (await world.Petition(Any.Petition, Day(1), Filed)).Entries[0];
        await world.Petition(Any.Petition, Day(2), new PetitionEvent.Decided(PetitionDecision.Denied, Reasoning.Reasoned, null, null));
        await world.Case(Any.Case, Day(3), new CaseEvent.Returned(1, ReturnedTo.Prosecutor, null));
        await world.Petition(Any.Petition, Day(4), new PetitionEvent.DecisionSetAside(null, null));
        await using var projected = await Projected.Of(world);
        (await Findings(projected)).Should().BeEmpty("the return came while it was decided");
        (await Disregarded(projected)).Should().BeEmpty();

        var ended = (await world.Case(Any.Case, Day(5), new CaseEvent.Terminated(null, null, TerminationGround.Amnesty, null))).Entries[0];
        await projected.CatchUp();

        (await Findings(projected)).Should().ContainSingle().Which.Entries.Should().Equal(filed, ended);
        (await Disregarded(projected)).Should().ContainSingle().Which.CompetenceEnded.Should().Be(Day(5));
    }

    [Theory]
    [InlineData(9, 12, true)]
    [InlineData(12, 9, false)]
    public async Task Of_one_day_the_hours_decide_in_the_register_and_for_the_rule(int filedAt, int judgedAt, bool overtaken)
    {
        await Mappings();
        await Case();
        await world.Petition(Any.Petition, Any.At(filedAt, 0), Filed);
        await world.Case(Any.Case, Any.At(judgedAt, 0), new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, null));
        await using var projected = await Projected.Of(world);

        (await Findings(projected)).Should().HaveCount(overtaken ? 1 : 0);
        (await Disregarded(projected)).Should().HaveCount(overtaken ? 1 : 0);
    }

    [Fact]
    public async Task What_was_recorded_late_ends_competence_where_it_happened()
    {
        await Mappings();
        await Case();
        await world.Petition(Any.Petition, Day(3), Filed);
        await world.Case(Any.Case, Day(2), new CaseEvent.AccusedJoined(Any.Person, []));
        var judged = (await world.Case(Any.Case, Day(9), new CaseEvent.AccusedJudged(
            1, Any.Person, [new(new("CC", 143, 1, "2"), null, CountOutcome.Acquitted)], null, Regime.NotRecorded, null, null, false, false, null))).Entries[0];
        await world.Case(Any.Case, Day(5), new CaseEvent.AccusedJoined(new(Any.Id("another")), []));
        await world.Case(Any.Case, Day(7), new CaseEvent.Terminated(1, new(Any.Id("another")), TerminationGround.Other, Any.Text));
        await using var projected = await Projected.Of(world);

        (await Findings(projected)).Should().ContainSingle().Which.Entries[1].Should().Be(judged);
        (await Disregarded(projected)).Should().ContainSingle().Which.CompetenceEnded.Should().Be(Day(9));
    }

    [Fact]
    public async Task What_an_application_tells_is_proposed_there_and_counted_only_where_consent_lets_it()
    {
        var of = new ApplicationId(Any.Id("application"));
        var incident = new ApplicationEvent.IncidentTold(null, null, null, [new("5-0301")], [], [], null, null);
        await world.Catalogue(Mapping.Catalogue, Put("blows", "violation", "t7"));
        await world.Application(of, Day(1), new ApplicationEvent.Received("7/2023", ApplicationChannel.Visit, null, null));
        var told = (await world.Application(of, Day(0), incident)).Entries[0];
        await using var projected = await Projected.Of(world);

        var row = (await Findings(projected)).Should().ContainSingle().Subject;
        (row.Kind, row.Whose, row.Yields, row.At, row.State).Should().Be(("blows", RightHolder.Victim, Yields.Violation, Day(0), FindingState.Open));
        (row.IsOfApplication, row.ApplicationNumber, row.CaseReference, row.Case.Matter).Should().Be((true, "7/2023", null, of.Matter));
        row.Entries.Should().Equal(told);
        await world.Decide(row, confirm: true);
        await projected.CatchUp();
        (await Count(projected, FindingState.Confirmed)).Should().Be(1);

        await world.Application(of, Day(2), new ApplicationEvent.ConsentRefused([ConsentScope.Statistics], ConsentGiver.Victim, null, null));
        await projected.CatchUp();
        (await Count(projected, FindingState.Confirmed)).Should().Be(0);
        (await projected.Ask(new FindingsCounted(new FindingFilter()))).Should().Be(0);
        (await Findings(projected)).Should().ContainSingle("the list still has it").Which.State.Should().Be(FindingState.Confirmed);
    }

    [Fact]
    public async Task What_two_observers_saw_at_one_hearing_is_two_findings_and_counts_once()
    {
        await Mappings();
        await Case();
        await world.Hearing(Any.Hearing, Any.At(9, 0), World.Scheduled());
        foreach (var observer in new[] { Any.Observer, Any.Lawyer })
        {
            await world.Report(
                Any.Hearing, observer, Any.At(12, 0), new ReportEvent.Assigned(Any.Hearing, observer.Id),
                new ReportEvent.Observed(ChecklistItem.StepFreeEntrance, Answer.No, null, null),
                new ReportEvent.Observed(ChecklistItem.Lift, Answer.No, null, null), new ReportEvent.Submitted());
        }

        await using var projected = await Projected.Of(world);

        var rows = await Findings(projected);
        rows.Should().HaveCount(4);
        (await projected.Ask(new RuleCounts())).Should().BeEquivalentTo([new RuleCount("no-lift", FindingState.Open, 1), new RuleCount("no-step-free-entrance", FindingState.Open, 1)]);
        (await projected.Ask(new FindingsCounted(new FindingFilter()))).Should().Be(1, "the list says what its findings count as");
        var count = (await projected.Ask(new FindingCounts(new FindingFilter()))).Should().ContainSingle().Subject;
        (count.Kind, count.Whose, count.Stage, count.Month, count.Count).Should().Be(
            ("no-ramp-lift", RightHolder.Public, RoundKind.FirstInstance, new NodaTime.YearMonth(2023, 11), 1));

        await world.Decide(rows[0], confirm: true);
        await projected.CatchUp();
        foreach (var filter in new[] { new FindingFilter(), new() { State = FindingState.Open }, new() { State = FindingState.Confirmed } })
            (await projected.Ask(new FindingsCounted(filter))).Should().Be((await projected.Ask(new FindingCounts(filter))).Sum(counted => counted.Count));
    }

    private static HappenedAt Day(int after) => HappenedAt.On(Any.Day.PlusDays(after));

    private static async Task<IReadOnlyList<PetitionListRow>> Disregarded(Projected projected) =>
        (await projected.Ask(new PetitionList(new() { Disregarded = true }, PetitionSort.Filed, false, Any.Day.PlusDays(30), new()))).Rows;

    private async Task Case() => await world.Case(
        Any.Case, Any.At(8, 0), World.Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));

    private async Task<(EventId Set, EventId Opened)> LateHearing(HearingId? hearing = null)
    {
        var id = hearing ?? Any.Hearing;
        var set = await world.Hearing(id, Any.At(9, 0), World.Scheduled());
        var opened = await world.Hearing(id, Any.At(10, 40), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.NotRecorded, null));
        return (set.Entries[0], opened.Entries[0]);
    }

    private Task<Outcome.Recorded> Mappings() => world.Catalogue(
        Mapping.Catalogue,
        Put("late-start", "indicator", "f14-3c"),
        Put("no-ramp-lift", "indicator", "crpd13"),
        Put("petition-unanswered", "violation", "f14-3b") with { Values = [new("yields", "violation"), new("standard", "f14-3b"), new("for-victim", "uncat12")] });

    private static CatalogueEvent.EntryPut Put(string code, string yields, string standard) => new(
        code, new(code, null, null), [new(Mapping.YieldsKey, yields), new(Mapping.StandardKey, standard)], null, null, "A working mapping", Verified: false);

    private static async Task<IReadOnlyList<FindingRowView>> Findings(Projected projected, FindingFilter? filter = null) =>
        (await projected.Ask(new FindingList(filter ?? new FindingFilter(), new PageRequest()))).Rows;

    private static async Task<int> Count(Projected projected, FindingState state) =>
        (await projected.Ask(new FindingCounts(new FindingFilter { State = state }))).Sum(count => count.Count);
}

public sealed class FindingOnSqlite() : FindingTests(new SqliteStore());

public sealed class FindingOnPostgres(PostgresCluster cluster) : FindingTests(cluster.Store);
