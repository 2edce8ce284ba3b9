using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Web.Tests.Pages;

/// <summary>Waiting in tests for what pages show.</summary>
internal static class ShownUpTo
{
    /// <summary>
    /// Waits until every read model shows the log up to a position, also while one is being built from nothing, as all are at the first start:
    /// a page would not wait for that.
    /// </summary>
    public static async Task ShowUpTo(this IProjections projections, LogPosition position, CancellationToken cancellation)
    {
        await foreach (var change in projections.Changes(cancellation))
        {
            if (change.Position >= position)
            {
                return;
            }
        }
    }

    /// <summary>Waits until no read model is being built from nothing any more.</summary>
    public static async Task Built(this IProjections projections, CancellationToken cancellation)
    {
        await foreach (var _ in projections.Changes(cancellation))
        {
            if (projections.Status.All(projection => projection.State == ProjectionState.Running))
            {
                return;
            }
        }
    }
}
