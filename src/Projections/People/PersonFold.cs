using Trials.Domain;
using Trials.Domain.People;
using Trials.Projections.Engine;

namespace Trials.Projections.People;

/// <summary>What read models know of one protected person.</summary>
/// <param name="Known">Whether the person is registered.</param>
/// <param name="Name">Sealed.</param>
/// <param name="Sex">Sex.</param>
/// <param name="BirthYear">Null where unknown.</param>
/// <param name="MergedInto">The person that this one turned out to be; null for none.</param>
/// <param name="Erased">Whether the person is forgotten.</param>
public sealed record PersonFacts(bool Known, PersonalText? Name, Sex Sex, int? BirthYear, PersonId? MergedInto, bool Erased);

/// <summary>How a person's entries become what read models know.</summary>
public static class PersonFold
{
    /// <summary>Before the first entry.</summary>
    public static PersonFacts Initial { get; } = new(false, null, Sex.NotRecorded, null, null, Erased: false);

    /// <summary>The fold that every read model of persons shares.</summary>
    public static StreamFold<PersonFacts, PersonEvent> Fold { get; } = new("person", Initial, Apply);

    /// <summary>What is known after one more entry.</summary>
    public static PersonFacts Apply(PersonFacts facts, Entry<PersonEvent> entry) => entry.Event switch
    {
        PersonEvent.Registered e => new(true, e.Name, e.Sex, e.BirthYear, null, Erased: false),
        PersonEvent.IdentityChanged e => facts with { Name = e.Name, Sex = e.Sex, BirthYear = e.BirthYear },
        PersonEvent.Merged e => facts with { MergedInto = e.Into },
        PersonEvent.Unmerged => facts with { MergedInto = null },
        PersonEvent.Erased => facts with { Name = null, Erased = true },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
