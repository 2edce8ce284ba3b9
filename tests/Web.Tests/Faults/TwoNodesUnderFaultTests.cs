using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Trials.Benchmarks.Postgres;
using Trials.Domain;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Tests.EventStoreDb;
using Trials.EventLog.Tests.EventStoreDb.Double;
using Trials.Projections.Engine;
using Trials.Web.Cases;
using Trials.Web.Demo;
using Trials.Web.Hearings;
using Trials.Web.Petitions;
using Trials.Web.Tests.Application;
using Trials.Web.Tests.Browser;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Faults;

/// <summary>
/// Lawyers, observers and analysts at work on two web nodes while each part of the site is killed and started again. In the end everything acknowledged is in the
/// log once, the pages tell what a rebuild from nothing on the other database tells, and no page showed a state that never was.
/// </summary>
public sealed class TwoNodesUnderFaultTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Connections = 40;

    private readonly TemporaryFolder data = new();
    private readonly Ledger ledger = new();
    private PostgresServer postgres = null!;
    private Nodes? nodes;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(data.Path);
        postgres = new(Connections);
        return default;
    }

    public ValueTask DisposeAsync()
    {
        nodes?.Dispose();
        postgres.Dispose();
        data.Dispose();
        return default;
    }

    [Fact(Timeout = 300_000)]
    public async Task Nothing_acknowledged_is_lost_or_doubled_and_no_page_shows_what_never_was()
    {
        await using var log = await FakeServer.Start();

        await Drill($"esdb://{log.Address}?tls=false", log, TestContext.Current.CancellationToken);
    }

    /// <summary>The same over a real server, which stays up: it is not the test's to kill.</summary>
    [Fact(Timeout = 300_000)]
    public Task The_same_holds_over_a_real_event_server()
    {
        Assert.SkipWhen(RealServer.Address is null, RealServer.Missing);

        var server = RealServer.Address!;
        var named = $"{server}{(server.Contains('?', StringComparison.Ordinal) ? '&' : '?')}streamPrefix=drill{Guid.NewGuid():N}-";
        return Drill(named, null, TestContext.Current.CancellationToken);
    }

    private async Task Drill(string address, FakeServer? log, CancellationToken cancellation)
    {
        string[] site = ["--log", address, "--read-models", postgres.ConnectionString];
        nodes = new(new ServedProcess(data.Path, site), new ServedProcess(data.Path, site));
        for (var node = 0; node < nodes.Count; node++)
        {
            await nodes.Start(node);
        }

        var crew = new Crew(nodes, ledger);
        var work = Task.WhenAll(crew.Lawyer(1), crew.Lawyer(2), crew.Observer(3), crew.Analyst(4));
        var troubles = new Troubles(nodes, log, postgres, ledger).Make();

        // Whoever breaks first ends the waiting for the other.
        await await Task.WhenAny(troubles, work).WaitAsync(cancellation);
        crew.GoHome();
        await work.WaitAsync(cancellation);

        var settings = EventStoreDbSettings.Parse(address);
        await using var reader = new EventStoreDbLog(settings, TimeProvider.System);
        var reckoning = await Reckoning.Of(ledger, reader, data.Path);
        output.WriteLine(reckoning.ToString());
        reckoning.ShouldBeWhole(leastAcknowledged: 50, leastFailed: 30);
        ledger.Answers.Should().Contain("GET 503 'The pages cannot be made at this moment'").And.NotContain(" 500 ", "what is away is told, and is no failure of ours");
        await SameAsRebuilt(settings, nodes);
    }

    /// <summary>A third node over the same log computes all read models anew in its own folder; its pages are those of the two.</summary>
    private async Task SameAsRebuilt(EventStoreDbSettings server, Nodes shown)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        foreach (var file in Directory.GetFiles(data.Path))
        {
            File.Copy(file, folder.File(Path.GetFileName(file)));
        }

        var options = new ServeOptions(folder.Path, Demo: false, "http://127.0.0.1:0") { Server = server };
        await using var fresh = Composition.Build(options, services =>
            services.OnlyWarnings().Remove(services.Single(service => service.ImplementationType == typeof(RecordAtStart))));
        await fresh.StartAsync(Cancelled);
        var head = await fresh.Services.GetRequiredService<IEventLog>().Head(Cancelled);
        await fresh.Services.GetRequiredService<IProjections>().ShowUpTo(head, Cancelled);
        using var rebuilt = new Visitor(fresh.Urls.Single());
        using var served = new Visitor(await shown.Any(new(0)));
        foreach (var path in (string[])[CasesAddress.Path, HearingAddress.CsvPath, PetitionAddress.CsvPath, .. ledger.Stories.Select(story => story.Path)])
        {
            var (theirs, mine) = (await served.Get($"{path}?at={head.Value}"), await rebuilt.Get(path));
            mine.Status.Should().Be(HttpStatusCode.OK, path);
            (theirs.Status, Told(theirs)).Should().Be((mine.Status, Told(mine)), path);
        }

        await fresh.StopAsync(Cancelled);
    }

    private static string Told(VisitedPage page)
    {
        page.Document.QuerySelector(".notice.done")?.Remove();
        return page.Document.QuerySelector("main") is { } main ? string.Join(' ', main.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : page.Html;
    }
}
