using NodaTime;
using Trials.Domain;
using Trials.Domain.Claims;
using Trials.Projections.Engine;
using Trials.Projections.Text;

namespace Trials.Projections.Claims;

/// <summary>How the row of a claim is read; its days are counted here.</summary>
internal static class ClaimListRows
{
    public const string Select =
        "SELECT c.claim_id, c.case_id, (SELECT k.reference FROM claim_cases k WHERE k.case_id = c.case_id), c.round, c.hearing_id, c.claimants, "
        + "c.respondents, c.moral, c.material, c.law, c.ground, c.articles, c.text, c.filed_at, c.filed_zone, c.filed_precision, c.filed_minutes, c.standing, "
        + "c.awarded_moral, c.awarded_material, c.due, c.paid, c.outstanding, c.ended_at, c.ended_zone, c.ended_precision, c.ended_minutes, "
        + "c.in_force_at, c.in_force_zone, c.in_force_precision, c.in_force_minutes, "
        + "c.paid_in_full_at, c.paid_in_full_zone, c.paid_in_full_precision, c.paid_in_full_minutes, c.writs, c.end_reason, c.set_aside, c.revision FROM claims c";

    public static ClaimListRow Read(RowReader row, LocalDate today)
    {
        var read = new ClaimListRow(
            new(row.Uuid()),
            new(row.Uuid()),
            row.TextOrNull(),
            row.IntOrNull(),
            row.UuidOrNull() is { } hearing ? new HearingId(hearing) : null,
            ListText.Persons(row.Text()),
            ListText.Respondents(row.Text()),
            row.IntegerOrNull(),
            row.IntegerOrNull(),
            (ClaimLaw)row.Int(),
            (ClaimGround)row.Int(),
            ListText.Articles(row.Text()),
            SealedBytes.FreeText(row.BytesOrNull()),
            row.Happened(),
            (ClaimStanding)row.Int())
        {
            AwardedMoral = row.IntegerOrNull(),
            AwardedMaterial = row.IntegerOrNull(),
            Due = row.IntegerOrNull(),
            Paid = row.Integer(),
            Outstanding = row.IntegerOrNull(),
            Ended = row.HappenedOrNull(),
            InForce = row.HappenedOrNull(),
            PaidInFull = row.HappenedOrNull(),
            Writs = row.Int(),
            End = (ClaimEnd?)row.IntOrNull(),
            SetAside = row.Int(),
        };
        return read with
        {
            DaysToDecision = read.Filed.DaysTo(read.Ended ?? HappenedAt.On(today)),
            DaysToPayment = read is { Due: > 0, InForce: { } inForce } ? inForce.DaysTo(read.PaidInFull ?? HappenedAt.On(today)) : null,
        };
    }
}
