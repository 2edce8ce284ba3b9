using System.Data.Common;
using Mediator;
using NodaTime.Testing;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Tests.Support;

/// <summary>The read models of a world, in a place of its store that goes with them.</summary>
internal sealed class Projected : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly World world;
    private readonly bool ownsPlace;
    private readonly CancellationTokenSource stop = new();
    private readonly ViewerAccessor viewers = new();
    private Task running = Task.CompletedTask;

    private Projected(World world, IReadOnlyList<Projection> projections, string? place, IEventLog? log, ProjectionEngineOptions? options)
    {
        this.world = world;
        ownsPlace = place is null;
        Place = place ?? world.Store.NewPlace();
        Database = world.Store.Open(Place);
        Engine = new(log ?? world.Log, world.Codec, Database, projections, new FakeClock(Any.Now), TimeProvider.System, options);
    }

    public string Place { get; }

    public ReadModelDatabase Database { get; }

    public ProjectionEngine Engine { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Read models that run; they may not have caught up yet.</summary>
    public static async Task<Projected> Start(
        World world,
        IReadOnlyList<Projection>? projections = null,
        string? place = null,
        IEventLog? log = null,
        ProjectionEngineOptions? options = null)
    {
        var projected = new Projected(world, projections ?? ReadModels.All, place, log, options);
        await projected.Engine.Open(Cancelled);
        projected.running = projected.Engine.Run(projected.stop.Token);
        return projected;
    }

    /// <summary>Read models that do not run.</summary>
    public static Projected Idle(World world, string place, ProjectionEngineOptions? options = null) =>
        new(world, ReadModels.All, place, null, options);

    /// <summary>Read models that show everything recorded.</summary>
    public static async Task<Projected> Of(World world, IReadOnlyList<Projection>? projections = null, string? place = null)
    {
        var projected = await Start(world, projections, place);
        await projected.CatchUp();
        return projected;
    }

    /// <summary>Waits until every projection shows the end of the log.</summary>
    public async Task CatchUp()
    {
        var head = await world.Log.Head(Cancelled);
        await Until(all => all.All(s => s.Position >= head && s.State == ProjectionState.Running));
    }

    /// <summary>Waits for a state of the projections.</summary>
    public async Task Until(Func<IReadOnlyList<ProjectionStatus>, bool> reached)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(Patience);
        await foreach (var change in Engine.Changes(patience.Token))
        {
            if (reached(Engine.Status))
            {
                return;
            }
        }
    }

    /// <summary>What a query answers somebody who may ask everything.</summary>
    public ValueTask<TResult> Ask<TQuery, TResult>(Query<TQuery, TResult> query)
        where TQuery : Query<TQuery, TResult>, INeeds
    {
        var guard = new Guard<TQuery, TResult>(new Asking(), viewers);
        var handler = (IQueryHandler<TQuery, TResult>)Handlers.Of<TQuery>(Database, world.Codec, viewers, Engine);
        return guard.Handle((TQuery)query, handler.Handle, Cancelled);
    }

    /// <summary>Every row of some tables as text, in the order of their keys.</summary>
    public IReadOnlyList<string> Rows(IEnumerable<Projection>? projections = null, Func<string, bool>? columns = null)
    {
        using var connection = Connect();
        var rows = new List<string>();
        foreach (var table in (projections ?? ReadModels.All).SelectMany(p => p.Tables))
        {
            var named = table.Columns.Select(c => c.Name).Where(c => columns?.Invoke($"{table.Name}.{c}") ?? true).ToList();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", named)} FROM {table.Name} ORDER BY {string.Join(", ", table.Key)}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add($"{table.Name} {string.Join(" ", named.Select((c, i) => $"{c}={Shown(reader.GetValue(i))}"))}");
            }
        }

        return rows;
    }

    /// <summary>The rows of a query as text, in order.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(column => Shown(reader.GetValue(column)))));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>What is there of tables that were not finished.</summary>
    public IReadOnlyList<string> LeftOver() => world.Store.LeftOver(Place);

    /// <summary>A connection beside the engine's own.</summary>
    public DbConnection Connect() => world.Store.Connect(Place);

    /// <summary>Changes something behind the engine's back.</summary>
    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Stops as a process does that is told to; the place stays where another one continues there.</summary>
    public async Task Stop()
    {
        await stop.CancelAsync();
        await running;
        await Database.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        stop.Dispose();
        if (ownsPlace)
        {
            world.Store.Remove(Place);
        }
    }

    private static string Shown(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DBNull => "-",
        _ => value.ToString()!,
    };

    private sealed class Asking : IActorSource
    {
        public Actor? Current => Any.Lawyer;
    }
}
