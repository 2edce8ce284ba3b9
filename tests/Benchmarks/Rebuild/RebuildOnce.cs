using System.Diagnostics;
using System.Globalization;

namespace Trials.Benchmarks.Rebuild;

/// <summary>What a process took that did nothing but rebuild once.</summary>
/// <param name="Mebibytes">Its peak working set.</param>
/// <param name="EventsPerSecond">By the clock, the compiling of its code included.</param>
internal sealed record RebuildOnce(double Mebibytes, double EventsPerSecond)
{
    /// <summary>The name under which the program does so and prints what it took: <c>NAME side FOLDER RECORD</c>.</summary>
    public const string Child = "rebuild-once";

    /// <summary>The side that is the product's engine.</summary>
    public const string Product = "product";

    /// <summary>The side that is written by hand; it needs the rows that the product left.</summary>
    public const string Baseline = "baseline";

    private const double Mebibyte = 1 << 20;

    /// <summary>What the child process does.</summary>
    public static async Task Run(string side, string folder, string record)
    {
        var start = Stopwatch.GetTimestamp();
        var events = side == Product ? await ProductRebuild.Into(folder, record) : BareRebuild.Into(folder, record);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{self.PeakWorkingSet64 / Mebibyte} {events / seconds}"));
    }

    /// <summary>Starts the child process and waits for it.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<RebuildOnce> Of(Settings settings, string side, string record)
    {
        using var folder = new ScratchFolder(settings);
        using var child = Process.Start(new ProcessStartInfo("dotnet", [typeof(RebuildOnce).Assembly.Location, Child, side, folder.Path, record])
        {
            RedirectStandardOutput = true,
        })!;
        var printed = (await child.StandardOutput.ReadToEndAsync()).Split(' ');
        await child.WaitForExitAsync();
        return child.ExitCode == 0
            ? new(double.Parse(printed[0], CultureInfo.InvariantCulture), double.Parse(printed[1], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The process for the {side} ended with {child.ExitCode}.");
    }
}
