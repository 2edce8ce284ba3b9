using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Petitions;

/// <summary>Answers <see cref="PetitionList"/>.</summary>
public sealed class PetitionListHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<PetitionList, Page<PetitionListRow>>
{
    /// <inheritdoc/>
    public async ValueTask<Page<PetitionListRow>> Handle(PetitionList query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = Matching(session, query.Filter, viewers.Viewer);
        return await session.Page(
            query.Page, PetitionListRows.Select, "petitions p", where, Order(query), row => PetitionListRows.Read(row, query.Today), cancellationToken).ConfigureAwait(false);
    }

    private static Where Matching(ReadSession session, PetitionFilter filter, Viewer viewer) => (filter.Disregarded switch
    {
        null => new Where(session),
        true => new Where(session).Add(PetitionListRows.IsDisregarded),
        false => new Where(session).Add($"NOT {PetitionListRows.IsDisregarded}"),
    })
        .Integer("p.visibility <= @clearance", "clearance", (int)viewer.Clearance)
        .Uuid("p.case_id = @case", "case", filter.Case?.Value)
        .Integer(
            filter.Standing == PetitionStanding.Disregarded
                ? $"{PetitionListRows.IsDisregarded} AND @standing = @standing"
                : $"p.standing = @standing AND NOT {PetitionListRows.IsDisregarded}",
            "standing",
            (int?)filter.Standing)
        .Integer("p.is_open = @open", "open", filter.Open is { } open ? (open ? 1 : 0) : null)
        .Integer("p.kind = @kind", "kind", (int?)filter.Kind)
        .Integer("p.filed_by = @by", "by", (int?)filter.By)
        .Integer("p.addressee = @to", "to", (int?)filter.To)
        .Integer("p.decision = @decision", "decision", (int?)filter.Decision)
        .Uuid("p.hearing_id = @hearing", "hearing", filter.Hearing?.Value)
        .Date("p.filed_date >= @filedFrom", "filedFrom", filter.FiledFrom)
        .Date("p.filed_date <= @filedTo", "filedTo", filter.FiledTo);

    private static string Order(PetitionList query)
    {
        var direction = query.Descending ? "DESC" : "ASC";
        return query.Sort == PetitionSort.Closed
            ? $"p.closed_at {direction} NULLS LAST, p.petition_id {direction}"
            : $"p.filed_at {direction}, p.petition_id {direction}";
    }
}
