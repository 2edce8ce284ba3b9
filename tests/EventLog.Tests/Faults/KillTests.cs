using Trials.Domain;
using Trials.EventLog.Sqlite;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Faults;

/// <summary>What was acknowledged outlives the process, whenever it is killed.</summary>
public sealed class KillTests
{
    private const int Lanes = 4;
    private const int KillsInLane = 50;
    private const int Writers = 4;
    private const int MostAcknowledged = 40;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_by_two_hundred_kills()
    {
        var kept = await Task.WhenAll(Enumerable.Range(1, Lanes).Select(seed => Task.Run(() => KillAgainAndAgain(seed))));

        kept.Should().OnlyContain(events => events > KillsInLane);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Lanes * KillsInLane} kills, {kept.Sum()} events acknowledged and found.");
    }

    private static async Task<int> KillAgainAndAgain(int seed)
    {
        using var folder = new DataFolder();
        var random = new Random(seed);
        var acknowledged = new HashSet<Guid>();
        for (var kill = 0; kill < KillsInLane; kill++)
        {
            using (var process = CrashProcess.Start(folder.Path, Writers, appends: 0, (seed * 1_000) + kill))
            {
                await ReadAndKill(process, random.Next(1, MostAcknowledged), acknowledged);
            }

            await Check(folder, acknowledged);
        }

        await using var log = SqliteEventLog.Open(new() { Folder = folder.Path });
        (await log.Add(Chains.Next(Chains.NewStream()))).Should().BeOfType<AppendResult.Appended>("the log goes on");
        return acknowledged.Count;
    }

    private static async Task ReadAndKill(CrashProcess process, int killAfter, HashSet<Guid> acknowledged)
    {
        for (var count = 0; await process.NextAcknowledgement(Cancelled) is { } ids; count++)
        {
            ids.Should().AllSatisfy(id => acknowledged.Add(id).Should().BeTrue("an id is acknowledged once"));
            if (count == killAfter)
            {
                process.Kill();
            }
        }

        var (code, errors) = await process.End(Cancelled);
        code.Should().Be(128 + 9, "it was killed, but said: {0}", errors);
    }

    private static async Task Check(DataFolder folder, HashSet<Guid> acknowledged)
    {
        await using var log = SqliteEventLog.Open(new() { Folder = folder.Path, ReadOnly = true });
        var found = await log.ReadAll(LogPosition.Start, Cancelled).Select(e => e.Event.Id.Value).ToListAsync(Cancelled);

        found.Should().OnlyHaveUniqueItems();
        acknowledged.Except(found).Should().BeEmpty("what was acknowledged is there");
        (await new ChainVerifier(log).Verify(Cancelled)).Break.Should().BeNull();
    }
}
