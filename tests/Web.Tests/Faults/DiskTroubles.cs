using Trials.Benchmarks.Postgres;
using Trials.EventLog.Tests.Faults;

namespace Trials.Web.Tests.Faults;

/// <summary>One disk after another has no room or cannot be written while a crew is at work, and each is mended when the site has met it.</summary>
/// <param name="nodes">The web nodes.</param>
/// <param name="keys">The disk of the nodes' folder, with the keys.</param>
/// <param name="database">The disk of the read models.</param>
/// <param name="postgres">The database of the read models.</param>
/// <param name="ledger">Tells how the crew goes on.</param>
internal sealed class DiskTroubles(Nodes nodes, MountedFolder keys, MountedFolder database, PostgresServer postgres, Ledger ledger)
{
    /// <summary>What is answered to a form whose texts cannot be sealed.</summary>
    private const string NoRoomForKeys = "POST 503 'Not recorded: the disk is full'";

    private const int WellFor = 6;
    private const int MetBy = 5;

    /// <summary>Makes all of them, in turn.</summary>
    public async Task Make()
    {
        await NoRoomForReadModels();
        await ReadOnlyReadModels();
        await ReadOnlyThenNoRoom();
        await ledger.MoreAcknowledged(WellFor);
    }

    /// <summary>The pages that there are stay, and nothing new is shown.</summary>
    private async Task NoRoomForReadModels()
    {
        await ledger.MoreAcknowledged(WellFor);
        var ballast = database.Fill();
        await ReadModelsAre("interrupted");
        File.Delete(ballast);
        await ledger.MoreAcknowledged(WellFor);
    }

    private async Task ReadOnlyReadModels()
    {
        ledger.NextEra();
        postgres.Kill();
        database.MakeReadOnly();
        postgres.Invoking(p => p.Start()).Should().Throw<InvalidOperationException>().WithMessage("*could not start server*");
        await ledger.MoreOf(Troubles.PagesAway, MetBy);
        database.MakeWritable();
        postgres.Start();
        await ledger.MoreAcknowledged(WellFor);
        ledger.NextEra();
    }

    /// <summary>A node that cannot write its folder does not start. One that has no room there does, and seals no text: it has no keys ahead.</summary>
    private async Task ReadOnlyThenNoRoom()
    {
        var all = Enumerable.Range(0, nodes.Count).ToList();
        all.ForEach(nodes.Kill);
        keys.MakeReadOnly();
        await nodes.Invoking(n => n.Start(0)).Should().ThrowAsync<InvalidOperationException>().WithMessage("It ended before it listened*");
        keys.MakeWritable();
        var ballast = keys.Fill();
        await Task.WhenAll(all.Select(nodes.Start));
        await ledger.MoreOf(NoRoomForKeys, MetBy);
        File.Delete(ballast);
    }

    /// <summary>Asks one node or the other how it does, until one says so: only the one that writes the read models meets their disk.</summary>
    private async Task ReadModelsAre(string word)
    {
        using var watch = new Desk(nodes, ledger, 0);
        while (await watch.Get("/health/ready") is not { } report || !report.Html.Contains($"\"readModels\":\"{word}\"", StringComparison.Ordinal))
        {
            // It has not met it yet.
        }
    }
}
