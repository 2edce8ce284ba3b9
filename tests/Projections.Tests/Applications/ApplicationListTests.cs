using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using Trials.Projections.Activities;
using Trials.Projections.Applications;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Applications;

public abstract class ApplicationListTests(Store store)
{
    private static readonly ApplicationId First = new(Any.Id("first"));
    private static readonly ApplicationId Second = new(Any.Id("second"));
    private static readonly RegionCode Region = new("soghd");

    private readonly World world = new(store);

    [Fact]
    public async Task An_application_exists_from_its_first_part()
    {
        await world.Application(First, On(3, 1), new ApplicationEvent.Noted(Any.Text));
        await using var projected = await Projected.Of(world);

        var row = (await List(projected, new())).Should().ContainSingle().Subject;

        (row.Number, row.Received, row.Region, row.Victims).Should().Be((null, null, null, 0));
        (await projected.Ask(new ApplicationDetail(First)))!.HasApplicant.Should().BeFalse();
        (await projected.Ask(new ApplicationDetail(Second))).Should().BeNull();
    }

    [Fact]
    public async Task A_row_says_what_was_told_and_done()
    {
        await world.Application(
            First,
            On(3, 1),
            new ApplicationEvent.Received("7/2023", ApplicationChannel.Hotline, Region, null),
            new ApplicationEvent.ApplicantNamed(Any.Person, Sex.Female, VictimRelation.Parent),
            new ApplicationEvent.VictimNamed(null, Sex.Male, 16, null),
            new ApplicationEvent.LawyerRetained(null, null),
            new ApplicationEvent.Linked(Any.Case, CaseOfApplication.AgainstPerpetrators));
        await world.Application(First, On(2, 20), Incident());
        await world.Activity(new(Any.Id("support")), On(5, 1), new ActivityEvent.Done(ActivityKind.LegalSupport, Region, ActivityAddressee.Authority, null, First, null, null));
        await world.Case(Any.Case, Any.At(9, 0), Opened("12/2023"));
        await using var projected = await Projected.Of(world);

        var row = (await List(projected, new())).Should().ContainSingle().Subject;

        row.Should().Be(new ApplicationListRow(
            First,
            "7/2023",
            On(3, 1),
            ApplicationChannel.Hotline,
            Region,
            Sex.Female,
            VictimRelation.Parent,
            Victims: 1,
            Minors: 1,
            [new AuthorityCode("moi")],
            Closed: null,
            [ApplicationStep.LawyerRetained],
            LegalSupport: 1));
        var view = (await projected.Ask(new ApplicationDetail(First)))!;
        view.Applicant.Should().Be(Any.Person);
        view.Cases.Should().Equal(new LinkedCaseView(Any.Case, "12/2023", CaseOfApplication.AgainstPerpetrators));
        view.Revision.Should().Be(5);
    }

    [Fact]
    public async Task A_list_shows_what_its_filter_leaves()
    {
        await world.Application(
            First,
            On(3, 1),
            new ApplicationEvent.Received("7/2023", ApplicationChannel.Hotline, Region, null),
            new ApplicationEvent.ApplicantNamed(null, Sex.Female, VictimRelation.Self),
            new ApplicationEvent.VictimNamed(null, Sex.Male, 40, null),
            new ApplicationEvent.AssistanceRefused(null));
        await world.Application(First, On(2, 20), Incident());
        await world.Application(Second, On(4, 1), new ApplicationEvent.Received("8/2023", ApplicationChannel.Visit, null, null));
        await world.Application(Second, On(4, 2), new ApplicationEvent.Closed(ApplicationEnd.Done, null));
        await using var projected = await Projected.Of(world);

        foreach (var filter in new ApplicationFilter[]
        {
            new() { Area = "soghd" }, new() { Open = true }, new() { ApplicantSex = Sex.Female }, new() { Channel = ApplicationChannel.Hotline },
            new() { Against = new AuthorityCode("moi") }, new() { Act = new ActCode("5-0301") }, new() { Purpose = new PurposeCode("confession") },
            new() { AgeFrom = 35, AgeTo = 45 }, new() { Number = "7" }, new() { Year = 2023, Figure = AnnualFigure.AssistanceRefused },
        })
        {
            (await List(projected, filter)).Select(r => r.Application).Should().Equal([First], $"{filter}");
        }

        foreach (var filter in new ApplicationFilter[] { new() { Area = "" }, new() { Open = false } })
        {
            (await List(projected, filter)).Select(r => r.Application).Should().Equal([Second], $"{filter}");
        }

        foreach (var filter in new ApplicationFilter[]
        {
            new() { Minor = true }, new() { Year = 2022 }, new() { Year = 2024, Scope = YearScope.CarriedOver }, new() { Case = Any.Case },
            new() { ComplainedTo = new AuthorityCode("moi") }, new() { AgeFrom = 46 },
        })
        {
            (await List(projected, filter)).Should().BeEmpty($"{filter}");
        }

        (await List(projected, new() { Minor = false })).Should().HaveCount(2);
    }

    [Fact]
    public async Task Activities_are_found_by_what_they_are_and_belong_to()
    {
        await world.Application(First, On(3, 1), new ApplicationEvent.Received("7/2023", ApplicationChannel.Hotline, Region, null));
        await world.Case(Any.Case, Any.At(9, 0), Opened("12/2023"));
        var (ofApplication, ofCase, alone) = (new ActivityId(Any.Id("a")), new ActivityId(Any.Id("b")), new ActivityId(Any.Id("c")));
        await world.Activity(ofApplication, On(5, 1), new ActivityEvent.Done(ActivityKind.Paper, Region, ActivityAddressee.Victim, null, First, null, Any.Text));
        await world.Activity(ofCase, On(5, 2), new ActivityEvent.Done(ActivityKind.Meeting, null, ActivityAddressee.Lawyer, null, null, Any.Case, null));
        await world.Activity(alone, On(5, 3), new ActivityEvent.Done(ActivityKind.OralAdvice, null, ActivityAddressee.Relative, null, null, null, null));
        await using var projected = await Projected.Of(world);

        (await Activities(projected, new())).Should().Equal(alone, ofCase, ofApplication);
        (await Activities(projected, new() { Application = First })).Should().Equal(ofApplication);
        (await Activities(projected, new() { Case = Any.Case })).Should().Equal(ofCase);
        (await Activities(projected, new() { Area = "", Kind = ActivityKind.OralAdvice })).Should().Equal(alone);
        (await Activities(projected, new() { Area = "soghd", Year = 2023 })).Should().Equal(ofApplication);
        (await Activities(projected, new() { From = new LocalDate(2023, 5, 2), Until = new LocalDate(2023, 5, 2) })).Should().Equal(ofCase);
        (await Activities(projected, new() { To = ActivityAddressee.Expert })).Should().BeEmpty();
        var view = (await projected.Ask(new ActivityDetail(ofApplication)))!;
        (view.Row.ApplicationNumber, view.Row.Matter, world.Opener.Open(view.Row.Text!)).Should().Be(("7/2023", First.Matter, "In words."));
        (await projected.Ask(new ActivityDetail(ofCase)))!.Row.CaseReference.Should().Be("12/2023");
    }

    private static async Task<IReadOnlyList<ApplicationListRow>> List(Projected projected, ApplicationFilter filter)
    {
        var page = await projected.Ask(new ApplicationList(filter, ApplicationSort.Received, false, new()));
        page.Total.Should().Be(page.Rows.Count);
        return page.Rows;
    }

    private static async Task<IEnumerable<ActivityId>> Activities(Projected projected, ActivityFilter filter) =>
        (await projected.Ask(new ActivityList(filter, Descending: true, new()))).Rows.Select(row => row.Activity);

    private static HappenedAt On(int month, int day) => HappenedAt.On(new(2023, month, day));

    private static ApplicationEvent.IncidentTold Incident() =>
        new(Region, null, null, [new("5-0301")], [new("confession")], [new("moi")], null, null);
}

public sealed class ApplicationListOnSqlite() : ApplicationListTests(new SqliteStore());

public sealed class ApplicationListOnPostgres(PostgresCluster cluster) : ApplicationListTests(cluster.Store);
