using System.CommandLine;

namespace Trials.Web.Verbs;

/// <summary>What the executable can be told to do. Each verb has a file of its own in this folder.</summary>
public static class CommandLine
{
    /// <summary>How arguments are read. What <c>@FILE</c> means, an option says itself: see <see cref="InFile"/>.</summary>
    public static readonly ParserConfiguration Reading = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the verb that the arguments name; <c>serve</c> where they name none.</summary>
    /// <returns>The exit code: 0 where it was done, else not.</returns>
    public static Task<int> Run(string[] args) =>

        // A running append is finished by the host's own shutdown; nobody cuts it short.
        Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

    /// <summary>Reads the arguments.</summary>
    public static ParseResult Parse(string[] args)
    {
        var root = new RootCommand("Follows trials: records what happens in court, shows it, counts it.")
        {
            ServeVerb.Command(),
            ImportVerb.Command(),
            ExportVerb.Command(),
            VerifyVerb.Command(),
            RebuildVerb.Command(),
            CopyVerb.Command(),
            HealthVerb.Command(),
        };
        return root.Parse(WithVerb(args, root), Reading);
    }

    private static string[] WithVerb(string[] args, RootCommand root)
    {
        var asksForHelp = args is ["-h" or "--help" or "-?" or "--version", ..];
        var namesVerb = args is [var first, ..] && root.Subcommands.Any(verb => verb.Name == first);
        var namesOption = args is [] || args[0].StartsWith('-');
        return namesVerb || asksForHelp || !namesOption ? args : ["serve", .. args];
    }
}
