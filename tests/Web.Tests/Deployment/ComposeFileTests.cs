using System.Globalization;
using System.Text.RegularExpressions;
using Trials.Web.Operations;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Deployment;

/// <summary>What can be checked of the server's compose file without a container engine.</summary>
public sealed partial class ComposeFileTests
{
    private const long ServerMegabytes = 4_096;

    private static readonly Dictionary<string, Dictionary<object, object>> Services = ComposeFile.Section("services");

    /// <summary>The variables that the program reads; the other names that begin like them are mistakes.</summary>
    private static readonly string[] Read =
    [
        LogAddress.Variable, ReadModelsAddress.Variable, ReadModelsAddress.PasswordFileVariable, ServeVerb.BehindProxyVariable, PlainLogging.Variable,
        Telemetry.EndpointVariable, "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_RESOURCE_ATTRIBUTES",
    ];

    public static TheoryData<string> Names => [.. Services.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_service_has_a_limit_a_health_check_and_no_more_rights_than_it_needs(string name)
    {
        var service = Services[name];

        Megabytes(service).Should().BePositive();
        ((Dictionary<object, object>)service["healthcheck"]).Should().ContainKey(name == "eventstore-users" ? "disable" : "test", "only what ends by itself is not asked");
        service.Should().NotContainKey("privileged");
        if (service.TryGetValue("cap_add", out var added))
        {
            name.Should().Be("proxy");
            ((List<object>)added).Should().Equal("NET_BIND_SERVICE");
        }

        service["read_only"].Should().Be("true");
        ((List<object>)service["cap_drop"]).Should().Equal("ALL");
        ((List<object>)service["security_opt"]).Should().Equal("no-new-privileges:true");
        if (name is not ("web" or "proxy"))
        {
            service["user"].Should().BeOfType<string>().Which.Should().NotStartWith("0");
            ((List<object>)service["networks"]).Should().Equal(["inside"], "only the proxy and the web nodes are reached from elsewhere");
        }
    }

    [Fact]
    public void Two_web_nodes_and_everything_else_fit_a_server_of_four_gigabytes() =>
        (Services.Values.Sum(Megabytes) + Megabytes(Services["web"])).Should().BeLessThan(ServerMegabytes - 512);

    [Fact]
    public void No_password_stands_in_the_file_and_every_secret_is_a_file_that_is_made()
    {
        var text = File.ReadAllText(Repository.Path("docker-compose.yml"));
        var made = File.ReadAllText(Repository.Path("deploy", "make-secrets.sh"));

        Passwords().Matches(text).Select(match => match.Value).Should().OnlyContain(found => found.Contains("/run/secrets/", StringComparison.Ordinal));
        foreach (var (secret, content) in ComposeFile.Section("secrets"))
        {
            var file = (string)content["file"];
            file.Should().StartWith("./deploy/secrets/");
            made.Should().Contain(file["./deploy/secrets/".Length..].Replace("authorities/", "", StringComparison.Ordinal), secret);
        }

        var known = ComposeFile.Section("secrets").Keys;
        Services.Values.Where(s => s.ContainsKey("secrets")).SelectMany(s => (List<object>)s["secrets"]).Should().OnlyContain(secret => known.Contains((string)secret));
        File.ReadAllLines(Repository.Path(".gitignore")).Should().Contain(["deploy/secrets/", ".env", "backup/"]);
        File.ReadAllLines(Repository.Path(".dockerignore")).Should().Contain(["deploy/secrets", ".env", "backup"]);
    }

    [Fact]
    public void The_web_node_is_given_only_variables_that_the_program_reads_and_more_than_one_is_a_number()
    {
        var web = Services["web"];
        var given = ((Dictionary<object, object>)web["environment"]).Keys.Cast<string>();
        var inImage = Variables().Matches(File.ReadAllText(Repository.Path("Dockerfile"))).Select(match => match.Value);

        given.Concat(inImage).Should().BeSubsetOf(Read);
        given.Should().Contain([LogAddress.Variable, ReadModelsAddress.Variable]);
        ((Dictionary<object, object>)web["deploy"])["replicas"].Should().Be("${TRIALS_NODES:-1}");
        web.Should().NotContainKeys("ports", "container_name");
    }

    [Fact]
    public void The_image_is_built_from_every_project_runs_as_nobody_special_and_starts_what_the_program_understands()
    {
        var lines = File.ReadAllLines(Repository.Path("Dockerfile"));
        var projects = Directory.GetFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

        projects.Should().OnlyContain(project => lines.Any(line => line.Contains(project, StringComparison.Ordinal)));
        lines.Count(line => line.StartsWith("FROM ", StringComparison.Ordinal)).Should().Be(2);
        lines.Single(line => line.StartsWith("USER ", StringComparison.Ordinal)).Should().MatchRegex("^USER [1-9][0-9]*:[1-9][0-9]*$");
        var started = Arguments(lines.Single(line => line.StartsWith("CMD ", StringComparison.Ordinal))["CMD ".Length..]);
        CommandLine.Parse(started).Errors.Should().BeEmpty();
        var asked = ((List<object>)((Dictionary<object, object>)Services["web"]["healthcheck"])["test"]).Cast<string>().Skip(3).ToArray();
        CommandLine.Parse(asked).Errors.Should().BeEmpty();
    }

    [Fact]
    public void Every_file_that_a_service_is_given_is_there_and_every_volume_has_a_name()
    {
        var volumes = ComposeFile.Section("volumes").Keys;
        var given = Services.Values.Where(s => s.ContainsKey("volumes")).SelectMany(s => (List<object>)s["volumes"]).Cast<string>().Select(volume => volume.Split(':')[0]).ToList();

        given.Where(source => source.StartsWith("./", StringComparison.Ordinal) && !source.StartsWith("./deploy/secrets", StringComparison.Ordinal))
            .Select(source => Repository.Path(source[2..])).Should().NotBeEmpty().And.AllSatisfy(file => File.Exists(file).Should().BeTrue(file));
        given.Where(source => !source.StartsWith('.')).Should().BeSubsetOf(volumes);
    }

    private static string[] Arguments(string list) => [.. Quoted().Matches(list).Select(match => match.Groups[1].Value)];

    private static long Megabytes(Dictionary<object, object> service)
    {
        var resources = (Dictionary<object, object>)((Dictionary<object, object>)service["deploy"])["resources"];
        var limit = (string)((Dictionary<object, object>)resources["limits"])["memory"];
        limit.Should().EndWith("m");
        return long.Parse(limit[..^1], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("(?i)^.*passw.*:.*$", RegexOptions.Multiline)]
    private static partial Regex Passwords();

    [GeneratedRegex("TRIALS_[A-Z_]+")]
    private static partial Regex Variables();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
