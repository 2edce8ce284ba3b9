using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Applications;

/// <summary>Answers <see cref="LatestYearCounted"/>.</summary>
public sealed class LatestYearCountedHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<LatestYearCounted, int>
{
    /// <inheritdoc/>
    public async ValueTask<int> Handle(LatestYearCounted query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        return (int)await session.Number(
            "SELECT COALESCE(MAX(n.year), @latest) FROM ("
            + "SELECT a.documented_year AS year FROM applications a WHERE a.visibility <= @clearance AND a.documented_year <= @latest "
            + "UNION ALL SELECT t.year FROM activities t WHERE t.visibility <= @clearance AND t.year <= @latest) n",
            session.NewArguments().Integer("latest", query.NotAfter).Integer("clearance", (int)viewers.Viewer.Clearance),
            cancellationToken).ConfigureAwait(false);
    }
}
