using Trials.Benchmarks.Rebuild;
using Trials.Benchmarks.Record;
using Trials.Projections;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Postgres;
using Trials.Projections.Hearings;
using Trials.Projections.Timelines;

namespace Trials.Benchmarks.Postgres;

/// <summary>Read models built anew in PostgreSQL: all of them, and those of the timeline, the hearing register and the delay statistics.</summary>
internal sealed class PostgresBenchmark(SharedRecord shared) : IBenchmark
{
    private const double Goal = 0.65;
    private const double LeastOfThree = 100_000;

    public string Name => "postgres";

    public string Measures =>
        "events/s from the log into read models in PostgreSQL; the baseline only parses them and copies rows that are made beforehand; the server's processor time is in neither";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        var record = await shared.Get();
        using var server = new PostgresServer();
        IReadOnlyList<Projection> three = [new TimelineProjection(), new HearingsProjection()];
        return
        [
            .. await Compare(settings, server, record, "rebuild of all", ReadModels.All, null),
            .. await Compare(settings, server, record, "rebuild of timeline, hearings, delays", three, LeastOfThree),
        ];
    }

    private static async Task<IReadOnlyList<Comparison>> Compare(
        Settings settings, PostgresServer server, SampleRecord record, string figure, IReadOnlyList<Projection> projections, double? limit)
    {
        var (product, rows) = ($"product{projections.Count}", Path.Combine(record.Folder, $"postgres{projections.Count}"));
        await Rebuild();
        await using var bare = await BarePostgres.After(server.ConnectionString, product, rows);
        var compared = await Comparison.Of(
            $"{figure}, PostgreSQL, {record.Events:N0} events",
            settings,
            Goal,
            () => new Side(settings, _ => Rebuild()),
            () => new Side(settings, _ => bare.Rebuild(record.Folder)));
        return [compared[0] with { Limit = limit }, .. compared.Skip(1)];

        async Task<int> Rebuild()
        {
            var options = new PostgresOptions(server.ConnectionString) { Schema = product, Published = null, OldTablesStay = TimeSpan.Zero };
            await using var database = new PostgresReadModels(options, TimeProvider.System);
            return await ProductRebuild.Into(database, projections, record.Folder);
        }
    }
}
