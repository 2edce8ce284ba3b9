using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Claims;

namespace Trials.Projections.Claims;

/// <summary>One claim in a list. All amounts are in dirams; null is not zero.</summary>
/// <param name="Claim">Which.</param>
/// <param name="Case">Of which case.</param>
/// <param name="CaseReference">The case's reference; null where the case is not recorded.</param>
/// <param name="Round">The case's round; null where unknown.</param>
/// <param name="Hearing">The hearing at which it was brought; null where it was filed outside one.</param>
/// <param name="Claimants">Who claims.</param>
/// <param name="Respondents">Against whom.</param>
/// <param name="Moral">Claimed for moral harm; null where nobody recorded it.</param>
/// <param name="Material">Claimed for material damage; null where nobody recorded it.</param>
/// <param name="Law">Under which law.</param>
/// <param name="Ground">What it rests on.</param>
/// <param name="Articles">The articles that it names.</param>
/// <param name="Text">The legal basis in words, sealed.</param>
/// <param name="Filed">When it was brought.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record ClaimListRow(
    ClaimId Claim,
    CaseId Case,
    string? CaseReference,
    int? Round,
    HearingId? Hearing,
    ValueList<PersonId> Claimants,
    ValueList<Respondent> Respondents,
    long? Moral,
    long? Material,
    ClaimLaw Law,
    ClaimGround Ground,
    ValueList<Article> Articles,
    FreeText? Text,
    HappenedAt Filed,
    ClaimStanding Standing)
{
    /// <summary>Awarded for moral harm; null for no decision.</summary>
    public long? AwardedMoral { get; init; }

    /// <summary>Awarded for material damage; null for no decision.</summary>
    public long? AwardedMaterial { get; init; }

    /// <summary>What is to be paid: awarded or agreed; null while there is neither.</summary>
    public long? Due { get; init; }

    /// <summary>What was paid.</summary>
    public long Paid { get; init; }

    /// <summary>What is still to be paid, 0 where it was paid or more was; null while nothing was awarded or agreed.</summary>
    public long? Outstanding { get; init; }

    /// <summary>When it was decided, settled, returned, taken back, or closed while it waited; null while it waits.</summary>
    public HappenedAt? Ended { get; init; }

    /// <summary>When the decision or settlement took force; null for not yet.</summary>
    public HappenedAt? InForce { get; init; }

    /// <summary>When the last of what is due was paid; null while something is outstanding, or where nothing was due.</summary>
    public HappenedAt? PaidInFull { get; init; }

    /// <summary>How many writs were issued.</summary>
    public int Writs { get; init; }

    /// <summary>Why nothing more is done about it; null where it was not closed.</summary>
    public ClaimEnd? End { get; init; }

    /// <summary>How often what had ended it was set aside.</summary>
    public int SetAside { get; init; }

    /// <summary>Whole days from its filing to its end, or to today while it waits; null where a day is not known. Never a deadline.</summary>
    public int? DaysToDecision { get; init; }

    /// <summary>
    /// Whole days from the decision's taking force to the payment of the last of what is due, or to today while that is outstanding; negative where it was
    /// paid before; null where nothing was due, it did not take force, or a day is not known.
    /// </summary>
    public int? DaysToPayment { get; init; }

    /// <summary>Claimed under both heads; null where nobody recorded either.</summary>
    public long? Claimed => Moral is null && Material is null ? null : (Moral ?? 0) + (Material ?? 0);

    /// <summary>The persons whom it names.</summary>
    public IEnumerable<PersonId> Persons => Claimants.Concat(Respondents.Select(r => r.Who.Person).OfType<PersonId>());

    /// <summary>Whether it waits for a decision.</summary>
    public bool IsOpen => Ended is null;
}
