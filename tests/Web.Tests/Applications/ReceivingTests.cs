using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Cases;
using Trials.Domain.People;
using Trials.Web.Acting;
using Trials.Web.Activities;
using Trials.Web.Recording;
using Trials.Web.Tests.Application;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Applications;

/// <summary>An application is received part by part, in any order, by somebody whose browser runs no scripts.</summary>
public sealed class ReceivingTests : IAsyncLifetime
{
    private readonly ApplicationId id = new(Guid.NewGuid());
    private RunningApplication application = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start();
        visitor = new Visitor(application.Address);
        await visitor.ActAs(DemoPeople.Documentalist);
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task A_new_application_has_its_address_before_anything_of_it_is_recorded()
    {
        var begun = await visitor.Get(RecordAddress.NewApplication);

        begun.Status.Should().Be(HttpStatusCode.Found);
        var page = await visitor.Get(new Uri(begun.Address!, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } whole ? whole.PathAndQuery : begun.Address!);
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("form[data-stay]").Should().HaveCountGreaterThan(10);
        page.Document.QuerySelectorAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
        (await Recorded()).Should().BeEmpty();
    }

    [Fact]
    public async Task Each_part_is_recorded_by_itself_whichever_comes_first()
    {
        await Send("application-victim-named", ("fact-Person-new", "Сомон Л."), ("fact-Sex", "Male"), ("fact-Age", "17"));
        await Send("application-incident-told", ("happened-date", "03.2026"), ("fact-Against-0", "moi"), ("fact-Acts-0", "5-0301"));
        await Send("application-consent-given", ("fact-Giver", "Victim"), ("fact-Scopes", "Record"));
        var sent = await Send("application-received", ("fact-Number", "7/2026"), ("fact-Region", "soghd"), ("fact-Channel", "Hotline"));

        var page = await visitor.Get(sent.Address!.Split('#')[0]);
        page.Text("#application-received .entries").Should().Contain("7/2026");
        page.Document.QuerySelectorAll("#application-received form").Should().BeEmpty("it is documented once");
        page.Document.QuerySelectorAll("#application-victim-named form").Should().ContainSingle("there may be more victims");
        (await Recorded()).Select(entry => entry.Data.GetType()).Should().Equal(
            typeof(ApplicationEvent.VictimNamed),
            typeof(PersonEvent.Registered),
            typeof(ApplicationEvent.IncidentTold),
            typeof(ApplicationEvent.ConsentGiven),
            typeof(ApplicationEvent.Received));
        (await Recorded()).Select(entry => entry.Data).OfType<PersonEvent.Registered>().Single().Sex.Should().Be(Sex.Male, "the part asks once");
        (await Recorded()).Should().OnlyContain(entry => entry.Metadata.Matter == id.Matter && entry.Metadata.Source is Source.ToldBy);
    }

    [Fact]
    public async Task A_part_that_cannot_be_read_is_shown_again_beside_the_others()
    {
        var page = await visitor.Get(RecordAddress.Receive(id));

        var answer = await Send(page, "application-victim-named", ("fact-Age", "seventeen"), ("fact-Sex", "Male"));

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Text("#application-victim-named .errors").Should().Contain("number");
        answer.Document.QuerySelectorAll(".errors").Should().ContainSingle();
        Form(answer, "application-victim-named").QuerySelector("[name=fact-Age]")!.GetAttribute("value").Should().Be("seventeen");
        answer.Document.QuerySelector("#application-victim-named-fact-Age-error").Should().NotBeNull();
        answer.Document.QuerySelector("#application-victim-named details.more[open]").Should().NotBeNull();
    }

    [Fact]
    public async Task A_part_that_is_sent_twice_is_recorded_once()
    {
        var page = await visitor.Get(RecordAddress.Receive(id));

        var first = await Send(page, "application-noted", ("fact-Text", "Called at night"));
        var second = await Send(page, "application-noted", ("fact-Text", "Called at night"));

        second.Address.Should().Be(first.Address);
        (await Recorded()).Should().ContainSingle();
    }

    [Fact]
    public async Task An_application_and_its_case_lead_to_each_other()
    {
        var ofCase = new CaseId(Guid.NewGuid());
        await application.Record(
            StreamName.Of(ofCase), ofCase.Matter, HappenedAt.On(new LocalDate(2026, 5, 14)), new CaseEvent.Opened(CaseKind.Civil, "2-61/2026", [], null));
        await Send("application-received", ("fact-Number", "7/2026"), ("fact-Channel", "Hotline"));
        await application.Shown();
        var form = await visitor.Get(RecordAddress.In(id, "application-linked"));

        var sent = await visitor.Send(form, ("happened-date", "15.05.2026"), ("source", "seen"), ("fact-Case", ofCase.Value.ToString("N")), ("fact-Link", "AgainstPerpetrators"));

        var page = await visitor.Get(sent.Address!);
        page.Document.QuerySelectorAll(".facts a").Select(link => link.GetAttribute("href")).Should().Contain(RecordAddress.Of(ofCase));
        var casePage = await visitor.Get(RecordAddress.Of(ofCase));
        casePage.Document.QuerySelectorAll(".facts a").Select(link => link.GetAttribute("href")).Should().Contain(RecordAddress.Of(id));
    }

    [Fact]
    public async Task An_activity_belongs_to_its_application_and_can_be_corrected_there()
    {
        await Send("application-received", ("fact-Number", "7/2026"), ("fact-Region", "soghd"), ("fact-Channel", "Hotline"));
        await application.Shown();
        var form = await visitor.Get(ActivityAddress.NewOf(id));
        form.Value("fact-Region").Should().Be("soghd");

        var sent = await visitor.Send(form, ("fact-Kind", "LegalSupport"), ("fact-To", "Authority"), ("fact-Authority", "ombudsman"));

        (await visitor.Get(sent.Address!)).Text("#activities + *, section[aria-labelledby=activities] table").Should().Contain("ombudsman");
        var recorded = (await Recorded()).Single(entry => entry.Data is ActivityEvent.Done);
        recorded.Data.Should().BeOfType<ActivityEvent.Done>().Which.Application.Should().Be(id);
        var correction = await visitor.Get(RecordAddress.Correct(recorded.Stream, recorded.Id));
        (await visitor.Send(correction, ("fact-Authority", "general-prosecutor"), ("reason", "Misheard"))).Address.Should().Contain(RecordAddress.Of(id));
        (await Recorded())[^1].Data.Should().BeOfType<Amendment.Corrected>()
            .Which.Replacement.Should().BeOfType<ActivityEvent.Done>().Which.Application.Should().Be(id);
    }

    [Fact]
    public async Task Registers_and_annual_figures_show_what_was_recorded_and_name_nobody()
    {
        await Send("application-victim-named", ("fact-Person-new", "Сомон Л."), ("fact-Sex", "Male"), ("fact-Age", "17"));
        await Send("application-received", ("fact-Number", "7/2026"), ("fact-Region", "soghd"), ("fact-Channel", "Hotline"));
        await application.Shown();
        var year = (await Recorded())[0].Metadata.Happened.Date.Year;

        var register = await visitor.Get("/applications?area=soghd");
        var annual = await visitor.Get($"/annual?year={year}");
        var file = await visitor.Get("/applications.csv?minor=yes");

        register.Text("tbody th").Should().Be("7/2026");
        annual.Text("[aria-labelledby=regions] tbody tr:first-child").Should().Contain("1");
        annual.Text("[aria-labelledby=regions] tbody tr:nth-child(2)").Should().Contain("not recorded").And.NotContain("0");
        (await visitor.Get(annual.Document.QuerySelector("[aria-labelledby=regions] tbody a")!.GetAttribute("href")!)).Text("tbody th").Should().Be("7/2026");
        file.Html.Should().Contain("7/2026").And.Contain("soghd");
        foreach (var page in new[] { register, annual, file })
            page.Html.Should().NotContain("Сомон");
    }

    [Fact]
    public async Task Consent_is_told_by_scope_and_a_refusal_leaves_the_application_out_of_the_figures_and_says_so()
    {
        await Send("application-received", ("fact-Number", "7/2026"), ("fact-Region", "soghd"), ("fact-Channel", "Hotline"));
        await application.Shown();
        var year = (await Recorded())[0].Metadata.Happened.Date.Year;
        (await visitor.Get($"/annual?year={year}")).Text("section[aria-labelledby=consent]").Should().Match("*consent refused or withdrawn*0*nobody was asked*1*");

        await Send("application-consent-given", ("fact-Giver", "Applicant"), ("fact-Scopes", "Record"));
        await Send("application-consent-refused", ("fact-Giver", "Applicant"), ("fact-Scopes", "Statistics"));
        await application.Shown();

        var annual = await visitor.Get($"/annual?year={year}");
        annual.Text("section[aria-labelledby=consent]").Should().Match("*consent refused or withdrawn*1*nobody was asked*0*");
        annual.Text("[aria-labelledby=regions] tbody").Should().NotContain("1");
        (await visitor.Get(annual.Document.QuerySelector("[aria-labelledby=consent] a")!.GetAttribute("href")!)).Text("tbody th").Should().Be("7/2026");
        (await visitor.Get(RecordAddress.Of(id))).Text(".facts").Should().Contain("Keeping a record: given by the applicant")
            .And.Contain("Counting in statistics: refused by the applicant").And.Contain("that anybody was asked: sharing within the coalition").And.Contain("No figure of a year counts");
    }

    [Fact]
    public async Task Whoever_may_not_record_applications_sees_no_form()
    {
        await visitor.ActAs(DemoPeople.Analyst);

        (await visitor.Get(RecordAddress.Receive(id))).Status.Should().Be(HttpStatusCode.Forbidden);
        (await visitor.Get(RecordAddress.NewActivity)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await visitor.Get("/applications")).Document.QuerySelectorAll($"a[href='{RecordAddress.NewApplication}']").Should().BeEmpty();
    }

    private async Task<VisitedPage> Send(string part, params (string Name, string Value)[] typed)
    {
        var sent = await Send(await visitor.Get(RecordAddress.Receive(id)), part, typed);
        sent.Status.Should().Be(HttpStatusCode.Found, sent.Text(".errors, .refusal"));
        await application.Shown();
        return sent;
    }

    private Task<VisitedPage> Send(VisitedPage page, string part, params (string Name, string Value)[] typed) =>
        visitor.Post(page, Visitor.Fill(Form(page, part), typed));

    private static IHtmlFormElement Form(VisitedPage page, string part) => (IHtmlFormElement)page.Document.QuerySelector($"#{part} form")!;

    private async Task<List<RecordedEvent>> Recorded()
    {
        var codec = application.Services.GetRequiredService<IEventCodec>();
        var recorded = new List<RecordedEvent>();
        await foreach (var stored in application.Services.GetRequiredService<IEventLog>().ReadAll(LogPosition.Start, TestContext.Current.CancellationToken))
            recorded.Add(codec.Decode(stored));
        return [.. recorded.Where(entry => entry.Metadata.Role == ActorRole.DocumentationSpecialist)];
    }
}
