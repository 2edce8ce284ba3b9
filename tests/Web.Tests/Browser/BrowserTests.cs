using Deque.AxeCore.Playwright;

namespace Trials.Web.Tests.Browser;

/// <summary>What every browser test stands on: the browser runs scripts, and the accessibility check finds faults.</summary>
public sealed class BrowserTests(BrowserFixture fixture)
{
    [Fact]
    public async Task The_browser_shows_what_a_script_wrote()
    {
        await using var server = await LoopbackPage.Serve("""
            <!doctype html>
            <html lang="tg"><title>Парванда</title><h1></h1>
            <script>document.querySelector('h1').textContent = 'Ҷаласаи судӣ';</script></html>
            """);
        await using var context = await fixture.NewContext();
        var page = await context.NewPageAsync();

        await page.GotoAsync(server.Address);

        (await page.TitleAsync()).Should().Be("Парванда");
        (await page.Locator("h1").InnerTextAsync()).Should().Be("Ҷаласаи судӣ");
    }

    [Fact]
    public async Task The_accessibility_check_finds_a_picture_without_a_text()
    {
        await using var server = await LoopbackPage.Serve("""
            <!doctype html>
            <html lang="en"><title>Case</title><main><h1>Case</h1><img src="data:,"></main></html>
            """);
        await using var context = await fixture.NewContext();
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address);

        var result = await page.RunAxe();

        result.Violations.Select(violation => violation.Id).Should().Equal("image-alt");
    }
}
