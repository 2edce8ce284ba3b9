using Microsoft.AspNetCore.Components.Endpoints;
using Trials.Projections.Engine;

namespace Trials.Web.Recording;

/// <summary>What became of waiting for an entry to be shown.</summary>
public enum Freshness
{
    /// <summary>Nothing was waited for.</summary>
    NotAsked,

    /// <summary>The page shows the entry.</summary>
    Shown,

    /// <summary>The entry is recorded, and the page does not show it yet.</summary>
    NotYetShown,

    /// <summary>Nothing was recorded, because it was so already.</summary>
    Unchanged,
}

/// <summary>Lets a page that follows a form wait until the read models show what was recorded, two seconds at most.</summary>
public static class WaitingPages
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(2);
    private static readonly object Key = new();

    /// <summary>Waits before the page is made; what became of it also holds for a page that is shown in its place.</summary>
    public static void UseWaitingPages(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsOfReadModels(context) && !context.Items.ContainsKey(Key))
        {
            context.Items[Key] = await Wait(context).ConfigureAwait(false);
        }

        await next(context).ConfigureAwait(false);
    });

    /// <summary>What became of it.</summary>
    public static Freshness FreshnessOf(HttpContext context) => context.Items.TryGetValue(Key, out var freshness) ? (Freshness)freshness! : Freshness.NotAsked;

    /// <summary>Pages and tables wait; style sheets, scripts and what tells how the application does wait for nothing.</summary>
    private static bool IsOfReadModels(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null || context.Request.Path.Value!.EndsWith(".csv", StringComparison.Ordinal));

    private static async ValueTask<Freshness> Wait(HttpContext context)
    {
        var projections = context.RequestServices.GetRequiredService<IProjections>();
        var (asked, carried) = (ShownAt.Of(context.Request), CarriedPosition.Of(context.Request));
        if (asked is { } recorded && !(carried >= recorded))
        {
            // An older one, of a page that is shown again, does not take the place of what was recorded since.
            CarriedPosition.Carry(context, recorded);
            carried = recorded;
        }

        var isAllShown = carried is not { } newest || await projections.WaitFor(newest, AtMost, context.RequestAborted).ConfigureAwait(false);
        if (asked is not { } position)
        {
            return ShownAt.IsUnchanged(context.Request) ? Freshness.Unchanged : Freshness.NotAsked;
        }

        return isAllShown || await projections.WaitFor(position, TimeSpan.Zero, context.RequestAborted).ConfigureAwait(false) ? Freshness.Shown : Freshness.NotYetShown;
    }
}
