using Trials.Web.Imports;

namespace Trials.Web.Tests.Demo;

/// <summary>The figures of the coalition's report, which stay outside of the repository: they are compared with, never copied.</summary>
public static class SeedFacts
{
    /// <summary>The environment variable that names the folder of the reference files.</summary>
    public const string Variable = "TRIALS_SHARED_REFERENCE";

    private const string Name = "seed-facts.csv";
    private const string MapName = "violation-map.csv";

    private static string? Folder { get; } = Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, Name)));

    /// <summary>
    /// The figures that the record must regenerate, by what they are: fact and dimension, then value and note. A value that points to the map of violations
    /// is what that holds. Skips the test where they are absent.
    /// </summary>
    public static IReadOnlyList<SeedFact> Derived()
    {
        Assert.SkipWhen(Folder is null, $"The figures of the report are not here: set {Variable} to the folder that holds {Name}.");
        return [.. Cells(Name).Where(cells => cells[5] == "derived").Select(cells => new SeedFact(cells[1], cells[2], cells[3] == $"see {MapName}" ? string.Join("; ", Violations()) : cells[3], cells[4]))];
    }

    /// <summary>The violations and underlying problems that the report names, as it words them. They stand beside the figures.</summary>
    public static IEnumerable<string> Violations() => Cells(MapName).Select(cells => cells[1]);

    private static IEnumerable<IReadOnlyList<string>> Cells(string name) =>
        CsvTable.Read(File.ReadAllBytes(Path.Combine(Folder!, name))).Rows.Select(row => row.Cells);

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            yield return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "reference");
        }
    }
}

/// <summary>One figure of the report.</summary>
public sealed record SeedFact(string Fact, string Dimension, string Value, string Note);
