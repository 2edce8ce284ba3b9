using System.Diagnostics;
using System.Globalization;

namespace Trials.EventLog.Tests.Faults;

/// <summary>A real process that appends to a data folder, to be watched, killed and refused.</summary>
internal sealed class CrashProcess : IDisposable
{
    private readonly Process process;

    private CrashProcess(Process process) => this.process = process;

    public int Id => process.Id;

    /// <param name="folder">The data folder.</param>
    /// <param name="writers">How many append at once.</param>
    /// <param name="appends">How often each; 0 for until it is killed.</param>
    /// <param name="seed">Which bursts.</param>
    /// <param name="durable">Whether commits are flushed.</param>
    /// <param name="under">A command to run it under.</param>
    public static CrashProcess Start(string folder, int writers, int appends, int seed, bool durable = true, params string[] under)
    {
        string[] command =
        [
            .. under,
            Dotnet,
            Path.Combine(AppContext.BaseDirectory, "Trials.EventLog.Crash.dll"),
            folder,
            .. new[] { writers, appends, seed }.Select(n => n.ToString(CultureInfo.InvariantCulture)),
            .. durable ? Array.Empty<string>() : ["not-durable"],
        ];
        return new(Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!);
    }

    /// <summary>The ids of the next acknowledgement; null at the end of the output.</summary>
    public async Task<Guid[]?> NextAcknowledgement(CancellationToken cancellation) =>
        await process.StandardOutput.ReadLineAsync(cancellation) is { } line
            ? [.. line.Split(' ').Skip(1).Select(id => Guid.ParseExact(id, "N"))]
            : null;

    /// <summary>SIGKILL: the process does nothing more, not even what it was about to.</summary>
    public void Kill() => process.Kill();

    public async Task<(int Code, string Errors)> End(CancellationToken cancellation)
    {
        var errors = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static string Dotnet => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
}
