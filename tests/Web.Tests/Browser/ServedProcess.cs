using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Trials.Web.Tests.Browser;

/// <summary>The application as people start it: a process of its own that serves a data folder, to be killed and started again at the same address.</summary>
internal sealed partial class ServedProcess : IDisposable
{
    private static int LastPort = 20_000 + (Environment.ProcessId % 10_000);

    private readonly string[] arguments;
    private Process? process;

    /// <param name="folder">The data folder that it serves.</param>
    /// <param name="more">What the verb is told beside the folder and the address.</param>
    public ServedProcess(string folder, params string[] more)
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        arguments = [Path.Combine(AppContext.BaseDirectory, "Trials.Web.dll"), "serve", "--data", folder, "--urls", Address, .. more];
    }

    /// <summary>Where it is served, now or later.</summary>
    public string Address { get; }

    /// <summary>Starts it, and waits until it answers.</summary>
    public async Task Start()
    {
        process = Process.Start(new ProcessStartInfo(Dotnet, arguments) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Listening().IsMatch(line))
            {
                // What it says from now on is read and thrown away, so that it never waits for a reader.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        using var ended = process;
        process = null;
        await ended.WaitForExitAsync(TestContext.Current.CancellationToken);
        throw new InvalidOperationException($"It ended before it listened, with code {ended.ExitCode}.");
    }

    /// <summary>SIGKILL: it does nothing more, not even what it was about to.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        if (process is not null)
        {
            Kill();
        }
    }

    private static string Dotnet => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>A port that nobody listens on, below those from which the system gives others away: so it is still free when the process comes back.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref LastPort);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }

    [GeneratedRegex("Now listening on: http")]
    private static partial Regex Listening();
}
