namespace Trials.Domain.People;

/// <summary>Sex, kept in the clear for statistics.</summary>
public enum Sex
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,
}

/// <summary>What is known of a protected person.</summary>
public abstract record PersonEvent : DomainEvent
{
    private PersonEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("person-registered.v1", typeof(Registered)),
        ("person-identity-changed.v1", typeof(IdentityChanged)),
        ("person-merged.v1", typeof(Merged)),
        ("person-unmerged.v1", typeof(Unmerged)),
        ("person-erased.v1", typeof(Erased)),
    ];

    /// <summary>A person became known.</summary>
    /// <param name="Name">The name, under the person's own key; null where it is not known or must not be kept.</param>
    /// <param name="Sex">Sex.</param>
    /// <param name="BirthYear">1900 to the present year; null where unknown.</param>
    public sealed record Registered(PersonalText? Name, Sex Sex, int? BirthYear) : PersonEvent;

    /// <summary>The identity turned out otherwise or changed.</summary>
    public sealed record IdentityChanged(PersonalText? Name, Sex Sex, int? BirthYear) : PersonEvent;

    /// <summary>This turned out to be another person who is registered: wherever this one is named, that one is meant.</summary>
    /// <param name="Into">The other one.</param>
    /// <param name="Reason">How that is known.</param>
    public sealed record Merged(PersonId Into, FreeText? Reason) : PersonEvent;

    /// <summary>It turned out that they are two persons after all.</summary>
    /// <param name="Reason">How that is known.</param>
    public sealed record Unmerged(FreeText? Reason) : PersonEvent;

    /// <summary>
    /// The person is to be forgotten: the keys of the name and of every text that mentions the person are destroyed, and nobody can ever read them again.
    /// Sex, birth year and what happened stay. It cannot be undone.
    /// </summary>
    /// <param name="Reason">Why, and who asked for it. Where it mentions the person, it cannot be read afterwards either.</param>
    public sealed record Erased(FreeText? Reason) : PersonEvent, IFinal;
}
