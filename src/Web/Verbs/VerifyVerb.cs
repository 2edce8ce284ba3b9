using System.CommandLine;
using Trials.EventLog;

namespace Trials.Web.Verbs;

/// <summary>Checks that the log is what was written, also beside a running server.</summary>
public static class VerifyVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Command()
    {
        var data = CommonOptions.Data();
        var log = LogAddress.Option();
        var json = CommonOptions.Json();
        var command = new Command("verify", "Check the chain of hashes of every stream: whether anything was altered, removed or put in between.") { data, log, json };
        command.SetAction((parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var error = parsed.InvocationConfiguration.Error;
            var asJson = parsed.GetValue(json);
            return Failures.InOneLine(
                () => Verify(parsed.GetRequiredValue(data).FullName, parsed.GetValue(log), asJson, output, error, cancellation), output, error, asJson);
        });
        return command;
    }

    private static async Task<int> Verify(string folder, string? log, bool json, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var record = OpenRecord.ToRead(folder, LogAddress.Server(log));
        await using (record.ConfigureAwait(false))
        {
            var report = await new ChainVerifier(record.Log).Verify(cancellation).ConfigureAwait(false);
            if (report.Break is { } broken)
            {
                error.WriteLine(FormattableString.Invariant(
                    $"The log is not what was written: {broken.Kind} at position {broken.Position.Value}, stream {broken.Stream?.Value ?? "unknown"}, revision {broken.Revision}. {report.Events} events before it are sound."));
            }
            else
            {
                output.WriteLine(FormattableString.Invariant($"{report.Events} events of {report.Streams} streams are as they were written."));
            }

            VerbResult.Print(output, json, new { report.Events, report.Streams, Sound = report.Break is null, Broken = report.Break?.Kind.ToString() });
            return report.Break is null ? 0 : Failures.Failed;
        }
    }
}
