using Microsoft.Playwright;

namespace Trials.Web.Tests.Browser;

/// <summary>How somebody works a page: with a pointer or a finger.</summary>
internal class Hand(IPage page)
{
    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>Follows a link, presses a button, opens what is folded away.</summary>
    public virtual Task Press(ILocator target) => target.ClickAsync();

    /// <summary>Types into a field in the place of what stood there.</summary>
    public virtual Task Type(ILocator field, string text) => field.FillAsync(text);

    /// <summary>Chooses from a list, by the value that is sent.</summary>
    public virtual Task Choose(ILocator list, string value) => list.SelectOptionAsync(value);

    /// <summary>Marks one of several, or ticks a box; where its words lie over it, it is they that are hit.</summary>
    public virtual Task Mark(ILocator choice) => choice.CheckAsync(new() { Force = true });

    /// <summary>Follows a link of the page by its words.</summary>
    public Task Follow(string link) => Press(page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);

    /// <summary>Presses a button of the page by its words.</summary>
    public Task Press(string button) => Press(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    /// <summary>Types into the field with a name.</summary>
    public Task Type(string field, string text) => Type(Named(field), text);

    /// <summary>Chooses from the list with a name.</summary>
    public Task Choose(string list, string value) => Choose(Named(list), value);

    /// <summary>Marks a choice of a name.</summary>
    public Task Mark(string name, string value) => Mark(page.Locator($"main input[name='{name}'][value='{value}']"));

    private ILocator Named(string name) => page.Locator($"main [name='{name}']");
}

/// <summary>Somebody who uses no pointer: every target is reached with the tabulator, in the order in which the page offers them.</summary>
internal sealed class Keyboard(IPage page) : Hand(page)
{
    private const int MostStops = 400;
    private const string IsReached =
        "target => target === document.activeElement || (target.type === 'radio' && document.activeElement.name === target.name && document.activeElement.form === target.form)";

    /// <inheritdoc/>
    public override async Task Press(ILocator target)
    {
        await Reach(target);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <inheritdoc/>
    public override async Task Type(ILocator field, string text)
    {
        await Reach(field);
        if (await field.GetAttributeAsync("type") == "time")
        {
            // The field goes on to the next part by itself: hours, minutes, and in some locales the half of the day, before noon here.
            await Page.Keyboard.TypeAsync(text.Replace(":", "", StringComparison.Ordinal) + "a");
        }
        else
        {
            await Page.Keyboard.PressAsync("Control+A");
            await Page.Keyboard.TypeAsync(text);
        }

        (await field.InputValueAsync()).Should().Be(text);
    }

    /// <inheritdoc/>
    public override async Task Choose(ILocator list, string value)
    {
        await Reach(list);
        var steps = await list.EvaluateAsync<int>("(list, value) => Array.from(list.options).findIndex(option => option.value === value) - list.selectedIndex", value);
        for (var step = 0; step < Math.Abs(steps); step++)
        {
            await Page.Keyboard.PressAsync(steps > 0 ? "ArrowDown" : "ArrowUp");
        }

        (await list.InputValueAsync()).Should().Be(value);
    }

    /// <inheritdoc/>
    public override async Task Mark(ILocator choice)
    {
        await Reach(choice);
        for (var step = 0; step < MostStops && !await choice.EvaluateAsync<bool>("choice => choice === document.activeElement"); step++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }

        if (!await choice.IsCheckedAsync())
        {
            await Page.Keyboard.PressAsync("Space");
        }

        (await choice.IsCheckedAsync()).Should().BeTrue();
    }

    private async Task Reach(ILocator target)
    {
        await target.WaitForAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await target.EvaluateAsync<bool>(IsReached))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"The tabulator does not reach {target}.");
    }
}
