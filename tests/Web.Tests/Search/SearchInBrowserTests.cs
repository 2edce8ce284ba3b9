using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Trials.Web.Acting;
using Trials.Web.Search;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Search;

/// <summary>A lawyer looks something up from wherever they are, and keeps a view of a register for the next time.</summary>
public sealed class SearchInBrowserTests(BrowserFixture browser, InventedSite site) : InBrowser(browser), IClassFixture<InventedSite>
{
    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task What_is_typed_in_any_form_is_found_and_a_view_is_kept_with_its_columns(int width)
    {
        var lawyer = new Hand(await Visit(site.Application.Address, width, "ru", DemoPeople.Lawyer));
        var page = lawyer.Page;

        await page.GotoAsync("/");

        // In Tajik on a Russian keyboard, from the first page.
        await page.Locator("header .find input").FillAsync("дархостхо");
        await page.Locator("header .find input").PressAsync("Enter");
        (await page.Locator("#found-petition").InnerTextAsync()).Should().Be("Ходатайства");
        await Arrive(page, SearchAddress.Path);

        // The page has its own.
        await Assertions.Expect(page.Locator("header .find")).ToHaveCountAsync(0);

        await page.Locator("input[name=q]").FillAsync("пытки");
        await page.Locator("main form.filter button").ClickAsync();
        await page.Locator("section:has(#found-entry) .found a").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#e-[0-9a-f]{32}$"));
        await page.Locator(new Uri(page.Url).Fragment).WaitForAsync();

        await page.GotoAsync("/petitions?state=all");
        await page.Locator("details.tools summary").ClickAsync();
        await page.Locator(".tools input[value=between]").UncheckAsync();
        await page.Locator(".tools input[value=filed]").UncheckAsync();
        await page.Locator(".tools form button").ClickAsync();
        await ShowsThreeColumns(page);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);

        await page.Locator("details.tools summary").ClickAsync();
        await page.Locator(".tools .actions a.button").ClickAsync();
        await lawyer.Type("name", $"Коротко {width}");
        await page.Locator("main form[data-keep] button.primary").ClickAsync();
        await Arrive(page, "/petitions");
        await page.GotoAsync("/petitions");
        await page.Locator("details.tools summary").ClickAsync();
        await page.Locator(".views a", new() { HasText = $"Коротко {width}" }).ClickAsync();
        await ShowsThreeColumns(page);
    }

    private static async Task ShowsThreeColumns(IPage page)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/petitions\?.*\bcolumns="));
        await Assertions.Expect(page.Locator("table.register tbody tr").First.Locator("td:visible")).ToHaveCountAsync(3);
    }
}
