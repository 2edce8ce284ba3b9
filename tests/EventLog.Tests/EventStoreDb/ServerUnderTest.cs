using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Tests.Contract;
using Trials.EventLog.Tests.EventStoreDb.Double;

namespace Trials.EventLog.Tests.EventStoreDb;

/// <summary>The servers that the log's contract runs against: always the double, and a real one where its connection string is given.</summary>
internal static class ServerUnderTest
{
    public static async ValueTask<LogUnderTest> Double()
    {
        var server = await FakeServer.Start();
        return new(server.Log(TimeProvider.System), server);
    }

    public static ValueTask<LogUnderTest> Real()
    {
        Assert.SkipWhen(RealServer.Address is null, RealServer.Missing);
        var settings = EventStoreDbSettings.Parse(RealServer.Address!) with { StreamPrefix = $"test{Guid.NewGuid():N}-" };
        return LogUnderTest.Of(new EventStoreDbLog(settings, TimeProvider.System));
    }
}
