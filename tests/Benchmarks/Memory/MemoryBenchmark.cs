using System.Diagnostics;
using System.Globalization;
using Trials.Benchmarks.Rebuild;
using Trials.Benchmarks.Record;

namespace Trials.Benchmarks.Memory;

/// <summary>The most memory that a rebuild takes, each in a process of its own.</summary>
internal sealed class MemoryBenchmark(SharedRecord shared) : IBenchmark
{
    /// <summary>The name under which the program rebuilds once and prints its peak: <c>NAME side FOLDER RECORD</c>.</summary>
    public const string Child = "rebuild-once";

    private const string Product = "product";
    private const string Baseline = "baseline";
    private const double Mebibyte = 1 << 20;

    public string Name => "memory";

    public string Measures => "MiB of peak working set of a process that rebuilds once";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        var record = await shared.Get();
        var (products, baselines) = (new List<double>(), new List<double>());
        for (var repetition = 0; repetition < settings.Repetitions; repetition++)
        {
            products.Add(await Peak(settings, Product, record));
            baselines.Add(await Peak(settings, Baseline, record));
        }

        return [new($"rebuild from {record.Events:N0} events", "MiB", Better.Less, products, baselines, null)];
    }

    /// <summary>What the child process does.</summary>
    public static async Task Rebuild(string side, string folder, string record)
    {
        _ = side == Product ? await ProductRebuild.Into(folder, record) : BareRebuild.Into(folder, record);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine((self.PeakWorkingSet64 / Mebibyte).ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<double> Peak(Settings settings, string side, SampleRecord record)
    {
        using var folder = new ScratchFolder(settings);
        using var child = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(MemoryBenchmark).Assembly.Location, Child, side, folder.Path, record.Folder])
        { RedirectStandardOutput = true })!;
        var printed = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0
            ? double.Parse(printed, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The process for the {side} ended with {child.ExitCode}.");
    }
}
