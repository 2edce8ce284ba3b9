using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Trials.Benchmarks.Postgres;
using Trials.Domain;
using Trials.EventLog.EventStoreDb;
using Trials.Projections.Engine;
using Trials.Web.Cases;
using Trials.Web.Demo;
using Trials.Web.Hearings;
using Trials.Web.Petitions;
using Trials.Web.Tests.Application;
using Trials.Web.Tests.Browser;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Faults;

/// <summary>Two web nodes over one data folder, one event server and one PostgreSQL, and lawyers, observers and an analyst at work on them.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="events">The connection string of the event server.</param>
/// <param name="readModels">The database of the read models.</param>
/// <param name="ledger">What the crew was told.</param>
internal sealed class Site(string folder, string events, PostgresServer readModels, Ledger ledger) : IDisposable
{
    /// <summary>The web nodes.</summary>
    public Nodes Nodes { get; } = new(Node(folder, events, readModels), Node(folder, events, readModels));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Nodes.Dispose();

    /// <summary>Lets a crew work while trouble is made, until there is no more of it and everybody has gone home.</summary>
    public async Task WorkUnder(Func<Task> trouble, CancellationToken cancellation)
    {
        for (var node = 0; node < Nodes.Count; node++)
        {
            await Nodes.Start(node);
        }

        var crew = new Crew(Nodes, ledger);
        await crew.WorkUnder(trouble, [crew.Lawyer(1), crew.Lawyer(2), crew.Observer(3), crew.Analyst(4)], cancellation);
    }

    /// <summary>What the crew was told, beside what stands in the log.</summary>
    public async Task<Reckoning> Reckon()
    {
        await using var reader = new EventStoreDbLog(EventStoreDbSettings.Parse(events), TimeProvider.System);
        return await Reckoning.Of(ledger, reader, folder);
    }

    /// <summary>A third node over the same log computes all read models anew in its own folder; its pages are those of the two.</summary>
    public async Task ShouldBeAsRebuilt()
    {
        using var own = new TemporaryFolder();
        Directory.CreateDirectory(own.Path);
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Copy(file, own.File(Path.GetFileName(file)));
        }

        var options = new ServeOptions(own.Path, Demo: false, "http://127.0.0.1:0") { Server = EventStoreDbSettings.Parse(events) };
        await using var fresh = Composition.Build(options, services =>
            services.OnlyWarnings().Remove(services.Single(service => service.ImplementationType == typeof(RecordAtStart))));
        await fresh.StartAsync(Cancelled);
        var head = await fresh.Services.GetRequiredService<IEventLog>().Head(Cancelled);
        await fresh.Services.GetRequiredService<IProjections>().ShowUpTo(head, Cancelled);
        using var rebuilt = new Visitor(fresh.Urls.Single());
        using var served = new Visitor(await Nodes.Any(new(0)));
        while ((await served.Get($"{CasesAddress.Path}?at={head.Value}")).Document.QuerySelector(".notice.done") is null)
        {
            // The last trouble has not healed there yet; each page waits a while for what it is to show.
        }

        foreach (var path in (string[])[CasesAddress.Path, HearingAddress.CsvPath, PetitionAddress.CsvPath, .. ledger.Stories.Select(story => story.Path)])
        {
            var (theirs, mine) = (await served.Get($"{path}?at={head.Value}"), await rebuilt.Get(path));
            mine.Status.Should().Be(HttpStatusCode.OK, path);
            (theirs.Status, Told(theirs)).Should().Be((mine.Status, Told(mine)), path);
        }

        await fresh.StopAsync(Cancelled);
    }

    private static ServedProcess Node(string folder, string events, PostgresServer readModels)
    {
        // Of a server that asks who one is, the address holds a password, which no command line takes.
        var address = Path.Combine(folder, "events-address");
        File.WriteAllText(address, events);
        return new(folder, "--log", $"@{address}", "--read-models", readModels.ConnectionString);
    }

    private static string Told(VisitedPage page)
    {
        page.Document.QuerySelector(".notice.done")?.Remove();
        return page.Document.QuerySelector("main") is { } main ? string.Join(' ', main.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : page.Html;
    }
}
