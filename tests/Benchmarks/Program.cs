using Trials.Benchmarks;
using Trials.Benchmarks.Rebuild;
using Trials.Benchmarks.Record;

// dotnet run -c Release --project tests/Benchmarks -- NAME… [--folder DIR] [--repetitions N] [--scale X] [--warm-up SECONDS]
if (args is [RebuildOnce.Child, var side, var folder, var record])
{
    await RebuildOnce.Run(side, folder, record);
    return 0;
}

var settings = Settings.Parse(args);
using var shared = new SharedRecord(settings);
var benchmarks = AllBenchmarks.Over(shared);
var chosen = settings.Names.Count == 0 ? benchmarks : [.. benchmarks.Where(b => settings.Names.Contains(b.Name))];
if (chosen.Count == 0 || chosen.Count < settings.Names.Count)
{
    Console.Error.WriteLine($"Name some of: {string.Join(", ", benchmarks.Select(b => b.Name))}.");
    return 1;
}

foreach (var benchmark in chosen)
{
    Console.WriteLine($"\n{benchmark.Name}: {benchmark.Measures}\n");
    if (benchmark.Missing is { } missing)
    {
        Console.WriteLine(missing);
        continue;
    }

    Table.Print(await benchmark.Run(settings));
}

return 0;
