using Microsoft.Playwright;

namespace Trials.Web.Tests.Browser;

/// <summary>
/// A working day of each of those for whom the application is made, in a browser, over the invented record of the demonstration: of a documentation
/// specialist, of a lawyer, of an analyst. What one day adds, no other counts.
/// </summary>
public sealed partial class DaysTests(BrowserFixture browser, InventedSite site) : InBrowser(browser), IClassFixture<InventedSite>
{
    private string Address => site.Application.Address;

    private static Task Shows(ILocator part, string text) => Assertions.Expect(part.First).ToContainTextAsync(text);

    private static Task Shows(IPage page, string part, string text) => Shows(page.Locator(part), text);

    /// <summary>Fills the fields of a form by their names: chooses in lists, types into the others.</summary>
    private static async Task Fill(Hand somebody, ILocator form, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            var field = form.Locator($"[name='{name}']");
            if (await field.First.EvaluateAsync<string>("field => field.tagName") == "SELECT")
            {
                await somebody.Choose(field, value);
            }
            else
            {
                await somebody.Type(field, value);
            }
        }
    }
}
