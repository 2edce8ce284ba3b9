using Microsoft.Playwright;
using Trials.Web.Tests.Browser;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Trials.Web.Tests.Browser;

/// <summary>
/// One Chromium for the whole test run, the one that the system installed: none is downloaded. A test takes a context
/// of its own from <see cref="NewContext"/>, so that no cookie or storage passes from one test to the next.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Without these Chromium looks for its maker's hosts while a test runs; a page can reach only the loopback address.</summary>
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ];

    /// <summary>How long something may be waited for that must come: on a machine that builds something else beside it, a page takes its time.</summary>
    private const float PatienceMilliseconds = 30_000;

    private readonly SemaphoreSlim launching = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A device of its own; closed by whoever asked for it. A browser that crashed fails the tests that used it, and no other: the next one is launched anew.</summary>
    public async Task<IBrowserContext> NewContext(BrowserNewContextOptions? options = null)
    {
        await launching.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (browser is not { IsConnected: true })
            {
                browser = await Launch();
            }
        }
        finally
        {
            launching.Release();
        }

        return await browser.NewContextAsync(options);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        playwright = await Playwright.CreateAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        launching.Dispose();
    }

    private Task<IBrowser> Launch() => playwright!.Chromium.LaunchAsync(new()
    {
        ExecutablePath = FindChromium(),
        Headless = true,
        Args = Flags,
    });

    private static string FindChromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("There is no chromium on the PATH; ./test installs it.");
}
