using Trials.Benchmarks.Append;
using Trials.Benchmarks.Rebuild;
using Trials.Benchmarks.Record;
using Trials.EventLog.Sqlite;

namespace Trials.Benchmarks.Growth;

/// <summary>What the same work costs in a record of ten times as many events: a rebuild in a process of its own, and an append.</summary>
internal sealed class GrowthBenchmark : IBenchmark
{
    private const int Events = 5_000_000;
    private const int Times = 10;
    private const int Appends = 20_000;

    /// <summary>600 MB.</summary>
    private const double MostMebibytes = 600e6 / (1 << 20);

    /// <summary>Time for an event may grow by less than a third.</summary>
    private const double Goal = 1 / 1.3;

    public string Name => "growth";

    public string Measures => "the product in a record, beside the product in a record of a tenth of it";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        using var few = await SampleRecord.Write(settings, settings.Scaled(Events / Times));
        using var many = await SampleRecord.Write(settings, settings.Scaled(Events));
        var (large, small) = (new List<RebuildOnce>(), new List<RebuildOnce>());
        for (var repetition = 0; repetition < settings.Repetitions; repetition++)
        {
            small.Add(await RebuildOnce.Of(settings, RebuildOnce.Product, few.Folder));
            large.Add(await RebuildOnce.Of(settings, RebuildOnce.Product, many.Folder));
        }

        var rebuild = $"rebuild of {many.Events:N0} events, beside {few.Events:N0}";
        var load = new Load(Writers: 1, Appends: settings.Scaled(Appends), Batch: 1);
        return
        [
            new(rebuild, "events/s", Better.More, [.. large.Select(r => r.EventsPerSecond)], [.. small.Select(r => r.EventsPerSecond)], Goal),
            new(rebuild, "MiB at most", Better.Less, [.. large.Select(r => r.Mebibytes)], [.. small.Select(r => r.Mebibytes)], null, MostMebibytes),
            .. await Comparison.Of($"append behind {many.Events:N0} events, beside {few.Events:N0}", settings, Goal, () => Into(many), () => Into(few)),
        ];

        ProductLog Into(SampleRecord record) => new(settings, load, _ => SqliteEventLog.Open(new() { Folder = record.Folder }));
    }
}
