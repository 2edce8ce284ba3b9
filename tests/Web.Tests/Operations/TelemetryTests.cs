using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Trials.Domain;
using Trials.EventLog;
using Trials.Web.Operations;

namespace Trials.Web.Tests.Operations;

/// <summary>Measurements and traces reach a collector where the environment names one, and go nowhere where it does not.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Measurements_and_traces_go_to_the_collector_that_the_environment_names()
    {
        var received = new ConcurrentBag<(string Path, string Content)>();
        await using var collector = await Collector(received);
        await using var sender = Sender(new() { [Telemetry.EndpointVariable] = collector.Urls.Single(), ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" });
        var (meters, tracers) = (sender.Services.GetRequiredService<MeterProvider>(), sender.Services.GetRequiredService<TracerProvider>());

        await new MeasuredLog(new StubLog { Refuses = LogFailure.DiskFull }, TimeProvider.System).Append([Any()], -1, TestContext.Current.CancellationToken);
        meters.ForceFlush().Should().BeTrue();
        tracers.ForceFlush().Should().BeTrue();

        received.Should().Contain(r => r.Path == "/v1/metrics" && r.Content.Contains("trials.log.append.duration") && r.Content.Contains("disk-full"));
        received.Should().Contain(r => r.Path == "/v1/traces" && r.Content.Contains("append"));
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_made_to_send()
    {
        await using var sender = Sender([]);

        sender.Services.GetService<MeterProvider>().Should().BeNull();
    }

    private static EncodedEvent Any() => new(new("case-1"), 0, new(Guid.NewGuid()), "case-opened.v1", "{}"u8.ToArray(), "{}"u8.ToArray(), new byte[32], new byte[32]);

    private static WebApplication Sender(Dictionary<string, string?> environment)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.AddTelemetry(environment);
        return builder.Build();
    }

    private static async Task<WebApplication> Collector(ConcurrentBag<(string Path, string Content)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var content = new MemoryStream();
            await context.Request.Body.CopyToAsync(content);
            received.Add((context.Request.Path, Encoding.Latin1.GetString(content.ToArray())));
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
