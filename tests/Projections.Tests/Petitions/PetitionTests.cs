using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Projections.Petitions;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Petitions;

public abstract class PetitionTests(Store store)
{
    private static CaseEvent.AccusedJudged Acquitted(PersonId person) => new(
        1, person, [new(new("CC", 143, 1, "2"), null, CountOutcome.Acquitted)], null, Regime.NotRecorded, null, null, false, false, null);

    private static readonly LocalDate Today = new(2023, 12, 1);

    private readonly World world = new(store);

    [Fact]
    public async Task A_petition_that_waits_ages_with_the_day_it_is_asked_for()
    {
        await world.Case(Any.Case, Any.At(9, 0), Opened("12/2023"));
        await world.Petition(Any.Petition, On(11, 1), Filed() with { Text = Any.Text, Hearing = Any.Hearing, Predecessor = Any.OtherPetition });
        await world.Petition(Any.Petition, On(11, 10), new PetitionEvent.HeldOver(null, null));
        await using var projected = await Projected.Of(world);

        var row = (await List(projected, new())).Should().ContainSingle().Subject;

        row.Should().Be(new PetitionListRow(
            Any.Petition,
            Any.Case,
            "12/2023",
            PetitionKind.Records,
            Party.Defence,
            Addressee.Court,
            1,
            Any.Hearing,
            Any.OtherPetition,
            row.Text,
            On(11, 1),
            PetitionStanding.HeldOver,
            HeldOver: 1,
            Decision: null,
            Reasoning: null,
            Closed: null,
            Days: 30));
        world.Opener.Open(row.Text!).Should().Be("In words.");
        (await projected.Ask(new PetitionList(new(), PetitionSort.Filed, false, Today.PlusDays(5), new()))).Rows[0].Days.Should().Be(35);
    }

    [Fact]
    public async Task A_decided_petition_keeps_the_days_it_waited_and_a_forwarded_one_waits_on()
    {
        await world.Petition(Any.Petition, On(11, 1), Filed());
        await world.Petition(Any.Petition, On(11, 4), Decided(PetitionDecision.Forwarded));
        await world.Petition(Any.OtherPetition, On(11, 1), Filed());
        await world.Petition(Any.OtherPetition, On(11, 8), Decided(PetitionDecision.Denied));
        await using var projected = await Projected.Of(world);

        var rows = (await List(projected, new())).ToDictionary(r => r.Petition);

        (rows[Any.Petition].Standing, rows[Any.Petition].Decision, rows[Any.Petition].Days)
            .Should().Be((PetitionStanding.Waiting, PetitionDecision.Forwarded, 30));
        (rows[Any.OtherPetition].Standing, rows[Any.OtherPetition].Closed, rows[Any.OtherPetition].Days)
            .Should().Be((PetitionStanding.Decided, On(11, 8), 7));
    }

    [Fact]
    public async Task One_without_a_decision_is_disregarded_once_its_court_has_judged()
    {
        var later = new PetitionId(Any.Id("later"));
        var prosecutors = new PetitionId(Any.Id("prosecutor's"));
        await world.Case(Any.Case, On(10, 1), World.Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Petition(Any.Petition, On(11, 1), Filed());
        await world.Petition(Any.OtherPetition, On(11, 1), Filed());
        await world.Petition(Any.OtherPetition, On(11, 3), Decided(PetitionDecision.Denied));
        await world.Petition(prosecutors, On(11, 1), Filed() with { To = Addressee.Prosecutor });
        await world.Case(Any.Case, On(11, 11), new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, null));
        await world.Petition(later, On(11, 12), Filed());
        await using var projected = await Projected.Of(world);

        var rows = (await List(projected, new())).ToDictionary(r => r.Petition);

        (rows[Any.Petition].Standing, rows[Any.Petition].CompetenceEnded, rows[Any.Petition].Days).Should().Be((PetitionStanding.Disregarded, On(11, 11), 10));
        rows[Any.OtherPetition].Standing.Should().Be(PetitionStanding.Decided);
        rows[prosecutors].Standing.Should().Be(PetitionStanding.Waiting);
        rows[later].Standing.Should().Be(PetitionStanding.Waiting, "it was filed after the judgment");
        (await List(projected, new() { Standing = PetitionStanding.Disregarded })).Select(r => r.Petition).Should().Equal(Any.Petition);
        (await List(projected, new() { Disregarded = true })).Select(r => r.Petition).Should().Equal(Any.Petition);
        (await List(projected, new() { Standing = PetitionStanding.Waiting })).Select(r => r.Petition).Should().BeEquivalentTo([prosecutors, later]);
        (await List(projected, new() { Open = true, Disregarded = false })).Select(r => r.Petition).Should().BeEquivalentTo([prosecutors, later]);
        (await projected.Ask(new PetitionDetail(Any.Petition, Today)))!.Row.Standing.Should().Be(PetitionStanding.Disregarded);
    }

    [Fact]
    public async Task One_is_disregarded_once_the_court_has_judged_the_last_of_the_accused()
    {
        var officers = new[] { new PersonId(Any.Id("officer")), new PersonId(Any.Id("other officer")) };
        await world.Case(Any.Case, On(10, 1), World.Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.Case, On(10, 2), new CaseEvent.AccusedJoined(officers[0], []), new CaseEvent.AccusedJoined(officers[1], []));
        await world.Petition(Any.Petition, On(11, 1), Filed());
        await world.Case(Any.Case, On(11, 9), Acquitted(officers[0]));
        await using var projected = await Projected.Of(world);
        (await List(projected, new() { Disregarded = true })).Should().BeEmpty("another still has to be judged");

        await world.Case(Any.Case, On(11, 11), Acquitted(officers[1]));
        await projected.CatchUp();

        (await List(projected, new() { Disregarded = true })).Select(r => (r.Petition, r.CompetenceEnded)).Should().Equal((Any.Petition, On(11, 11)));
    }

    [Fact]
    public async Task One_to_an_investigator_is_disregarded_once_the_indictment_went_to_court()
    {
        await world.Case(Any.Case, On(10, 1), World.Opened());
        await world.Petition(Any.Petition, On(11, 1), Filed() with { To = Addressee.Investigator, Round = null });
        await world.Petition(Any.OtherPetition, On(11, 1), Filed() with { To = Addressee.RecordHolder, Round = null });
        await world.Case(Any.Case, On(11, 5), new CaseEvent.Indicted([], null, null));
        await using var projected = await Projected.Of(world);

        (await List(projected, new() { Disregarded = true })).Select(r => (r.Petition, r.Days)).Should().Equal((Any.Petition, 4));
    }

    [Fact]
    public async Task A_decision_that_is_set_aside_opens_it_again()
    {
        await world.Petition(Any.Petition, On(11, 1), Filed());
        await world.Petition(Any.Petition, On(11, 2), Decided(PetitionDecision.Granted));
        await world.Petition(Any.Petition, On(11, 3), new PetitionEvent.Executed(Execution.NotDone, null));
        await world.Petition(Any.Petition, On(11, 4), new PetitionEvent.DecisionAppealed(Party.Prosecution, null, null));
        await using var projected = await Projected.Of(world);
        (await List(projected, new()))[0].Should().Match<PetitionListRow>(r => r.Execution == Execution.NotDone && r.Appeals == 1 && r.SetAside == 0);

        await world.Petition(Any.Petition, On(11, 5), new PetitionEvent.DecisionSetAside(null, null));
        await projected.CatchUp();

        var row = (await List(projected, new() { Open = true }))[0];
        (row.Standing, row.Decision, row.Execution, row.SetAside).Should().Be((PetitionStanding.Waiting, null, null, 1));
    }

    [Fact]
    public async Task Without_a_day_there_is_no_age()
    {
        await world.Petition(Any.Petition, HappenedAt.In(2023, 11), Filed());
        await using var projected = await Projected.Of(world);

        (await List(projected, new()))[0].Days.Should().BeNull();
    }

    [Fact]
    public async Task Those_that_wait_longest_come_first()
    {
        await world.Petition(Any.Petition, On(11, 5), Filed());
        await world.Petition(Any.OtherPetition, On(11, 1), Filed());
        var decided = new PetitionId(Any.Id("decided"));
        await world.Petition(decided, On(10, 1), Filed());
        await world.Petition(decided, On(10, 2), Decided(PetitionDecision.Granted));
        await using var projected = await Projected.Of(world);

        (await List(projected, new() { Open = true })).Select(r => r.Petition).Should().Equal(Any.OtherPetition, Any.Petition);
        (await List(projected, new() { Open = false })).Select(r => r.Petition).Should().Equal(decided);
        (await List(projected, new() { Decision = PetitionDecision.Granted, Kind = PetitionKind.Records, By = Party.Defence, To = Addressee.Court }))
            .Select(r => r.Petition).Should().Equal(decided);
        (await List(projected, new() { FiledFrom = new LocalDate(2023, 11, 2), FiledTo = new LocalDate(2023, 11, 30) }))
            .Select(r => r.Petition).Should().Equal(Any.Petition);
        (await List(projected, new() { Case = Any.OtherCase })).Should().BeEmpty();
        (await List(projected, new() { Standing = PetitionStanding.Withdrawn })).Should().BeEmpty();
    }

    [Fact]
    public async Task A_chain_shows_the_petitions_before_and_after_even_in_a_ring()
    {
        var third = new PetitionId(Any.Id("third"));
        await world.Petition(Any.Petition, On(11, 1), Filed() with { Predecessor = third });
        await world.Petition(Any.OtherPetition, On(11, 2), Filed() with { Predecessor = Any.Petition });
        await world.Petition(third, On(11, 3), Filed() with { Predecessor = Any.OtherPetition });
        await world.Petition(new(Any.Id("alone")), On(11, 4), Filed());
        await using var projected = await Projected.Of(world);

        var view = await projected.Ask(new PetitionDetail(Any.OtherPetition, Today));

        view!.Row.Petition.Should().Be(Any.OtherPetition);
        view.Revision.Should().Be(0);
        view.Chain.Select(p => p.Petition).Should().Equal(Any.Petition, Any.OtherPetition, third);
        (await projected.Ask(new PetitionDetail(new(Any.Id("none")), Today))).Should().BeNull();
    }

    private static async Task<IReadOnlyList<PetitionListRow>> List(Projected projected, PetitionFilter filter)
    {
        var page = await projected.Ask(new PetitionList(filter, PetitionSort.Filed, false, Today, new()));
        page.Total.Should().Be(page.Rows.Count);
        return page.Rows;
    }

    private static HappenedAt On(int month, int day) => HappenedAt.On(new(2023, month, day));

    private static PetitionEvent.Filed Filed() => new(Any.Case, PetitionKind.Records, Party.Defence, Addressee.Court, 1, null, null, null);

    private static PetitionEvent.Decided Decided(PetitionDecision decision) => new(decision, Reasoning.Unreasoned, null, null);
}

public sealed class PetitionOnSqlite() : PetitionTests(new SqliteStore());

public sealed class PetitionOnPostgres(PostgresCluster cluster) : PetitionTests(cluster.Store);
