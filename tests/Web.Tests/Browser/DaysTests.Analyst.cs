using System.Globalization;
using Microsoft.Playwright;
using Trials.Web.Acting;

namespace Trials.Web.Tests.Browser;

/// <summary>Numbers for a report: what waits is asked for, a lawyer decides on several at once, and the numbers follow.</summary>
public sealed partial class DaysTests
{
    private const string Waiting = "/assessments?kind=toilets-closed&state=open";

    [Fact]
    public async Task An_analyst_finds_what_waits_has_several_confirmed_at_once_opens_a_number_and_takes_it_away()
    {
        var page = await Visit(Address, actor: DemoPeople.Analyst);
        var analyst = new Hand(page);
        await page.GotoAsync("/annual?year=2023");
        var before = await Counted(page, "Toilets closed for visitors");

        // What waits, asked for by the register's own filter; whoever reads has nothing to decide with.
        await analyst.Follow("Assessments");
        await Fill(analyst, page.Locator("main form"), ("kind", "toilets-closed"));
        await analyst.Press("Show");
        await Assertions.Expect(page.Locator("table.register tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("main input[name='finding']")).ToHaveCountAsync(0);

        await ConfirmTwo(page);

        // The number follows, and opens what it counts.
        await page.GotoAsync("/annual?year=2023");
        (await Counted(page, "Toilets closed for visitors")).Should().Be(before + 2);
        await analyst.Press(Row(page, "Toilets closed for visitors").Locator("a"));
        await Shows(page, ".count strong", $"of {before + 2}");
        await Assertions.Expect(page.Locator("table.register tbody tr")).ToHaveCountAsync(before + 2);
        await TakeAway(page);
        await KeepTheQuestion(analyst, before + 2);

        // By kind and stage; a cell of the map opens its findings.
        await analyst.Follow("Assessments");
        await analyst.Follow("Summary");
        await analyst.Press(page.Locator("table.heat td a").First);
        await Shows(page, ".count strong", "of");

        await page.GotoAsync("/judgments?from=2023-01&to=2023-12");
        await Shows(page, "main", "quashed");
        await page.GotoAsync("/detentions");
        await Shows(page.Locator("main table").First, "14 h 45 min");
    }

    private async Task ConfirmTwo(IPage analysts)
    {
        var page = await Visit(Address, Narrow, actor: DemoPeople.Lawyer);
        var lawyer = new Hand(page);
        await page.GotoAsync(Waiting);
        var boxes = page.Locator("main input[name='finding']");
        await lawyer.Mark(boxes.Nth(0));
        await lawyer.Mark(boxes.Nth(1));
        await lawyer.Type("reason", "Both observers tell the same.");
        await lawyer.Press("Confirm");
        await Assertions.Expect(page.Locator("table.register tbody tr")).ToHaveCountAsync(1);
        await analysts.ReloadAsync();
        await Assertions.Expect(analysts.Locator("table.register tbody tr")).ToHaveCountAsync(1);
    }

    /// <summary>The same list as a file.</summary>
    private static async Task TakeAway(IPage page)
    {
        var rows = await page.Locator("table.register tbody tr").CountAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download CSV" }).First.ClickAsync());
        var lines = await File.ReadAllLinesAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);
        lines.Should().HaveCount(rows + 1);
        lines[1].Should().Contain("2023");
    }

    /// <summary>What was asked for is kept under a name, and asked for again by it.</summary>
    private static async Task KeepTheQuestion(Hand analyst, int rows)
    {
        var page = analyst.Page;
        await analyst.Press(page.Locator("details.tools summary"));
        await analyst.Follow("Save this view");
        await analyst.Type("name", "Ҳоҷатхонаҳои соли 2023");
        await analyst.Press("Save this view");
        await Assertions.Expect(page.Locator(".views a[aria-current=true]")).ToHaveTextAsync("Ҳоҷатхонаҳои соли 2023");
        await page.GotoAsync("/views");
        await analyst.Follow("Ҳоҷатхонаҳои соли 2023");
        await Assertions.Expect(page.Locator("table.register tbody tr")).ToHaveCountAsync(rows);
    }

    private static ILocator Row(IPage page, string kind) => page.Locator("[aria-labelledby=court-violations] tr", new() { HasText = kind });

    private static async Task<int> Counted(IPage page, string kind) =>
        int.Parse(await Row(page, kind).Locator("td").InnerTextAsync(), CultureInfo.InvariantCulture);
}
