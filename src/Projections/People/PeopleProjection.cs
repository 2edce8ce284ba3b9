using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Text;

namespace Trials.Projections.People;

/// <summary>Protected persons. Names stay sealed.</summary>
public sealed class PeopleProjection : Projection
{
    /// <summary>Protected persons.</summary>
    public PeopleProjection()
        : base(ProjectionNames.People, version: 3, [Person.Table]) =>
        From(PersonFold.Fold, (before, after, changes) => changes.Replace(Person.Table, Person.Of(before), Person.Of(after)));
}

internal sealed record Person(PersonId Id, MatterId Matter, PersonFacts Facts, long Revision, int Visibility)
{
    public static Person? Of(Folded<PersonFacts>? folded) => folded?.State.Known == true
        ? new(new(folded.Stream.LeadingGuid), folded.Matter, folded.State, folded.Revision, (int)MatterVisibility.Open)
        : null;

    public static OwnedTable<Person> Table { get; } = new(
        "persons",
        TableKind.One,
        new Columns<Person>()
            .Uuid("person_id", r => r.Id.Value)
            .Uuid("matter", r => r.Matter.Value)
            .BytesOrNull("name", r => SealedBytes.Of(r.Facts.Name))
            .Integer("sex", r => (int)r.Facts.Sex)
            .IntegerOrNull("birth_year", r => r.Facts.BirthYear)
            .UuidOrNull("merged_into", r => r.Facts.MergedInto?.Value)
            .Integer("erased", r => r.Facts.Erased ? 1 : 0)
            .Integer("revision", r => r.Revision)
            .Integer("visibility", r => r.Visibility));
}
