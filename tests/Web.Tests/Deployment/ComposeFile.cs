using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Trials.Web.Tests.Deployment;

/// <summary>The server's compose file, and what is laid over it.</summary>
internal static class ComposeFile
{
    /// <summary>A section's entries by name, with what they merge in.</summary>
    public static Dictionary<string, Dictionary<object, object>> Section(string name, string file = "docker-compose.yml") =>
        ((Dictionary<object, object>)Read(file)[name]).ToDictionary(pair => (string)pair.Key, pair => (Dictionary<object, object>)pair.Value, StringComparer.Ordinal);

    /// <summary>What the engine's names of containers and volumes begin with.</summary>
    public static string Project => (string)Read("docker-compose.yml")["name"];

    private static Dictionary<string, object> Read(string file)
    {
        using var reader = File.OpenText(Repository.Path(file.Split('/')));
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(new MergingParser(new Parser(reader)));
    }
}
