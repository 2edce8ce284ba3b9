using NodaTime;
using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>
/// Keeps the read models level with the log: one reading of the log for all of them, rows and checkpoint in one transaction.
/// Projections that have changed are built anew beside their old tables. Failures of the log or the database are tried again for ever.
/// </summary>
public sealed class ProjectionEngine : IProjections
{
    private readonly IEventLog log;
    private readonly IEventCodec codec;
    private readonly ReadModelDatabase database;
    private readonly IReadOnlyList<Projection> projections;
    private readonly IClock clock;
    private readonly TimeProvider time;
    private readonly ProjectionEngineOptions options;
    private readonly StatusBoard board;

    /// <summary>An engine for these projections.</summary>
    public ProjectionEngine(
        IEventLog log,
        IEventCodec codec,
        ReadModelDatabase database,
        IReadOnlyList<Projection> projections,
        IClock clock,
        TimeProvider time,
        ProjectionEngineOptions? options = null)
    {
        this.log = log;
        this.codec = codec;
        this.database = database;
        this.projections = projections;
        this.clock = clock;
        this.time = time;
        this.options = options ?? new();
        board = new(time);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProjectionStatus> Status => board.Current;

    /// <inheritdoc/>
    public ValueTask<bool> WaitFor(LogPosition position, TimeSpan atMost, CancellationToken cancellation) =>
        board.WaitFor(position, atMost, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<ProjectionChange> Changes(CancellationToken cancellation) => board.Changes(cancellation);

    /// <summary>Makes the tables that are missing, so that queries have something to read, and says how each projection stands.</summary>
    public ValueTask Open(CancellationToken cancellation) => Look(everything: false, hasTurn: false, cancellation);

    /// <summary>Runs until cancelled. Call it once, after <see cref="Open"/>.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        await Task.Yield();
        var wait = options.FirstRetry;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await RunUntilTrouble(() => wait = options.FirstRetry, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble) when (trouble is not OutOfMemoryException)
            {
                options.OnTrouble?.Invoke(trouble);
                board.Update(all => all.Select(s => s with { State = ProjectionState.Interrupted, Trouble = trouble.GetType().Name }), NoMatters);
                await WaitBeforeRetry(wait, cancellation).ConfigureAwait(false);
                wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, options.LongestRetry.Ticks));
            }
        }
    }

    /// <summary>Builds projections anew, all of them where none is named, and returns when their new tables answer. Not while <see cref="Run"/> runs.</summary>
    /// <exception cref="TurnLostException">Another process writes the read models.</exception>
    public async Task Rebuild(IReadOnlyCollection<string> names, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (!await database.TakeTurn(cancellation).ConfigureAwait(false))
        {
            throw new TurnLostException();
        }

        // Whoever had the turn before may have written since it was opened.
        await Look(everything: false, hasTurn: true, cancellation).ConfigureAwait(false);
        var chosen = projections.Where(p => names.Count == 0 || names.Contains(p.Name)).ToList();
        using var live = new LiveProjections(log, codec, database, projections, [], Board, options);
        await new ProjectionRebuild(log, codec, database, live, Board, options).Run(chosen, progress, cancellation).ConfigureAwait(false);
    }

    private static IReadOnlySet<MatterId> NoMatters { get; } = new HashSet<MatterId>();

    private ProjectionReports Board => new(board, clock);

    private static ProjectionStatus Start(Projection projection, LogPosition position, bool isCurrent, LogPosition head)
    {
        var state = !isCurrent ? ProjectionState.Rebuilding : position < head ? ProjectionState.CatchingUp : ProjectionState.Running;
        return new(projection.Name, projection.Fingerprint, state, position, head, isCurrent ? null : 0, null, null, null);
    }

    /// <summary>
    /// Makes the tables that are missing and says how each projection stands. Tables of another log, or of what the log no longer holds, as after a backup was put
    /// back, are forgotten by the process whose turn it is: another one might throw away what that one makes.
    /// </summary>
    /// <param name="everything">Whether open pages are told that anything may have changed: others wrote before.</param>
    /// <param name="hasTurn">Whether it is this process's turn to write.</param>
    /// <param name="cancellation">Honoured at any time.</param>
    private async ValueTask Look(bool everything, bool hasTurn, CancellationToken cancellation)
    {
        var checkpoints = await database.Open(projections, cancellation).ConfigureAwait(false);
        var head = await log.Head(cancellation).ConfigureAwait(false);
        var foreign = await Foreign(checkpoints, head, cancellation).ConfigureAwait(false);
        if (hasTurn && foreign.Count > 0)
        {
            await database.Forget(foreign, cancellation).ConfigureAwait(false);
        }

        board.Update(
            _ => projections.Select(p => checkpoints.GetValueOrDefault(p.Name) is { } checkpoint && !foreign.Contains(p)
                ? Start(p, checkpoint.Position, checkpoint.IsOf(p.Fingerprint), head)
                : Start(p, LogPosition.Start, isCurrent: false, head)),
            NoMatters,
            everything || foreign.Count > 0);
    }

    /// <summary>The projections whose tables hold what the log does not.</summary>
    private async ValueTask<List<Projection>> Foreign(IReadOnlyDictionary<string, Checkpoint> checkpoints, LogPosition head, CancellationToken cancellation)
    {
        var strange = new HashSet<LogMark>();
        foreach (var mark in checkpoints.Values.Select(c => c.Last).OfType<LogMark>().Distinct())
        {
            if (!await mark.IsIn(log, cancellation).ConfigureAwait(false))
            {
                strange.Add(mark);
            }
        }

        return [.. projections.Where(p => checkpoints.GetValueOrDefault(p.Name) is { } c && (c.Last is { } last ? strange.Contains(last) : c.Position > head))];
    }

    private async Task RunUntilTrouble(Action goesWell, CancellationToken cancellation)
    {
        var followed = await WaitForTurn(goesWell, cancellation).ConfigureAwait(false);
        await Look(followed, hasTurn: true, cancellation).ConfigureAwait(false);
        var stale = projections.Where(p => board.Current.Single(s => s.Name == p.Name).State == ProjectionState.Rebuilding).ToList();
        var members = projections.Except(stale).Select(p => new Member(p, board.Current.Single(s => s.Name == p.Name).Position));
        using var live = new LiveProjections(log, codec, database, projections, members, Board, options);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = new List<Task> { database.HoldTurn(both.Token), live.Run(goesWell, both.Token) };
        if (stale.Count > 0)
        {
            running.Add(new ProjectionRebuild(log, codec, database, live, Board, options).Run(stale, null, both.Token));
        }

        try
        {
            while (running.Count > 0)
            {
                var done = await Task.WhenAny(running).ConfigureAwait(false);
                running.Remove(done);
                await done.ConfigureAwait(false);
            }
        }
        finally
        {
            await both.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Shows what another process commits, until it is this one's turn.</summary>
    /// <returns>Whether there was another.</returns>
    private async Task<bool> WaitForTurn(Action goesWell, CancellationToken cancellation)
    {
        if (await database.TakeTurn(cancellation).ConfigureAwait(false))
        {
            return false;
        }

        await foreach (var change in database.Follow(cancellation).ConfigureAwait(false))
        {
            Board.Followed(change, await log.Head(cancellation).ConfigureAwait(false));
            goesWell();
            if (await database.TakeTurn(cancellation).ConfigureAwait(false))
            {
                break;
            }
        }

        return true;
    }

    private async Task WaitBeforeRetry(TimeSpan wait, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop looks at the token itself.
        }
    }
}
