using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Trials.Web.Acting;

namespace Trials.Web.Tests.Browser;

/// <summary>
/// What tests in a browser share. Each visitor has a device of their own; whatever the browser reports of a page, an error of a script or something
/// that the content security policy forbade, fails the test at its end.
/// </summary>
public abstract class InBrowser(BrowserFixture browser) : IAsyncDisposable
{
    /// <summary>The width of an old laptop's screen, in CSS pixels.</summary>
    public const int Wide = 1280;

    /// <summary>The width of a telephone.</summary>
    public const int Narrow = 390;

    /// <summary>
    /// Asks a page itself, with options that say which rules. The library's own way opens a second page for each that is asked, and takes ten times as
    /// long. Nothing is fetched for it: no rule of ours looks into style sheets or sounds.
    /// </summary>
    private const string Inspect =
        """
        options => axe.run(document, { resultTypes: ['violations'], preload: false, iframes: false, ...options }).then(result =>
            result.violations.map(violation => `${violation.id}: ${violation.nodes.map(node => node.html).join(' ')}`))
        """;

    /// <summary>Whether words can be told from what they stand on: the same in every language, and the dearest question of all.</summary>
    private const string Contrast = "color-contrast";

    private const string Excess = "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly ConcurrentQueue<string> faults = [];
    private readonly List<IBrowserContext> devices = [];
    private string[] accepted = [];

    public static TheoryData<string> Languages => new(Language.All.Select(language => language.Code));

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var device in devices)
        {
            await device.CloseAsync();
        }

        GC.SuppressFinalize(this);
        faults.Should().BeEmpty();
    }

    /// <summary>Somebody's device, with an empty page of the application.</summary>
    /// <param name="site">Where the application is served.</param>
    /// <param name="width">How wide the screen is, in CSS pixels.</param>
    /// <param name="language">The language chosen.</param>
    /// <param name="actor">Who acts; null for whoever is offered first.</param>
    /// <param name="script">Whether the browser runs scripts.</param>
    private protected async Task<IPage> Visit(string site, int width = Wide, string language = "en", KnownActor? actor = null, bool script = true)
    {
        var device = await browser.NewContext(new()
        {
            BaseURL = site,
            ViewportSize = new() { Width = width, Height = HeightOf(width) },
            Locale = "en-GB",
            JavaScriptEnabled = script,
        });
        devices.Add(device);
        await device.AddCookiesAsync([new() { Name = "language", Value = language, Url = site }]);
        if (actor is not null)
        {
            await ActAs(device, site, actor);
        }

        var page = await device.NewPageAsync();
        page.Console += (_, message) => Report(message.Type == "error" ? message.Text : null);
        page.PageError += (_, error) => Report(error);
        return page;
    }

    /// <summary>From the next page on somebody else acts on this device.</summary>
    private protected static Task ActAs(IBrowserContext device, string site, KnownActor actor) =>
        device.AddCookiesAsync([new() { Name = "acting", Value = actor.Actor.Id.Value.ToString("N"), Url = site }]);

    /// <summary>
    /// Waits until a page of the application has come, whatever follows its path. Asked again and again: <c>WaitForURLAsync</c> looks once and then waits
    /// for a message, which it misses where the page comes between the two.
    /// </summary>
    private protected static Task Arrive(IPage page, string path) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex($"^http://[^/]+{Regex.Escape(path)}([?#].*)?$"));

    /// <summary>Whatever the browser reports that contains one of these is expected, such as that a form was answered with a refusal.</summary>
    private protected void Accept(params string[] parts) => accepted = parts;

    /// <summary>From the next page on, pages can be asked for their <see cref="Barriers"/>.</summary>
    private protected static Task BringInspector(IPage page) => page.AddInitScriptAsync(Axe);

    /// <summary>What is wrong with a page for somebody who cannot see it, uses no mouse, or has a screen of this width; empty for nothing.</summary>
    private protected static Task<IReadOnlyList<string>> Barriers(IPage page, int width) => Ask(page, width, new { });

    /// <summary>The same but for <see cref="Contrast"/>.</summary>
    private protected static Task<IReadOnlyList<string>> BarriersOfWords(IPage page, int width) =>
        Ask(page, width, new { rules = new Dictionary<string, object> { [Contrast] = new { enabled = false } } });

    /// <summary>Only <see cref="Contrast"/>, and whether the page is too wide.</summary>
    private protected static Task<IReadOnlyList<string>> BarriersOfColours(IPage page, int width) => Ask(page, width, new { runOnly = new[] { Contrast } });

    /// <summary>Whether a page is wider than a screen of this width; empty where it fits.</summary>
    private protected static async Task<IReadOnlyList<string>> Overflow(IPage page, int width)
    {
        if (page.ViewportSize!.Width != width)
        {
            await page.SetViewportSizeAsync(width, HeightOf(width));
        }

        var excess = await page.EvaluateAsync<int>(Excess);
        return excess == 0 ? [] : [At(page, width, $"{excess} pixels too wide")];
    }

    private static async Task<IReadOnlyList<string>> Ask(IPage page, int width, object options)
    {
        var overflow = await Overflow(page, width);
        var found = await page.EvaluateAsync<string[]>(Inspect, options);
        return [.. overflow, .. found.Select(barrier => At(page, width, barrier))];
    }

    private static string At(IPage page, int width, string barrier) => $"{new Uri(page.Url).PathAndQuery} at {width}: {barrier}";

    private static int HeightOf(int width) => width == Narrow ? 844 : 900;

    private void Report(string? fault)
    {
        if (fault is not null && !accepted.Any(part => fault.Contains(part, StringComparison.Ordinal)))
        {
            faults.Enqueue(fault);
        }
    }
}
