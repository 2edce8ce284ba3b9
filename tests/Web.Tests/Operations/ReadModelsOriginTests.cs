using Trials.EventLog.EventStoreDb;
using Trials.Projections;
using Trials.Web.Operations;

namespace Trials.Web.Tests.Operations;

/// <summary>Read models go on behind the log that they were computed of, and behind no other.</summary>
public sealed class ReadModelsOriginTests : IDisposable
{
    private static readonly EventStoreDbSettings Server = EventStoreDbSettings.Parse("esdb://admin:sesame@host:2113");

    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void They_are_thrown_away_when_the_log_is_another_one_both_ways_and_kept_otherwise()
    {
        Keeps(null).Should().BeTrue("a folder of before is the embedded log's");
        Keeps(Server).Should().BeFalse();
        Keeps(Server).Should().BeTrue();
        Keeps(Server with { Credentials = null }).Should().BeTrue();
        Keeps(Server with { StreamPrefix = "a-" }).Should().BeFalse();
        Keeps(null).Should().BeFalse();
        Keeps(null).Should().BeTrue();
    }

    [Fact]
    public void A_password_is_not_noted()
    {
        ReadModelsOrigin.Server(data.Path).Should().BeNull();
        ReadModelsOrigin.Settle(data.Path, Server);

        ReadModelsOrigin.Server(data.Path).Should().Be("esdb://host:2113");
        Directory.GetFiles(data.Path).Select(File.ReadAllText).Should().NotBeEmpty().And.NotContain(text => text.Contains("sesame"));
    }

    private bool Keeps(EventStoreDbSettings? server)
    {
        data.Write(ReadModelServices.FileName, "rows");
        data.Write(NextHearingsAtStart.FileName, "7");
        ReadModelsOrigin.Settle(data.Path, server);
        File.Exists(data.File(NextHearingsAtStart.FileName)).Should().Be(File.Exists(data.File(ReadModelServices.FileName)));
        return File.Exists(data.File(ReadModelServices.FileName));
    }
}
