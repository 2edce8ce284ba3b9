using System.Text.Json;

namespace Trials.Web.Verbs;

/// <summary>How a verb says what it did: lines for people on the way, and for programs one JSON object as the last line.</summary>
public static class VerbResult
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>Prints the last line where <paramref name="json"/> was asked for.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="json">Whether <c>--json</c> was given.</param>
    /// <param name="summary">A record or anonymous object; its members become the object's, in camel case.</param>
    public static void Print(TextWriter output, bool json, object summary)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(summary, summary.GetType(), Format));
        }
    }
}
