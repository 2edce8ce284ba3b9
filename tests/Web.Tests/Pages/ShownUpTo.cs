using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Web.Tests.Pages;

/// <summary>Waiting in tests for what pages show.</summary>
internal static class ShownUpTo
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Waits until every read model shows the log up to a position, also while one is being built from nothing, as all are at the first start:
    /// a page would not wait for that.
    /// </summary>
    public static Task ShowUpTo(this IProjections projections, LogPosition position, CancellationToken cancellation) =>
        projections.Until(change => change.Position >= position, cancellation);

    /// <summary>Waits until no read model is being built from nothing any more.</summary>
    public static Task Built(this IProjections projections, CancellationToken cancellation) =>
        projections.Until(_ => projections.Status.All(projection => projection.State == ProjectionState.Running), cancellation);

    /// <summary>Waits for something to be so; fails, saying how the read models stand, where it never is.</summary>
    public static async Task Until(this IProjections projections, Predicate<ProjectionChange> reached, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await foreach (var change in projections.Changes(patience.Token))
            {
                if (reached(change))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The read models do not get there: {string.Join("; ", projections.Status)}");
        }
    }
}
