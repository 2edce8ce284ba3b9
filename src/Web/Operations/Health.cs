using Trials.Projections.Engine;

namespace Trials.Web.Operations;

/// <summary>How the application does, for programs that watch it.</summary>
public static class Health
{
    /// <summary>
    /// Maps <c>/health/live</c>, which answers for as long as the process does, and <c>/health/ready</c>: 200 where it can do its work, else 503 with which part
    /// of it cannot and why. A node that takes no part in a service must still be watched: ready says nothing about other nodes.
    /// </summary>
    public static void MapReadiness(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { status = "ok" }));
        routes.MapGet("/health/ready", async (Readiness readiness, IProjections projections, CancellationToken cancellation) =>
        {
            var report = await readiness.Now(cancellation);
            return Results.Json(
                new
                {
                    status = report.IsReady ? "ready" : "not-ready",
                    log = report.Log,
                    recording = report.Recording,
                    keys = report.Keys,
                    readModels = report.ReadModels,
                    projections = projections.Status.Where(p => p.State != ProjectionState.Running).Select(Describe),
                },
                statusCode: report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }

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
