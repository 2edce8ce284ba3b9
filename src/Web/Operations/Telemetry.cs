using OpenTelemetry;
using OpenTelemetry.Resources;
using Trials.Domain;
using Trials.EventLog;
using Trials.Projections.Engine;

namespace Trials.Web.Operations;

/// <summary>Sends measurements and traces over OTLP, where the environment names a collector. Nothing in them says who or which case.</summary>
public static class Telemetry
{
    /// <summary>The standard variable that names the collector; without it nothing is sent.</summary>
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Prefix = "OTEL_";

    /// <summary>
    /// What is measured: our own instruments, and of others those whose tags hold no address of a page, no text and no name. Circuits, requests and their
    /// durations are measured by the framework itself.
    /// </summary>
    public static IReadOnlyList<string> Meters { get; } =
    [
        MeasuredLog.Name,
        ProjectionLag.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Components.Server.Circuits",
        "System.Runtime",
        "Npgsql",
    ];

    /// <summary>What is traced: our own steps. The framework's trace of a request is left out, for it holds the page's address.</summary>
    public static IReadOnlyList<string> Sources { get; } = [DecisionLoop.Name, MeasuredLog.Name];

    /// <summary>Adds the sending where the environment asks for it.</summary>
    /// <param name="builder">The application's.</param>
    /// <param name="environment">The environment's variables; those that begin with OTEL_ are taken.</param>
    public static void AddTelemetry(this WebApplicationBuilder builder, IReadOnlyDictionary<string, string?> environment)
    {
        if (string.IsNullOrWhiteSpace(environment.GetValueOrDefault(EndpointVariable)))
        {
            return;
        }

        builder.Configuration.AddInMemoryCollection(environment.Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal)));
        builder.Services.AddHostedService<LagWatch>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("trials", serviceInstanceId: Environment.MachineName).AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter([.. Meters]))
            .WithTracing(traces => traces.AddSource([.. Sources]))
            .UseOtlpExporter();
    }

    /// <summary>Measures from time to time how far the read models are behind.</summary>
    private sealed class LagWatch(ProjectionLag lag, TimeProvider time) : BackgroundService
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(Pause, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await lag.Measure(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // What is wrong with the log or the read models, those who run on them say.
                }
            }
        }
    }
}
