using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Trials.Web.Tests.Browser;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Assessments;

/// <summary>The pages of catalogues and assessments in a real browser, over the invented record.</summary>
public sealed class CatalogueAndAssessmentPagesInBrowserTests(BrowserFixture browser, DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly string[] Addresses =
    [
        "/catalogues", "/catalogues/courts", "/catalogues/mappings", "/catalogues/courts/demo-almos", "/catalogues/courts/import",
        "/catalogues/courts/record/catalogue-entry-put?code=demo-almos",
        "/assessments", "/assessments?state=all", "/assessments?state=confirmed&whose=public", "/assessments/rules", "/assessments/summary", "/assessments/summary?state=open",
    ];

    private readonly ConcurrentQueue<string> faults = [];

    public static TheoryData<string, int> LanguagesAndWidths
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var language in Language.All)
            {
                data.Add(language.Code, 1280);
                data.Add(language.Code, 390);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(LanguagesAndWidths))]
    public async Task Pages_are_accessible_fit_the_screen_and_break_no_policy(string code, int width)
    {
        await using var context = await browser.NewContext(new() { ViewportSize = new() { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Enqueue(message.Text);
        };
        await page.GotoAsync($"{site.Address}/language/{code}?back=/");
        foreach (var address in Addresses)
        {
            await page.GotoAsync(site.Address + address);
            await page.EvaluateAsync("document.querySelectorAll('details:not(.acting)').forEach(d => d.open = true)");

            var result = await page.RunAxe();

            result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}").Should().BeEmpty($"of {address} in {code} at {width}");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, $"{address} fits");
        }

        await page.GotoAsync($"{site.Address}/assessments?state=all");
        await page.Locator("main tbody th a").First.ClickAsync();
        (await page.RunAxe()).Violations.Select(violation => violation.Id).Should().BeEmpty();
        faults.Should().BeEmpty();
    }
}
