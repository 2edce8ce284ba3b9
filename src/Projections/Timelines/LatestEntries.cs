using Trials.Domain;

namespace Trials.Projections.Timelines;

/// <summary>What was recorded last in any case, newest first; corrections and withdrawals too.</summary>
/// <param name="Count">1 to 100.</param>
public sealed record LatestEntries(int Count) : Query<LatestEntries, IReadOnlyList<LatestEntry>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>Something recorded lately.</summary>
/// <param name="Recorded">As recorded; an <see cref="Amendment"/> where an earlier entry was corrected or withdrawn.</param>
/// <param name="AmendedWireName">Of an amendment: the kind of entry that it names; else null.</param>
/// <param name="Case">The case.</param>
/// <param name="CaseReference">Its reference; null where it has none yet.</param>
public sealed record LatestEntry(RecordedEvent Recorded, string? AmendedWireName, CaseId Case, string? CaseReference);
