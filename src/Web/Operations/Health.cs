using Trials.Projections.Engine;

namespace Trials.Web.Operations;

/// <summary>How the application does, for programs that watch it.</summary>
public static class Health
{
    /// <summary>
    /// Maps <c>/health</c>: one JSON object; 200 where all is well, also while a read model catches up or is rebuilt,
    /// else 503 with which read models are stopped or interrupted, where, and why. It holds no personal data.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", (IProjections projections) =>
        {
            var all = projections.Status;
            var isWell = all.All(projection => projection.State is not (ProjectionState.Stopped or ProjectionState.Interrupted));
            return Results.Json(
                new { status = isWell ? "ok" : "degraded", projections = all.Select(Describe) },
                statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });

    private static object Describe(ProjectionStatus projection) => new
    {
        name = projection.Name,
        state = projection.State.ToString(),
        position = projection.Position.Value,
        head = projection.Head.Value,
        rebuildPercent = projection.RebuildPercent,
        trouble = projection.Trouble,
        stop = projection.Stop is { } stop
            ? new
            {
                position = stop.Position.Value,
                stream = stop.Stream.Value,
                revision = stop.Revision,
                entry = stop.Event.Value,
                wireName = stop.WireName,
                reason = stop.Reason,
            }
            : null,
    };
}
