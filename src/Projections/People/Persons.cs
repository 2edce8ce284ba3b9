using Trials.Domain;
using Trials.Domain.People;

namespace Trials.Projections.People;

/// <summary>What is known of some protected persons; those who are not registered are missing from the answer.</summary>
/// <param name="Ids">At most 500.</param>
public sealed record Persons(ValueList<PersonId> Ids) : Query<Persons, IReadOnlyList<PersonRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>A protected person.</summary>
/// <param name="Person">Who.</param>
/// <param name="Matter">The matter in which the person was registered.</param>
/// <param name="Name">Sealed; null where it is not known or must not be kept.</param>
/// <param name="Sex">Sex.</param>
/// <param name="BirthYear">Null where unknown.</param>
/// <param name="Revision">The revision of the person's stream, for forms.</param>
public sealed record PersonRow(PersonId Person, MatterId Matter, PersonalText? Name, Sex Sex, int? BirthYear, long Revision)
{
    /// <summary>The person that this one turned out to be; null for none.</summary>
    public PersonId? MergedInto { get; init; }

    /// <summary>Whether the person is forgotten, and no name can be kept any more.</summary>
    public bool Erased { get; init; }
}
