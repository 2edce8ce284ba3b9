using SQLitePCL;
using Trials.Benchmarks.Record;
using Trials.Domain.Hearings;
using Trials.Projections;
using Trials.Projections.Search;

namespace Trials.Benchmarks.Queries;

/// <summary>One word looked for in the whole record: the number of one case, and a kind of hearing that a tenth of the entries name.</summary>
internal sealed class SearchBenchmark(SharedRecord shared) : IBenchmark
{
    private const int Calls = 20;

    public string Name => "search";

    public string Measures => "ms for the first few of each kind and how many there are; the baseline only reads from indexes which entries have the word";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        var record = await shared.Get();
        await using var product = new ProductQueries(record);
        using var bare = new BareDatabase(Path.Combine(record.Folder, ReadModelServices.FileName), "PRAGMA query_only = ON");
        var tokens = bare.Prepare(
            "SELECT position FROM search_tokens WHERE token = ?1 UNION "
            + "SELECT position FROM search_entries WHERE matter IN (SELECT matter FROM search_matter_tokens WHERE token = ?1)");
        var figures = new List<Comparison>();
        foreach (var (what, word) in new[] { ("the number of a case", $"1-{record.Cases / 2}"), ("a kind of hearing", SearchTokens.Of(HearingKind.Trial)) })
        {
            var term = new SearchTerm([word], [], [], null, null);
            var entries = Bare();
            if (await product.Search(term, SearchKind.Entry) is var found && found != Math.Min(entries, RecordSearch.MostCounted + 1))
            {
                throw new InvalidOperationException($"{word}: the product finds {found} entries, the baseline {entries}.");
            }

            figures.AddRange(await Latencies.Of(
                $"search for {what}: {entries:N0} of {record.Events:N0} entries",
                settings,
                settings.Scaled(Calls),
                async _ => await product.Search(term, SearchKind.Entry),
                _ =>
                {
                    Bare();
                    return default;
                }));

            int Bare()
            {
                raw.sqlite3_bind_text(tokens, 1, word);
                var count = 0;
                while (bare.Step(tokens))
                {
                    count++;
                }

                return count;
            }
        }

        return figures;
    }
}
