using NodaTime;
using Trials.Benchmarks.Record;
using Trials.Projections.Hearings;

namespace Trials.Benchmarks.Queries;

/// <summary>One case's timeline and the delay statistics, asked of the whole record.</summary>
internal sealed class QueryBenchmark(SharedRecord shared) : IBenchmark
{
    private const int Timelines = 1_000;
    private const int Statistics = 100;
    private const int Stride = 7_919;
    private const double TimelineTail = 2;
    private const double StatisticsTail = 20;

    private static readonly YearMonth From = new(2013, 7);
    private static readonly YearMonth To = new(2014, 6);

    public string Name => "queries";

    public string Measures => "ms for one answer; the product's is typed, guarded and from one moment, the baseline only reads, parses, sorts and counts";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        var record = await shared.Get();
        await using var product = new ProductQueries(record);
        using var bare = new BareQueries(record);
        var region = SampleCatalogue.Region(1);
        var (all, some) = (new StatisticsFilter(), new StatisticsFilter { Region = region, From = From, To = To });
        return
        [
            .. await Compare(
                $"timeline of {SampleCase.Entries} entries",
                settings.Scaled(Timelines),
                i => product.Timeline(Case(record, i)),
                i => bare.Timeline(Case(record, i)),
                TimelineTail),
            .. await Compare(
                "delays of a region in a year",
                settings.Scaled(Statistics),
                _ => product.Delays(some),
                _ => bare.Delays(region.Value, Number(From), Number(To)),
                StatisticsTail),
            .. await Compare("delays of all courts", settings.Scaled(Statistics), _ => product.Delays(all), _ => bare.Delays(), null),
        ];

        async Task<IReadOnlyList<Comparison>> Compare(string figure, int calls, Func<int, ValueTask<int>> mine, Func<int, int> theirs, double? tail)
        {
            var (one, other) = (await mine(0), theirs(0));
            if (one != other)
            {
                throw new InvalidOperationException($"{figure}: the product answers {one}, the baseline {other}.");
            }

            return await Latencies.Of(figure, settings, calls, async i => await mine(i), i =>
            {
                theirs(i);
                return default;
            }, (null, tail));
        }
    }

    private static Domain.CaseId Case(SampleRecord record, int call) => SampleCase.IdOf((int)((long)call * Stride % record.Cases));

    private static int Number(YearMonth month) => (month.Year * 100) + month.Month;
}
