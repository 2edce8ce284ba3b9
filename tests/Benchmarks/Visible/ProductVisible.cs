using NodaTime;
using Trials.Benchmarks.Record;
using Trials.Domain;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using Trials.EventLog.Sqlite;
using Trials.Projections;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Sqlite;
using Trials.Projections.Timelines;

namespace Trials.Benchmarks.Visible;

/// <summary>The product's log, its running engine with all read models, and an open page that is told of changes.</summary>
internal sealed class ProductVisible : IActorSource, IAsyncDisposable
{
    private readonly ScratchFolder folder;
    private readonly KeyStore keys;
    private readonly EventCodec codec;
    private readonly SqliteEventLog log;
    private readonly SqliteReadModels database;
    private readonly ProjectionEngine engine;
    private readonly CancellationTokenSource stop = new();
    private readonly ViewerAccessor viewers = new();
    private readonly IAsyncEnumerator<ProjectionChange> changes;
    private Task running = Task.CompletedTask;

    private ProductVisible(Settings settings)
    {
        folder = new(settings);
        keys = KeyStore.Open(folder.Path, readOnly: false);
        codec = new(EventTypes.All, keys);
        log = SqliteEventLog.Open(new() { Folder = folder.Path });
        database = new(Path.Combine(folder.Path, ReadModelServices.FileName));
        engine = new(log, codec, database, ReadModels.All, SystemClock.Instance, TimeProvider.System);
        changes = engine.Changes(stop.Token).GetAsyncEnumerator();
    }

    public Actor? Current { get; } = new(new(Guid.Empty), ActorRole.Analyst, [.. Enum.GetValues<Permission>()]);

    public static async Task<ProductVisible> Start(Settings settings)
    {
        var started = new ProductVisible(settings);
        await started.engine.Open(CancellationToken.None);
        await started.engine.Rebuild([], null, CancellationToken.None);
        started.running = started.engine.Run(started.stop.Token);

        // The page is open from here on: what is told first is how things stand.
        await started.changes.MoveNextAsync();
        return started;
    }

    /// <summary>Records a case of its own, and reads its timeline when the page hears of it.</summary>
    public async ValueTask Record(int number)
    {
        var step = new SampleCase(number, new(2023, 1, 1)).Steps().First();
        var encoded = await SampleRecord.Encode(codec, step, number, -1, new byte[EventHash.Size]);
        if (await log.Append(encoded, -1, CancellationToken.None) is not AppendResult.Appended(var position))
        {
            throw new InvalidOperationException("An append failed.");
        }

        do
        {
            await changes.MoveNextAsync();
        }
        while (changes.Current.Position < position || !changes.Current.Touches(step.Matter));

        var shown = await new Guard<CaseTimeline, MatterTimeline>(this, viewers).Handle(
            new(step.Matter), new CaseTimelineHandler(database, codec, viewers).Handle, CancellationToken.None);
        if (shown.Entries.Count != encoded.Length)
        {
            throw new InvalidOperationException("What was told is not shown.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await database.DisposeAsync();
        await log.DisposeAsync();
        keys.Dispose();
        stop.Dispose();
        folder.Dispose();
    }
}
