using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Sockets;

namespace Trials.Web.Verbs;

/// <summary>Asks a running server how it does, for whoever watches it and has nothing else to ask with.</summary>
public static class HealthVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>The verb with its options.</summary>
    public static Command Command()
    {
        var url = new Option<Uri>("--url")
        {
            Description = "What to ask: /health/live, /health/ready or /health of a server.",
            DefaultValueFactory = _ => new("http://127.0.0.1:5080/health/ready"),
            CustomParser = Address,
        };
        var command = new Command("health", "Ask a running server how it does. Exits with 0 where it is well.") { url };
        command.SetAction((parsed, cancellation) => Ask(
            parsed.GetRequiredValue(url), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation));
        return command;
    }

    private static Uri? Address(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError("--url takes a whole address, such as http://127.0.0.1:5080/health/live.");
        return null;
    }

    private static async Task<int> Ask(Uri url, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(url, cancellation).ConfigureAwait(false);
            await output.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false)).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? 0 : Failures.Failed;
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            await error.WriteLineAsync($"There is no answer from {url}.").ConfigureAwait(false);
            return Failures.Failed;
        }
    }
}
