using Mediator;
using Trials.Benchmarks.Record;
using Trials.Domain;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using Trials.Projections;
using Trials.Projections.Cases;
using Trials.Projections.Engine.Sqlite;
using Trials.Projections.Hearings;
using Trials.Projections.Search;
using Trials.Projections.Timelines;

namespace Trials.Benchmarks.Queries;

/// <summary>The product's queries behind their guard, as a page asks them.</summary>
internal sealed class ProductQueries : IActorSource, IAsyncDisposable
{
    private readonly SqliteReadModels database;
    private readonly KeyStore keys;
    private readonly EventCodec codec;
    private readonly ViewerAccessor viewers = new();

    public ProductQueries(SampleRecord record)
    {
        database = new(Path.Combine(record.Folder, ReadModelServices.FileName));
        keys = KeyStore.Open(record.Folder, readOnly: true);
        codec = new(EventTypes.All, keys);
    }

    public Actor? Current { get; } = new(new(Guid.Empty), ActorRole.Analyst, [.. Enum.GetValues<Permission>()]);

    /// <summary>How many entries a case has.</summary>
    public async ValueTask<int> Timeline(CaseId id) =>
        (await Ask(new CaseTimeline(id.Matter), new CaseTimelineHandler(database, codec, viewers))).Entries.Count;

    /// <summary>How many hearings' delays are known, of a region in some months or of all.</summary>
    public async ValueTask<int> Delays(StatisticsFilter filter) =>
        (await Ask(new DelayStatistics(filter), new DelayStatisticsHandler(database, viewers))).Total.Minutes.Count;

    /// <summary>How many cases match, having read a page of them.</summary>
    public async ValueTask<int> Cases(CaseFilter filter) =>
        (await Ask(new CaseList(filter, CaseSort.Reference, false, new(2023, 1, 1), new()), new CaseListHandler(database, viewers))).Total;

    /// <summary>How many things of a kind a search finds, having read the first of each kind.</summary>
    public async ValueTask<int> Search(SearchTerm term, SearchKind kind) =>
        (await Ask(new RecordSearch([term], null, new()), new RecordSearchHandler(database, viewers))).SingleOrDefault(group => group.Kind == kind)?.Total ?? 0;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        keys.Dispose();
    }

    private ValueTask<TResult> Ask<TQuery, TResult>(TQuery query, IQueryHandler<TQuery, TResult> handler)
        where TQuery : Query<TQuery, TResult>, INeeds =>
        new Guard<TQuery, TResult>(this, viewers).Handle(query, handler.Handle, CancellationToken.None);
}
