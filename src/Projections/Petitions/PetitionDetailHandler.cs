using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Petitions;

/// <summary>Answers <see cref="PetitionDetail"/>.</summary>
public sealed class PetitionDetailHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<PetitionDetail, PetitionView?>
{
    /// <inheritdoc/>
    public async ValueTask<PetitionView?> Handle(PetitionDetail query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var of = session.NewArguments().Uuid("petition", query.Petition.Value).Integer("clearance", (int)viewers.Viewer.Clearance);
        var found = await session.Query(
            $"{PetitionListRows.Select} WHERE p.petition_id = @petition AND p.visibility <= @clearance",
            of,
            row => (Row: PetitionListRows.Read(row, query.Today), Revision: row.Integer()),
            cancellationToken).ConfigureAwait(false);
        if (found is not [var petition])
        {
            return null;
        }

        // UNION, not UNION ALL: petitions that name each other in a ring end too.
        var chain = await session.Query(
            "WITH RECURSIVE before_it (id) AS (SELECT @petition UNION SELECT p.predecessor FROM petitions p JOIN before_it b ON b.id = p.petition_id "
            + "WHERE p.predecessor IS NOT NULL), chain (id) AS (SELECT id FROM before_it UNION SELECT p.petition_id FROM petitions p "
            + "JOIN chain c ON p.predecessor = c.id) "
            + $"{PetitionListRows.Select} WHERE p.petition_id IN (SELECT id FROM chain) AND p.visibility <= @clearance "
            + "ORDER BY p.filed_at, p.petition_id",
            of,
            row => PetitionListRows.Read(row, query.Today),
            cancellationToken).ConfigureAwait(false);
        return new(petition.Row, petition.Revision, chain);
    }
}
