using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Trials.Web.Tests.Browser;

/// <summary>The pages about cases in a real browser, over the whole application with a case recorded.</summary>
public sealed class CasePagesInBrowserTests(BrowserFixture browser, RecordedSite site)
    : InBrowser(browser), IClassFixture<RecordedSite>
{
    [Fact]
    public async Task What_somebody_else_records_appears_within_a_second_and_moves_no_focus()
    {
        var reader = await Open(site.CaseAddress);
        await reader.Locator(".section-head .state.ok").WaitForAsync();
        await reader.Locator(".acts a").First.FocusAsync();
        var focused = await Focused(reader);
        var writer = await Open($"{site.CaseAddress}/record/case-step-taken");
        await writer.Locator("#fact-Kind").SelectOptionAsync("CopiesSent");
        await writer.Locator("#happened-date").FillAsync(site.Application.Today.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        await writer.Locator("input[name=source][value=seen]").CheckAsync();
        await writer.Locator("main form button[type=submit]").ClickAsync();
        await Arrive(writer, site.CaseAddress);

        await reader.Locator(".entry.is-new").WaitForAsync(new() { Timeout = 1000 });

        (await reader.Locator(".entry.is-new h4").InnerTextAsync()).Should().Contain("Copies sent out").And.Contain("new");
        (await reader.Locator("p.sr[role=status]").InnerTextAsync()).Should().Contain("Copies sent out");
        (await Focused(reader)).Should().Be(focused);
        (await writer.Locator(".entry.is-new").CountAsync()).Should().Be(0, "nobody's own entry is news");
    }

    [Fact]
    public async Task A_case_is_there_without_any_script()
    {
        var page = await Open(site.CaseAddress, script: false);

        (await page.Locator(".entry").CountAsync()).Should().BeGreaterThan(20);
        (await page.Locator(".scale svg .round").CountAsync()).Should().Be(3);
        (await page.Locator(".section-head .state.ok").CountAsync()).Should().Be(0, "nothing is live");
    }

    [Fact]
    public async Task A_strangers_markup_stays_text()
    {
        var page = await Open(site.CaseAddress);

        (await page.TitleAsync()).Should().Be("Case 1-118/2026 · Trials");
        (await page.Locator(".said").AllInnerTextsAsync()).Should().Contain(text => text.EndsWith(RecordedCase.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_keyboard_one_skips_to_the_case_and_opens_a_history()
    {
        var page = await Open(site.CaseAddress);
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

    [Fact]
    public async Task A_document_s_file_is_looked_at_kept_through_a_mistake_and_saved_as_it_was()
    {
        Accept("422");
        byte[] content = [.. "%PDF-1.7 "u8, .. Enumerable.Range(0, 90_000).Select(i => (byte)(i * 13))];
        var page = await Visit(site.Application.Address, Narrow);
        await BringInspector(page);
        await page.GotoAsync($"{site.CaseAddress}/record/case-step-taken");
        await page.Locator("#fact-Kind").SelectOptionAsync("CopiesSent");
        await page.Locator("input[name=source][value=document]").CheckAsync();
        await Choose("large.pdf", new byte[20_000_001]);
        (await page.Locator(".netbar").InnerTextAsync()).Should().Be("The file is too large: at most 20 MB are kept. Nothing was sent.");
        await Choose("page.pdf", "<!doctype html><script>"u8.ToArray());
        await page.Locator("#source-file-error").WaitForAsync();
        await Choose("report.PDF", content);
        await page.Locator("#happened-date-error").WaitForAsync();
        (await page.Locator("[data-file-again]").CountAsync()).Should().Be(0, "the page still has it");
        (await Barriers(page, Narrow)).Should().BeEmpty();
        await page.Locator("#happened-date").FillAsync(site.Application.Today.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Arrive(page, site.CaseAddress);

        var saved = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").ClickAsync());

        (await File.ReadAllBytesAsync(await saved.PathAsync(), TestContext.Current.CancellationToken)).Should().Equal(content);
        saved.SuggestedFilename.Should().Be("report.PDF");

        async Task Choose(string name, byte[] file)
        {
            await page.Locator("#source-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = file });
            await page.Locator("main form button[type=submit]").ClickAsync();
        }
    }

    [Theory]
    [InlineData("en", Wide, false)]
    [InlineData("ru", Narrow, false)]
    [InlineData("tg", 728, true)]
    public async Task No_label_of_the_drawing_touches_another(string code, int width, bool printed)
    {
        var page = await Open(site.CaseAddress, width, code);
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
        var page = await Open(site.CaseAddress);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var gone in new[] { ".acts", "#record", "nav.nav", ".page-head .actions", ".section-head .noprint" })
            (await page.Locator(gone).First.IsVisibleAsync()).Should().BeFalse(gone);
        foreach (var there in new[] { "h1", ".facts", ".scale svg", ".entry", ".silence", ".history li" })
            (await page.Locator(there).First.IsVisibleAsync()).Should().BeTrue(there);
    }

    [Fact]
    public async Task A_filter_stays_in_the_address_and_a_case_opens_from_its_row()
    {
        var page = await Open("/cases", Narrow);

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
        Accept("404");
        var page = await Visit(site.Application.Address);

        var answer = await page.GotoAsync($"/cases/{Guid.NewGuid():N}");

        answer!.Status.Should().Be(404);
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')");

    private async Task<IPage> Open(string address, int width = Wide, string language = "en", bool script = true)
    {
        var page = await Visit(site.Application.Address, width, language, script: script);
        await page.GotoAsync(address);
        return page;
    }
}
