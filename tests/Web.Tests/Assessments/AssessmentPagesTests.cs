using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Reports;
using Trials.Projections.Assessments;
using Trials.Web.Acting;
using Trials.Web.Assessments;
using Trials.Web.Catalogues;
using Trials.Web.Recording;
using Trials.Web.Tests.Application;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Assessments;

/// <summary>Findings from the rules to the log and back, as a browser without scripts asks for them.</summary>
public sealed class AssessmentPagesTests : IAsyncLifetime
{
    private readonly CaseId of = new(Guid.NewGuid());
    private readonly HearingId hearing = new(Guid.NewGuid());
    private RunningApplication application = null!;
    private Visitor visitor = null!;
    private EventId opened;

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start();
        visitor = new Visitor(application.Address);
        var day = HappenedAt.On(application.Today.PlusDays(-3));
        foreach (var kind in new[] { Mapping.Catalogue, Mapping.Standards })
        {
            await application.Record(StreamName.OfCatalogue(kind), MatterId.Common, day, [.. ShippedCatalogues.Of(kind)]);
        }

        await application.Record(
            StreamName.Of(of), of.Matter, day, new CaseEvent.Opened(CaseKind.Criminal, "1-7/2026", [new("CC", 143, 1)], null),
            new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, null, null));
        await application.Record(
            StreamName.Of(hearing), of.Matter, day, new HearingEvent.Scheduled(of, 1, HearingKind.Trial, null, [], null, day.Date, new(9, 0)));
        opened = (await application.Record(
            StreamName.Of(hearing), of.Matter, HappenedAt.Exactly(day.Date.At(new(9, 40))), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null)))[0];
        var observer = DemoPeople.Observer.Actor.Id;
        await application.Record(
            StreamName.OfReport(hearing, observer), of.Matter, day, new ReportEvent.Assigned(hearing, observer),
            new ReportEvent.Observed(ChecklistItem.Lift, Answer.No, null, null), new ReportEvent.Observed(ChecklistItem.ToiletsOpen, Answer.No, null, null),
            new ReportEvent.Submitted());
        await application.Shown();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task What_rules_find_waits_for_a_decision_and_stands_with_its_case()
    {
        var register = await visitor.Get(AssessmentAddress.Path);

        Titles(register).Should().BeEquivalentTo("Late start without an explanation", "No step-free access or lift", "Toilets closed for visitors");
        var own = await visitor.Get(RecordAddress.Of(of));
        own.Document.QuerySelectorAll("[aria-labelledby=findings] tbody tr").Should().HaveCount(3);
        var finding = await visitor.Get(Link(register, "Late start"));
        finding.Text(".facts").Should().Contain("The accused").And.Contain("Indicator").And.Contain("ICCPR 14(3)(c)").And.Contain("did not say why");
        finding.Document.QuerySelectorAll("section[aria-labelledby=basis] .entry").Should().HaveCount(2);
    }

    [Fact]
    public async Task One_finding_is_confirmed_with_a_reason_and_says_so_when_its_basis_is_withdrawn()
    {
        var page = await visitor.Get(Link(await visitor.Get(AssessmentAddress.Path), "Late start"));

        var without = await visitor.Send(page, ("decision", "confirm"));
        without.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        var sent = await visitor.Send(page, ("decision", "confirm"), ("reason", "The clerk was asked twice."));
        var shown = await visitor.Get(sent.Address!);

        shown.Text(".lede .state").Should().Be("Confirmed");
        shown.Text("section[aria-labelledby=decisions]").Should().Contain("The clerk was asked twice.");
        (await visitor.Get(AssessmentAddress.SummaryPath)).Text("section[aria-labelledby=standards] tbody").Should().Contain("ICCPR 14(3)(c)");

        await application.Record(
            StreamName.Of(hearing), of.Matter, HappenedAt.On(application.Today), new Amendment.Withdrawn(opened, FreeText.From("Another hearing.")));
        await application.Shown();
        var gone = await visitor.Get(sent.Address!);
        gone.Text(".lede .state").Should().Be("Confirmed, basis gone");
        gone.Text(".notice h2").Should().Contain("What it rested on is gone");
        (await visitor.Get(AssessmentAddress.SummaryPath)).Text("section[aria-labelledby=standards]").Should().Contain("Nothing to count");
    }

    [Fact]
    public async Task The_annual_figures_tell_a_finding_in_its_place_also_where_its_mapping_was_recorded_before_that_named_one()
    {
        await application.Record(
            StreamName.OfCatalogue(Mapping.Catalogue), MatterId.Common, HappenedAt.On(application.Today), [.. ShippedCatalogues.Of(Mapping.Catalogue).Select(WithoutSection)]);
        await application.Shown();
        var annual = $"/annual?year={application.Today.PlusDays(-3).Year}";

        var waiting = await visitor.Get(annual);
        waiting.Document.QuerySelectorAll("[aria-labelledby=court-violations] td").Select(cell => cell.TextContent).Should().Equal(["0"], "a finding waits, so none is confirmed");
        waiting.Text("[aria-labelledby=violations]").Should().Contain("not recorded");

        var page = await visitor.Get(Link(await visitor.Get(AssessmentAddress.Path), "Late start"));
        await visitor.Get((await visitor.Send(page, ("decision", "confirm"), ("reason", "The clerk was asked twice."))).Address!);
        var confirmed = await visitor.Get(annual);
        confirmed.Document.QuerySelectorAll("[aria-labelledby=court-violations] tr").Select(row => row.TextContent.Trim()).Should().Equal("Late start without an explanation1");
        confirmed.Document.QuerySelectorAll("#other-findings").Should().BeEmpty();
    }

    [Fact]
    public async Task Everything_that_was_ticked_is_taken_however_much_it_is()
    {
        const int Ticked = 520;
        var register = await visitor.Get(AssessmentAddress.Path);
        var fields = Visitor.Fill(register.Form, [("decision", "dismiss"), ("reason", "Under repair that week.")])
            .Concat(Enumerable.Range(0, Ticked).Select(i => KeyValuePair.Create("finding", $"late-start.2:{i:x32}")));

        var sent = await visitor.Post(register, [.. fields]);

        sent.Status.Should().Be(HttpStatusCode.Conflict);
        sent.Text("main").Should().Contain($"{Ticked}", "it says how many are no longer there");
    }

    [Fact]
    public async Task Many_are_decided_at_once_and_sending_it_twice_decides_once()
    {
        var register = await visitor.Get(AssessmentAddress.Path);
        var fields = Visitor.Fill(register.Form, [("decision", "dismiss"), ("reason", "Under repair that week.")])
            .Concat(Rows(register).Where(row => !row.TextContent.Contains("Late start")).Select(row => KeyValuePair.Create("finding", Box(row))))
            .ToList();

        var first = await visitor.Post(register, fields);
        var second = await visitor.Post(register, fields);

        first.Status.Should().Be(HttpStatusCode.Found);
        second.Status.Should().Be(HttpStatusCode.Found);
        Titles(await visitor.Get(first.Address!)).Should().Equal("Late start without an explanation");
        Titles(await visitor.Get($"{AssessmentAddress.Path}?state=dismissed")).Should().HaveCount(2);
        var kinds = (await visitor.Get(AssessmentAddress.SummaryPath)).Document.QuerySelectorAll("section[aria-labelledby=kinds] tbody tr");
        kinds.Select(row => string.Join(' ', row.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim())))
            .Should().Equal("1 0 0 0", "0 0 1 0", "0 0 1 0");
    }

    [Fact]
    public async Task A_list_in_which_two_observers_saw_the_same_says_how_many_it_counts_as()
    {
        (await visitor.Get(AssessmentAddress.Path)).Text(".count").Should().NotContain("count as");
        var other = DemoPeople.Lawyer.Actor.Id;
        await application.Record(
            StreamName.OfReport(hearing, other), of.Matter, HappenedAt.On(application.Today), new ReportEvent.Assigned(hearing, other),
            new ReportEvent.Observed(ChecklistItem.Lift, Answer.No, null, null), new ReportEvent.Submitted());
        await application.Shown();

        var register = await visitor.Get(AssessmentAddress.Path);

        Titles(register).Should().HaveCount(4);
        register.Text(".count").Should().Contain("4 findings").And.Contain("They count as 3");
    }

    [Fact]
    public async Task Nothing_chosen_is_said_and_the_reason_is_kept()
    {
        var register = await visitor.Get(AssessmentAddress.Path);

        var answer = await visitor.Send(register, ("decision", "dismiss"), ("reason", "Under repair."));

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Text(".errors").Should().Contain("choose at least one");
        answer.Value("reason").Should().Be("Under repair.");
    }

    [Fact]
    public async Task Each_number_opens_exactly_the_findings_that_it_counts()
    {
        var summary = await visitor.Get($"{AssessmentAddress.SummaryPath}?state=open");

        foreach (var link in summary.Document.QuerySelectorAll("section[aria-labelledby] td.num a"))
        {
            Titles(await visitor.Get(link.GetAttribute("href")!)).Should().HaveCount(int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture));
        }

        summary.Document.QuerySelectorAll("section[aria-labelledby=heat] td.num a").Should().HaveCount(3);
        summary.Text("section[aria-labelledby=heat] thead").Should().Contain("First instance");
    }

    [Fact]
    public async Task The_register_and_each_table_are_files()
    {
        var register = await Csv($"{AssessmentAddress.Path}.csv");
        register.Should().HaveCount(4);
        register[0].Should().StartWith("assessment_id,rule,version,kind,yields,standard,whose");
        (await Csv($"{AssessmentAddress.SummaryPath}/kinds.csv"))[1..].Should().OnlyContain(line => line.EndsWith(",1,0,0,0"));
        (await Csv($"{AssessmentAddress.SummaryPath}/heat.csv?state=open")).Should().HaveCount(4);
        (await visitor.Get($"{AssessmentAddress.SummaryPath}/nothing.csv")).Status.Should().Be(HttpStatusCode.NotFound);
        (await visitor.Get($"{AssessmentAddress.Path}.csv?whose=nobody")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Each_rule_is_read_on_a_page_with_its_source_and_numbers()
    {
        var page = await visitor.Get(AssessmentAddress.RulesPath);

        var row = page.Document.QuerySelector("#late-start")!;
        row.TextContent.Should().Contain("did not say why").And.Contain("The accused").And.Contain("indicator").And.Contain("annual report for 2023").And.Contain("not verified");
        row.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim()).Should().Equal("1", "0");
        page.Document.QuerySelectorAll("tbody tr").Should().HaveCount(Domain.Assessments.Rules.AllRules.Latest(Domain.Assessments.Rules.AllRules.All).Count);
    }

    [Fact]
    public async Task Whoever_may_not_decide_reads()
    {
        await visitor.ActAs(DemoPeople.Analyst);

        var register = await visitor.Get(AssessmentAddress.Path);

        Titles(register).Should().HaveCount(3);
        register.Document.QuerySelectorAll("main table input[type=checkbox], main form[method=post]").Should().BeEmpty();
        (await visitor.Get(Link(register, "Late start"))).Document.QuerySelectorAll("main form[method=post]").Should().BeEmpty();
    }

    [Theory]
    [InlineData("/assessments/finding")]
    [InlineData("/assessments/finding?of=nothing")]
    public async Task What_is_no_finding_is_not_there(string address) => (await visitor.Get(address)).Status.Should().Be(HttpStatusCode.NotFound);

    private static CatalogueEvent.EntryPut WithoutSection(CatalogueEvent.EntryPut mapping) =>
        mapping with { Values = [.. mapping.Values.Where(value => value.Key != Mapping.ReportSectionKey)] };

    private static IEnumerable<IElement> Rows(VisitedPage page) => page.Document.QuerySelectorAll("main table tbody tr");

    private static string Box(IElement row) => ((IHtmlInputElement)row.QuerySelector("input[type=checkbox]")!).Value;

    private static List<string> Titles(VisitedPage page) => [.. page.Document.QuerySelectorAll("main table tbody th a").Select(link => link.TextContent)];

    private static string Link(VisitedPage page, string title) =>
        page.Document.QuerySelectorAll("main table tbody th a").Single(link => link.TextContent.StartsWith(title, StringComparison.Ordinal)).GetAttribute("href")!;

    private async Task<string[]> Csv(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var answer = await visitor.Answer(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').TrimEnd().ReplaceLineEndings("\n").Split('\n');
    }
}
