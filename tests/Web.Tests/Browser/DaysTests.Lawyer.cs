using System.Text;
using Microsoft.Playwright;
using Trials.Web.Acting;

namespace Trials.Web.Tests.Browser;

/// <summary>A case from the complaint to the retrial, recorded at a desk from copies of papers.</summary>
public sealed partial class DaysTests
{
    private const string Reference = "1-500/2025";

    [Fact]
    public async Task A_lawyer_tells_a_case_from_two_refusals_to_a_retrial_and_timeline_docket_and_durations_agree()
    {
        var lawyer = new Hand(await Visit(Address, actor: DemoPeople.Lawyer));
        var page = lawyer.Page;
        await page.GotoAsync("/cases/new");
        await On(lawyer, "09.01.2025", ("fact-Kind", "Criminal"), ("fact-Reference", Reference), ("fact-Articles-0-number", "143"), ("fact-Articles-0-super", "1"), ("fact-Articles-0-part", "2"));
        await Shows(page, "h1", Reference);
        var story = new Uri(page.Url).AbsolutePath;

        await Tell(lawyer, story, "case-complaint-lodged", "10.01.2025", ("fact-About", "Torture"), ("fact-By", "VictimSide"), ("fact-Body", "general-prosecutor"));
        foreach (var (refused, aside) in new[] { ("20.01.2025", "09.02.2025"), ("01.03.2025", "31.03.2025") })
        {
            await Tell(lawyer, story, "case-opening-refused", refused, ("fact-Ground", "NoElements"), ("fact-Body", "general-prosecutor"));
            await Tell(lawyer, story, "case-refusal-set-aside", aside, ("fact-Court", site.Court));
        }

        await Tell(lawyer, story, "case-appeal-given-up", "02.03.2025", ("fact-By", "VictimSide"), ("fact-Why", "Fear"));
        await Tell(lawyer, story, "case-round-began", "07.04.2025", ("fact-Kind", "Investigation"));
        await Accuse(lawyer, story, "Қаҳрабо Сангин", "2");
        await Accuse(lawyer, story, "Исфанд Дашти", "3");
        await Tell(lawyer, story, "petition-filed", "20.04.2025", ("fact-Kind", "InvestigativeAction"), ("fact-By", "VictimSide"), ("fact-To", "Investigator"), ("fact-Text", "Опознание."));
        await Tell(lawyer, story, "case-indicted", "10.05.2025", ("fact-Court", site.Court));
        await Tell(lawyer, story, "case-round-began", "20.05.2025", ("fact-Kind", "FirstInstance"), ("fact-Court", site.Court));
        await Tell(lawyer, story, "case-returned", "10.06.2025", ("fact-To", "Prosecutor"));
        await Tell(lawyer, story, "case-round-began", "20.07.2025", ("fact-Kind", "FirstInstance"), ("fact-Court", site.Court));
        await Judge(lawyer, story, "01.10.2025", "Қаҳрабо Сангин", "Convicted", months: 120);
        await Judge(lawyer, story, "01.10.2025", "Исфанд Дашти", "Acquitted", months: null);
        await Tell(lawyer, story, "case-appeal-lodged", "08.10.2025", ("fact-By", "VictimSide"), ("fact-Against", "Acquittal"));
        await Tell(lawyer, story, "case-round-began", "01.11.2025", ("fact-Kind", "Appeal"));
        await Tell(lawyer, story, "case-appeal-decided", "27.11.2025", ("fact-Of", "3"), ("fact-Outcome", "Quashed"));
        await Tell(lawyer, story, "case-remitted", "27.11.2025", ("fact-For", "NewTrial"), ("fact-Court", site.Court));
        await Tell(lawyer, story, "case-round-began", "15.12.2025", ("fact-Kind", "Retrial"), ("fact-Court", site.Court));
        await Judge(lawyer, story, "16.03.2026", "Қаҳрабо Сангин", "Convicted", months: 96);
        await InForceFromACopy(lawyer, story);
        await TheClaim(lawyer, story);

        await TheDocket(page, story);
        await TheTimeline(page, story);
        await TheDurations(page);
        await page.GotoAsync("/petitions?state=disregarded");
        await Shows(page.Locator("table.register tbody tr", new() { HasText = Reference }), "20");
        await page.GotoAsync("/cases?q=" + Uri.EscapeDataString(Reference));
        await Shows(page, "table.register tbody tr", Reference);
    }

    /// <summary>One entry of the case, from its form.</summary>
    private static async Task Tell(Hand lawyer, string story, string fact, string day, params (string Name, string Value)[] fields)
    {
        await lawyer.Page.GotoAsync($"{story}/record/{fact}");
        await On(lawyer, day, fields);
    }

    private static async Task On(Hand lawyer, string day, params (string Name, string Value)[] fields)
    {
        await lawyer.Type("happened-date", day);
        await Fill(lawyer, lawyer.Page.Locator("main form"), fields);
        await lawyer.Mark("source", "seen");
        await lawyer.Press("Record");
        await Shows(lawyer.Page, ".notice.done", "Recorded");
    }

    private static Task Accuse(Hand lawyer, string story, string name, string part) => Tell(
        lawyer, story, "case-charge-brought", "08.04.2025",
        ("fact-Person-new", name), ("fact-Article-number", "143"), ("fact-Article-super", "1"), ("fact-Article-part", part), ("fact-Committed", "05.01.2025"));

    private static async Task Judge(Hand lawyer, string story, string day, string name, string outcome, int? months)
    {
        await lawyer.Page.GotoAsync($"{story}/record/case-accused-judged");
        await lawyer.Page.Locator("main [name='fact-Person']").SelectOptionAsync(new SelectOptionValue { Label = name });
        await On(
            lawyer, day,
            [
                ("fact-Counts-0-charged-number", "143"), ("fact-Counts-0-charged-super", "1"), ("fact-Counts-0-charged-part", "2"), ("fact-Counts-0-outcome", outcome),
                .. months is { } term ? [("fact-TermMonths", $"{term}"), ("fact-Regime", "Strict")] : Array.Empty<(string, string)>(),
            ]);
    }

    /// <summary>That the judgment took force is known from a copy, whose file is kept with the entry.</summary>
    private static async Task InForceFromACopy(Hand lawyer, string story)
    {
        var page = lawyer.Page;
        await page.GotoAsync($"{story}/record/case-judgment-in-force");
        await lawyer.Type("happened-date", "01.04.2026");
        await lawyer.Mark("source", "document");
        await Fill(lawyer, page.Locator("main form"), ("source-number", "1-77/2026"), ("source-date", "01.04.2026"));
        await page.Locator("#source-file").SetInputFilesAsync(new FilePayload { Name = "copy.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("%PDF-1.7 a copy") });
        await lawyer.Press("Record");
        await Shows(page, ".notice.done", "Recorded");
        await Shows(page.Locator(".entry", new() { HasText = "Judgment took force" }), "1-77/2026");
        await Assertions.Expect(page.Locator(".entry a[download]")).ToHaveCountAsync(1);
    }

    /// <summary>A claim in the case, from its filing to the first instalment.</summary>
    private static async Task TheClaim(Hand lawyer, string story)
    {
        var page = lawyer.Page;
        await Tell(
            lawyer, story, "claim-filed", "20.01.2026",
            ("fact-Claimants-0-new", "Марҷон Обчакорӣ"), ("fact-Respondents-0-authority", "moi"), ("fact-Respondents-0-capacity", "ForItsOfficial"),
            ("fact-MoralDirams", "70000"), ("fact-MaterialDirams", "1500"), ("fact-Law", "NewCivilCode"), ("fact-Ground", "Torture"));
        var link = page.Locator("section:has(#claims-h) tbody th a").First;
        var claim = (await link.GetAttributeAsync("href"))!;
        await lawyer.Press(link);
        await Arrive(page, claim);
        await Tell(lawyer, claim, "claim-decided", "16.03.2026", ("fact-MoralDirams", "30000"), ("fact-MaterialDirams", "0"));
        await Tell(lawyer, claim, "claim-writ-issued", "10.04.2026", ("fact-Number", "ВИ-500"));
        await Tell(lawyer, claim, "claim-paid", "20.04.2026", ("fact-AmountDirams", "12000"));
        await Shows(page, "h1 + .lede", "Awarded, paid in part");
        await page.GotoAsync("/claims?state=owed");
        await Shows(page.Locator("table.register tbody tr", new() { HasText = Reference }), "18\u00a0000");
    }

    private static async Task TheDocket(IPage page, string story)
    {
        await page.GotoAsync(story);
        var rounds = page.Locator("[aria-labelledby='rounds-h'] tbody tr");
        string[] results =
        [
            "indictment sent to court, 10 May 2025", "returned to the prosecutor, 10 Jun 2025", "quashed in round 4", "sent back for a new trial", "in force since 1 Apr 2026",
        ];
        await Assertions.Expect(rounds).ToContainTextAsync(results);
        await Shows(page.Locator("section[aria-labelledby='accused-h'] li", new() { HasText = "Round 3" }), "quashed");
        await Shows(page.Locator("section[aria-labelledby='accused-h'] li", new() { HasText = "Round 5" }), "96 months: strict regime in force");
        await Assertions.Expect(page.Locator("section[aria-labelledby='accused-h'] h3")).ToHaveCountAsync(2);
    }

    private static async Task TheTimeline(IPage page, string story)
    {
        await page.GotoAsync(story + "?order=ascending");
        var titles = (await page.Locator(".entry h4").AllInnerTextsAsync()).ToList();
        string[] told =
        [
            "Complaint lodged", "Opening of a criminal case refused", "Refusal to open set aside", "Further appeal given up", "Petition filed", "Case returned", "Judgment on an accused",
            "Appeal decided: quashed", "Case sent back", "Round began: retrial", "Claim brought", "Claim decided", "Judgment took force", "Writ of execution issued", "Payment on the claim",
        ];
        told.Select(one => titles.FindIndex(title => title.StartsWith(one, StringComparison.Ordinal))).Should().BeInAscendingOrder().And.NotContain(-1);
        await Shows(page.Locator(".scale"), "20 days, no decision");
    }

    private static async Task TheDurations(IPage page)
    {
        foreach (var (from, to, days) in new[]
        {
            ("case-opening-refused", "case-refusal-set-aside", new[] { "20", "30" }),
            ("case-returned", "case-accused-judged", ["113"]),
            ("case-appeal-lodged", "case-appeal-decided", ["50"]),
        })
        {
            await page.GotoAsync($"/durations?from={from}&to={to}");
            var rows = page.Locator("tbody tr", new() { HasText = Reference }).Locator("td:last-child");
            (await rows.AllInnerTextsAsync()).Should().BeEquivalentTo(days, $"{from} to {to}");
        }
    }
}
