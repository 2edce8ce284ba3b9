using Trials.EventLog;
using Trials.EventLog.Sqlite;
using Trials.EventLog.Tests.Faults;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Faults;

/// <summary>One server over its own folder, on a disk that is full for a while, and read-only for another.</summary>
public sealed class DiskUnderFaultTests(ITestOutputHelper output)
{
    private const int WellFor = 6;
    private const int MetBy = 5;
    private const int Fillings = 2;

    private readonly Ledger ledger = new();

    [Fact(Timeout = 180_000)]
    public async Task Nothing_acknowledged_is_lost_or_doubled_on_a_disk_that_fails()
    {
        using var folder = MountedFolder.OrSkip("48m");
        using var server = new ServedProcess(folder.Path);
        using var nodes = new Nodes(server);
        await nodes.Start(0);
        var crew = new Crew(nodes, ledger);
        await crew.WorkUnder(() => Fail(folder, nodes, server), [crew.Lawyer(1), crew.Observer(2), crew.Analyst(3)], TestContext.Current.CancellationToken);

        nodes.Kill(0);
        await using var log = SqliteEventLog.Open(new EventLogOptions { Folder = folder.Path, ReadOnly = true });
        var reckoning = await Reckoning.Of(ledger, log, folder.Path);
        output.WriteLine(reckoning.ToString());
        reckoning.ShouldBeWhole(leastAcknowledged: (Fillings + 2) * WellFor, leastFailed: Fillings * MetBy);
        ledger.Answers.Should().NotContain(" 500 ", "a disk that is full is told, and is no failure of ours");
    }

    private async Task Fail(MountedFolder folder, Nodes nodes, ServedProcess server)
    {
        for (var turn = 0; turn < Fillings; turn++)
        {
            await ledger.MoreAcknowledged(WellFor);
            var ballast = folder.Fill();
            await ledger.MoreFailed(MetBy);
            File.Delete(ballast);
        }

        await ledger.MoreAcknowledged(WellFor);
        nodes.Kill(0);
        folder.MakeReadOnly();
        await server.Invoking(s => s.Start()).Should().ThrowAsync<InvalidOperationException>().WithMessage("It ended before it listened*");
        folder.MakeWritable();
        await nodes.Start(0);
        await ledger.MoreAcknowledged(WellFor);
    }
}
