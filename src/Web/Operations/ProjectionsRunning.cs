using Trials.Projections.Engine;

namespace Trials.Web.Operations;

/// <summary>Runs the read models for as long as the process serves. They are open before the first request.</summary>
public sealed class ProjectionsRunning(ProjectionEngine engine) : BackgroundService
{
    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await engine.Open(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => engine.Run(stoppingToken);
}
