using Microsoft.Playwright;
using Trials.Web.Acting;

namespace Trials.Web.Tests.Browser;

/// <summary>The hotline rings: what is told is written down as it comes, on a telephone's screen; then what was done about it.</summary>
public sealed partial class DaysTests
{
    private const string LeadsOfTheYear = "/activities?year=2026&kind=mediaLead";

    [Fact]
    public async Task A_documentation_specialist_receives_a_call_in_whatever_order_it_comes_helps_and_follows_a_media_lead()
    {
        var specialist = new Hand(await Visit(Address, Narrow, actor: DemoPeople.Documentalist));
        var page = specialist.Page;
        await page.GotoAsync("/");
        await specialist.Follow("Applications");
        await specialist.Follow("Receive an application");
        await page.Locator("#application-incident-told form").WaitForAsync();

        // What happened comes first; a note is begun and stays while other parts are recorded.
        await specialist.Type(page.Locator("#application-victim-named [name='fact-Age']"), "17");
        await Tell(specialist, "application-incident-told", "Beating",
            ("happened-date", "11.05.2026"), ("fact-Region", "khatlon"), ("fact-Acts-0", "5-0301"), ("fact-Purposes-0", "confession"), ("fact-Against-0", "moi"), ("fact-Text", "Дар шуъба лату кӯб карданд."));
        await Assertions.Expect(page.Locator("#application-victim-named [name='fact-Age']")).ToHaveValueAsync("17");
        await Tell(specialist, "application-victim-named", "Age at the incident: 17", ("fact-Person-new", "Райҳон Сохтаев"), ("fact-Sex", "Male"));
        await Tell(specialist, "application-applicant-named", "mother or father", ("fact-Person-new", "Сунбул Вымышленная"), ("fact-Sex", "Female"), ("fact-Relation", "Parent"));
        await Open(specialist, page.Locator("#application-consent-given"));
        foreach (var scope in new[] { "Record", "Refer", "Statistics" })
        {
            await specialist.Mark(page.Locator($"#application-consent-given [name='fact-Scopes'][value='{scope}']"));
        }

        await Tell(specialist, "application-consent-given", "referral to those who help", ("fact-Giver", "Applicant"));
        await Tell(specialist, "application-received", "D-1/2026", ("fact-Number", "D-1/2026"), ("fact-Channel", "Hotline"), ("fact-Region", "khatlon"));

        await specialist.Follow("To the application");
        await Shows(page, "h1", "D-1/2026");
        await Shows(page, "dl.facts", "Райҳон Сохтаев, 17 years old");
        await Shows(page.Locator("section", new() { HasText = "Only what a person confirmed is counted" }).Locator("tbody tr"), "Blows");
        var application = new Uri(page.Url).AbsolutePath;

        await Step(specialist, application, "Referred", ("fact-To", "Rehabilitation"));
        await Advise(specialist, application);
        await FollowALead(specialist);

        await page.GotoAsync("/annual?year=2026");
        await Shows(page, "[aria-labelledby=regions] tbody tr", "Documented");
        await Shows(page, "[aria-labelledby=people]", "Concerning minors");
        await Shows(page.Locator("[aria-labelledby=acts] tr"), "Beating");
        await Shows(page.Locator("[aria-labelledby=leads] tr"), "Help declined");

        // Consent is taken back: from then on no figure counts it, and its file stays.
        await Withdraw(specialist, application);
        await page.GotoAsync("/annual?year=2026");
        await Shows(page.Locator("[aria-labelledby=acts]"), "not recorded");
        await specialist.Press(page.Locator("[aria-labelledby=consent] a").First);
        await Shows(page, "table.register tbody", "D-1/2026");
    }

    /// <summary>Records one part of the call, on the page that stays.</summary>
    private static async Task Tell(Hand specialist, string part, string shown, params (string Name, string Value)[] fields)
    {
        var section = specialist.Page.Locator($"#{part}");
        var form = await Open(specialist, section);
        await Fill(specialist, form, fields);
        await specialist.Press(form.Locator("button.primary[type=submit]"));
        await Shows(section.Locator(".entries"), shown);
    }

    /// <summary>The form of a part, which is folded away where it does not come first in a call.</summary>
    private static async Task<ILocator> Open(Hand specialist, ILocator section)
    {
        var form = section.Locator("form");
        if (!await form.IsVisibleAsync())
        {
            await specialist.Press(section.Locator("details.more summary").First);
        }

        return form;
    }

    private static async Task Step(Hand specialist, string application, string link, params (string Name, string Value)[] fields)
    {
        await specialist.Page.GotoAsync(application);
        await specialist.Follow(link);
        await specialist.Type("happened-date", "14.05.2026");
        await Fill(specialist, specialist.Page.Locator("main form"), fields);
        await specialist.Mark("source", "seen");
        await specialist.Press("Record");
        await Shows(specialist.Page, ".notice.done", "Recorded");
    }

    private static async Task Withdraw(Hand specialist, string application)
    {
        await specialist.Page.GotoAsync(application);
        await specialist.Follow("Consent withdrawn");
        await specialist.Type("happened-date", "14.05.2026");
        await specialist.Mark(specialist.Page.Locator("main [name='fact-Scopes'][value='Statistics']"));
        await specialist.Choose("fact-Giver", "Applicant");
        await specialist.Mark("source", "seen");
        await specialist.Press("Record");
        await Shows(specialist.Page, ".notice.done", "Recorded");
    }

    /// <summary>An advice that belongs to the application.</summary>
    private static async Task Advise(Hand specialist, string application)
    {
        await specialist.Page.GotoAsync(application);
        await specialist.Follow("Record an activity");
        await specialist.Type("happened-date", "14.05.2026");
        await Fill(specialist, specialist.Page.Locator("main form"), ("fact-Kind", "OralAdvice"), ("fact-To", "Relative"), ("fact-Text", "Advised to see a doctor today."));
        await specialist.Mark("source", "seen");
        await specialist.Press("Record");
        await Shows(specialist.Page, "h1", "D-1/2026");
        await Shows(specialist.Page, "main", "Oral advice");
    }

    /// <summary>A report in the news: what became of it is recorded later.</summary>
    private static async Task FollowALead(Hand specialist)
    {
        var page = specialist.Page;
        await specialist.Follow("Activities");
        await specialist.Follow("Record an activity");
        await specialist.Type("happened-date", "12.05.2026");
        await Fill(specialist, page.Locator("main form"), ("fact-Kind", "MediaLead"), ("fact-Region", "soghd"), ("fact-To", "Media"), ("fact-Text", "Видео в сети (вымышлено)."));
        await specialist.Mark("source", "seen");
        await specialist.Press("Record");
        await Shows(page, "h1", "Media lead");
        await specialist.Follow("Record what became of it");
        await specialist.Type("happened-date", "14.05.2026");
        await specialist.Choose("fact-Outcome", "AidDeclined");
        await specialist.Mark("source", "seen");
        await specialist.Press("Record");
        await Shows(page, "dl.facts", "Help declined");
        await page.GotoAsync(LeadsOfTheYear);
        await Shows(page.Locator("table.register tbody tr"), "Help declined");
    }
}
