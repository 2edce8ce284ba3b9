using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Trials.Web.Tests.Browser;

/// <summary>The pages about cases in a real browser, over the whole application with a case recorded.</summary>
public sealed class CasePagesInBrowserTests(BrowserFixture browser, CasePagesInBrowserTests.Site site) : IClassFixture<CasePagesInBrowserTests.Site>, IDisposable
{
    private const int Wide = 1280;
    private const int Narrow = 390;
    private readonly ConcurrentQueue<string> faults = [];

    public static TheoryData<string, int> LanguagesAndWidths
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var language in Language.All)
            {
                data.Add(language.Code, Wide);
                data.Add(language.Code, Narrow);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(LanguagesAndWidths))]
    public async Task Pages_are_accessible_fit_the_screen_and_break_no_policy(string code, int width)
    {
        await using var context = await Context(width);
        var page = await Open(context, $"/language/{code}?back=/");
        foreach (var address in new[] { "/", "/cases", "/cases?q=nothing&article=x", site.CaseAddress })
        {
            await page.GotoAsync(site.Application.Address + address);
            await page.EvaluateAsync("document.querySelectorAll('details:not(.acting)').forEach(d => d.open = true)");

            var result = await page.RunAxe();

            result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}").Should().BeEmpty($"of {address} in {code} at {width}");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, $"{address} fits");
        }
    }

    [Fact]
    public async Task What_somebody_else_records_appears_within_a_second_and_moves_no_focus()
    {
        await using var reading = await Context(Wide);
        await using var writing = await Context(Wide);
        var reader = await Open(reading, site.CaseAddress);
        await reader.Locator(".section-head .state.ok").WaitForAsync();
        await reader.Locator(".acts a").First.FocusAsync();
        var focused = await Focused(reader);
        var writer = await Open(writing, $"{site.CaseAddress}/record/case-step-taken");
        await writer.Locator("#fact-Kind").SelectOptionAsync("CopiesSent");
        await writer.Locator("#happened-date").FillAsync(site.Application.Today.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        await writer.Locator("input[name=source][value=seen]").CheckAsync();
        await writer.Locator("main form button[type=submit]").ClickAsync();
        await writer.WaitForURLAsync($"**{site.CaseAddress}*");

        await reader.Locator(".entry.is-new").WaitForAsync(new() { Timeout = 1000 });

        (await reader.Locator(".entry.is-new h4").InnerTextAsync()).Should().Contain("Copies sent out").And.Contain("new");
        (await reader.Locator("p.sr[role=status]").InnerTextAsync()).Should().Contain("Copies sent out");
        (await Focused(reader)).Should().Be(focused);
        (await writer.Locator(".entry.is-new").CountAsync()).Should().Be(0, "nobody's own entry is news");
    }

    [Fact]
    public async Task A_case_is_there_without_any_script()
    {
        await using var context = await browser.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Application.Address + site.CaseAddress);

        (await page.Locator(".entry").CountAsync()).Should().BeGreaterThan(20);
        (await page.Locator(".scale svg .round").CountAsync()).Should().Be(3);
        (await page.Locator(".section-head .state.ok").CountAsync()).Should().Be(0, "nothing is live");
    }

    [Fact]
    public async Task A_strangers_markup_stays_text()
    {
        await using var context = await Context(Wide);
        var page = await Open(context, site.CaseAddress);

        (await page.TitleAsync()).Should().Be("Case 1-118/2026 · Trials");
        (await page.Locator(".said").AllInnerTextsAsync()).Should().Contain(text => text.EndsWith(RecordedCase.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_keyboard_one_skips_to_the_case_and_opens_a_history()
    {
        await using var context = await Context(Wide);
        var page = await Open(context, site.CaseAddress);
        await page.Locator(".section-head .state.ok").WaitForAsync();

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("main");

        for (var pressed = 0; pressed < 200 && !await page.EvaluateAsync<bool>("document.activeElement.matches('.history summary')"); pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<bool>("!!document.activeElement.closest('svg')")).Should().BeFalse("the drawing is no stop");
        }

        await page.Keyboard.PressAsync("Enter");
        (await page.Locator(".history[open]").CountAsync()).Should().Be(1);
    }

    [Theory]
    [InlineData("en", Wide, false)]
    [InlineData("ru", Narrow, false)]
    [InlineData("tg", 728, true)]
    public async Task No_label_of_the_drawing_touches_another(string code, int width, bool printed)
    {
        await using var context = await Context(width);
        var page = await Open(context, $"/language/{code}?back={site.CaseAddress}");
        await page.EmulateMediaAsync(new() { Media = printed ? Media.Print : Media.Screen });

        var boxes = await page.EvaluateAsync<JsonElement>(
            "Array.from(document.querySelectorAll('.scale .scroll text')).map(t => { const b = t.getBoundingClientRect(); return [t.textContent, b.left, b.right, b.top + 3, b.bottom - 3]; })");

        var labels = boxes.EnumerateArray().Select(b => (Text: b[0].GetString(), Left: b[1].GetDouble(), Right: b[2].GetDouble(), Top: b[3].GetDouble(), Bottom: b[4].GetDouble())).ToList();
        labels.Should().HaveCountGreaterThan(15);
        foreach (var (index, one) in labels.Index())
            labels.Skip(index + 1).Where(other => one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom)
                .Select(other => $"{one.Text} / {other.Text}").Should().BeEmpty();
    }

    [Fact]
    public async Task On_paper_stands_the_case_and_nothing_to_press()
    {
        await using var context = await Context(Wide);
        var page = await Open(context, site.CaseAddress);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var gone in new[] { ".acts", "#record", "nav.nav", ".page-head .actions", ".section-head .noprint" })
            (await page.Locator(gone).First.IsVisibleAsync()).Should().BeFalse(gone);
        foreach (var there in new[] { "h1", ".facts", ".scale svg", ".entry", ".silence", ".history li" })
            (await page.Locator(there).First.IsVisibleAsync()).Should().BeTrue(there);
    }

    [Fact]
    public async Task A_filter_stays_in_the_address_and_a_case_opens_from_its_row()
    {
        await using var context = await Context(Narrow);
        var page = await Open(context, "/cases");

        await page.Locator("#q").FillAsync("1-118");
        await page.Locator("#kind").SelectOptionAsync("criminal");
        await page.Locator("form.filter button").ClickAsync();

        page.Url.Should().Contain("q=1-118").And.Contain("kind=criminal");
        await page.Locator("tbody th a").First.ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).Should().Be("Case 1-118/2026");
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_said_so()
    {
        await using var context = await Context(Wide);
        var page = await context.NewPageAsync();

        var answer = await page.GotoAsync($"{site.Application.Address}/cases/{Guid.NewGuid():N}");

        answer!.Status.Should().Be(404);
    }

    /// <summary>What the browser reported: errors of scripts, and whatever the content security policy forbade.</summary>
    public void Dispose() => faults.Should().BeEmpty();

    private void AddFault(string? fault)
    {
        if (fault is not null)
            faults.Enqueue(fault);
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')");

    private async Task<IBrowserContext> Context(int width) =>
        await browser.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, Locale = "en" });

    /// <summary>Opens a page, and remembers what the browser reports of it.</summary>
    private async Task<IPage> Open(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        page.Console += (_, message) => AddFault(message.Type == "error" ? message.Text : null);
        page.PageError += (_, error) => AddFault(error);
        await page.GotoAsync(site.Application.Address + address);
        return page;
    }

    /// <summary>The application with one case.</summary>
    public sealed class Site : IAsyncLifetime
    {
        private RunningApplication? application;

        public string CaseAddress { get; private set; } = "";

        internal RunningApplication Application => application ?? throw new InvalidOperationException("It has not been started.");

        public async ValueTask InitializeAsync()
        {
            application = await RunningApplication.Start();
            var recorded = new RecordedCase(application);
            await recorded.Record();
            CaseAddress = $"/cases/{recorded.Id.Value:N}";
        }

        public async ValueTask DisposeAsync()
        {
            if (application is not null)
                await application.DisposeAsync();
        }
    }
}
