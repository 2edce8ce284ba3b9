namespace Trials.Domain.People;

/// <summary>The state of one protected person. The name itself is no part of it: rules never open it.</summary>
/// <param name="IsRegistered">Whether the person is known.</param>
/// <param name="HasName">Whether a name is kept.</param>
/// <param name="Sex">Sex.</param>
/// <param name="BirthYear">Null where unknown.</param>
/// <param name="MergedInto">The person that this one turned out to be; null for none.</param>
/// <param name="IsErased">Whether the person is forgotten: no name can be kept any more.</param>
public sealed partial record Person(bool IsRegistered, bool HasName, Sex Sex, int? BirthYear, PersonId? MergedInto, bool IsErased) : IStream<Person, PersonEvent>
{
    /// <inheritdoc/>
    public static string Category => "person";

    /// <inheritdoc/>
    public static Person Initial { get; } = new(IsRegistered: false, HasName: false, Sex.NotRecorded, null, null, IsErased: false);

    /// <inheritdoc/>
    public static Person Apply(Person state, Entry<PersonEvent> entry) => entry.Event switch
    {
        PersonEvent.Registered e => new(IsRegistered: true, e.Name is not null, e.Sex, e.BirthYear, null, IsErased: false),
        PersonEvent.IdentityChanged e => state with { HasName = e.Name is not null, Sex = e.Sex, BirthYear = e.BirthYear },
        PersonEvent.Merged e => state with { MergedInto = e.Into },
        PersonEvent.Unmerged => state with { MergedInto = null },
        PersonEvent.Erased => state with { HasName = false, IsErased = true },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
