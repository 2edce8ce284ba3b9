namespace Trials.Domain.Views;

/// <summary>
/// What becomes of one saved view of a register: its filters, order and columns under a name of its owner's choosing. A stream of its own for each, so
/// that it is kept, encrypted and carried to every node as everything else is, and no rule has to look at another view.
/// </summary>
public abstract record ViewEvent : DomainEvent
{
    private ViewEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("view-saved.v1", typeof(Saved)),
        ("view-renamed.v1", typeof(Renamed)),
        ("view-removed.v1", typeof(Removed)),
    ];

    /// <summary>A view was saved. It belongs to the entry's author, and nobody else sees it.</summary>
    /// <param name="Register">Of which register, e.g. <c>petitions</c>.</param>
    /// <param name="Name">What its owner calls it; protected, for people write what they like. At most <see cref="View.LongestName"/> UTF-16 code units.</param>
    /// <param name="Address">The register's address with its filters; protected, for words may be among them. At most <see cref="View.LongestAddress"/> UTF-16 code units.</param>
    public sealed record Saved(string Register, FreeText Name, FreeText Address) : ViewEvent;

    /// <summary>Its owner calls it otherwise.</summary>
    public sealed record Renamed(FreeText Name) : ViewEvent;

    /// <summary>Its owner does not want it any more.</summary>
    public sealed record Removed : ViewEvent;
}
