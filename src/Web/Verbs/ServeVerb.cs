using System.CommandLine;
using System.Net;
using Trials.EventLog.EventStoreDb;
using Trials.Web.Demo;
using Trials.Web.Operations;

namespace Trials.Web.Verbs;

/// <summary>Serves the application to browsers on this machine.</summary>
public static class ServeVerb
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private const int WrongUse = 2;

    /// <summary>The environment variable with the name under which a proxy serves the application.</summary>
    public const string BehindProxyVariable = "TRIALS_BEHIND_PROXY";

    /// <summary>The verb with its options.</summary>
    public static Command Command()
    {
        var data = CommonOptions.Data();
        var demo = new Option<bool>("--demo")
        {
            Description = $"Show an invented record and offer invented people to act as. Kept in {DemoFolder.Default} unless --data names a folder.",
        };
        var log = LogAddress.Option();
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen: loopback addresses, separated by semicolons.",
            DefaultValueFactory = _ => DefaultUrl,
        };
        var readModels = ReadModelsAddress.Option();
        var webKeys = new Option<DirectoryInfo?>("--web-keys")
        {
            Description = "The folder of the keys that protect forms and cookies. Where several web nodes serve one record, they share it.",
        };
        var behindProxy = new Option<string?>("--behind-proxy")
        {
            Description = "The name under which a proxy that ends TLS serves it to others; then --urls may name any address. The proxy must let in only whom it should: "
                + $"without accounts everyone it lets in may read the record. Default: what {BehindProxyVariable} holds.",
        };
        var command = new Command("serve", "Serve the application to browsers on this machine.") { data, log, readModels, webKeys, demo, behindProxy, urls };
        command.SetAction((parsed, cancellation) =>
        {
            var folder = parsed.GetValue(demo) && parsed.GetResult(data) is not { Implicit: false }
                ? Path.GetFullPath(DemoFolder.Default)
                : parsed.GetRequiredValue(data).FullName;
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return Failures.InOneLine(
                () =>
                {
                    var server = LogAddress.Server(parsed.GetValue(log));
                    var options = new ServeOptions(folder, parsed.GetValue(demo), parsed.GetRequiredValue(urls))
                    {
                        Server = server,
                        ReadModels = ReadModelsAddress.Of(parsed.GetValue(readModels), server),
                        WebKeys = parsed.GetValue(webKeys)?.FullName,
                        BehindProxy = Named(parsed.GetValue(behindProxy)) ?? Named(Environment.GetEnvironmentVariable(BehindProxyVariable)),
                    };
                    return Serve(options, error, cancellation);
                },
                output,
                error,
                json: false);
        });
        return command;
    }

    /// <summary>The first address that other machines could reach, or that is none; null where all are loopback addresses.</summary>
    public static string? NotLoopback(string urls) =>
        urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(url => !IsLoopback(url));

    private static string? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    private static async Task<int> Serve(ServeOptions options, TextWriter error, CancellationToken cancellation)
    {
        if (options.BehindProxy is null && NotLoopback(options.Urls) is { } refused)
        {
            await error.WriteLineAsync(
                $"'{refused}' is not a loopback address. Without accounts everyone who reaches the address could read the record, "
                + $"so only addresses of this machine itself are served, such as {DefaultUrl}; others with --behind-proxy.").ConfigureAwait(false);
            return WrongUse;
        }

        if (await OfOtherKind(options, cancellation).ConfigureAwait(false) is { } otherKind)
        {
            await error.WriteLineAsync(otherKind).ConfigureAwait(false);
            return WrongUse;
        }

        await LogAddress.Check(options.DataFolder, options.Server, cancellation).ConfigureAwait(false);
        ReadModelsOrigin.Settle(options.DataFolder, options.Server);
        var app = Composition.Build(options);
        await using (app.ConfigureAwait(false))
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
            await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        }

        return 0;
    }

    /// <summary>Why a folder may not be served: a real record as a demonstration, or the other way round.</summary>
    private static async Task<string?> OfOtherKind(ServeOptions options, CancellationToken cancellation)
    {
        if (options.Server is { } server)
        {
            var log = new EventStoreDbLog(server, TimeProvider.System);
            await using (log.ConfigureAwait(false))
            {
                return await DemoFolder.Refusal(log, $"server '{server}'", options.Demo, cancellation).ConfigureAwait(false);
            }
        }

        if (!OpenRecord.Exists(options.DataFolder))
        {
            return null;
        }

        var record = OpenRecord.ToRead(options.DataFolder);
        await using (record.ConfigureAwait(false))
        {
            return await DemoFolder.Refusal(record.Log, $"folder '{options.DataFolder}'", options.Demo, cancellation).ConfigureAwait(false);
        }
    }
}
