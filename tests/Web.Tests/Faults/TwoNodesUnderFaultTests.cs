using Trials.Benchmarks.Postgres;
using Trials.EventLog.Tests.EventStoreDb;
using Trials.EventLog.Tests.EventStoreDb.Double;
using Trials.EventLog.Tests.Faults;

namespace Trials.Web.Tests.Faults;

/// <summary>
/// Lawyers, observers and analysts at work on two web nodes while each part of the site is killed and started again, or has no room, or cannot be written.
/// In the end everything acknowledged is in the log once, the pages tell what a rebuild from nothing on the other database tells, and no page showed a state
/// that never was.
/// </summary>
public sealed class TwoNodesUnderFaultTests(ITestOutputHelper output)
{
    private const int Connections = 40;

    private readonly Ledger ledger = new();

    [Fact(Timeout = 300_000)]
    public async Task Nothing_acknowledged_is_lost_or_doubled_and_no_page_shows_what_never_was()
    {
        await using var log = await FakeServer.Start();

        await Kill($"esdb://{log.Address}?tls=false", log, TestContext.Current.CancellationToken);
    }

    /// <summary>The same over a real server, which is not the test's to kill; whoever owns it may do so meanwhile.</summary>
    [Fact(Timeout = 300_000)]
    public Task The_same_holds_over_a_real_event_server()
    {
        Assert.SkipWhen(RealServer.Address is null, RealServer.Missing);

        var server = RealServer.Address!;
        return Kill($"{server}{(server.Contains('?', StringComparison.Ordinal) ? '&' : '?')}streamPrefix=drill{Guid.NewGuid():N}-", null, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 300_000)]
    public async Task The_same_holds_where_the_disks_of_the_database_and_of_the_keys_are_full_or_read_only()
    {
        using var keys = MountedFolder.OrSkip("64m");
        using var database = MountedFolder.OrSkip("160m");
        using var postgres = new PostgresServer(Connections, database.Path);
        await using var log = await FakeServer.Start();
        using var site = new Site(keys.Path, $"esdb://{log.Address}?tls=false", postgres, ledger);

        await site.WorkUnder(new DiskTroubles(site.Nodes, keys, database, postgres, ledger).Make, TestContext.Current.CancellationToken);

        await ShouldBeWhole(site, leastAcknowledged: 24, leastFailed: 10);
    }

    private async Task Kill(string events, FakeServer? log, CancellationToken cancellation)
    {
        using var data = new TemporaryFolder();
        Directory.CreateDirectory(data.Path);
        using var postgres = new PostgresServer(Connections);
        using var site = new Site(data.Path, events, postgres, ledger);

        await site.WorkUnder(new Troubles(site.Nodes, log, postgres, ledger).Make, cancellation);

        await ShouldBeWhole(site, leastAcknowledged: 50, leastFailed: 30);
    }

    private async Task ShouldBeWhole(Site site, int leastAcknowledged, int leastFailed)
    {
        var reckoning = await site.Reckon();
        output.WriteLine(reckoning.ToString());
        reckoning.ShouldBeWhole(leastAcknowledged, leastFailed);
        ledger.Answers.Should().NotContain(" 500 ", "what is away is told, and is no failure of ours");
        await site.ShouldBeAsRebuilt();
    }
}
