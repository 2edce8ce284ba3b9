using NodaTime;
using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>Writes on the board what became of projections.</summary>
internal sealed class ProjectionReports(StatusBoard board, IClock clock)
{
    private static readonly IReadOnlySet<MatterId> NoMatters = new HashSet<MatterId>();

    /// <summary>The tables of these projections answer up to their positions, or they stopped.</summary>
    /// <param name="members">The projections.</param>
    /// <param name="head">The end of the log as far as it is known.</param>
    /// <param name="caughtUp">Whether it was reached.</param>
    /// <param name="matters">Those that have new entries.</param>
    /// <param name="everything">Whether any matter may have changed: other tables answer than before.</param>
    public void Moved(IReadOnlyList<Member> members, LogPosition head, bool caughtUp, IReadOnlySet<MatterId> matters, bool everything = false)
    {
        var now = clock.GetCurrentInstant();
        board.Update(
            all => all.Select(status => members.FirstOrDefault(m => m.Projection.Name == status.Name) is { } member
                ? status with
                {
                    State = !member.Runs ? ProjectionState.Stopped
                        : caughtUp || member.Position >= head ? ProjectionState.Running
                        : ProjectionState.CatchingUp,
                    Position = member.Position,
                    Head = Later(head, status.Head),
                    RebuildPercent = null,
                    Stop = member.Stop,
                    Trouble = null,
                    Changed = member.Position == status.Position ? status.Changed : now,
                }
                : status with { Head = Later(head, status.Head) }),
            matters,
            everything);
    }

    /// <summary>Another process has moved the projections.</summary>
    public void Followed(OthersChange change, LogPosition head)
    {
        var now = clock.GetCurrentInstant();
        board.Update(
            all => all.Select(status =>
            {
                var checkpoint = change.Checkpoints.GetValueOrDefault(status.Name);
                var position = checkpoint?.Position ?? LogPosition.Start;
                var isCurrent = checkpoint?.IsOf(status.Fingerprint) ?? false;
                var stop = change.Stops.GetValueOrDefault(status.Name);
                return status with
                {
                    State = stop is not null ? ProjectionState.Stopped : !isCurrent ? ProjectionState.Rebuilding : position < head ? ProjectionState.CatchingUp : ProjectionState.Running,
                    Position = position,
                    Head = Later(head, position),
                    RebuildPercent = isCurrent || stop is not null ? null : change.Rebuilt.GetValueOrDefault(status.Name),
                    Stop = stop,
                    Trouble = null,
                    Changed = position == status.Position ? status.Changed : now,
                };
            }),
            change.Matters,
            change.Everything);
    }

    /// <summary>These projections are being built anew.</summary>
    public void Rebuilding(IReadOnlyList<Projection> projections, int percent) =>
        board.Update(
            all => all.Select(status => projections.Any(p => p.Name == status.Name)
                ? status with { State = ProjectionState.Rebuilding, RebuildPercent = percent, Trouble = null }
                : status),
            NoMatters);

    /// <summary>A projection could not be built anew; its old tables answer as before.</summary>
    public void KeptOld(Projection projection, ProjectionStop stop) =>
        board.Update(
            all => all.Select(status => status.Name == projection.Name
                ? status with { State = ProjectionState.Stopped, RebuildPercent = null, Stop = stop, Trouble = null }
                : status),
            NoMatters);

    /// <summary>Up to where a projection answers.</summary>
    public LogPosition PositionOf(Projection projection) => board.Current.Single(s => s.Name == projection.Name).Position;

    private static LogPosition Later(LogPosition one, LogPosition other) => one > other ? one : other;
}
