using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Petitions;
using Trials.Projections.Cases;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Cases;

public abstract class DocketTests(Store store)
{
    private static readonly LocalDate Today = new(2023, 11, 20);

    private readonly World world = new(store);

    [Fact]
    public async Task A_case_stands_in_the_list_with_what_is_recorded_of_it()
    {
        await world.Court(Any.Court, Any.Region);
        await world.Case(Any.Case, Any.At(9, 0), Opened("12/2023"));
        await world.Case(Any.Case, Any.At(9, 30), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, "1-77/23"));
        await world.Hearing(Any.Hearing, Any.At(10, 0), Scheduled(day: 25));
        await world.Petition(Any.Petition, Any.At(11, 0), Filed());
        await world.Petition(Any.OtherPetition, Any.At(11, 0), Filed());
        world.Clock.AdvanceMinutes(5);
        await world.Petition(Any.OtherPetition, Any.At(12, 0), new PetitionEvent.Decided(PetitionDecision.Denied, Reasoning.Unreasoned, null, null));
        await using var projected = await Projected.Of(world);

        var page = await projected.Ask(new CaseList(new(), CaseSort.Reference, false, Today, new()));

        page.Total.Should().Be(1);
        page.Rows.Should().Equal(new CaseListRow(
            Any.Case,
            "12/2023",
            CaseKind.Criminal,
            null,
            [Any.Torture],
            CaseStanding.UnderWay,
            Any.Court,
            Any.Region,
            "1-77/23",
            Any.At(9, 0),
            Hearings: 1,
            Petitions: 2,
            PetitionsWaiting: 1,
            new(2023, 11, 25),
            Any.Now.Plus(Duration.FromMinutes(5))));
    }

    [Fact]
    public async Task A_case_shows_its_rounds_its_accused_and_its_next_hearing()
    {
        await world.Court(Any.Court, Any.Region);
        await world.Case(Any.Case, Any.At(9, 0), Opened());
        await world.Case(Any.Case, Any.At(9, 0), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, "1-77/23"));
        await world.Case(Any.Case, Any.At(9, 1), new CaseEvent.PanelAssigned(1, [Any.Judge, Any.OtherJudge]));
        await world.Case(Any.Case, Any.At(9, 2), new CaseEvent.AccusedJoined(Any.Person, [Any.Torture]));
        var judgment = await world.Case(Any.Case, Any.At(17, 0), new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, Any.Text));
        await world.Case(Any.Case, Any.At(18, 0), new CaseEvent.Appealed(1, Party.Defence, null));
        await world.Hearing(Any.Hearing, Any.At(10, 0), Scheduled(day: 14));
        await world.Hearing(Any.OtherHearing, Any.At(10, 0), Scheduled(day: 20, hour: 14));
        await using var projected = await Projected.Of(world);

        var view = await projected.Ask(new CaseHeader(Any.Case, Today));

        view!.Row.Standing.Should().Be(CaseStanding.Appealed);
        view.TakenOver.Should().BeFalse();
        view.Revision.Should().Be(5);
        view.Rounds.Should().Equal(new RoundView(
            1,
            RoundKind.FirstInstance,
            Any.Court,
            Any.Region,
            "1-77/23",
            [Any.Judge, Any.OtherJudge],
            Any.At(9, 0),
            JudgmentOutcome.Convicted,
            Any.At(17, 0),
            judgment.Entries[0],
            [Party.Defence]));
        view.Accused.Should().Equal(new CaseAccused(Any.Person, [Any.Torture], Any.At(9, 2)));
        view.Next.Should().Be(new CaseNextHearing(Any.OtherHearing, new(2023, 11, 20), new(14, 0), Any.Court));
        (await projected.Ask(new CaseHeader(Any.OtherCase, Today))).Should().BeNull();
    }

    [Theory]
    [InlineData("джа", "Ҷаллод 7")]
    [InlineData("ҶАЛ", "Ҷаллод 7")]
    [InlineData("7", "2-7/2023", "Ҷаллод 7")]
    [InlineData("2023 2-7", "2-7/2023")]
    [InlineData("143", "2-7/2023", "Азиз", "Ҷаллод 7")]
    [InlineData("nothing")]
    public async Task Cases_are_found_by_the_beginnings_of_words(string search, params string[] found)
    {
        await world.Case(new(Any.Id("1")), Any.At(9, 0), Opened("2-7/2023"));
        await world.Case(new(Any.Id("2")), Any.At(9, 0), Opened("Ҷаллод 7"));
        await world.Case(new(Any.Id("3")), Any.At(9, 0), Opened("Азиз"));
        await using var projected = await Projected.Of(world);

        var page = await projected.Ask(new CaseList(new() { Search = search }, CaseSort.Reference, false, Today, new()));

        page.Rows.Select(r => r.Reference).Should().BeEquivalentTo(search == "джа" ? [] : found);
        page.Total.Should().Be(page.Rows.Count);
    }

    [Fact]
    public async Task References_sort_as_the_tajik_alphabet_does()
    {
        string[] alphabetical = ["Гулнора", "Ғафур", "Комил", "Қодир", "Чамшед", "Ҷамшед", "Шариф"];
        foreach (var reference in alphabetical.Reverse())
        {
            await world.Case(new(Any.Id(reference)), Any.At(9, 0), Opened(reference));
        }

        await using var projected = await Projected.Of(world);

        (await projected.Ask(new CaseList(new(), CaseSort.Reference, false, Today, new()))).Rows.Select(r => r.Reference).Should().Equal(alphabetical);
        (await projected.Ask(new CaseList(new(), CaseSort.Reference, true, Today, new(2, 3)))).Rows.Select(r => r.Reference)
            .Should().Equal(alphabetical.Reverse().Skip(3).Take(3));
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        await world.Court(Any.Court, Any.Region);
        await world.Court(Any.OtherCourt, Any.OtherRegion);
        await world.Case(Any.Case, Any.At(9, 0), Opened("criminal"), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.Case, Any.At(9, 5), new CaseEvent.RoundBegan(2, RoundKind.Appeal, Any.OtherCourt, null));
        await world.Case(Any.OtherCase, Any.At(9, 0), new CaseEvent.TakenOver(CaseKind.Civil, "civil", null, "Жилищные споры"));
        await world.Case(Any.OtherCase, Any.At(9, 0), new CaseEvent.StepTaken(null, StepKind.Suspended, null, null));
        await using var projected = await Projected.Of(world);

        (await Found(new() { Kind = CaseKind.Civil })).Should().Equal("civil");
        (await Found(new() { Court = Any.Court })).Should().Equal("criminal");
        (await Found(new() { Court = new CourtCode("elsewhere") })).Should().BeEmpty();
        (await Found(new() { Region = Any.OtherRegion })).Should().Equal("criminal");
        (await Found(new() { Standing = CaseStanding.Suspended })).Should().Equal("civil");
        (await Found(new() { Article = new("CC", 143, 1) })).Should().Equal("criminal");
        (await Found(new() { Article = new("CC", 143) })).Should().BeEmpty("143 is not 143¹");
        (await Found(new() { Article = new("CC", 143, 1, "3") })).Should().BeEmpty();
        (await Found(new() { Search = "жилищные" })).Should().Equal("civil");

        async Task<IEnumerable<string>> Found(CaseFilter filter) =>
            (await projected.Ask(new CaseList(filter, CaseSort.Reference, false, Today, new()))).Rows.Select(r => r.Reference);
    }

    [Fact]
    public async Task Cases_sort_by_the_day_opened_the_last_entry_and_the_next_hearing()
    {
        await world.Case(new(Any.Id("1")), Any.At(12, 0), Opened("first recorded"));
        await world.HearingOf(new(Any.Id("1")), new(Any.Id("h1")), Any.At(12, 0), Scheduled(new(Any.Id("1")), day: 30));
        world.Clock.AdvanceMinutes(1);
        await world.Case(new(Any.Id("2")), Any.At(8, 0), Opened("without hearing"));
        world.Clock.AdvanceMinutes(1);
        await world.Case(new(Any.Id("3")), Any.At(10, 0), Opened("last recorded"));
        await world.HearingOf(new(Any.Id("3")), new(Any.Id("h3")), Any.At(12, 0), Scheduled(new(Any.Id("3")), day: 21));
        await using var projected = await Projected.Of(world);

        (await Sorted(CaseSort.Opened, false)).Should().Equal("without hearing", "last recorded", "first recorded");
        (await Sorted(CaseSort.LastRecorded, true)).Should().Equal("last recorded", "without hearing", "first recorded");
        (await Sorted(CaseSort.NextHearing, false)).Should().Equal("last recorded", "first recorded", "without hearing");
        (await Sorted(CaseSort.NextHearing, true)).Should().Equal("first recorded", "last recorded", "without hearing");

        async Task<IEnumerable<string>> Sorted(CaseSort sort, bool descending) =>
            (await projected.Ask(new CaseList(new(), sort, descending, Today, new()))).Rows.Select(r => r.Reference);
    }

    [Fact]
    public async Task An_older_step_that_is_recorded_later_does_not_change_where_the_case_stands()
    {
        await world.Case(Any.Case, Any.At(9, 0), Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.Case, Any.At(17, 0), new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, null));
        await world.Case(Any.Case, Any.At(12, 0), new CaseEvent.StepTaken(1, StepKind.Suspended, null, null));
        await using var projected = await Projected.Of(world);

        (await projected.Ask(new CaseHeader(Any.Case, Today)))!.Row.Standing.Should().Be(CaseStanding.Judged);
    }

    private static PetitionEvent.Filed Filed() => new(Any.Case, PetitionKind.Records, Party.Defence, Addressee.Court, 1, null, null, null);
}

public sealed class DocketOnSqlite() : DocketTests(new SqliteStore());

public sealed class DocketOnPostgres(PostgresCluster cluster) : DocketTests(cluster.Store);
