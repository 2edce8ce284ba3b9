using Trials.Benchmarks;
using Trials.Benchmarks.Append;
using Trials.Benchmarks.Decode;

// dotnet run -c Release --project tests/Benchmarks -- NAME… [--folder DIR] [--repetitions N] [--scale X]
IBenchmark[] benchmarks = [new AppendBenchmark(), new DecodeBenchmark()];

var settings = Settings.Parse(args);
var chosen = settings.Names.Count == 0 ? benchmarks : [.. benchmarks.Where(b => settings.Names.Contains(b.Name))];
if (chosen.Length == 0 || chosen.Length < settings.Names.Count)
{
    Console.Error.WriteLine($"Name some of: {string.Join(", ", benchmarks.Select(b => b.Name))}.");
    return 1;
}

foreach (var benchmark in chosen)
{
    Console.WriteLine($"\n{benchmark.Name}: {benchmark.Measures}\n");
    Table.Print(await benchmark.Run(settings));
}

return 0;
