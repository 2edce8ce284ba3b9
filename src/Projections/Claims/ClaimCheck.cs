using Trials.Domain;
using Trials.Domain.Claims;
using Trials.Projections.Catalogues;

namespace Trials.Projections.Claims;

/// <summary>What speaks against a claim as it was brought, or against what became of it. A warning, never a refusal: users record what parties and courts did.</summary>
public enum ClaimWarning
{
    /// <summary>It is brought under the new Civil Code, and names another respondent than a public authority.</summary>
    RespondentNotAuthority,

    /// <summary>It is brought under the new Civil Code, and rests on something else than torture.</summary>
    OtherGround,

    /// <summary>It is brought under the new Civil Code, which was not in force yet.</summary>
    BeforeInForce,

    /// <summary>It is brought under another law, while the new Civil Code was in force.</summary>
    OtherLaw,

    /// <summary>The catalogue of laws does not hold the new Civil Code.</summary>
    LawNotInCatalogue,

    /// <summary>Nobody verified on which day the new Civil Code entered into force.</summary>
    DayNotVerified,

    /// <summary>More was paid than was awarded or agreed.</summary>
    PaidMoreThanDue,

    /// <summary>Something was paid while nothing is awarded or agreed: before a decision, or under one that was set aside.</summary>
    PaidWithoutDue,
}

/// <summary>Compares claims with the dated catalogue of laws.</summary>
public static class ClaimCheck
{
    /// <summary>The kind of the catalogue.</summary>
    public const string Catalogue = "laws";

    /// <summary>The code of the new Civil Code in it; the entry holds from its entry into force.</summary>
    public const string NewCivilCode = "civil-code-new";

    /// <summary>What speaks against a claim as it was brought; empty where nothing does.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="filed">When it was brought; null where that is not asked.</param>
    /// <param name="catalogue">The entries of the catalogue of laws.</param>
    public static IReadOnlyList<ClaimWarning> Of(ClaimEvent.Filed claim, HappenedAt? filed, IReadOnlyList<CatalogueRow> catalogue)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Of(claim.Law, claim.Ground, claim.Respondents, filed, catalogue);
    }

    /// <summary>What speaks against a claim as it was brought, and against what became of it; empty where nothing does.</summary>
    public static IReadOnlyList<ClaimWarning> Of(ClaimListRow claim, IReadOnlyList<CatalogueRow> catalogue)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return
        [
            .. Of(claim.Law, claim.Ground, claim.Respondents, claim.Filed, catalogue),
            .. If(claim.Paid > claim.Due, ClaimWarning.PaidMoreThanDue),
            .. If(claim is { Paid: > 0, Due: null }, ClaimWarning.PaidWithoutDue),
        ];
    }

    private static IReadOnlyList<ClaimWarning> Of(
        ClaimLaw law, ClaimGround ground, ValueList<Respondent> respondents, HappenedAt? filed, IReadOnlyList<CatalogueRow> catalogue)
    {
        var code = catalogue.FirstOrDefault(row => row.Code == NewCivilCode && !row.Retired);
        return law switch
        {
            ClaimLaw.NewCivilCode =>
            [
                .. If(respondents.Any(r => r.Who.Kind != RespondentKind.Authority), ClaimWarning.RespondentNotAuthority),
                .. If(ground is not (ClaimGround.Torture or ClaimGround.NotRecorded), ClaimWarning.OtherGround),
                .. If(filed is { } at && code?.ValidFrom is { } from && at.Latest.Date < from, ClaimWarning.BeforeInForce),
                .. If(code is null, ClaimWarning.LawNotInCatalogue),
                .. If(code is { Verified: false }, ClaimWarning.DayNotVerified),
            ],
            ClaimLaw.FormerCivilCode or ClaimLaw.Other =>
                [.. If(filed is { } at && code?.ValidFrom is { } from && at.Earliest.Date >= from, ClaimWarning.OtherLaw)],
            _ => [],
        };
    }

    private static ClaimWarning[] If(bool speaks, ClaimWarning warning) => speaks ? [warning] : [];
}
