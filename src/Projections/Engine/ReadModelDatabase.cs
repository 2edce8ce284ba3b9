using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>Up to where a projection's tables answer, and what they were made by.</summary>
/// <param name="Fingerprint">Of the projection that made them.</param>
/// <param name="Position">Of the last event that they hold.</param>
/// <param name="Last">That event; null where they hold none, or were left by a version that did not note it.</param>
public sealed record Checkpoint(string Fingerprint, LogPosition Position, LogMark? Last)
{
    /// <summary>Whether a projection can go on with the tables.</summary>
    internal bool IsOf(string fingerprint) => Fingerprint == fingerprint && (Last is not null || Position == LogPosition.Start);
}

/// <summary>What a batch of events changes in one projection.</summary>
/// <param name="Projection">Which.</param>
/// <param name="Changes">In its tables.</param>
/// <param name="From">Where its checkpoint must stand before.</param>
/// <param name="To">The event at which it stands afterwards.</param>
internal sealed record ProjectionCommit(Projection Projection, Changes Changes, LogPosition From, LogMark To);

/// <summary>The checkpoint does not stand where this process left it: another one writes to the same database.</summary>
public sealed class CheckpointMovedException(string projection)
    : Exception($"Another process has written to the tables of '{projection}'.");

/// <summary>Another process has taken the turn to write; nothing was written.</summary>
public sealed class TurnLostException() : Exception("Another process writes the read models now.");

/// <summary>What the process that writes has committed, as another one sees it.</summary>
/// <param name="Checkpoints">Where each projection stands.</param>
/// <param name="Matters">The matters that have new entries.</param>
/// <param name="Everything">Whether any matter may have changed, because what came before was not heard.</param>
/// <param name="Stops">The projections that are stopped, and why.</param>
/// <param name="Rebuilt">How far those are that are being built anew, in percent.</param>
internal sealed record OthersChange(
    IReadOnlyDictionary<string, Checkpoint> Checkpoints,
    IReadOnlySet<MatterId> Matters,
    bool Everything,
    IReadOnlyDictionary<string, ProjectionStop> Stops,
    IReadOnlyDictionary<string, int> Rebuilt);

/// <summary>The database of the read models. One process writes; reading goes on beside it, each answer from one moment.</summary>
public abstract class ReadModelDatabase : IAsyncDisposable
{
    /// <summary>Begins to read: everything that is read until the session is disposed comes from one moment.</summary>
    public abstract ValueTask<ReadSession> Read(CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>
    /// Prepares the database for these projections. Tables that are missing are made, empty; so are those that have other columns than queries ask for.
    /// </summary>
    /// <returns>The checkpoints of the projections that have tables already, whatever made them.</returns>
    internal abstract ValueTask<IReadOnlyDictionary<string, Checkpoint>> Open(IReadOnlyList<Projection> projections, CancellationToken cancellation);

    /// <summary>Makes the tables of these projections anew, empty: what they hold is not, or no longer, in the log.</summary>
    /// <exception cref="TurnLostException">It is not this process's turn to write.</exception>
    internal abstract ValueTask Forget(IReadOnlyList<Projection> projections, CancellationToken cancellation);

    /// <summary>Takes the turn to write, after which everything that others had under way is done or undone. True at once where only one process can.</summary>
    internal virtual ValueTask<bool> TakeTurn(CancellationToken cancellation) => new(true);

    /// <summary>How things stand, then what the process whose turn it is commits, and from time to time how things stand, until cancelled.</summary>
    internal virtual IAsyncEnumerable<OthersChange> Follow(CancellationToken cancellation) => AsyncEnumerable.Empty<OthersChange>();

    /// <summary>Lets the processes that follow know which projections are stopped, and why: these and no others. Nothing where nobody follows.</summary>
    internal virtual ValueTask TellStops(IReadOnlyDictionary<string, ProjectionStop> stops, CancellationToken cancellation) => default;

    /// <summary>Lets the processes that follow know how far a rebuild is, until it is finished or another is begun. Nothing where nobody follows.</summary>
    internal virtual ValueTask TellRebuild(IReadOnlyList<Projection> projections, int percent, CancellationToken cancellation) => default;

    /// <summary>Keeps the turn for as long as this process writes. Fails when it is lost; ends at once where nobody else can take it.</summary>
    internal virtual Task HoldTurn(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Writes changes and checkpoints in one transaction, and tells the processes that follow.</summary>
    /// <param name="commits">What one batch of events changes.</param>
    /// <param name="matters">The matters of its events.</param>
    /// <param name="cancellation">Honoured until the transaction is committed.</param>
    /// <exception cref="CheckpointMovedException">A checkpoint stands elsewhere; nothing is written.</exception>
    internal abstract ValueTask Commit(
        IReadOnlyList<ProjectionCommit> commits, IReadOnlySet<MatterId> matters, CancellationToken cancellation);

    /// <summary>Makes empty tables beside those that answer, for a rebuild; what an earlier one left behind is thrown away.</summary>
    internal abstract ValueTask BeginRebuild(IReadOnlyList<Projection> projections, CancellationToken cancellation);

    /// <summary>Writes changes into the tables beside, in one transaction. Their checkpoint is only in memory: a rebuild that is killed begins again.</summary>
    internal abstract ValueTask CommitRebuild(IReadOnlyList<ProjectionCommit> commits, CancellationToken cancellation);

    /// <summary>Makes the indexes of the tables beside.</summary>
    /// <param name="projections">Whose tables.</param>
    /// <param name="exclusively">Runs what must not run while anybody else writes, one after the other.</param>
    /// <param name="cancellation">Honoured at any time: the rebuild begins again then.</param>
    internal abstract ValueTask IndexRebuild(
        IReadOnlyList<Projection> projections, Func<Func<ValueTask>, Task> exclusively, CancellationToken cancellation);

    /// <summary>Puts the tables beside in the place of those that answer, with their checkpoint, in one transaction.</summary>
    /// <param name="rebuilt">Which, and the last event that each holds; null for none.</param>
    /// <param name="cancellation">Honoured until the transaction is committed.</param>
    /// <exception cref="CheckpointMovedException">Others answer by now than those that answered when the rebuild was begun.</exception>
    internal abstract ValueTask FinishRebuild(IReadOnlyList<(Projection Projection, LogMark? Last)> rebuilt, CancellationToken cancellation);
}
