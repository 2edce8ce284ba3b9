using SQLitePCL;
using Trials.Benchmarks.Rebuild;
using Trials.Benchmarks.Record;
using Trials.Domain.Cases;
using Trials.Projections;
using Trials.Projections.Cases;

namespace Trials.Benchmarks.Queries;

/// <summary>A page of the list of cases, filtered, of many cases that have only begun.</summary>
internal sealed class CaseListBenchmark : IBenchmark
{
    private const int Cases = 100_000;
    private const int Calls = 200;
    private const double Tail = 50;

    public string Name => "cases";

    public string Measures => "ms for the first fifty of the cases that match, and how many there are; the baseline reads plain columns and makes no records";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        using var record = await SampleRecord.Write(settings, settings.Scaled(Cases), commands: 1);
        await ProductRebuild.Into(record.Folder, record.Folder);
        await using var product = new ProductQueries(record);
        using var database = new BareDatabase(Path.Combine(record.Folder, ReadModelServices.FileName), "PRAGMA query_only = ON");
        var figures = new List<Comparison>();
        foreach (var (what, filter, where, value) in Filters)
        {
            var count = database.Prepare($"SELECT COUNT(*) FROM docket_cases c WHERE visibility <= 0 AND {where}");
            var page = database.Prepare(
                $"SELECT case_id, reference, kind, standing, opened_at FROM docket_cases c WHERE visibility <= 0 AND {where} ORDER BY sort_key, case_id LIMIT 50");
            var (one, other) = (await product.Cases(filter), Bare());
            if (one != other)
            {
                throw new InvalidOperationException($"{what}: the product answers {one}, the baseline {other}.");
            }

            figures.AddRange(await Latencies.Of(
                $"{record.Cases:N0} cases, {what}: {one:N0}",
                settings,
                settings.Scaled(Calls),
                async _ => await product.Cases(filter),
                _ =>
                {
                    Bare();
                    return default;
                },
                (null, Tail)));

            int Bare()
            {
                raw.sqlite3_bind_text(count, 1, value);
                raw.sqlite3_bind_text(page, 1, value);
                database.Step(count);
                var matching = raw.sqlite3_column_int(count, 0);
                raw.sqlite3_reset(count);
                while (database.Step(page))
                {
                    raw.sqlite3_column_text(page, 1).utf8_to_string();
                }

                return matching;
            }
        }

        return figures;
    }

    private static IEnumerable<(string What, CaseFilter Filter, string Where, string Value)> Filters =>
    [
        ("of a court", new() { Court = SampleCatalogue.Court(1) }, "case_id IN (SELECT case_id FROM docket_rounds WHERE court = ?1)", SampleCatalogue.Court(1).Value),
        ("of a kind", new() { Kind = CaseKind.Criminal }, $"kind = {(int)CaseKind.Criminal} AND ?1 <> ''", "criminal"),
        (
            "by the beginning of a word",
            new() { Search = "77" },
            "case_id IN (SELECT case_id FROM docket_words WHERE word >= ?1 AND word < ?1 || char(1114111))",
            "77"),
    ];
}
