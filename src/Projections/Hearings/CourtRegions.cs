using Trials.Projections.Engine;

namespace Trials.Projections.Hearings;

/// <summary>The regions of courts, as the hearing register knows them.</summary>
internal static class CourtRegions
{
    /// <summary>By court; courts whose region is not known are missing.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, string>> Read(ReadSession session, CancellationToken cancellation)
    {
        var regions = await session.Query(
            "SELECT court, region FROM hearing_courts WHERE region IS NOT NULL",
            null,
            row => (Court: row.Text(), Region: row.Text()),
            cancellation).ConfigureAwait(false);
        return regions.ToDictionary(r => r.Court, r => r.Region, StringComparer.Ordinal);
    }
}
