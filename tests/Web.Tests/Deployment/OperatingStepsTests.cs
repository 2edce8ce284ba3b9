using System.Text.RegularExpressions;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Deployment;

/// <summary>The steps that the manual of the server gives name what is there, as far as it can be seen without a container engine.</summary>
public sealed partial class OperatingStepsTests
{
    private static readonly string Manual = File.ReadAllText(Repository.Path("docs", "operating.md"));
    private static readonly string Compose = File.ReadAllText(Repository.Path("docker-compose.yml"));

    [Fact]
    public void Every_verb_that_a_container_is_asked_for_is_understood()
    {
        var asked = Verbs().Matches(Manual).Select(match => match.Groups[1].Value.Trim()).ToList();

        asked.Select(arguments => arguments.Split(' ')[0]).Distinct().Should().BeEquivalentTo("verify", "rebuild", "copy", "health");
        asked.Should().AllSatisfy(arguments => CommandLine.Parse(arguments.Split(' ')).Errors.Should().BeEmpty(arguments));
    }

    [Fact]
    public void Every_service_volume_script_and_secret_that_a_step_names_exists()
    {
        var services = ComposeFile.Section("services").Keys;
        var volumes = ComposeFile.Section("volumes").Keys.Select(volume => $"{ComposeFile.Project}_{volume}").ToList();

        var named = Named().Matches(Manual).SelectMany(match => match.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        named.Should().Contain(["web", "eventstore", "proxy"]).And.BeSubsetOf(services);
        Volumes().Matches(Manual).Select(match => match.Value).Distinct().Should().BeEquivalentTo(volumes.Where(volume => !volume.Contains("proxy", StringComparison.Ordinal)));
        Files().Matches(Manual).Select(match => match.Value).Distinct()
            .Should().NotBeEmpty().And.AllSatisfy(file => File.Exists(Repository.Path(file.Split('/'))).Should().BeTrue(file));
        Secrets().Matches(Manual).Select(match => match.Groups[1].Value).Where(secret => secret.Length > 0).Distinct()
            .Should().NotBeEmpty().And.AllSatisfy(secret => Compose.Should().Contain($"./deploy/secrets/{secret} ", secret));
    }

    [Fact]
    public void What_the_compose_file_must_be_told_is_written_into_a_file_that_every_later_command_reads()
    {
        var told = Manual[Manual.IndexOf("cat > .env", StringComparison.Ordinal)..Manual.IndexOf("\nEND\n", StringComparison.Ordinal)];

        var wanted = Wanted().Matches(Compose).Select(match => match.Groups[1].Value).Append("TRIALS_NODES").Distinct().ToList();

        wanted.Should().HaveCountGreaterThan(2).And.AllSatisfy(variable => told.Should().Contain($"\n{variable}="));
        Passed().Matches(Compose).Select(match => match.Value.Replace("OTEL_EXPORTER_OTLP_", "…_", StringComparison.Ordinal)).Distinct()
            .Where(variable => variable != "…_ENDPOINT").Should().NotBeEmpty().And.AllSatisfy(variable => Manual.Should().Contain($"`{variable}`"));
    }

    [Fact]
    public void Analysts_reach_the_database_through_this_machine_s_loopback_address_only()
    {
        var laidOver = ComposeFile.Section("services", "deploy/analysts.yml");

        laidOver.Should().ContainSingle().Which.Key.Should().Be("postgres");
        ((List<object>)laidOver["postgres"]["ports"]).Should().Equal("127.0.0.1:5432:5432");
        ((List<object>)laidOver["postgres"]["networks"]).Cast<string>().Should().BeEquivalentTo(
            ["inside", .. ComposeFile.Section("networks", "deploy/analysts.yml").Keys]);
    }

    [GeneratedRegex(@"docker compose (?:run --rm|exec --index \d) web (?:dotnet Trials\.Web\.dll )?([^`#\n]+)")]
    private static partial Regex Verbs();

    [GeneratedRegex(@"docker compose (?:(?:stop|exec -T|logs --tail \d+) (?<names>[a-z-]+)|up -d --force-recreate (?<names>[a-z -]+))")]
    private static partial Regex Named();

    [GeneratedRegex("trials_[a-z]+-data")]
    private static partial Regex Volumes();

    [GeneratedRegex(@"deploy/[a-z-]+\.(?:sh|yml)")]
    private static partial Regex Files();

    [GeneratedRegex(@"deploy/secrets/([a-z_./]*[a-z])")]
    private static partial Regex Secrets();

    [GeneratedRegex(@"\$\{(TRIALS_[A-Z]+):\?")]
    private static partial Regex Wanted();

    [GeneratedRegex("(?<=\\{)OTEL_[A-Z_]+")]
    private static partial Regex Passed();
}
