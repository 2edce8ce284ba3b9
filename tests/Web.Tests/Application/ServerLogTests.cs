using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Trials.Domain;
using Trials.EventLog.Tests.EventStoreDb.Double;
using Trials.Projections.Engine;
using Trials.Web.Operations;
using Trials.Web.Recording;
using Trials.Web.Tests.Browser;
using Trials.Web.Tests.Pages;
using Trials.Web.Tests.Verbs;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Application;

/// <summary>The application with its events on a server: what it does while that is away, and afterwards.</summary>
public sealed class ServerLogTests : IAsyncLifetime
{
    private FakeServer server = null!;
    private RunningApplication application = null!;
    private Visitor visitor = null!;

    private IProjections Projections => application.Services.GetRequiredService<IProjections>();

    public async ValueTask InitializeAsync()
    {
        server = await FakeServer.Start();
        application = await RunningApplication.Start(demo: false, server: server.Settings with { Credentials = new("trials", "sesame") });
        visitor = new Visitor(application.Address);
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await application.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task While_the_server_is_away_reading_goes_on_recording_says_so_and_all_heals_by_itself()
    {
        var before = await visitor.Send(await visitor.Get(RecordAddress.NewCase), Opening("1-1/2026"));
        (await visitor.Get(before.Address!)).Text("h1").Should().Contain("1-1/2026");
        var entry = (await application.Services.GetRequiredService<IEventLog>().ReadAll(LogPosition.Start, TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken)).Event;
        (await visitor.Get(RecordAddress.Correct(entry.Stream, entry.Id))).Value("fact-Reference").Should().Be("1-1/2026");
        var form = await visitor.Get(RecordAddress.NewCase);
        var fields = Visitor.Fill(form.Form, [.. Opening("1-2/2026"), ("fact-Note", "Kept")]);
        await server.Stop();

        var refused = await visitor.Post(form, fields);
        refused.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        refused.Text(".refusal h2").Should().Be("Not recorded: the record cannot be written at this moment");
        refused.Value("fact-Note").Should().Be("Kept");
        refused.Value("command").Should().Be(form.Value("command"));
        await Until(ProjectionState.Interrupted);
        (await visitor.Get("/health")).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await visitor.Get("/health/live")).Status.Should().Be(HttpStatusCode.OK);
        var unready = await visitor.Get("/health/ready");
        unready.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        unready.Html.Should().Contain("\"log\":\"unreachable\"").And.Contain("\"recording\":\"unavailable\"").And.Contain("\"keys\":\"ok\"");
        (await visitor.Get("/cases")).Html.Should().Contain("1-1/2026");
        var operations = await visitor.Get("/operations");
        operations.Status.Should().Be(HttpStatusCode.OK);
        operations.Html.Should().Contain("does not answer").And.NotContain("sesame");

        await server.StartAgain();
        var sent = await visitor.Post(refused, fields);
        sent.Status.Should().Be(HttpStatusCode.Found);
        await Until(ProjectionState.Running);
        (await visitor.Get(sent.Address!)).Text("h1").Should().Contain("1-2/2026");
        (await visitor.Get("/health/ready")).Status.Should().Be(HttpStatusCode.OK);
        server.Store.All().Count(e => e.Type == "case-opened.v1").Should().Be(2);
    }

    [Fact]
    public async Task A_page_that_is_made_of_the_log_says_why_it_cannot_be_made()
    {
        var stream = StreamName.Of(new CaseId(Guid.NewGuid()));
        await server.Stop();

        var page = await visitor.Get(RecordAddress.Correct(stream, new(Guid.NewGuid())));

        page.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        page.Text("h1").Should().Be("The record cannot be reached");
    }

    [Fact]
    public async Task A_record_is_served_only_from_the_log_that_holds_it_and_with_its_keys()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        await using (OpenRecord.ToWrite(folder.Path))
        {
        }

        var empty = await FakeServer.Start();
        await using var closing = empty;
        var uncopied = await Serve(folder, empty);
        await visitor.Send(await visitor.Get(RecordAddress.NewCase), Opening("1-1/2026"));
        var withoutKeys = await Serve(other, server);
        ReadModelsOrigin.Note(folder.Path, server.Settings);
        var elsewhere = await VerbRun.Of(ServeVerb.Command(), "--data", folder.Path);

        uncopied.Error.Should().ContainSingle().Which.Should().Contain("copy them there first");
        withoutKeys.Error.Should().ContainSingle().Which.Should().Contain("keys.db");
        elsewhere.Error.Should().ContainSingle().Which.Should().Contain($"{server.Address}");
        new[] { uncopied.Code, withoutKeys.Code, elsewhere.Code }.Should().NotContain(0);
    }

    private static Task<VerbRun> Serve(TemporaryFolder folder, FakeServer server) =>
        VerbRun.Of(ServeVerb.Command(), "--data", folder.Path, "--log", $"esdb://{server.Address}?tls=false");

    private static (string Name, string Value)[] Opening(string number) =>
    [
        ("happened-date", "14.05.2026"), ("source", "seen"), ("fact-Kind", "Criminal"), ("fact-Reference", number),
        ("fact-Articles-0-number", "143"), ("fact-Articles-0-super", "1"), ("fact-Articles-0-part", "1"),
    ];

    private Task Until(ProjectionState state) =>
        Projections.Until(_ => Projections.Status.All(p => p.State == state), TestContext.Current.CancellationToken);
}
