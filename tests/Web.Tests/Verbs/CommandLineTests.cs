using Trials.Web.Verbs;

namespace Trials.Web.Tests.Verbs;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--log")]
    [InlineData("--read-models")]
    public void A_file_that_an_option_names_is_left_to_the_option(string option) =>
        CommandLine.Parse(["serve", option, "@no-such-file"]).GetValue<string>(option).Should().Be("@no-such-file");

    [Fact]
    public void A_servers_address_may_stand_in_a_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("address", "esdb://keeper:sesame@127.0.0.1:2113?tls=false\n");

        LogAddress.Server($"@{file}")!.ToString().Should().Contain("127.0.0.1:2113").And.NotContain("sesame");
    }

    [Fact]
    public void Without_a_verb_it_serves() =>
        CommandLine.Parse(["--demo"]).CommandResult.Command.Name.Should().Be("serve");
}
