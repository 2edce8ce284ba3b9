using Trials.Web.Tests.Browser;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Verbs;

/// <summary>What watches a server without a program of its own learns how it does.</summary>
public sealed class HealthVerbTests
{
    [Fact]
    public async Task A_server_that_is_well_is_told_from_one_that_is_not_there()
    {
        string address;
        await using (var application = await RunningApplication.Start(demo: false))
        {
            address = application.Address;
            var live = await VerbRun.Of(HealthVerb.Command(), "--url", $"{address}/health/live");
            var ready = await VerbRun.Of(HealthVerb.Command(), "--url", $"{address}/health/ready");

            (live.Code, ready.Code).Should().Be((0, 0), string.Join('\n', ready.Output));
        }

        var gone = await VerbRun.Of(HealthVerb.Command(), "--url", $"{address}/health/live");
        gone.Code.Should().NotBe(0);
        gone.Error.Should().ContainSingle().Which.Should().Contain("no answer");
    }

    [Theory]
    [InlineData("127.0.0.1:5080")]
    [InlineData("/health/live")]
    public void What_is_no_whole_address_is_refused(string address) =>
        HealthVerb.Command().Parse(["--url", address]).Errors.Should().ContainSingle().Which.Message.Should().Contain("whole address");
}
