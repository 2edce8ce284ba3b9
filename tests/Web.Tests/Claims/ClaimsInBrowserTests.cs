using Microsoft.Playwright;
using Trials.Web.Acting;
using Trials.Web.Recording;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Claims;

/// <summary>A claim from its filing to its last instalment, as a lawyer records it, and the register that it comes to.</summary>
public sealed class ClaimsInBrowserTests(BrowserFixture browser, InventedSite site) : InBrowser(browser), IClassFixture<InventedSite>
{
    private const string Refused = "the server responded with a status of 4";

    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task A_claim_against_two_is_filed_decided_paid_twice_and_shown_in_the_register(int width)
    {
        Accept(Refused);
        var lawyer = new Hand(await Visit(site.Application.Address, width, actor: DemoPeople.Lawyer));
        var page = lawyer.Page;
        await page.GotoAsync(RecordAddress.Of(site.Case));

        await lawyer.Follow("Claim brought");
        await lawyer.Type("happened-date", "10.01.2026");
        await lawyer.Type("fact-Claimants-0-new", "Марҷон Обчакорӣ");
        await lawyer.Choose("fact-Respondents-0-authority", "moi");
        await lawyer.Choose("fact-Respondents-0-capacity", "ForItsOfficial");
        await lawyer.Press("One more respondent");
        await page.Locator("main details.more summary").Nth(1).ClickAsync();
        await lawyer.Type("fact-Respondents-1-person-new", "Тегох Кӯҳӣ");
        await lawyer.Type("fact-MoralDirams", "50000");
        await lawyer.Type("fact-MaterialDirams", $"{width % 1000},50");
        await lawyer.Choose("fact-Law", "NewCivilCode");
        await lawyer.Choose("fact-Ground", "Torture");
        await Record(lawyer);

        var claim = page.Locator("section:has(#claims-h) tbody tr", new() { HasText = $"{width % 1000}.50" });
        await Shows(claim, "Ministry of Internal Affairs, Тегох Кӯҳӣ");
        await Shows(claim, "2 warnings");
        await lawyer.Press(claim.Locator("th a").First);
        await Shows(page.Locator("main"), "Under the new Civil Code the respondent is a public authority; this claim names another one");
        await Shows(page.Locator("main"), "Nobody verified on which day the new Civil Code entered into force");

        await Next(lawyer, "Claim decided", "01.03.2026", ("fact-MoralDirams", "20000"), ("fact-MaterialDirams", "0"));
        await Next(lawyer, "Decision on the claim in force", "01.04.2026");
        await Next(lawyer, "Payment on the claim", "11.04.2026", ("fact-AmountDirams", "15000"));
        await Shows(page.Locator("h1 + .lede"), "Awarded, paid in part");
        await Next(lawyer, "Payment on the claim", "21.04.2026", ("fact-AmountDirams", "5000"), ("fact-By-organisation", "Хазина"));
        await Shows(page.Locator("h1 + .lede"), "Awarded, paid in full");

        // Decided once: what is typed stays.
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/record/claim-decided");
        await Fill(lawyer, "02.05.2026", ("fact-MoralDirams", "1"), ("fact-MaterialDirams", "2"));
        await lawyer.Press("Record");
        await Shows(page.Locator(".refusal"), "this claim no longer waits for a decision: decided");
        (await page.Locator("#fact-MaterialDirams").InputValueAsync()).Should().Be("2");

        await page.GotoAsync("/claims?state=paid&respondent=person");
        await Shows(page.Locator("tbody tr", new() { HasText = $"{width % 1000}.50" }), "paid 20 days after it took force");
        (await page.Locator("tbody").InnerTextAsync()).Should().NotContain("Тегох", "a list shows no names of persons");
    }

    private static async Task Next(Hand lawyer, string step, string day, params (string Field, string Text)[] typed)
    {
        await lawyer.Follow(step);
        await Fill(lawyer, day, typed);
        await Record(lawyer);
    }

    private static async Task Fill(Hand lawyer, string day, params (string Field, string Text)[] typed)
    {
        await lawyer.Type("happened-date", day);
        foreach (var (field, text) in typed)
            await lawyer.Type(field, text);
        await lawyer.Mark("source", "seen");
    }

    private static async Task Record(Hand lawyer)
    {
        await lawyer.Mark("source", "seen");
        await lawyer.Press("Record");
        await lawyer.Page.GetByText("Recorded", new() { Exact = true }).First.WaitForAsync();
    }

    private static Task Shows(ILocator place, string text) => Assertions.Expect(place.First).ToContainTextAsync(text);
}
