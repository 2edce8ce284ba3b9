using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.People;

/// <summary>
/// Who turned out to be whom, for figures that count persons: each projection that counts them keeps its own table of it, so that both are from one moment.
/// </summary>
internal sealed record MergedPerson(PersonId Person, PersonId Into)
{
    public static MergedPerson? Of(Folded<PersonFacts>? folded) =>
        folded?.State.MergedInto is { } into ? new(new(folded.Stream.LeadingGuid), into) : null;

    public static OwnedTable<MergedPerson> Table(string name) => new(
        name,
        TableKind.One,
        new Columns<MergedPerson>().Uuid("person_id", r => r.Person.Value).Uuid("merged_into", r => r.Into.Value));

    /// <summary>Tells who a person turned out to be; the person, where nobody was merged.</summary>
    public static async ValueTask<Func<PersonId, PersonId>> Meant(ReadSession session, string table, CancellationToken cancellation)
    {
        var merged = (await session.Query(
            $"SELECT person_id, merged_into FROM {table}", null, row => (Person: new PersonId(row.Uuid()), Into: new PersonId(row.Uuid())), cancellation)
            .ConfigureAwait(false)).ToDictionary(m => m.Person, m => m.Into);
        return person =>
        {
            for (var i = 0; i < merged.Count && merged.TryGetValue(person, out var into); i++)
            {
                person = into;
            }

            return person;
        };
    }
}
