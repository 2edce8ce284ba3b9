using Npgsql;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Verbs;

public class ReadModelsAddressTests
{
    private const string Server = "Host=db;Username=trials";

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", "")]
    public void Without_an_address_the_data_folder_keeps_them(string? option, string? variable) =>
        ReadModelsAddress.Of(option, _ => variable).Should().BeNull();

    [Fact]
    public void The_option_goes_before_the_environment()
    {
        Host(Server, "Host=other").Should().Be("db");
        Host(null, "Host=other").Should().Be("other");

        static string? Host(string? option, string variable) => Settings(option, name => name == ReadModelsAddress.Variable ? variable : null).Host;
    }

    [Fact]
    public void A_password_comes_from_a_file()
    {
        using var folder = new TemporaryFolder();
        var address = folder.Write("address", $"{Server};Password=in the address\n");
        var secret = folder.Write("secret", "in a file\n");

        Settings($"@{address}", _ => null).Password.Should().Be("in the address");
        Settings(Server, name => name == ReadModelsAddress.PasswordFileVariable ? secret : null).Password.Should().Be("in a file");
        Settings(null, name => name == ReadModelsAddress.Variable ? $"{Server};Password=of the environment" : null).Password.Should().Be("of the environment");
    }

    [Fact]
    public void A_password_on_the_command_line_is_refused_and_no_message_repeats_it()
    {
        var refused = () => ReadModelsAddress.Of($"{Server};Password=secret", _ => null);
        var unreadable = () => ReadModelsAddress.Of("Password=secret;Nonsense", _ => null);

        refused.Should().Throw<ReadModelsAddressException>().Which.ToString().Should().NotContain("secret");
        unreadable.Should().Throw<ReadModelsAddressException>().Which.ToString().Should().NotContain("secret");
        ReadModelsAddress.Of(null, name => name == ReadModelsAddress.Variable ? $"{Server};Password=secret" : null)!.ToString().Should().NotContain("secret");
    }

    private static NpgsqlConnectionStringBuilder Settings(string? option, Func<string, string?> environment) =>
        new(ReadModelsAddress.Of(option, environment)!.ConnectionString);
}
