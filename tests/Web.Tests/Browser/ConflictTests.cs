using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Web.Acting;
using Trials.Web.Recording;

namespace Trials.Web.Tests.Browser;

/// <summary>Two people at two devices record the same thing: whoever sends second sees both versions and loses nothing. And what they typed executes nowhere.</summary>
public sealed class ConflictTests(BrowserFixture browser, RecordedSite site) : InBrowser(browser), IClassFixture<RecordedSite>
{
    private const string Markup = "<script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\"> & \"Ҷаласа\" ғ ӣ қ ӯ ҳ ҷ 👩‍⚖️";
    private const string Theirs = "Ман дидам: судя омад. " + Markup;
    private const string Mine = "Я слышала другое. " + Markup;

    [Theory]
    [InlineData(Wide, "en", "Record mine as a further correction")]
    [InlineData(Narrow, "tg", null)]
    public async Task Of_two_corrections_of_one_entry_the_second_sees_both_and_may_follow(int width, string language, string? mineToo)
    {
        Accept("status of 409");
        var opening = site.Entries.First(entry => entry.Data is CaseEvent.Opened);
        var address = RecordAddress.Correct(opening.Stream, opening.Id);
        var (lawyer, observer) = await BothAt(address, width, language);
        await Type(observer, ("fact-Note", Theirs), ("reason", "Бори дигар хондам."));
        await Type(lawyer, ("fact-Note", Mine), ("reason", "Перечитала."));
        await Send(observer);
        await Arrive(observer, site.CaseAddress);

        await Send(lawyer);

        await ShowsBoth(lawyer, Theirs, Mine);
        await IsOpenToAll(lawyer, width);
        await Assertions.Expect(lawyer.Locator("[name='fact-Note']")).ToHaveValueAsync(Mine);
        await Assertions.Expect(lawyer.Locator("[name=reason]")).ToHaveValueAsync("Перечитала.");
        var again = lawyer.Locator(".conflict button.primary");
        if (mineToo is not null)
        {
            await Assertions.Expect(again).ToHaveTextAsync(mineToo);
        }

        await again.ClickAsync();
        await Arrive(lawyer, site.CaseAddress);
        await IsVerbatim(lawyer, Mine);
    }

    [Fact]
    public async Task Of_two_panels_of_one_round_the_second_may_be_recorded_as_well()
    {
        Accept("status of 409");
        var other = new CatalogueEvent.EntryPut("anvarzoda", new("S. Anvarzoda", "С. Анварзода", "С. Анварзода"), [], null, null, "invented", true);
        await site.Application.Record(StreamName.OfCatalogue(OfficialCode.Kind), MatterId.Common, HappenedAt.On(site.Application.Today), other);
        await site.Application.Shown();
        var (lawyer, observer) = await BothAt(RecordAddress.In(site.Case.Id, "case-panel-assigned"), Wide, "en");
        await Panel(observer, "saidzoda");
        await Panel(lawyer, other.Code);
        await Send(observer);
        await Arrive(observer, site.CaseAddress);

        await Send(lawyer);

        await ShowsBoth(lawyer, "F. Saidzoda", "S. Anvarzoda");
        await lawyer.GetByRole(AriaRole.Button, new() { Name = "Record mine as well" }).ClickAsync();
        await Arrive(lawyer, site.CaseAddress);
        await Assertions.Expect(lawyer.Locator(".notice.done")).ToContainTextAsync("Recorded");
    }

    [Fact]
    public async Task Of_two_judgments_the_second_is_kept_in_its_form_whatever_becomes_of_it()
    {
        Accept("status of 409", "status of 422");
        var (lawyer, observer) = await BothAt(RecordAddress.In(site.Case.Id, "case-judgment-given"), Narrow, "ru");
        await Judgment(observer, "Convicted", Theirs);
        await Judgment(lawyer, "Acquitted", Mine);
        await Send(observer);
        await Arrive(observer, site.CaseAddress);
        await IsVerbatim(observer, Theirs);

        await Send(lawyer);

        await ShowsBoth(lawyer, Theirs, Mine);
        await IsOpenToAll(lawyer, Narrow);
        await lawyer.Locator(".conflict button.primary").ClickAsync();
        await Assertions.Expect(lawyer.Locator(".notice.refusal")).ToBeFocusedAsync();
        await Assertions.Expect(lawyer.Locator("[name='fact-Text']")).ToHaveValueAsync(Mine);
        await Assertions.Expect(lawyer.Locator("[name='fact-Outcome']")).ToHaveValueAsync("Acquitted");
    }

    private async Task<(IPage Lawyer, IPage Observer)> BothAt(string address, int width, string language)
    {
        var lawyer = await Visit(site.Application.Address, width, language, DemoPeople.Lawyer);
        var observer = await Visit(site.Application.Address, width, language, DemoPeople.Observer);
        await BringInspector(lawyer);
        await lawyer.GotoAsync(address);
        await observer.GotoAsync(address);
        return (lawyer, observer);
    }

    private async Task Panel(IPage page, string judge)
    {
        await page.Locator("[name='fact-Judges-0']").SelectOptionAsync(judge);
        await Known(page);
    }

    private async Task Judgment(IPage page, string outcome, string text)
    {
        await page.Locator("[name='fact-Outcome']").SelectOptionAsync(outcome);
        await Type(page, ("fact-Text", text));
        await Known(page);
    }

    private async Task Known(IPage page)
    {
        await Type(page, ("happened-date", site.Application.Today.PlusDays(-1).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)));
        await page.Locator("input[name=source][value=seen]").CheckAsync(new() { Force = true });
    }

    private static async Task Type(IPage page, params (string Name, string Text)[] fields)
    {
        foreach (var (name, text) in fields)
        {
            await page.Locator($"main [name='{name}']").FillAsync(text);
        }
    }

    private static Task Send(IPage page) => page.Locator("main form[data-keep] > .actions button.primary").ClickAsync();

    private static async Task ShowsBoth(IPage page, string theirs, string mine)
    {
        var conflict = page.Locator(".conflict");
        await Assertions.Expect(conflict).ToBeFocusedAsync();
        await Assertions.Expect(conflict.Locator(".version.theirs .meta")).ToContainTextAsync(NameOf(DemoPeople.Observer));
        await Assertions.Expect(conflict.Locator(".version.theirs mark", new() { HasText = theirs })).ToBeVisibleAsync();
        await Assertions.Expect(conflict.Locator(".version.mine .meta")).ToContainTextAsync(NameOf(DemoPeople.Lawyer));
        await Assertions.Expect(conflict.Locator(".version.mine mark", new() { HasText = mine })).ToBeVisibleAsync();
        (await page.TitleAsync()).Should().NotContain("broken");
    }

    private static Regex NameOf(KnownActor actor) => new(string.Join('|', Language.All.Select(language => Regex.Escape(actor.Name!.In(language)))));

    private static async Task IsOpenToAll(IPage page, int width) => (await Barriers(page, width)).Should().BeEmpty();

    /// <summary>The case shows a text letter by letter, and nothing of it became an element.</summary>
    private static async Task IsVerbatim(IPage page, string text)
    {
        await Assertions.Expect(page.Locator(".entry .said", new() { HasText = text }).First).ToBeVisibleAsync();
        (await page.Locator("main script, main img").CountAsync()).Should().Be(0);
        (await page.TitleAsync()).Should().NotContain("broken");
    }
}
