using System.CommandLine;

namespace Trials.Web.Verbs;

/// <summary>The options that several verbs take.</summary>
public static class CommonOptions
{
    /// <summary>Where the record is kept. Created where it does not exist.</summary>
    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description = "The folder that holds the record.",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
    };

    /// <summary>Whether the last line is one JSON object.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object as the last line." };
}
