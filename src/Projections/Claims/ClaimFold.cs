using Trials.Domain;
using Trials.Domain.Claims;
using Trials.Projections.Engine;

namespace Trials.Projections.Claims;

/// <summary>One payment.</summary>
/// <param name="Entry">The entry that says so.</param>
/// <param name="Dirams">How much.</param>
/// <param name="By">By whom; null where nobody recorded it.</param>
/// <param name="At">When.</param>
public sealed record ClaimPayment(EventId Entry, long Dirams, ClaimParty? By, HappenedAt At);

/// <summary>What read models know of one claim. All amounts are in dirams; null is not zero.</summary>
/// <param name="Filed">The claim; null before it was brought.</param>
/// <param name="FiledAt">When it was brought.</param>
/// <param name="Waits">Where it stands while it waits for a decision.</param>
/// <param name="Outcome">How it stopped waiting; null while it waits.</param>
/// <param name="EndedAt">When that was, or when a claim that still waited was closed; null while it waits.</param>
/// <param name="AwardedMoral">Awarded for moral harm; null for no decision.</param>
/// <param name="AwardedMaterial">Awarded for material damage; null for no decision.</param>
/// <param name="Settled">Agreed; null for no settlement.</param>
/// <param name="InForceAt">When the decision or settlement took force; null for not yet.</param>
/// <param name="Writs">How many writs were issued.</param>
/// <param name="Payments">What was paid, by day.</param>
/// <param name="End">Why nothing more is done about it; null where it was not closed.</param>
/// <param name="SetAside">How often what had ended it was set aside.</param>
public sealed record ClaimFacts(
    ClaimEvent.Filed? Filed,
    HappenedAt FiledAt,
    ClaimStanding Waits,
    ClaimOutcome? Outcome,
    HappenedAt? EndedAt,
    long? AwardedMoral,
    long? AwardedMaterial,
    long? Settled,
    HappenedAt? InForceAt,
    int Writs,
    ValueList<ClaimPayment> Payments,
    ClaimEnd? End,
    int SetAside)
{
    /// <summary>Claimed under both heads; null where nobody recorded either.</summary>
    public long? Claimed => Filed is { MoralDirams: null, MaterialDirams: null } or null ? null : (Filed.MoralDirams ?? 0) + (Filed.MaterialDirams ?? 0);

    /// <summary>What is to be paid: awarded or agreed; null while there is neither.</summary>
    public long? Due => Settled ?? (AwardedMoral is { } moral ? moral + (AwardedMaterial ?? 0) : null);

    /// <summary>What was paid.</summary>
    public long Paid => Payments.Sum(p => p.Dirams);

    /// <summary>What is still to be paid, 0 where it was paid or more was; null while nothing was awarded or agreed.</summary>
    public long? Outstanding => Due is { } due ? Math.Max(0, due - Paid) : null;

    /// <summary>When the last of what is due was paid; null while something is outstanding, or where nothing was due.</summary>
    public HappenedAt? PaidInFullAt
    {
        get
        {
            var paid = 0L;
            foreach (var payment in Payments)
            {
                paid += payment.Dirams;
                if (Due is > 0 and var due && paid >= due)
                {
                    return payment.At;
                }
            }

            return null;
        }
    }

    /// <summary>Whether it waits for a decision.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Where it stands.</summary>
    public ClaimStanding Standing => Outcome switch
    {
        ClaimOutcome.Returned => ClaimStanding.Returned,
        ClaimOutcome.Settled => ClaimStanding.Settled,
        ClaimOutcome.Withdrawn => ClaimStanding.Withdrawn,
        ClaimOutcome.Decided => Due > 0 ? ClaimStanding.Awarded : ClaimStanding.Refused,
        _ => End is null ? Waits : ClaimStanding.Closed,
    };
}

/// <summary>How a claim's entries become what read models know of it.</summary>
public static class ClaimFold
{
    /// <summary>Before the first entry.</summary>
    public static ClaimFacts Initial { get; } = new(null, default, ClaimStanding.Waiting, null, null, null, null, null, null, 0, [], null, 0);

    /// <summary>The fold that every read model of claims shares.</summary>
    public static StreamFold<ClaimFacts, ClaimEvent> Fold { get; } = new("claim", Initial, Apply);

    /// <summary>What is known after one more entry.</summary>
    public static ClaimFacts Apply(ClaimFacts facts, Entry<ClaimEvent> entry) => entry.Event switch
    {
        ClaimEvent.Filed e => facts with { Filed = e, FiledAt = entry.Happened },
        ClaimEvent.Accepted => facts with { Waits = ClaimStanding.Accepted },
        ClaimEvent.LeftWithoutMotion => facts with { Waits = ClaimStanding.WithoutMotion },
        ClaimEvent.Returned => facts with { Outcome = ClaimOutcome.Returned, EndedAt = entry.Happened },
        ClaimEvent.Settled e => facts with { Outcome = ClaimOutcome.Settled, EndedAt = entry.Happened, Settled = e.AmountDirams },
        ClaimEvent.Withdrawn => facts with { Outcome = ClaimOutcome.Withdrawn, EndedAt = entry.Happened },
        ClaimEvent.Decided e => facts with
        {
            Outcome = ClaimOutcome.Decided,
            EndedAt = entry.Happened,
            AwardedMoral = e.MoralDirams,
            AwardedMaterial = e.MaterialDirams,
        },
        ClaimEvent.DecisionSetAside => facts with
        {
            Waits = facts.Waits == ClaimStanding.WithoutMotion ? ClaimStanding.Waiting : facts.Waits,
            Outcome = null,
            EndedAt = null,
            AwardedMoral = null,
            AwardedMaterial = null,
            Settled = null,
            InForceAt = null,
            Writs = 0,
            End = null,
            SetAside = facts.SetAside + 1,
        },
        ClaimEvent.InForce => facts with { InForceAt = entry.Happened },
        ClaimEvent.WritIssued => facts with { Writs = facts.Writs + 1 },
        ClaimEvent.Paid e => facts with { Payments = [.. facts.Payments.Append(new(entry.Id, e.AmountDirams, e.By, entry.Happened)).OrderBy(p => p.At.Local)] },
        ClaimEvent.Closed e => facts with { End = e.Why, EndedAt = facts.EndedAt ?? entry.Happened },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
