using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.People;

/// <summary>Who is forgotten, for the server itself, which makes sure at its start that their keys are gone. No page asks this.</summary>
public sealed class ErasedPersons(ReadModelDatabase database)
{
    /// <summary>All of them, whoever may see them; null where the persons do not yet show the log up to a position. How other read models do does not matter.</summary>
    public async ValueTask<IReadOnlyList<PersonId>?> All(LogPosition upTo, CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation).ConfigureAwait(false);
        if (await session.Position(ProjectionNames.People, cancellation).ConfigureAwait(false) < upTo)
        {
            return null;
        }

        return await session.Query("SELECT person_id FROM persons WHERE erased = 1 ORDER BY person_id", null, row => new PersonId(row.Uuid()), cancellation)
            .ConfigureAwait(false);
    }
}
