using Mediator;
using Trials.Domain;
using Trials.Domain.People;
using Trials.Projections.Engine;
using Trials.Projections.Text;

namespace Trials.Projections.People;

/// <summary>Answers <see cref="Persons"/>.</summary>
public sealed class PersonsHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<Persons, IReadOnlyList<PersonRow>>
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PersonRow>> Handle(Persons query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Ids.Count == 0)
        {
            return [];
        }

        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        return await session.Query(
            "SELECT person_id, matter, name, sex, birth_year, revision, merged_into, erased FROM persons WHERE person_id IN @ids AND visibility <= @clearance ORDER BY person_id",
            session.NewArguments().Uuids("ids", query.Ids.Take(PageRequest.MaxSize).Select(i => i.Value)).Integer("clearance", (int)viewers.Viewer.Clearance),
            row => new PersonRow(
                new(row.Uuid()), new(row.Uuid()), SealedBytes.PersonalText(row.BytesOrNull()), (Sex)row.Int(), row.IntOrNull(), row.Integer())
            {
                MergedInto = row.UuidOrNull() is { } into ? new PersonId(into) : null,
                Erased = row.Int() != 0,
            },
            cancellationToken).ConfigureAwait(false);
    }
}
