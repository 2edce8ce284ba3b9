using Mediator;
using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>How the projections do, for the operations page.</summary>
public sealed record EngineStatus : Query<EngineStatus, IReadOnlyList<ProjectionStatus>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.Operate;
}

/// <summary>Answers <see cref="EngineStatus"/>.</summary>
public sealed class EngineStatusHandler(IProjections projections) : IQueryHandler<EngineStatus, IReadOnlyList<ProjectionStatus>>
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ProjectionStatus>> Handle(EngineStatus query, CancellationToken cancellationToken) => new(projections.Status);
}
