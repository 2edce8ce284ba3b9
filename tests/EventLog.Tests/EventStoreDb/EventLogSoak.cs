using System.Collections.Concurrent;
using Trials.Domain;
using Trials.EventLog.Tests.Contract;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.EventStoreDb;

/// <summary>A bounded while of everything at once: writers that meet in the same streams and repeat themselves, and readers that follow.</summary>
public abstract class EventLogSoak(Func<ValueTask<LogUnderTest>> open)
{
    private const int Writers = 16;
    private const int Streams = 8;
    private const int Appends = 60;

    [Fact]
    public async Task Everything_acknowledged_is_there_once_in_one_order_for_all()
    {
        await using var opened = await open();
        var log = opened.Log;
        var start = await log.Head(Cancelled);
        var streams = Enumerable.Range(0, Streams).Select(_ => Chains.NewStream()).ToArray();
        await using var one = new Subscription(log, start, streams);
        await using var other = new Subscription(log, start, streams);
        var acknowledged = new ConcurrentBag<(EventId Id, LogPosition Position)>();

        var following = Task.WhenAll(one.Next(Writers * Appends * 2), other.Next(Writers * Appends * 2));
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(log, streams[writer % Streams], acknowledged))));
        var seen = await following;

        var all = await log.All(start, streams);
        all.Should().HaveCount(Writers * Appends * 2);
        all.Select(e => (e.Event.Id, e.Position)).Should().Contain(acknowledged).And.OnlyHaveUniqueItems();
        all.Select(e => e.Position.Value).Should().BeInAscendingOrder();
        seen[0].ShouldBe(all.Select(e => e.Event));
        seen[1].ShouldBe(all.Select(e => e.Event));
        foreach (var stream in streams)
        {
            (await log.Stream(stream)).ShouldBe(all.Where(e => e.Event.Stream == stream).Select(e => e.Event));
        }
    }

    private static async Task Write(IEventLog log, StreamName stream, ConcurrentBag<(EventId Id, LogPosition Position)> acknowledged)
    {
        for (var written = 0; written < Appends;)
        {
            var last = (await log.Stream(stream)).LastOrDefault()?.Event;
            var events = Chains.Next(stream, last, count: 2);
            if (await log.Add(events) is AppendResult.Appended appended)
            {
                (await log.Add(events)).Should().Be(appended);
                acknowledged.Add((events[^1].Id, appended.Last));
                written++;
            }
        }
    }
}

public sealed class DoubleSoak() : EventLogSoak(ServerUnderTest.Double);

public sealed class ServerSoak() : EventLogSoak(ServerUnderTest.Real);
