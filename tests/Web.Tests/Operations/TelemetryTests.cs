using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Trials.Domain;
using Trials.EventLog;
using Trials.Projections.Engine;
using Trials.Web.Operations;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Operations;

/// <summary>Measurements and traces reach a collector where the environment names one, and go nowhere where it does not.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Measurements_and_traces_go_to_the_collector_that_the_environment_names()
    {
        var received = new ConcurrentBag<(string Path, string Content)>();
        await using var collector = await Collector(received);
        await using var sender = Sender(new() { [Telemetry.EndpointVariable] = collector.Urls.Single(), ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_EXPORTER_OTLP_HEADERS"] = "", ["OTEL_RESOURCE_ATTRIBUTES"] = "" });
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

    /// <summary>Where an instrument is renamed, whoever watches a server by the manual would watch nothing.</summary>
    [Fact]
    public async Task The_manual_names_the_measurements_that_there_are()
    {
        var offered = new ConcurrentDictionary<string, string>();
        var circuits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (Telemetry.Meters.Contains(instrument.Meter.Name))
                {
                    offered[instrument.Name] = instrument.Meter.Name;
                }

                if (instrument.Name.EndsWith(".circuit.duration", StringComparison.Ordinal))
                {
                    circuits.TrySetResult();
                }
            },
        };
        listener.Start();
        await using var application = await RunningApplication.Start(demo: false);
        application.Services.GetRequiredService<ProjectionLag>();
        await using var postgres = NpgsqlDataSource.Create("Host=127.0.0.1");

        // Circuits are measured from the first connection of a live page on.
        using var page = new ClientWebSocket();
        await page.ConnectAsync(new($"{application.Address.Replace("http", "ws", StringComparison.Ordinal)}/_blazor"), TestContext.Current.CancellationToken);
        await page.SendAsync("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        await circuits.Task.WaitAsync(TestContext.Current.CancellationToken);

        var named = Named().ToList();
        named.Should().HaveCountGreaterThan(10).And.AllSatisfy(name => offered.Keys.Should().Contain(o => name.EndsWith('*') ? o.StartsWith(name.TrimEnd('*'), StringComparison.Ordinal) : o == name, name));
        offered.Keys.Where(name => name.StartsWith("trials.", StringComparison.Ordinal)).Should().NotBeEmpty().And.BeSubsetOf(named);
        offered.Values.Distinct().Should().BeEquivalentTo(Telemetry.Meters);
    }

    /// <summary>The names in the manual's table of measurements; what begins with a dot goes on from the one before.</summary>
    private static IEnumerable<string> Named()
    {
        var table = File.ReadLines(Repository.Path("docs", "operating.md"))
            .SkipWhile(line => !line.StartsWith("| measurement", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));
        var before = "";
        foreach (var name in table.SelectMany(line => line.Split('|')[1].Split('`').Where((_, i) => i % 2 == 1)))
        {
            before = name.StartsWith('.') ? before[..before.LastIndexOf('.')] + name : name;
            yield return before;
        }
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
