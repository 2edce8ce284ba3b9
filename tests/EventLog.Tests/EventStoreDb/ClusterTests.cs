using System.Text;
using Trials.Domain;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Tests.EventStoreDb.Double;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.EventStoreDb.Wire.MemberInfo.Types.VNodeState;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.EventStoreDb;

/// <summary>Two servers with one store: who leads is found out, and found out again.</summary>
public sealed class ClusterTests : IAsyncLifetime
{
    private readonly MessageStore store = new();
    private readonly TestTime time = new();
    private FakeServer one = null!;
    private FakeServer two = null!;

    public async ValueTask InitializeAsync()
    {
        one = await FakeServer.Start(store);
        two = await FakeServer.Start(store);
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await two.DisposeAsync();
    }

    [Theory]
    [InlineData("esdb://{0},{1}?tls=false")]
    [InlineData("esdb+discover://{0}?tls=false")]
    public async Task The_leader_is_found_through_any_member(string connectionString)
    {
        Lead(two);
        await using var log = Cluster(connectionString);

        (await log.Add(Chains.Next(Chains.NewStream()))).Should().BeOfType<AppendResult.Appended>();

        (one.Script.Appends, two.Script.Appends).Should().Be((0, 1));
    }

    [Fact]
    public async Task A_member_that_is_not_alive_does_not_lead()
    {
        one.Membership.Is((one.Address, Leader, false), (two.Address, Leader, true));
        await using var log = Cluster("esdb+discover://{0}?tls=false");

        await log.Add(Chains.Next(Chains.NewStream()));

        two.Script.Appends.Should().Be(1);
    }

    [Fact]
    public async Task Seeds_that_are_away_are_passed_over()
    {
        Lead(two);
        await one.Stop();
        await using var log = Cluster("esdb://{0},{1}?tls=false");

        (await log.Add(Chains.Next(Chains.NewStream()))).Should().BeOfType<AppendResult.Appended>();
    }

    [Fact]
    public async Task When_the_leader_goes_the_next_one_is_found_by_writers_and_readers_also_beyond_the_seeds()
    {
        Lead(one);
        var events = Chains.Next(Chains.NewStream(), count: 2);
        await using var log = Cluster("esdb+discover://{0}?tls=false");
        await log.Add(events[0]);

        await one.Stop();
        Lead(two);

        (await log.Add(events[1])).Should().BeOfType<AppendResult.Appended>();
        (await log.Stream(events[0].Stream)).ShouldBe(events);
    }

    [Fact]
    public async Task While_nobody_leads_nothing_is_written_and_it_is_said()
    {
        one.Membership.Is((one.Address, Follower, true), (two.Address, Follower, true));
        await using var log = Cluster("esdb+discover://{0}?tls=false");

        (await log.Add(Chains.Next(Chains.NewStream()))).Should().Be(new AppendResult.Failed(LogFailure.Unavailable));
        var read = async () => await log.Head(Cancelled);
        await read.Should().ThrowAsync<LogUnreachableException>();
        store.All().Should().OnlyContain(e => e.Type.StartsWith('$'));
    }

    [Fact]
    public async Task While_every_member_hangs_nothing_is_sent_and_nobody_waits_for_longer_than_eight_deadlines()
    {
        using var asked = new SemaphoreSlim(0);
        foreach (var server in new[] { one, two })
        {
            (server.Membership.Hangs, server.Membership.Asked) = (true, () => asked.Release());
        }

        await using var log = new EventStoreDbLog(
            EventStoreDbSettings.Parse($"esdb://{one.Address},{two.Address}?tls=false") with { GossipTimeout = Timeout.InfiniteTimeSpan }, time);
        var appending = log.Add(Chains.Next(Chains.NewStream()));
        for (var deadlines = 0; deadlines < 8; deadlines++)
        {
            await asked.WaitAsync(Cancelled);
            appending.IsCompleted.Should().BeFalse();
            time.PassDeadlines();
        }

        (await appending).Should().Be(new AppendResult.Failed(LogFailure.Unavailable), "nobody was reached");
        (one.Script.Appends, two.Script.Appends).Should().Be((0, 0));
    }

    [Fact]
    public async Task While_another_leader_is_elected_whoever_appends_or_reads_waits()
    {
        var events = Chains.Next(Chains.NewStream());
        ElectAfter(questions: 7);
        await using var writer = Cluster("esdb+discover://{0}?tls=false");
        (await writer.Add(events)).Should().BeOfType<AppendResult.Appended>();

        ElectAfter(questions: 7);
        await using var reader = Cluster("esdb+discover://{0}?tls=false");
        (await reader.Stream(events[0].Stream)).ShouldBe(events);
    }

    [Fact]
    public async Task A_follower_that_names_the_leader_is_followed()
    {
        one.Script.Leader = two;
        one.Script.Append(AppendFault.NotLeader);
        var events = Chains.Next(Chains.NewStream(), count: 2);
        await using var log = one.Log(time);

        (await log.Add(events[0])).Should().BeOfType<AppendResult.Appended>();
        (await log.Add(events[1])).Should().BeOfType<AppendResult.Appended>();

        (one.Script.Appends, two.Script.Appends).Should().Be((1, 2));
    }

    [Fact]
    public async Task A_leader_that_was_named_and_is_away_is_forgotten_again()
    {
        one.Script.Leader = two;
        one.Script.Append(AppendFault.NotLeader);
        await two.Stop();
        await using var log = one.Log(time);

        (await log.Add(Chains.Next(Chains.NewStream()))).Should().BeOfType<AppendResult.Appended>();

        one.Script.Appends.Should().Be(2);
    }

    [Fact]
    public async Task Every_call_wants_the_leader_and_says_who_asks()
    {
        await using var log = one.Log(time, one.Settings with { Credentials = new("ops", "пароль"), ConnectionName = "office" });

        await log.Head(Cancelled);

        one.Script.Headers["requires-leader"].Should().Be("true");
        one.Script.Headers["connection-name"].Should().Be("office");
        one.Script.Headers["authorization"].Should().Be($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("ops:пароль"))}");
    }

    private EventStoreDbLog Cluster(string connectionString) =>
        new(EventStoreDbSettings.Parse(connectionString.Replace("{0}", $"{one.Address}", StringComparison.Ordinal).Replace("{1}", $"{two.Address}", StringComparison.Ordinal)), time);

    /// <summary>Nobody leads until one server has been asked so often who does.</summary>
    private void ElectAfter(int questions)
    {
        foreach (var server in new[] { one, two })
        {
            server.Membership.Is((one.Address, Follower, true), (two.Address, Follower, true));
        }

        var asked = 0;
        one.Membership.Asked = () =>
        {
            if (++asked == questions)
            {
                Lead(two);
            }
        };
    }

    private void Lead(FakeServer leader)
    {
        foreach (var server in new[] { one, two })
        {
            server.Membership.Is((one.Address, one == leader ? Leader : Follower, true), (two.Address, two == leader ? Leader : Follower, true));
        }
    }
}
