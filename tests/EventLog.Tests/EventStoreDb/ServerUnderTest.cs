using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Tests.Contract;
using Trials.EventLog.Tests.EventStoreDb.Double;

namespace Trials.EventLog.Tests.EventStoreDb;

/// <summary>The servers that the log's contract runs against: always the double, and a real one where its connection string is given.</summary>
internal static class ServerUnderTest
{
    /// <summary>The environment variable with the connection string of a real server. The tests write to streams of their own and remove nothing.</summary>
    public const string Variable = "TRIALS_TEST_EVENTSTOREDB";

    public static async ValueTask<LogUnderTest> Double()
    {
        var server = await FakeServer.Start();
        return new(server.Log(TimeProvider.System), server);
    }

    public static ValueTask<LogUnderTest> Real()
    {
        var connectionString = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(connectionString), $"No server: {Variable} holds no connection string.");
        var settings = EventStoreDbSettings.Parse(connectionString!) with { StreamPrefix = $"test{Guid.NewGuid():N}-" };
        return LogUnderTest.Of(new EventStoreDbLog(settings, TimeProvider.System));
    }
}
