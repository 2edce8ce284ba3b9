namespace Trials.Web.Tests.Imports;

/// <summary>Real court cards, which stay outside of the repository: the project has no right to republish them.</summary>
public static class RealCards
{
    /// <summary>The environment variable that names their folder.</summary>
    public const string Variable = "TRIALS_SHARED_DATA";

    /// <summary>Their folder: the one that the variable names, else <c>shared/data</c> beside the repository; null where there is none.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "court-cards.csv")));

    /// <summary>Skips the test where they are absent.</summary>
    public static string Required()
    {
        Assert.SkipWhen(Folder is null, $"The real court cards are not here: set {Variable} to the folder that holds court-cards.csv.");
        return Folder!;
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            yield return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "data");
        }
    }
}
