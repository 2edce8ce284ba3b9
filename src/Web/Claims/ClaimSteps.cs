using Trials.Projections.Claims;

namespace Trials.Web.Claims;

/// <summary>What is likely to be recorded of a claim next.</summary>
public static class ClaimSteps
{
    /// <summary>The wire names without a version, the likeliest first.</summary>
    public static IReadOnlyList<string> Next(ClaimListRow row) => row switch
    {
        { End: not null } => ["claim-decision-set-aside", "claim-paid"],
        { Standing: ClaimStanding.Withdrawn } => ["claim-paid", "claim-closed"],
        { Standing: ClaimStanding.Returned } => ["claim-decision-set-aside", "claim-closed"],
        { Standing: ClaimStanding.Refused } => ["claim-decision-set-aside", .. NotYetInForce(row), "claim-closed"],
        { Due: not null } => [.. NotYetInForce(row), "claim-paid", "claim-writ-issued", "claim-decision-set-aside", "claim-closed"],
        { Standing: ClaimStanding.Accepted } => ["claim-decided", "claim-settled", "claim-withdrawn", .. OfWaiting],
        _ => ["claim-accepted", "claim-decided", "claim-settled", "claim-withdrawn", .. OfWaiting],
    };

    private static string[] OfWaiting => ["claim-left-without-motion", "claim-returned", "claim-paid", "claim-closed"];

    private static string[] NotYetInForce(ClaimListRow row) => row.InForce is null ? ["claim-in-force"] : [];
}
