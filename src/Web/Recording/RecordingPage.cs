using Microsoft.AspNetCore.Components;
using Trials.Domain;

namespace Trials.Web.Recording;

/// <summary>What the pages with forms share: whoever may not record does not see the form either.</summary>
public abstract class RecordingPage : ComponentBase
{
    /// <summary>Who acts.</summary>
    [Inject]
    protected IActorSource Acting { get; set; } = null!;

    /// <summary>Goes elsewhere, or says that there is nothing.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    /// <summary>What one must be allowed to do to see this page.</summary>
    protected virtual Permission Needed => Permission.RecordProcedure;

    /// <inheritdoc/>
    protected sealed override async Task OnInitializedAsync()
    {
        if (Acting.Current?.Permissions.Contains(Needed) != true)
        {
            throw new NotPermittedException(Needed.ToString());
        }

        if (!await Load(Http.RequestAborted).ConfigureAwait(true))
        {
            Navigation.NotFound();
        }
    }

    /// <summary>Loads what the page shows; false where there is no such thing.</summary>
    protected abstract ValueTask<bool> Load(CancellationToken cancellation);
}
