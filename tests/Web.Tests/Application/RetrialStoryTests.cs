using System.Net;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Web.Recording;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Application;

/// <summary>
/// A case with two accused: returned to the prosecutor, one convicted and one acquitted, the judgment quashed, sent back and tried again;
/// a case severed from it; a person who turned out to be another one.
/// </summary>
public sealed class RetrialStoryTests : IAsyncLifetime
{
    private static readonly Article Torture = new("CC", 143, 1, "2");
    private static readonly Article Powers = new("CC", 316, null, "3");

    private readonly CaseId story = new(Guid.NewGuid());
    private readonly CaseId severed = new(Guid.NewGuid());
    private readonly PersonId first = new(Guid.NewGuid());
    private readonly PersonId second = new(Guid.NewGuid());
    private readonly PersonId twice = new(Guid.NewGuid());
    private RunningApplication application = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start();
        visitor = new Visitor(application.Address);
        await Tell();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task Its_page_tells_each_round_each_accused_and_the_case_severed_from_it()
    {
        var page = await visitor.Get(RecordAddress.Of(story));

        page.Status.Should().Be(HttpStatusCode.OK);
        var rounds = page.Document.QuerySelectorAll("[aria-labelledby='rounds-h'] tbody tr").Select(row => row.TextContent).ToList();
        rounds.Should().HaveCount(5);
        rounds[0].Should().Contain("returned to the prosecutor, 1 Mar 2024");
        rounds[2].Should().Contain("not the same for each accused, 1 Jun 2024").And.Contain("quashed in round 4");
        rounds[3].Should().Contain("quashed, 1 Aug 2024").And.Contain("sent back for a new trial");
        rounds[4].Should().Contain("found guilty, 1 Dec 2024").And.Contain("in force since 20 Dec 2024");
        var accused = page.Text("section[aria-labelledby='accused-h']");
        accused.Should().Contain("Ғуломҷон").And.Contain("Charged: art. 316 part 3 CC").And.Contain("before: art. 143¹ part 2 CC");
        accused.Should().Contain("120 months: strict regime").And.Contain("quashed").And.Contain("96 months: strict regime").And.Contain("in force");
        accused.Should().Contain("the catalogue has no such article", "a charge is warned about and not refused");
        page.Text("section[aria-labelledby='related-h']").Should().Contain("Severed from this case:").And.Contain("2/2024");
        (await visitor.Get(RecordAddress.Of(severed))).Text("section[aria-labelledby='related-h']").Should().Contain("This case was severed from").And.Contain("1/2024");
    }

    [Fact]
    public async Task Its_timeline_tells_it_in_order_of_happening()
    {
        var page = await visitor.Get($"{RecordAddress.Of(story)}?order=ascending&page=all");

        var titles = page.Document.QuerySelectorAll(".entry h4").Select(title => title.TextContent.Trim()).ToList();
        string[] told =
        [
            "Case returned: to the prosecutor", "Charge requalified: art. 316 part 3 CC", "Judgment on an accused", "Appeal lodged: prosecutor",
            "Appeal decided: quashed", "Case sent back to be decided anew: for a new trial", "Round began: retrial", "Judgment took force",
        ];
        told.Select(one => titles.FindIndex(title => title.StartsWith(one, StringComparison.Ordinal))).Should().BeInAscendingOrder().And.NotContain(-1);
    }

    [Fact]
    public async Task The_register_of_judgments_tells_what_counts()
    {
        var all = await visitor.Get("/judgments?article=143%C2%B9");
        all.Document.QuerySelectorAll("table.stack tbody tr").Should().HaveCount(3);
        var figures = all.Document.QuerySelectorAll("table:not(.stack) tbody tr").Should().ContainSingle().Which;
        figures.QuerySelectorAll("td").Take(5).Select(cell => cell.TextContent.Trim()).Should().Equal(["1", "0", "0", "96", "96 to 96"], "what was quashed counts in none");
        (await visitor.Get("/judgments?article=143")).Text(".empty h2").Should().Be("No judgment matches", "143 is not 143¹");
        var force = await visitor.Get("/judgments?standing=inForce");
        force.Document.QuerySelectorAll("table.stack tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("96 months").And.NotContain("Ғуломҷон");

        using var client = new HttpClient { BaseAddress = new Uri(application.Address) };
        var csv = await client.GetStringAsync("/judgments.csv?standing=quashed", TestContext.Current.CancellationToken);
        csv.Trim().Split('\n').Should().HaveCount(3, "a heading, a conviction and an acquittal");
        csv.Should().Contain("CC 143(1) part 2");
    }

    [Fact]
    public async Task The_register_of_cases_is_a_file_in_which_nobody_stands()
    {
        using var client = new HttpClient { BaseAddress = new Uri(application.Address) };
        var lines = (await client.GetStringAsync("/cases.csv?state=inForce", TestContext.Current.CancellationToken)).Trim().Split('\n');

        lines.Should().HaveCount(2);
        lines[1].Should().StartWith($"{story.Value:N},1/2024,Criminal,,CC 143(1) part 2,InForce,").And.Contain(",2024-01-10,Day,0,1,");
        lines.Should().NotContain(line => line.Contains("Ғуломҷон") || line.Contains(first.Value.ToString("N")));
    }

    [Fact]
    public async Task Durations_are_counted_between_any_two_steps()
    {
        var judged = await visitor.Get("/durations?from=case-returned&to=case-accused-judged");
        judged.Text(".count").Should().Contain("1 counted").And.Contain("median 92 days");
        var appealed = await visitor.Get("/durations?from=case-appeal-lodged&to=case-appeal-decided");
        appealed.Text(".count").Should().Contain("median 52 days");
        var notTold = await visitor.Get("/durations?from=case-severed-from&to=case-closed");
        notTold.Text("main").Should().Contain("For 1 the step under “To” has not followed yet.");
    }

    [Fact]
    public async Task Who_turned_out_to_be_another_one_is_told_once()
    {
        var before = (await visitor.Get(RecordAddress.Of(story))).Document.QuerySelectorAll("section[aria-labelledby='accused-h'] h3").Length;
        await application.Record(StreamName.Of(twice), story.Matter, On(2024, 12, 28), new PersonEvent.Merged(first, null));
        await application.Shown();

        var merged = await visitor.Get(RecordAddress.Of(story));
        merged.Document.QuerySelectorAll("section[aria-labelledby='accused-h'] h3").Select(name => name.TextContent).Should().HaveCount(before - 1).And.OnlyHaveUniqueItems();
        var apart = $"main a[href='{RecordAddress.In(twice, "person-unmerged")}']";
        merged.Document.QuerySelectorAll(apart).Should().ContainSingle("whoever was taken for another can be told apart again");

        await application.Record(StreamName.Of(second), story.Matter, On(2024, 12, 28), new PersonEvent.Merged(first, null));
        await application.Shown();
        (await visitor.Get(RecordAddress.Of(story))).Document.QuerySelectorAll("main a[href$='person-unmerged']").Select(link => link.TextContent).Should().BeEquivalentTo(
            [$"Two persons after all: Гуломчон · Person {Sign(twice)}", $"Two persons after all: Ҷамшед · Person {Sign(second)}"], "each says who is told apart");
        await application.Record(StreamName.Of(second), story.Matter, On(2024, 12, 29), new PersonEvent.Unmerged(null));

        await application.Record(StreamName.Of(twice), story.Matter, On(2024, 12, 29), new PersonEvent.Unmerged(null));
        await application.Shown();
        var two = await visitor.Get(RecordAddress.Of(story));
        two.Document.QuerySelectorAll("section[aria-labelledby='accused-h'] h3").Should().HaveCount(before);
        two.Document.QuerySelectorAll(apart).Should().BeEmpty();
    }

    [Fact]
    public async Task A_petition_that_the_court_left_without_a_decision_is_disregarded()
    {
        var page = await visitor.Get("/petitions?state=disregarded");

        page.Document.QuerySelectorAll("tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("Disregarded").And.Contain("31");
    }

    [Fact]
    public async Task A_judgment_is_recorded_in_its_form()
    {
        var form = await visitor.Get(RecordAddress.In(severed, "case-accused-judged"));
        form.Text("h1").Should().Be("Judgment on an accused");

        var sent = await visitor.Send(
            form,
            ("happened-date", "05.01.2025"),
            ("source", "seen"),
            ("fact-Round", "1"),
            ("fact-Person", second.Value.ToString("N")),
            ("fact-Counts-0-charged-number", "143"),
            ("fact-Counts-0-charged-super", "1"),
            ("fact-Counts-0-charged-part", "2"),
            ("fact-Counts-0-found-number", "316"),
            ("fact-Counts-0-outcome", "Convicted"),
            ("fact-TermMonths", "60"),
            ("fact-Regime", "General"),
            ("fact-FineDirams", "1500,50"));

        sent.Status.Should().Be(HttpStatusCode.Found, sent.Text("main"));
        (await visitor.Get(sent.Address!)).Text("section[aria-labelledby='accused-h']")
            .Should().Contain("art. 143¹ part 2 CC: found guilty under art. 316 CC").And.Contain("60 months: general regime, fine of 1\u00a0500.50 somoni");
    }

    private static string Sign(PersonId person) => person.Value.ToString("N")[..4].ToUpperInvariant();

    private static HappenedAt On(int year, int month, int day) => HappenedAt.On(new(year, month, day));

    private static CaseEvent.AccusedJudged Judged(int round, PersonId person, CountOutcome outcome, int? months) => new(
        round, person, [new(Torture, null, outcome)], months, months is null ? Regime.NotRecorded : Regime.Strict, null, null, Suspended: false, Amnesty: false, null);

    private async Task Tell()
    {
        await Person(first, "Ғуломҷон");
        await Person(second, "Ҷамшед");
        await Person(twice, "Гуломчон");
        await At(2024, 1, 10, new CaseEvent.Opened(CaseKind.Criminal, "1/2024", [Torture], null), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, null, null));
        await At(2024, 1, 10, new CaseEvent.AccusedJoined(first, []), new CaseEvent.AccusedJoined(second, []), new CaseEvent.AccusedJoined(twice, []));
        await At(2024, 1, 12, new CaseEvent.ChargeBrought(first, Torture, new(2023, 6, 1), AsStated: false, null));
        await At(2024, 3, 1, new CaseEvent.Returned(1, ReturnedTo.Prosecutor, null));
        await At(2024, 3, 2, new CaseEvent.RoundBegan(2, RoundKind.Investigation, null, null));
        await At(2024, 3, 20, new CaseEvent.ChargeRequalified(first, Torture, Powers, RequalifiedBy.Prosecutor, null, AsStated: false, null));
        await At(2024, 4, 1, new CaseEvent.RoundBegan(3, RoundKind.FirstInstance, null, null));
        var petition = new PetitionId(Guid.NewGuid());
        await application.Record(
            StreamName.Of(petition),
            story.Matter,
            On(2024, 5, 1),
            new PetitionEvent.Filed(story, PetitionKind.Records, Party.VictimSide, Addressee.Court, 3, null, null, null));
        await At(2024, 6, 1, Judged(3, first, CountOutcome.Convicted, 120), Judged(3, second, CountOutcome.Acquitted, null));
        await At(2024, 6, 10, new CaseEvent.AppealLodged(3, Party.Prosecution, second, AppealAgainst.Acquittal, null));
        await At(2024, 7, 1, new CaseEvent.RoundBegan(4, RoundKind.Appeal, null, null));
        await At(2024, 8, 1, new CaseEvent.AppealDecided(4, 3, null, AppealOutcome.Quashed, null), new CaseEvent.Remitted(4, RemittedFor.NewTrial, null, null));
        await At(2024, 9, 1, new CaseEvent.RoundBegan(5, RoundKind.Retrial, null, null));
        await At(2024, 12, 1, Judged(5, first, CountOutcome.Convicted, 96));
        await At(2024, 12, 20, new CaseEvent.JudgmentInForce(5, null, null));
        await application.Record(
            StreamName.Of(severed),
            severed.Matter,
            On(2024, 10, 1),
            new CaseEvent.Opened(CaseKind.Criminal, "2/2024", [Torture], null),
            new CaseEvent.SeveredFrom(story, null),
            new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, null, null),
            new CaseEvent.AccusedJoined(second, [Torture]));
        await application.Shown();
    }

    private Task<ValueList<EventId>> At(int year, int month, int day, params DomainEvent[] events) =>
        application.Record(StreamName.Of(story), story.Matter, On(year, month, day), events);

    private Task<ValueList<EventId>> Person(PersonId person, string name) => application.Record(
        StreamName.Of(person), story.Matter, On(2024, 1, 1), new PersonEvent.Registered(PersonalText.From(name), Sex.Male, 1985));
}
