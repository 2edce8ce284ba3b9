using Trials.Domain;
using Trials.Domain.Claims;
using Trials.Projections.Cases;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Text;

namespace Trials.Projections.Claims;

/// <summary>The claim register. No row depends on the clock: days are counted when asked for.</summary>
public sealed class ClaimsProjection : Projection
{
    /// <summary>The claim register.</summary>
    public ClaimsProjection()
        : base(ProjectionNames.Claims, version: 1, [ClaimRow.Table, ClaimRespondent.Table, ClaimPaymentRow.Table, ClaimCase.Table])
    {
        From(ClaimFold.Fold, (before, after, changes) =>
        {
            changes.Replace(ClaimRow.Table, ClaimRow.Of(before), ClaimRow.Of(after));
            changes.Replace(ClaimRespondent.Table, ClaimRespondent.Of(before), ClaimRespondent.Of(after));
            changes.Replace(ClaimPaymentRow.Table, ClaimPaymentRow.Of(before), ClaimPaymentRow.Of(after));
        });
        From(CaseFold.Fold, (before, after, changes) => changes.Replace(ClaimCase.Table, ClaimCase.Of(before), ClaimCase.Of(after)));
    }
}

internal sealed record ClaimRow(ClaimId Claim, ClaimEvent.Filed Filed, ClaimFacts Facts, long Revision, int Visibility)
{
    public static ClaimRow? Of(Folded<ClaimFacts>? folded) => folded?.State.Filed is { } filed
        ? new(new(folded.Stream.LeadingGuid), filed, folded.State, folded.Revision, (int)MatterVisibility.Open)
        : null;

    public static OwnedTable<ClaimRow> Table { get; } = new(
        "claims",
        TableKind.One,
        new Columns<ClaimRow>()
            .Uuid("claim_id", r => r.Claim.Value)
            .Uuid("case_id", r => r.Filed.Case.Value)
            .IntegerOrNull("round", r => r.Filed.Round)
            .UuidOrNull("hearing_id", r => r.Filed.Hearing?.Value)
            .Text("claimants", r => ListText.Of(r.Filed.Claimants))
            .Text("respondents", r => ListText.Of(r.Filed.Respondents))
            .IntegerOrNull("moral", r => r.Filed.MoralDirams)
            .IntegerOrNull("material", r => r.Filed.MaterialDirams)
            .IntegerOrNull("claimed", r => r.Facts.Claimed)
            .Integer("law", r => (int)r.Filed.Law)
            .Integer("ground", r => (int)r.Filed.Ground)
            .Text("articles", r => ListText.Of(r.Filed.Articles))
            .BytesOrNull("text", r => SealedBytes.Of(r.Filed.Text))
            .Happened("filed", r => r.Facts.FiledAt)
            .Date("filed_date", r => r.Facts.FiledAt.Date)
            .Integer("standing", r => (int)r.Facts.Standing)
            .Integer("is_open", r => r.Facts.IsOpen ? 1 : 0)
            .IntegerOrNull("awarded_moral", r => r.Facts.AwardedMoral)
            .IntegerOrNull("awarded_material", r => r.Facts.AwardedMaterial)
            .IntegerOrNull("due", r => r.Facts.Due)
            .Integer("paid", r => r.Facts.Paid)
            .IntegerOrNull("outstanding", r => r.Facts.Outstanding)
            .Happened("ended", r => r.Facts.EndedAt)
            .Happened("in_force", r => r.Facts.InForceAt)
            .Happened("paid_in_full", r => r.Facts.PaidInFullAt)
            .Integer("writs", r => r.Facts.Writs)
            .IntegerOrNull("end_reason", r => (int?)r.Facts.End)
            .Integer("set_aside", r => r.Facts.SetAside)
            .Integer("revision", r => r.Revision)
            .Integer("visibility", r => r.Visibility),
        1,
        "filed_at",
        "case_id");
}

/// <summary>A respondent of a claim, to find the claim by.</summary>
internal sealed record ClaimRespondent(ClaimId Claim, int Place, Respondent Respondent)
{
    public static IReadOnlyList<ClaimRespondent> Of(Folded<ClaimFacts>? folded) => folded?.State.Filed is { } filed
        ? [.. filed.Respondents.Select((r, place) => new ClaimRespondent(new(folded.Stream.LeadingGuid), place, r))]
        : [];

    public static OwnedTable<ClaimRespondent> Table { get; } = new(
        "claim_respondents",
        TableKind.Many,
        new Columns<ClaimRespondent>()
            .Uuid("claim_id", r => r.Claim.Value)
            .Integer("place", r => r.Place)
            .IntegerOrNull("kind", r => (int?)r.Respondent.Who.Kind)
            .TextOrNull("authority", r => r.Respondent.Who.Authority?.Value),
        2);
}

internal sealed record ClaimPaymentRow(ClaimId Claim, int Place, ClaimPayment Payment)
{
    public static IReadOnlyList<ClaimPaymentRow> Of(Folded<ClaimFacts>? folded) => folded?.State is { Filed: not null } facts
        ? [.. facts.Payments.Select((p, place) => new ClaimPaymentRow(new(folded.Stream.LeadingGuid), place, p))]
        : [];

    public static OwnedTable<ClaimPaymentRow> Table { get; } = new(
        "claim_payments",
        TableKind.Many,
        new Columns<ClaimPaymentRow>()
            .Uuid("claim_id", r => r.Claim.Value)
            .Integer("place", r => r.Place)
            .Uuid("entry", r => r.Payment.Entry.Value)
            .Integer("dirams", r => r.Payment.Dirams)
            .TextOrNull("payer", r => r.Payment.By is { } by ? ListText.Of([new Respondent(by, RespondentCapacity.NotRecorded)]) : null)
            .Happened("paid", r => r.Payment.At),
        2);
}

internal sealed record ClaimCase(CaseId Case, string Reference)
{
    public static ClaimCase? Of(Folded<CaseFacts>? folded) =>
        folded?.State is { Kind: not null } facts ? new(new(folded.Stream.LeadingGuid), facts.Reference) : null;

    public static OwnedTable<ClaimCase> Table { get; } = new(
        "claim_cases",
        TableKind.One,
        new Columns<ClaimCase>().Uuid("case_id", r => r.Case.Value).Text("reference", r => r.Reference));
}
