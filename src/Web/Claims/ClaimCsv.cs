using Trials.Domain.Claims;
using Trials.Projections.Claims;
using Trials.Web.Registers;

namespace Trials.Web.Claims;

/// <summary>
/// The register of claims as a file: all that the filter leaves, not one page of it. What a claim says in words is left out, and persons stand in it by their
/// ids: a file travels.
/// </summary>
public static class ClaimCsv
{
    private static readonly string[] Columns =
    [
        "claim_id", "case_id", "case", "round", "law", "ground", "claimant_ids", "respondents", "claimed_moral_dirams", "claimed_material_dirams",
        "awarded_moral_dirams", "awarded_material_dirams", "due_dirams", "paid_dirams", "outstanding_dirams", "filed", "filed_precision", "standing",
        "ended", "ended_precision", "in_force", "in_force_precision", "paid_in_full", "paid_in_full_precision", "days_to_decision", "days_to_payment", "writs",
        "closed", "set_aside",
    ];

    /// <summary>Maps <see cref="ClaimAddress.CsvPath"/>, which takes the register's own filter.</summary>
    public static void MapClaimCsv(this IEndpointRouteBuilder routes) => routes.MapRegisterCsv(
        ClaimAddress.CsvPath,
        Columns,
        ClaimAddress.Read,
        (sender, asked, today, page, cancellation) => sender.Send(asked.Query(today, page), cancellation),
        Cells);

    private static object?[] Cells(ClaimListRow row) =>
    [
        row.Claim.Value, row.Case.Value, row.CaseReference, row.Round, row.Law, row.Ground, Joined(row.Claimants.Select(person => $"{person.Value:N}")),
        Joined(row.Respondents.Select(Plain)), row.Moral, row.Material, row.AwardedMoral, row.AwardedMaterial, row.Due, row.Paid, row.Outstanding,
        Moments.Of(row.Filed), row.Filed.Precision, row.Standing, Moments.Of(row.Ended), row.Ended?.Precision, Moments.Of(row.InForce), row.InForce?.Precision,
        Moments.Of(row.PaidInFull), row.PaidInFull?.Precision, row.DaysToDecision, row.DaysToPayment, row.Writs, row.End, row.SetAside,
    ];

    private static string Joined(IEnumerable<string> parts) => string.Join("; ", parts);

    /// <summary>A respondent with its capacity, e.g. authority moi (ForItsOfficial).</summary>
    private static string Plain(Respondent respondent)
    {
        var who = respondent.Who switch
        {
            { Authority: { } authority } => $"authority {authority.Value}",
            { Official: { } official } => $"official {official.Value}",
            { Person: { } person } => $"person {person.Value:N}",
            { Organisation: var name } => $"organisation {name}",
        };
        return respondent.Capacity == RespondentCapacity.NotRecorded ? who : $"{who} ({respondent.Capacity})";
    }
}
