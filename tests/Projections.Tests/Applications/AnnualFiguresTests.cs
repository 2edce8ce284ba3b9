using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using Trials.Projections.Applications;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;

namespace Trials.Projections.Tests.Applications;

public abstract class AnnualFiguresTests(Store store)
{
    private static readonly RegionCode Dushanbe = new("dushanbe");
    private static readonly RegionCode Khatlon = new("khatlon");
    private static readonly RegionCode Gbao = new("gbao");
    private static readonly RegionCode Rrs = new("rrs");
    private static readonly ApplicationId First = new(Any.Id("first"));
    private static readonly ApplicationId Second = new(Any.Id("second"));
    private static readonly ApplicationId Older = new(Any.Id("older"));

    private readonly World world = new(store);

    [Fact]
    public async Task The_latest_year_is_that_of_an_application_or_activity_and_none_to_come()
    {
        await using var projected = await Projected.Of(world);
        (await projected.Ask(new LatestYearCounted(2026))).Should().Be(2026);

        await world.Application(First, On(2021, 3, 1), Received(Khatlon));
        await world.Application(Second, On(2023, 4, 1), Received(Gbao));
        await projected.CatchUp();
        (await projected.Ask(new LatestYearCounted(2026))).Should().Be(2023);
        (await projected.Ask(new LatestYearCounted(2022))).Should().Be(2021);
    }

    [Fact]
    public async Task Regions_are_counted_under_their_headings_and_nothing_recorded_is_no_zero()
    {
        await Regions();
        await world.Application(First, On(2023, 3, 1), Received(Khatlon));
        await world.Application(Second, On(2023, 4, 1), Received(Gbao), new ApplicationEvent.LawyerRetained(null, null));
        await Zero("documented", Rrs);
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new AnnualFigures(2023));

        report.Areas.Select(a => a.Area).Should().Equal("dushanbe", "khatlon-gbao", "rrs");
        report.Areas[1].Regions.Should().Equal(Gbao, Khatlon);
        Cells(report, AnnualFigure.Documented).Should().Equal(null, 2, 0);
        report.Regions[AnnualFigure.Documented].Total.Should().Be(2);
        Cells(report, AnnualFigure.LawyerRetained).Should().Equal(null, 1, null);
        report.Regions[AnnualFigure.AssistanceRefused].Total.Should().BeNull();
        (await projected.Ask(new AnnualFigures(2022))).Regions[AnnualFigure.Documented].Cells.Values.Should().OnlyContain(cell => cell == null);
    }

    [Fact]
    public async Task An_application_of_an_earlier_year_counts_where_it_is_still_worked_on()
    {
        await world.Application(Older, On(2021, 6, 1), Received(Dushanbe), new ApplicationEvent.LawyerRetained(null, null));
        await world.Application(Second, On(2021, 7, 1), Received(Dushanbe), new ApplicationEvent.LawyerRetained(null, null));
        await world.Activity(new(Any.Id("meeting")), On(2022, 2, 1), Done(ActivityKind.Meeting, Older));
        await world.Application(First, On(2022, 1, 5), Received(Dushanbe));
        await world.Application(First, On(2023, 1, 5), new ApplicationEvent.LawyerRetained(null, null));
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new AnnualFigures(2022));

        Cells(report, AnnualFigure.Documented).Should().Equal(1);
        Cells(report, AnnualFigure.LawyerRetained).Should().Equal([1], "the other was not worked on, and the new one's lawyer came in 2023");
        (report.CarriedOver, report.LawyerCarriedOver).Should().Be((1, 1));
        Cells(await projected.Ask(new AnnualFigures(2023)), AnnualFigure.LawyerRetained).Should().Equal(1);
    }

    [Fact]
    public async Task Legal_support_refusal_and_monitoring_count_in_the_year_in_which_they_happened()
    {
        await world.Application(First, On(2023, 1, 5), Received(Dushanbe));
        await world.Application(First, On(2023, 1, 6), new ApplicationEvent.AssistanceRefused(null), new ApplicationEvent.LawyerMonitored(null));
        await world.Activity(new(Any.Id("a")), On(2023, 5, 1), Done(ActivityKind.LegalSupport, First) with { Authority = new AuthorityCode("ombudsman") });
        await world.Activity(new(Any.Id("b")), On(2023, 5, 2), Done(ActivityKind.LegalSupport, First) with { Authority = new AuthorityCode("ombudsman") });
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new AnnualFigures(2023));

        Cells(report, AnnualFigure.LegalSupport).Should().Equal([1], "an application with two documents is one application");
        report.Activities.Should().BeEquivalentTo(new Dictionary<ActivityKind, int> { [ActivityKind.LegalSupport] = 2 });
        report.SupportedBodies.Should().Equal(new CodeCount("ombudsman", 2));
        Cells(report, AnnualFigure.AssistanceRefused).Should().Equal(1);
        Cells(report, AnnualFigure.LawyerMonitored).Should().Equal([1], "it needs no retained lawyer");
    }

    [Fact]
    public async Task Victims_are_counted_by_the_age_that_is_certain()
    {
        foreach (var bound in new[] { 18, 34, 45, 60 })
            await world.Catalogue("age-bands", new CatalogueEvent.EntryPut(
                $"to-{bound}", new($"{bound}", null, null), [new("up-to", $"{bound}")], null, null, "Report", Verified: true));
        await world.Application(First, On(2023, 3, 1), Received(Dushanbe), new ApplicationEvent.ApplicantNamed(null, Sex.Female, VictimRelation.Parent));
        await world.Application(First, On(2023, 2, 1), Incident());
        await world.Application(First, On(2023, 3, 2), Victim(17), Victim(18), Victim(null, 1980), Victim(null, 2005), Victim(null));
        await world.Application(Second, On(2023, 3, 1), Received(Dushanbe), Victim(null, 1980));
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new AnnualFigures(2023));

        report.Victims.Should().Be(6);
        report.Ages.Select(a => a.Count).Should().Equal([3, 0, 1, 0, 0], "born 2005, that is 17 or 18: in the band, though minority is unclear");
        report.AgeUnknown.Should().Be(2, "one told nothing, one has a birth year without an incident");
        (report.OfMinors, report.ByWomen).Should().Be((1, 1));
        var view = await projected.Ask(new ApplicationDetail(First));
        view!.Victims.Select(v => v.Age?.IsMinor).Should().Equal(true, false, false, null, null);
    }

    [Fact]
    public async Task An_application_whose_consent_to_statistics_is_refused_or_withdrawn_is_left_out_and_one_never_asked_is_counted_apart()
    {
        var consent = new ApplicationEvent.ConsentGiven([ConsentScope.Statistics], ConsentGiver.Victim, Any.Person, null);
        var refused = new ApplicationEvent.ConsentRefused([ConsentScope.Statistics], ConsentGiver.Applicant, null, null);
        await world.Application(First, On(2023, 3, 1), Received(Dushanbe), Victim(17), refused);
        await world.Application(First, On(2023, 2, 1), Incident("5-0301"));
        await world.Application(Second, On(2023, 3, 1), Received(Dushanbe), Victim(30));
        await world.Application(Older, On(2022, 3, 1), Received(Dushanbe), consent, new ApplicationEvent.LawyerRetained(null, null));
        await world.Application(Older, On(2023, 3, 1), new ApplicationEvent.Noted(Any.Text));
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new AnnualFigures(2023));

        Cells(report, AnnualFigure.Documented).Should().Equal(1);
        (report.LeftOut, report.NotAsked, report.CarriedOver, report.LawyerCarriedOver).Should().Be((1, 1, 1, 1));
        (report.Victims, report.OfMinors, report.Acts.Count).Should().Be((1, 0, 0));
        (await Matching(projected, StatisticsUse.Counted)).Should().BeEquivalentTo([Second, Older]);
        (await Matching(projected, StatisticsUse.NotAsked)).Should().Equal(Second);
        (await Matching(projected, StatisticsUse.LeftOut)).Should().Equal(First);
        (await projected.Ask(new ApplicationDetail(Older)))!.Consents.Should().Equal(
            new ConsentView(ConsentScope.Statistics, ConsentGiver.Victim, Any.Person, Consent.Given, On(2022, 3, 1)));

        await world.Application(
            Older, On(2023, 4, 1), new ApplicationEvent.ConsentWithdrawn([ConsentScope.Statistics], ConsentGiver.Victim, Any.Person, null));
        await world.Application(First, On(2023, 4, 1), consent with { Giver = ConsentGiver.Applicant, Person = null });
        await projected.CatchUp();

        report = await projected.Ask(new AnnualFigures(2023));
        (report.LeftOut, report.CarriedOver, report.Victims, report.OfMinors).Should().Be((1, 0, 2, 1));
        (await projected.Ask(new AnnualFigures(2022))).LeftOut.Should().Be(1, "whoever withdraws is in no year's figures any more");
    }

    [Fact]
    public async Task A_victim_who_is_named_twice_under_two_names_of_one_person_counts_once()
    {
        var other = new PersonId(Any.Id("another name"));
        await world.Person(Any.Person, new PersonEvent.Registered(null, Sex.Male, null));
        await world.Person(other, new PersonEvent.Registered(null, Sex.Male, null), new PersonEvent.Merged(Any.Person, null));
        await world.Application(
            First, On(2023, 3, 1), Received(Dushanbe), Victim(null) with { Person = Any.Person }, Victim(30) with { Person = other }, Victim(40), Victim(40));
        await world.Application(Second, On(2023, 3, 1), Received(Dushanbe), Victim(30) with { Person = other });
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new AnnualFigures(2023));

        (report.Victims, report.AgeUnknown).Should().Be((4, 0), "in two applications it is two, and two without a name are two");
        report.Ages.Where(age => age.Count > 0).Select(age => age.Count).Sum().Should().Be(4);
    }

    [Fact]
    public async Task What_nobody_said_when_it_was_documented_is_told_apart_from_every_year()
    {
        await world.Application(First, On(2023, 3, 1), Received(Dushanbe));
        await world.Application(Second, On(2023, 3, 1), Victim(30), new ApplicationEvent.LawyerRetained(null, null));
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new AnnualFigures(2023));

        (report.Undated, report.Victims, report.Regions[AnnualFigure.LawyerRetained].Total).Should().Be((1, 0, null));
        (await projected.Ask(new ApplicationList(new() { Year = 2023, Scope = YearScope.Undated }, ApplicationSort.Received, true, new()))).Rows
            .Select(row => row.Application).Should().Equal(Second);
    }

    [Fact]
    public async Task Bodies_acts_and_purposes_count_once_for_each_application()
    {
        await world.Application(First, On(2023, 3, 1), Received(Dushanbe));
        await world.Application(First, On(2023, 2, 1), Incident("5-0301"));
        await world.Application(First, On(2023, 2, 2), Incident("5-0301", "5-0308"));
        await world.Application(First, On(2023, 2, 3), new ApplicationEvent.ComplaintMade(new("scns"), null));
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new AnnualFigures(2023));

        report.Against.Should().Equal([new CodeCount("moi", 1)], "a body complained to is not complained against");
        report.Acts.Should().Equal(new CodeCount("5-0301", 1), new CodeCount("5-0308", 1));
        report.Purposes.Should().Equal(new CodeCount("confession", 1));
    }

    [Fact]
    public async Task Leads_are_counted_by_what_they_came_to_last()
    {
        var lead = new ActivityId(Any.Id("lead"));
        await world.Activity(lead, On(2023, 3, 1), Done(ActivityKind.MediaLead, null));
        await world.Activity(new(Any.Id("other lead")), On(2023, 3, 1), Done(ActivityKind.MediaLead, null));
        await world.Has<Activity, ActivityEvent>(new RecordActivity
        {
            Stream = StreamName.Of(lead),
            Matter = lead.OwnMatter,
            Header = world.Header(On(2023, 4, 1)),
            Facts = [new ActivityEvent.LeadFollowed(LeadOutcome.ContactLost, null), new ActivityEvent.LeadFollowed(LeadOutcome.Refuted, null)],
        });
        await using var projected = await Projected.Of(world);

        (await projected.Ask(new AnnualFigures(2023))).Leads.Should().Equal(new LeadCount(LeadOutcome.Refuted, 1), new LeadCount(null, 1));
    }

    [Fact]
    public async Task A_corrected_region_moves_and_a_withdrawn_entry_is_not_counted()
    {
        await Regions();
        var received = (await world.Application(First, On(2023, 3, 1), Received(Dushanbe))).Entries[0];
        var refused = (await world.Application(First, On(2023, 3, 2), new ApplicationEvent.AssistanceRefused(null))).Entries[0];
        await world.AmendApplication(
            First,
            new Amendment.Corrected(received, Received(Rrs), On(2023, 3, 1), Any.Text),
            new Amendment.Withdrawn(refused, Any.Text));
        await using var projected = await Projected.Of(world);

        var report = await projected.Ask(new AnnualFigures(2023));

        Cells(report, AnnualFigure.Documented).Should().Equal(null, null, 1);
        report.Regions[AnnualFigure.AssistanceRefused].Total.Should().BeNull();
    }

    private static IEnumerable<int?> Cells(AnnualReport report, AnnualFigure figure) => report.Areas.Select(area => report.Regions[figure].Cells[area.Area]);

    private static async Task<IEnumerable<ApplicationId>> Matching(Projected projected, StatisticsUse use) =>
        (await projected.Ask(new ApplicationList(
            new() { Year = 2023, Scope = YearScope.WorkedOn, Statistics = use }, ApplicationSort.Received, true, new()))).Rows.Select(row => row.Application);

    private static HappenedAt On(int year, int month, int day) => HappenedAt.On(new LocalDate(year, month, day));

    private static ApplicationEvent.Received Received(RegionCode? region) => new(null, ApplicationChannel.Hotline, region, null);

    private static ApplicationEvent.VictimNamed Victim(int? age, int? born = null) => new(null, Sex.Male, age, born);

    private static ApplicationEvent.IncidentTold Incident(params string[] acts) =>
        new(null, null, null, [.. acts.Select(act => new ActCode(act))], [new("confession")], [new("moi")], null, null);

    private static ActivityEvent.Done Done(ActivityKind kind, ApplicationId? of) =>
        new(kind, Dushanbe, ActivityAddressee.NotRecorded, null, of, null, null);

    private async Task Regions()
    {
        foreach (var (region, area) in new[] { (Dushanbe, null), (Rrs, null), (Khatlon, "khatlon-gbao"), (Gbao, "khatlon-gbao") })
            await world.Catalogue(RegionCode.Kind, new CatalogueEvent.EntryPut(
                region.Value, new(region.Value, null, null), area is null ? [] : [new("area", area)], null, null, "Regions", Verified: true));
    }

    private Task<Outcome.Recorded> Zero(string figure, RegionCode region) => world.Catalogue("stated-zeros", new CatalogueEvent.EntryPut(
        $"2023-{region.Value}-{figure}", new("none", null, null), [new("year", "2023"), new("region", region.Value), new("figure", figure)], null, null, "Report", true));
}

public sealed class AnnualFiguresOnSqlite() : AnnualFiguresTests(new SqliteStore());

public sealed class AnnualFiguresOnPostgres(PostgresCluster cluster) : AnnualFiguresTests(cluster.Store);
