using Trials.Domain;

namespace Trials.Projections.Timelines;

/// <summary>What was recorded last in any case, application or activity, newest first; corrections and withdrawals too.</summary>
/// <param name="Count">1 to 100.</param>
public sealed record LatestEntries(int Count) : Query<LatestEntries, IReadOnlyList<LatestEntry>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>Something recorded lately.</summary>
/// <param name="Recorded">As recorded; an <see cref="Amendment"/> where an earlier entry was corrected or withdrawn.</param>
/// <param name="AmendedWireName">Of an amendment: the kind of entry that it names; else null.</param>
/// <param name="Kind">What its matter is.</param>
/// <param name="Reference">The case's reference or the application's number; null where it has none.</param>
public sealed record LatestEntry(RecordedEvent Recorded, string? AmendedWireName, MatterKind Kind, string? Reference)
{
    /// <summary>The matter.</summary>
    public MatterId Matter => Recorded.Metadata.Matter;
}

/// <summary>What a matter is.</summary>
public enum MatterKind
{
    /// <summary>A case, or something whose beginning is withdrawn.</summary>
    Case,

    /// <summary>An application.</summary>
    Application,

    /// <summary>An activity that belongs to neither.</summary>
    Activity,
}
