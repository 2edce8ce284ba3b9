using Trials.Benchmarks.Postgres;
using Trials.Benchmarks.Record;
using Trials.Projections;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Postgres;
using Trials.Projections.Engine.Sqlite;

namespace Trials.Benchmarks.Rebuild;

/// <summary>All read models led on through everything that was recorded while nothing ran, in tables that answer meanwhile: on both databases.</summary>
internal sealed class CatchUpBenchmark(SharedRecord shared) : IBenchmark
{
    private const double Goal = 0.65;

    public string Name => "catch-up";

    public string Measures => "events/s from the log into tables that have their keys and indexes; the baseline only parses them and writes rows that are made beforehand, each once";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        var record = await shared.Get();
        using var server = new PostgresServer();
        await using var bare = await BareAfter(server, record);
        return
        [
            .. await Comparison.Of(
                $"catch-up of {record.Events:N0} events",
                settings,
                Goal,
                () => new Side(settings, folder => Follow(new SqliteReadModels(Path.Combine(folder, ReadModelServices.FileName)), record)),
                () => new Side(settings, folder => Task.FromResult(BareRebuild.Into(folder, record.Folder, MakeIndexes.First)))),
            .. await Comparison.Of(
                $"catch-up, PostgreSQL, {record.Events:N0} events",
                settings,
                Goal,
                () => new Side(settings, _ => Follow(Fresh(server), record)),
                () => new Side(settings, _ => bare.Rebuild(record.Folder, MakeIndexes.First))),
        ];
    }

    private static async Task<int> Follow(ReadModelDatabase fresh, SampleRecord record)
    {
        await using var database = fresh;
        return await ProductCatchUp.Into(database, ReadModels.All, record.Folder);
    }

    private static PostgresReadModels Fresh(PostgresServer server) =>
        new(new(server.ConnectionString) { Schema = $"product{Guid.NewGuid():N}", Published = null, OldTablesStay = TimeSpan.Zero }, TimeProvider.System);

    /// <summary>A baseline with the rows of a rebuild.</summary>
    private static async Task<BarePostgres> BareAfter(PostgresServer server, SampleRecord record)
    {
        const string rebuilt = "rebuilt";
        await using var database = new PostgresReadModels(
            new(server.ConnectionString) { Schema = rebuilt, Published = null, OldTablesStay = TimeSpan.Zero }, TimeProvider.System);
        await ProductRebuild.Into(database, ReadModels.All, record.Folder);
        return await BarePostgres.After(server.ConnectionString, rebuilt, Path.Combine(record.Folder, rebuilt));
    }
}
