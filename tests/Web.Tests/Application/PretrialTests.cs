using System.Net;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Web.Recording;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Application;

/// <summary>The time before the trial, from its forms to the case's page, the registers and the statistics.</summary>
public sealed class PretrialTests : IAsyncLifetime
{
    private readonly CaseId existing = new(Guid.NewGuid());
    private RunningApplication application = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start();
        visitor = new Visitor(application.Address);
        await application.Record(
            StreamName.Of(existing),
            existing.Matter,
            HappenedAt.On(new LocalDate(2026, 1, 5)),
            new CaseEvent.Opened(CaseKind.Criminal, "1-77/2026", [new Article("CC", 143, 1, "2")], null));
        await application.Shown();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task A_refusal_to_open_that_is_set_aside_twice_is_told_by_timeline_and_durations()
    {
        await Record("case-complaint-lodged", "05.01.2026", ("fact-About", "Torture"), ("fact-By", "VictimSide"));
        await Record("case-check-begun", "06.01.2026");
        await Record("case-opening-refused", "15.01.2026", ("fact-Ground", "NoElements"));
        await Record("case-refusal-appealed", "20.01.2026", ("fact-By", "VictimSide"));
        await Record("case-refusal-set-aside", "30.01.2026");
        await Record("case-opening-refused", "10.02.2026", ("fact-Ground", "NoEvent"));
        await Record("case-refusal-set-aside", "12.03.2026");

        var twice = await Send("case-refusal-set-aside", "13.03.2026");
        twice.Text(".refusal h2").Should().Contain("no refusal to open stands on 13 Mar 2026");
        await Record("case-criminal-case-opened", "20.03.2026");

        var page = await visitor.Get($"{RecordAddress.Of(existing)}?order=oldest&page=0");
        page.Document.QuerySelectorAll("li.entry h4 > span:first-child, li.entry h4").Select(title => title.TextContent.Trim().Split('\n')[0]).Distinct()
            .Where(title => title.Contains("efus") || title.Contains("Criminal"))
            .Should().BeEquivalentTo(
                "Opening of a criminal case refused: no elements of a crime", "Opening of a criminal case refused: no event of a crime",
                "Refusal to open appealed", "Refusal to open set aside", "Criminal case opened");
        page.Text(".facts").Should().Contain("Under investigation");
        var durations = await visitor.Get("/delays");
        Row(durations, "From each refusal to open to its setting aside").Should().StartWith("2 | 0 | 22.5");
        Row(durations, "From each setting aside to the next refusal").Should().StartWith("1 | 0 | 11");
        Row(durations, "From the first complaint to the opening of a criminal case").Should().StartWith("1 | 0 | 74");
    }

    [Fact]
    public async Task A_detention_is_recorded_by_the_minute_and_its_hours_are_in_the_register_and_its_file()
    {
        var form = await visitor.Get(RecordAddress.In(existing, "case-apprehended"));
        var sent = await visitor.Send(
            form, ("happened-date", "10.01.2026"), ("happened-time", "09:00"), ("source", "seen"), ("fact-Person-new", "Ғафур Ҷӯраев"), ("fact-Place", "PoliceStation"));
        sent.Status.Should().Be(HttpStatusCode.Found);
        await visitor.Get(sent.Address!);
        var next = await visitor.Get(RecordAddress.In(existing, "case-detention-registered"));
        var person = next.Document.QuerySelectorAll("#fact-Person option").Single(option => option.TextContent == "Ғафур Ҷӯраев").GetAttribute("value")!;

        await Record("case-detention-registered", "10.01.2026", ("happened-time", "21:30"), ("fact-Person", person));
        await Record("case-status-given", "11.01.2026", ("fact-Person", person), ("fact-Status", "Suspect"), ("fact-Number", "7"));

        (await visitor.Get("/detentions")).Text("tbody").Should().Contain("after 12 h 30 min").And.NotContain("Ғафур");
        (await visitor.Get("/detentions?missing=registration")).Text(".empty h2").Should().NotBeEmpty();
        (await visitor.Get("/detentions?hours=13")).Text(".empty h2").Should().NotBeEmpty();
        var file = await (await visitor.Answer(new(HttpMethod.Get, "/detentions.csv"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        file.Should().Contain("2026-01-10T09:00").And.Contain(",750,").And.NotContain("Ғафур");
        (await visitor.Get(RecordAddress.Of(existing))).Text("[aria-labelledby=parties-h]").Should().Contain("Ғафур Ҷӯраев").And.Contain("Suspect");
        (await visitor.Answer(new(HttpMethod.Get, "/detentions.csv?from=x"))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task While_somebody_is_bound_not_to_disclose_every_form_of_the_case_says_so()
    {
        var bound = await visitor.Send(
            await visitor.Get(RecordAddress.In(existing, "case-non-disclosure-signed")),
            ("happened-date", "10.01.2026"), ("source", "seen"), ("fact-Person-new", "Сино Раҳмонов"), ("fact-Scope", "Investigation"));
        await visitor.Get(bound.Address!);

        foreach (var fact in new[] { "case-step-taken", "petition-filed", "hearing-scheduled" })
            (await visitor.Get(RecordAddress.In(existing, fact))).Text(".notice.pending").Should().Contain("Сино Раҳмонов").And.Contain("materials of the investigation");
        await Record("hearing-scheduled", "11.01.2026", ("fact-Kind", "Trial"), ("fact-Date", "20.01.2026"));
        var hearing = (await visitor.Get(RecordAddress.Of(existing))).Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
            .First(link => link?.StartsWith("/hearings/", StringComparison.Ordinal) == true)!;
        (await visitor.Get(hearing)).Text(".notice.pending").Should().Contain("materials of the investigation", "an observer's notes are written there");
        var ended = await visitor.Get(RecordAddress.In(existing, "case-non-disclosure-ended"));
        var person = ended.Document.QuerySelectorAll("#fact-Person option").Single(option => option.TextContent == "Сино Раҳмонов").GetAttribute("value")!;
        await Record("case-non-disclosure-ended", "12.01.2026", ("fact-Person", person));
        (await visitor.Get(RecordAddress.In(existing, "case-step-taken"))).Text(".notice.pending").Should().BeEmpty();
    }

    [Fact]
    public async Task An_examination_is_chosen_by_what_was_asked_for()
    {
        await Record("case-examination-asked", "10.01.2026", ("fact-Kind", "ForensicMedical"), ("fact-By", "VictimSide"));
        var form = await visitor.Get(RecordAddress.In(existing, "case-examination-done"));
        var offered = form.Document.QuerySelectorAll("#fact-Examination option").Single(option => option.TextContent.StartsWith("Forensic medical", StringComparison.Ordinal));

        await Record(
            "case-examination-done", "20.01.2026", ("fact-Examination", offered.GetAttribute("value")!), ("fact-Kind", "ForensicMedical"), ("fact-Protocol", "Partly"));

        (await visitor.Get("/examinations?standing=done&protocol=partly")).Document.QuerySelectorAll("tbody tr").Should().ContainSingle();
        (await visitor.Get("/protection")).Text(".empty h2").Should().NotBeEmpty();
    }

    private static string Row(VisitedPage page, string heading) => string.Join(" | ", page.Document.QuerySelectorAll("section[aria-labelledby=durations] tbody tr")
        .Single(row => row.QuerySelector("th")!.TextContent.Trim() == heading).QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));

    private async Task<VisitedPage> Send(string fact, string day, params (string Name, string Value)[] typed) => await visitor.Send(
        await visitor.Get(RecordAddress.In(existing, fact)), [("happened-date", day), ("source", "seen"), .. typed]);

    private async Task Record(string fact, string day, params (string Name, string Value)[] typed)
    {
        var sent = await Send(fact, day, typed);
        sent.Status.Should().Be(HttpStatusCode.Found, sent.Text(".errors, .refusal"));
        await visitor.Get(sent.Address!);
    }
}
