using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Catalogues;

/// <summary>Every catalogue that has entries, by kind.</summary>
public sealed record CatalogueSummaries : Query<CatalogueSummaries, IReadOnlyList<CatalogueSummary>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One catalogue in numbers.</summary>
/// <param name="Kind">Its kind, e.g. <c>courts</c>.</param>
/// <param name="Offered">How many entries are offered.</param>
/// <param name="Unverified">How many of those nobody checked against their source.</param>
/// <param name="Retired">How many are no longer offered.</param>
public sealed record CatalogueSummary(string Kind, int Offered, int Unverified, int Retired);

/// <summary>Answers <see cref="CatalogueSummaries"/>.</summary>
public sealed class CatalogueSummariesHandler(ReadModelDatabase database) : IQueryHandler<CatalogueSummaries, IReadOnlyList<CatalogueSummary>>
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<CatalogueSummary>> Handle(CatalogueSummaries query, CancellationToken cancellationToken)
    {
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        return await session.Query(
            "SELECT kind, COUNT(CASE WHEN retired = 0 THEN 1 END), COUNT(CASE WHEN retired = 0 AND verified = 0 THEN 1 END), "
            + "COUNT(CASE WHEN retired = 1 THEN 1 END) FROM catalogue_entries GROUP BY kind ORDER BY kind",
            null,
            row => new CatalogueSummary(row.Text(), row.Int(), row.Int(), row.Int()),
            cancellationToken).ConfigureAwait(false);
    }
}
