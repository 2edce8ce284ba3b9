using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.Web.Acting;

/// <summary>Somebody who can act, with the name that entries show.</summary>
/// <param name="Actor">Who, in what capacity, with which permissions.</param>
/// <param name="Name">The name; null for those that the interface names by their role alone.</param>
public sealed record KnownActor(Actor Actor, LocalName? Name);

/// <summary>Who can act in this installation, and what each is called.</summary>
public sealed class ActorDirectory
{
    private static readonly Permission[] All = Enum.GetValues<Permission>();
    private readonly Dictionary<ActorId, KnownActor> known;

    private ActorDirectory(IReadOnlyList<KnownActor> offered)
    {
        Offered = offered;
        known = offered.Append(Importer).Append(System).DistinctBy(person => person.Actor.Id).ToDictionary(person => person.Actor.Id);
    }

    /// <summary>The single user of an installation without accounts.</summary>
    public static KnownActor LocalUser { get; } = new(Acting("local-user", ActorRole.LocalUser, All), null);

    /// <summary>In whose name published material is imported.</summary>
    public static KnownActor Importer { get; } = new(
        Acting("importer", ActorRole.Importer, [Permission.ReadCases, Permission.RecordProcedure, Permission.RecordPersons, Permission.ManageCatalogues]), null);

    /// <summary>In whose name the system carries on what a person began.</summary>
    public static KnownActor System { get; } = new(Acting("system", ActorRole.System, All), null);

    /// <summary>Who may be chosen to act; the first acts where nobody is chosen.</summary>
    public IReadOnlyList<KnownActor> Offered { get; }

    /// <summary>The directory of an installation: its one local user, or the invented people of the demonstration.</summary>
    public static ActorDirectory Of(bool demo) => new(demo ? DemoPeople.All : [LocalUser]);

    /// <summary>The person offered under this id, or the first one offered.</summary>
    public KnownActor Choose(string? id) =>
        Offered.FirstOrDefault(person => person.Actor.Id.Value.ToString("N") == id) ?? Offered[0];

    /// <summary>Somebody who may have acted; null for an id that this installation does not know.</summary>
    public KnownActor? Find(ActorId id) => known.GetValueOrDefault(id);

    /// <summary>The name to show for an id.</summary>
    public string NameOf(ActorId id, Texts texts) => Find(id) switch
    {
        null => texts["Acting.Unknown"],
        { Name: { } name } => name.In(texts.Language),
        { Actor.Role: var role } => texts.Of(role),
    };

    /// <summary>Who acted, by name and role; by the role alone where that is all there is to say.</summary>
    public string Who(ActorId id, ActorRole role, Texts texts) =>
        NameOf(id, texts) is var name && name == texts.Of(role) ? name : texts["Timeline.By", name, role];

    internal static Actor Acting(string name, ActorRole role, ReadOnlySpan<Permission> permissions) =>
        new(new ActorId(DerivedGuid.From(Guid.Empty, "actor", name)), role, ValueList.Create(permissions));
}
