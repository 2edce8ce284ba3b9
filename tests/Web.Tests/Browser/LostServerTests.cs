using Microsoft.Playwright;

namespace Trials.Web.Tests.Browser;

/// <summary>The server is killed, the link is lost, a button is pressed twice: nothing typed is lost, and nothing is recorded twice.</summary>
public sealed class LostServerTests : InBrowser
{
    private const string Note = "Шикоят аз шиканҷа; жалоба 🙂 & <b>complaint</b>";
    private readonly TemporaryFolder folder = new();
    private readonly ServedProcess server;

    public LostServerTests(BrowserFixture browser)
        : base(browser)
    {
        server = new ServedProcess(folder.Path);

        // A server that is away is reported by the browser and by the live part of a page, in these words.
        Accept("net::ERR_", "WebSocket", "Connection disconnected", "Failed to complete negotiation", "Failed to fetch", "Failed to start the connection", "Failed to start the circuit", "Circuit host not initialized");
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            server.Dispose();
            folder.Dispose();
        }
    }

    [Fact]
    public async Task After_a_kill_everything_recorded_is_there()
    {
        await server.Start();
        var page = await Visit(server.Address, Narrow);
        await FillIn(page);
        await Send(page);
        await Shows(page, ".entry", Note);
        var address = new Uri(page.Url).AbsolutePath;
        var hearing = await ScheduleToday(page, address);
        await page.GotoAsync(hearing);
        await page.GetByRole(AriaRole.Button, new() { Name = "I was let in", Exact = true }).ClickAsync();
        await page.Locator("main input[name='answer-Lift'][value='No']").CheckAsync(new() { Force = true });
        await page.Locator(".savebar button").ClickAsync();
        await Shows(page, ".savebar", "1 of 19 answered");

        server.Kill();
        await server.Start();

        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator(".entry", new() { HasText = Note })).ToHaveCountAsync(1);
        await Shows(page, ".facts", "143");
        await page.GotoAsync(hearing);
        await Shows(page, ".savebar", "1 of 19 answered");
        await Assertions.Expect(page.Locator("main input[name='answer-Lift'][value='No']")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_form_that_is_sent_while_the_server_is_away_is_kept_and_recorded_once_it_is_back()
    {
        await server.Start();
        var page = await Visit(server.Address);
        await FillIn(page);

        server.Kill();
        await Send(page);

        await Shows(page, ".netbar", "Connection lost.");
        await Shows(page, ".netbar", "What you typed is kept");
        await Assertions.Expect(page.Locator("#fact-Note")).ToHaveValueAsync(Note);

        await server.Start();
        await Shows(page, ".notice.done", "Recorded");
        await ShowsOneCase(page);
    }

    [Fact]
    public async Task What_is_typed_in_a_hearing_outlives_the_server()
    {
        await server.Start();
        var page = await Visit(server.Address, Narrow);
        await FillIn(page);
        await Send(page);
        await Shows(page, ".notice.done", "Recorded");
        var hearing = await ScheduleToday(page, new Uri(page.Url).AbsolutePath);
        var live = page.WaitForWebSocketAsync();
        await page.GotoAsync(hearing);
        await live;
        await page.GetByRole(AriaRole.Button, new() { Name = "I was let in", Exact = true }).ClickAsync();
        await page.Locator("#answer-Lift summary").ClickAsync();
        await page.Locator("#note-Lift").FillAsync(Note);
        await page.Locator("main input[name='answer-Lift'][value='No']").CheckAsync(new() { Force = true });

        server.Kill();
        await Assertions.Expect(page.Locator("#components-reconnect-modal .trying")).ToBeVisibleAsync();
        await server.Start();

        // The live part cannot come back into a server that does not know it; the page must not be thrown away for that.
        await Assertions.Expect(page.Locator("#components-reconnect-modal .ended")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal .trying")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#note-Lift")).ToHaveValueAsync(Note);
        await page.Locator(".savebar button").ClickAsync();
        await Shows(page, ".savebar", "1 of 19 answered");
        await Assertions.Expect(page.Locator("#note-Lift")).ToHaveValueAsync(Note);
    }

    [Fact]
    public async Task An_answer_that_is_lost_on_the_way_is_asked_for_again_and_recorded_once()
    {
        await server.Start();
        var page = await Visit(server.Address);
        await FillIn(page);
        var lost = 0;
        await page.RouteAsync("**/cases/new", async route =>
        {
            if (route.Request.Method == "POST" && lost++ == 0)
            {
                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
            }
            else
            {
                await route.ContinueAsync();
            }
        });

        await Send(page);

        await Shows(page, ".notice.done", "Recorded");
        lost.Should().Be(2, "it was sent again");
        await ShowsOneCase(page);
    }

    [Fact]
    public async Task A_button_that_is_pressed_twice_records_once()
    {
        await server.Start();
        var page = await Visit(server.Address);
        await FillIn(page);

        await page.Locator("main form button.primary").DblClickAsync();

        await Shows(page, ".notice.done", "Recorded");
        await ShowsOneCase(page);
    }

    [Fact]
    public async Task Without_a_script_the_form_is_a_plain_post()
    {
        await server.Start();
        var page = await Visit(server.Address, script: false);
        await FillIn(page);

        await Send(page);

        await Shows(page, ".notice.done", "Recorded");
        await ShowsOneCase(page);
    }

    private static async Task FillIn(IPage page)
    {
        await page.GotoAsync("/cases/new");
        await page.Locator("#happened-date").FillAsync("04.05.2026");
        await page.Locator("#fact-Kind").SelectOptionAsync("Criminal");
        await page.Locator("#fact-Reference").FillAsync("1-118/2026");
        await page.Locator("#fact-Articles-0-number").FillAsync("143");
        await page.Locator("#fact-Articles-0-super").FillAsync("1");
        await page.Locator("#fact-Note").FillAsync(Note);
        await page.Locator("input[name=source][value=seen]").CheckAsync();
    }

    private static Task Send(IPage page) => page.Locator("main form button.primary").ClickAsync();

    /// <summary>A hearing of the day that it is at the court; gives its address.</summary>
    private static async Task<string> ScheduleToday(IPage page, string caseAddress)
    {
        var today = NodaTime.SystemClock.Instance.GetCurrentInstant().InZone(Dates.Zone).Date.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
        await page.GotoAsync($"{caseAddress}/record/hearing-scheduled");
        await page.Locator("#happened-date").FillAsync("06.05.2026");
        await page.Locator("#fact-Kind").SelectOptionAsync("Trial");
        await page.Locator("#fact-Date").FillAsync(today);
        await page.Locator("input[name=source][value=seen]").CheckAsync();
        await Send(page);
        await Shows(page, ".notice.done", "Recorded");
        return (await page.Locator(".entry a[href^='/hearings/']").First.GetAttributeAsync("href"))!;
    }

    private static async Task ShowsOneCase(IPage page)
    {
        await page.GotoAsync("/cases");
        await Assertions.Expect(page.Locator("table tbody tr")).ToHaveCountAsync(1);
        await page.GotoAsync((await page.Locator("table tbody th a").First.GetAttributeAsync("href"))!);
        await Assertions.Expect(page.Locator(".entry")).ToHaveCountAsync(1);
        await Shows(page, ".entry", Note);
    }

    private static Task Shows(IPage page, string part, string text) => Assertions.Expect(page.Locator(part).First).ToContainTextAsync(text);
}
