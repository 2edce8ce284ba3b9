using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Web.Operations;

namespace Trials.Web.Tests.Operations;

public sealed class HealthTests
{
    private static readonly ProjectionStatus Running = new(
        ProjectionNames.Docket, "0123456789abcdef", ProjectionState.Running, new(10), new(10), null, null, null, null);

    private static readonly ProjectionStop Stop = new(
        new(8), new("petition-00000000000000000000000000000001"), 3, new(Guid.NewGuid()), "petition-forwarded.v2", "UnknownEventException");

    [Theory]
    [InlineData(ProjectionState.Running)]
    [InlineData(ProjectionState.CatchingUp)]
    [InlineData(ProjectionState.Rebuilding)]
    public async Task All_is_well_while_the_read_models_work(ProjectionState state)
    {
        var (status, health) = await Ask(Running, Running with { State = state });

        status.Should().Be(HttpStatusCode.OK);
        health.GetProperty("status").GetString().Should().Be("ok");
    }

    [Fact]
    public async Task A_read_model_that_stopped_is_named_with_the_entry_and_why()
    {
        var (status, health) = await Ask(
            Running, Running with { Name = ProjectionNames.Petitions, State = ProjectionState.Stopped, Position = new LogPosition(7), Stop = Stop });

        status.Should().Be(HttpStatusCode.ServiceUnavailable);
        health.GetProperty("status").GetString().Should().Be("degraded");
        var stopped = health.GetProperty("projections")[1];
        stopped.GetProperty("name").GetString().Should().Be(ProjectionNames.Petitions);
        stopped.GetProperty("position").GetInt64().Should().Be(7);
        var stop = stopped.GetProperty("stop");
        stop.GetProperty("wireName").GetString().Should().Be(Stop.WireName);
        stop.GetProperty("stream").GetString().Should().Be(Stop.Stream.Value);
        stop.GetProperty("reason").GetString().Should().Be(Stop.Reason);
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_no_health()
    {
        var (status, health) = await Ask(Running with { State = ProjectionState.Interrupted, Trouble = "IOException" });

        status.Should().Be(HttpStatusCode.ServiceUnavailable);
        health.GetProperty("projections")[0].GetProperty("trouble").GetString().Should().Be("IOException");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Health)> Ask(params ProjectionStatus[] all)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IProjections>(new Progress(all));
        await using var app = builder.Build();
        app.MapHealth();
        var cancellation = TestContext.Current.CancellationToken;
        await app.StartAsync(cancellation);
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri($"{app.Urls.Single()}/health"), cancellation);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation));
        return (response.StatusCode, document.RootElement.Clone());
    }
}
