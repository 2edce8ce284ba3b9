using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Verbs;

/// <summary>What a verb did.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">Its lines on standard output.</param>
/// <param name="Error">Its lines on standard error, but for those that tell how far it has come: the slower the machine, the more of them there are.</param>
public sealed partial record VerbRun(int Code, IReadOnlyList<string> Output, IReadOnlyList<string> Error)
{
    /// <summary>The JSON object of the last line.</summary>
    public JsonElement Json => JsonElement.Parse(Output[^1]);

    /// <summary>Runs a verb.</summary>
    public static async Task<VerbRun> Of(Command verb, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await verb.Parse(arguments, CommandLine.Reading).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        return new(code, Lines(output), [.. Lines(error).Where(line => !Progress().IsMatch(line))]);
    }

    [GeneratedRegex(@": \d+( of \d+ \(\d+ %\))?$")]
    private static partial Regex Progress();

    private static string[] Lines(StringWriter writer) => writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
