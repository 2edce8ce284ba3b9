using Microsoft.Playwright;
using NodaTime;
using NodaTime.Testing;

namespace Trials.Web.Tests.Browser;

/// <summary>
/// A case from its first entry to the figures, as it is worked: a lawyer at a desk, an observer in the courtroom with a telephone. The application's
/// clock is the test's.
/// </summary>
public sealed class StoryTests(BrowserFixture browser) : InBrowser(browser), IAsyncLifetime
{
    private const string Seen = "10:51";
    private const string Noted = "two calls, ду занг 🙂 <b>in a loud voice</b>";

    /// <summary>Nine in the morning of 14 May in Dushanbe, near the end of the minute: the moment of a press is earlier than its arrival.</summary>
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 5, 14, 4, 0, 50));

    private RunningApplication application = null!;

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start(clock: clock);
        await new RecordedCase(application).Catalogues(application.Today);
        await application.Shown();
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            await application.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(Narrow, false)]
    [InlineData(Wide, false)]
    [InlineData(Wide, true)]
    public async Task A_hearing_that_opened_late_goes_from_the_courtroom_into_the_figures(int width, bool byKeyboard)
    {
        var lawyer = await Somebody(width, byKeyboard);
        var observer = await Somebody(Narrow, byKeyboard);

        var caseAddress = await OpenTheCase(lawyer);
        await PrepareTheHearing(lawyer, caseAddress);
        await Figures(lawyer, "No hearing with a recorded start");

        var hearingAddress = await WatchTheOpening(observer);
        await Figures(lawyer, "median 42 min late");
        await Report(observer);
        await HoldThePetitionOver(lawyer, caseAddress);
        await Adjourn(observer, hearingAddress);

        await CorrectTheOpening(lawyer, caseAddress);
        await Figures(lawyer, "median 37 min late");
        await ReadTheCase(lawyer.Page, caseAddress);
        await ReadThePetitions(lawyer);
    }

    private async Task<Hand> Somebody(int width, bool byKeyboard)
    {
        var page = await Visit(application.Address, width);
        return byKeyboard ? new Keyboard(page) : new Hand(page);
    }

    private static async Task<string> OpenTheCase(Hand lawyer)
    {
        await lawyer.Page.GotoAsync("/");
        await lawyer.Follow("Open a case");
        await lawyer.Type("happened-date", "04.05.2026");
        await lawyer.Choose("fact-Kind", "Criminal");
        await lawyer.Type("fact-Reference", "1-118/2026");
        await TypeArticle(lawyer);
        await Record(lawyer);
        await Shows(lawyer.Page, ".page-head .lede", "143¹");
        return new Uri(lawyer.Page.Url).AbsolutePath;
    }

    private static async Task PrepareTheHearing(Hand lawyer, string caseAddress)
    {
        await Begin(lawyer, caseAddress, "Accused joined");
        await lawyer.Type("happened-date", "04.05.2026");
        await lawyer.Type("fact-Person-new", "Сомон Раҳимов");
        await TypeArticle(lawyer);
        await Record(lawyer);

        await Begin(lawyer, caseAddress, "Round began");
        await lawyer.Type("happened-date", "05.05.2026");
        await lawyer.Choose("fact-Kind", "FirstInstance");
        await lawyer.Choose("fact-Court", "navobod");
        await Record(lawyer);

        await Begin(lawyer, caseAddress, "Panel assigned");
        await lawyer.Type("happened-date", "05.05.2026");
        await lawyer.Choose("fact-Judges-0", "saidzoda");
        await Record(lawyer);

        await Begin(lawyer, caseAddress, "Petition filed");
        await lawyer.Type("happened-date", "06.05.2026");
        await lawyer.Choose("fact-Kind", "Examination");
        await lawyer.Choose("fact-By", "Defence");
        await lawyer.Choose("fact-To", "Court");
        await lawyer.Type("fact-Text", "Экспертизаи тиббӣ.");
        await Record(lawyer);

        await Begin(lawyer, caseAddress, "Hearing scheduled");
        await lawyer.Type("happened-date", "06.05.2026");
        await lawyer.Choose("fact-Kind", "Trial");
        await lawyer.Type("fact-Date", "14.05.2026");
        await lawyer.Type("fact-Time", "10:00");
        await Record(lawyer);
    }

    private async Task<string> WatchTheOpening(Hand observer)
    {
        await observer.Page.GotoAsync("/");
        await observer.Press(observer.Page.Locator("details.acting summary"));
        await observer.Choose(observer.Page.Locator("#acting"), Acting.DemoPeople.Observer.Actor.Id.Value.ToString("N"));
        await observer.Press("Switch");
        await Shows(observer.Page, "details.acting summary", "Farrukh Nazarov");
        await observer.Press(observer.Page.Locator("main a[href^='/hearings/']").First);
        await Shows(observer.Page, ".clock", "10:00");
        var address = new Uri(observer.Page.Url).AbsolutePath;

        clock.AdvanceMinutes(102);
        await observer.Press("Court entered");
        await Shows(observer.Page, "#quick-h", "10:42");
        await Shows(observer.Page, ".held", "42 min late");
        await observer.Mark("fact-Delay", "NotExplained");
        await observer.Choose("fact-By", "Court");
        await observer.Press("Record");
        await Shows(observer.Page, ".clock", "42 min");
        await Shows(observer.Page, ".clock", "no cause given");
        return address;
    }

    private static async Task Report(Hand observer)
    {
        await observer.Press("I was let in");
        await observer.Mark("answer-StepFreeEntrance", "No");
        await observer.Mark("answer-DrinkingWater", "Yes");
        await observer.Mark("answer-Heated", "NotApplicable");
        await observer.Mark("answer-JudgeOnTelephone", "Yes");
        await observer.Press(observer.Page.Locator("#answer-JudgeOnTelephone summary"));
        await observer.Type("time-JudgeOnTelephone", Seen);
        await observer.Type("note-JudgeOnTelephone", Noted);
        await observer.Mark("answer-OthersPhonesTaken", "NotObserved");
        await observer.Press("Save");
        await Shows(observer.Page, ".savebar", "5 of 19 answered");

        await observer.Press("Submit the report…");
        await observer.Press("Submit");
        await Shows(observer.Page, "#report", "report submitted");
        await Shows(observer.Page, "#report", Noted);
    }

    private static async Task HoldThePetitionOver(Hand lawyer, string caseAddress)
    {
        await Begin(lawyer, caseAddress, "To the petition filed 6 May 2026");
        await lawyer.Follow("Record that it was held over");
        await lawyer.Type("happened-date", "14.05.2026");
        await lawyer.Type("fact-Reason", "The judge wants to hear the expert first.");
        await Record(lawyer);
        await Shows(lawyer.Page, ".page-head .state", "Held over");
    }

    private async Task Adjourn(Hand observer, string hearingAddress)
    {
        clock.AdvanceMinutes(50);
        await observer.Page.GotoAsync(hearingAddress);
        await observer.Press("Adjourned…");
        await Shows(observer.Page, "#quick-h", "11:32");
        await observer.Choose("fact-Cause", "WitnessAbsent");
        await observer.Choose("fact-By", "WitnessOrExpert");
        await observer.Type("fact-Next-date", "28.05.2026");
        await observer.Type("fact-Next-time", "11:00");
        await observer.Press("Record");
        await Shows(observer.Page, "main", "Go to the next hearing");
    }

    private static async Task CorrectTheOpening(Hand lawyer, string caseAddress)
    {
        await Settle(lawyer.Page, caseAddress);
        await lawyer.Press(lawyer.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Correct: Hearing opened") }));
        await lawyer.Type("happened-time", "10:37");
        await lawyer.Type("reason", "The clock of the telephone was five minutes fast.");
        await lawyer.Press("Record the correction");
        await Shows(lawyer.Page, ".notice.done", "Recorded");
    }

    private static async Task ReadTheCase(IPage page, string caseAddress)
    {
        await Settle(page, caseAddress + "?order=ascending");
        var opening = page.Locator(".entry", new() { HasText = "Hearing opened, 37 min late" });
        await Assertions.Expect(opening.Locator(".badge.corrected")).ToBeVisibleAsync();
        await opening.Locator(".history summary").ClickAsync();
        await Assertions.Expect(opening.Locator(".history")).ToContainTextAsync("10:42");
        await Assertions.Expect(opening.Locator(".history")).ToContainTextAsync("five minutes fast");
        foreach (var recorded in new[] { "Case opened", "Accused joined", "Round began", "Panel assigned", "Petition filed", "Petition held over", "Hearing adjourned" })
        {
            await Assertions.Expect(page.Locator(".entry", new() { HasText = recorded }).First).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("Сомон Раҳимов");
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("28 May 2026");
    }

    private static async Task ReadThePetitions(Hand lawyer)
    {
        await lawyer.Follow("Petitions");
        var row = lawyer.Page.Locator("table.register tbody tr");
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await Assertions.Expect(row).ToContainTextAsync("1-118/2026");
        await Assertions.Expect(row).ToContainTextAsync("Экспертизаи тиббӣ.");
        await Assertions.Expect(row.Locator(".state")).ToContainTextAsync("held over 1 time", new() { IgnoreCase = true });
    }

    private static async Task TypeArticle(Hand lawyer)
    {
        await lawyer.Type("fact-Articles-0-number", "143");
        await lawyer.Type("fact-Articles-0-super", "1");
        await lawyer.Type("fact-Articles-0-part", "1");
    }

    /// <summary>Goes to the case, and from there to a form.</summary>
    private static async Task Begin(Hand lawyer, string caseAddress, string link)
    {
        await Settle(lawyer.Page, caseAddress);
        await lawyer.Follow(link);
    }

    /// <summary>The case, once its live part has taken the page over.</summary>
    private static async Task Settle(IPage page, string caseAddress)
    {
        await page.GotoAsync(caseAddress);
        await page.Locator(".section-head .state.ok").WaitForAsync();
    }

    private static async Task Record(Hand lawyer)
    {
        await lawyer.Mark("source", "seen");
        await lawyer.Press("Record");
        await Shows(lawyer.Page, ".notice.done", "Recorded");
    }

    private static async Task Figures(Hand lawyer, string expected)
    {
        await lawyer.Follow("Delays");
        await Shows(lawyer.Page, "p.count", expected);
    }

    private static Task Shows(IPage page, string part, string text) => Assertions.Expect(page.Locator(part).First).ToContainTextAsync(text);
}
