using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>The running projections, for pages that wait for an effect, show how fresh they are, or stay live.</summary>
public interface IProjections
{
    /// <summary>How each projection does, now.</summary>
    IReadOnlyList<ProjectionStatus> Status { get; }

    /// <summary>
    /// Waits until every projection shows the log up to <paramref name="position"/>. False where they do not within <paramref name="atMost"/>,
    /// or cannot because one is stopped: "recorded, not yet shown".
    /// </summary>
    /// <param name="position">As the recorded outcome gave it.</param>
    /// <param name="atMost">Zero or more; pages wait two seconds.</param>
    ValueTask<bool> WaitFor(LogPosition position, TimeSpan atMost, CancellationToken cancellation);

    /// <summary>
    /// What changed, each time something was committed, until cancelled. A slow reader gets several changes as one, never misses any.
    /// </summary>
    IAsyncEnumerable<ProjectionChange> Changes(CancellationToken cancellation);
}

/// <summary>The tables show more than before.</summary>
/// <param name="Position">Up to where.</param>
/// <param name="Matters">The matters that have new entries; empty where only the state of a projection changed.</param>
/// <param name="Everything">Whether any matter may have new entries: what happened meanwhile was not heard.</param>
public sealed record ProjectionChange(LogPosition Position, IReadOnlySet<MatterId> Matters, bool Everything = false)
{
    /// <summary>Whether a page of this matter may show something new.</summary>
    public bool Touches(MatterId matter) => Everything || Matters.Contains(matter);
}
