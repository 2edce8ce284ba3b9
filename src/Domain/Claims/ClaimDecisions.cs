using Trials.Domain.Cases;

namespace Trials.Domain.Claims;

/// <summary>Records what became of a claim, or amends what was recorded.</summary>
public sealed record RecordInClaim : StreamCommand<RecordInClaim, ClaimEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.RecordProcedure;
}

/// <summary>Why an entry of a claim is refused.</summary>
public static class ClaimRefusals
{
    /// <summary>Nothing is known of this claim yet: record first that it was brought. No parameters.</summary>
    public const string NotFiled = "claim-not-filed";

    /// <summary>A claim is brought once; another one is a claim of its own. No parameters.</summary>
    public const string AlreadyFiled = "claim-already-filed";

    /// <summary>A claim has at least one claimant. No parameters.</summary>
    public const string NoClaimant = "claim-no-claimant";

    /// <summary>A claim has at least one respondent. No parameters.</summary>
    public const string NoRespondent = "claim-no-respondent";

    /// <summary>Of an authority, an official, a person and an organisation just one is named. No parameters.</summary>
    public const string PartyNames = "claim-party-names";

    /// <summary>It claims nothing under either head. No parameters.</summary>
    public const string NothingClaimed = "claim-nothing-claimed";

    /// <summary>There is no such amount. Parameters <c>min</c> and <c>max</c>, in whole somoni.</summary>
    public const string AmountOutOfBounds = "claim-amount-out-of-bounds";

    /// <summary>A payment is at least one diram. No parameters.</summary>
    public const string NothingPaid = "claim-nothing-paid";

    /// <summary>It no longer waits for a decision; correct that entry, or record that it was set aside. Parameter <c>outcome</c>.</summary>
    public const string AlreadyEnded = "claim-already-ended";

    /// <summary>Nothing was decided or agreed that could take force, be enforced or be set aside. No parameters.</summary>
    public const string NotDecided = "claim-not-decided";

    /// <summary>A writ is issued only for what was awarded or agreed. No parameters.</summary>
    public const string NothingAwarded = "claim-nothing-awarded";

    /// <summary>A writ with this number is recorded; correct that entry. Parameter <c>number</c>.</summary>
    public const string WritAlreadyIssued = "claim-writ-already-issued";

    /// <summary>Nothing more is done about it; correct that entry, or record that it was taken up again. No parameters.</summary>
    public const string AlreadyClosed = "claim-already-closed";

    /// <summary>This would have happened before the claim was brought. Parameters <c>at</c>, <c>filed</c>.</summary>
    public const string BeforeFiling = "claim-before-filing";

    /// <summary>This would have happened before the decision or settlement. Parameters <c>at</c>, <c>decided</c>.</summary>
    public const string BeforeDecision = "claim-before-decision";

    /// <summary>The rounds of a case are numbered from 1. Parameter <c>round</c>.</summary>
    public const string RoundNumber = "claim-round-number";
}

public sealed partial record Claim
{
    /// <summary>The greatest amount that is taken, in whole somoni.</summary>
    public const long MostSomoni = 999_999_999_999;

    private const long Dirams = 100;

    /// <inheritdoc/>
    public static Verdict Judge(Claim state, Entry<ClaimEvent> proposed) => proposed.Event switch
    {
        ClaimEvent.Filed when state.FiledAt is not null => Verdict.Refuse(ClaimRefusals.AlreadyFiled),
        ClaimEvent.Filed e => JudgeFiled(e),
        ClaimEvent.Accepted e => Verdict.FirstOf(
            Waiting(state, proposed.Happened), Limits.Text(e.Text), state.IsAccepted ? Verdict.AlreadySo : Verdict.Accepted),
        ClaimEvent.LeftWithoutMotion e => Verdict.FirstOf(Waiting(state, proposed.Happened), Limits.Text(e.Ground)),
        ClaimEvent.Returned e => Verdict.FirstOf(Waiting(state, proposed.Happened), Limits.Text(e.Ground)),
        ClaimEvent.Settled e => Verdict.FirstOf(Waiting(state, proposed.Happened), Amount(e.AmountDirams), Limits.Text(e.Text)),
        ClaimEvent.Withdrawn e => Verdict.FirstOf(Waiting(state, proposed.Happened), Limits.Text(e.Reason)),
        ClaimEvent.Decided e => Verdict.FirstOf(
            Waiting(state, proposed.Happened), Amount(e.MoralDirams), Amount(e.MaterialDirams), Round(e.Round), Limits.Text(e.Text)),
        ClaimEvent.DecisionSetAside e => Verdict.FirstOf(
            Ended(state), NotBeforeDecision(state, proposed.Happened), Limits.Optional(Field.Office, e.By), Limits.Text(e.Text)),
        ClaimEvent.InForce e => Verdict.FirstOf(
            Due(state, proposed.Happened), Limits.Text(e.Text), state.IsInForce ? Verdict.AlreadySo : Verdict.Accepted),
        ClaimEvent.WritIssued e => Verdict.FirstOf(
            Due(state, proposed.Happened),
            state.DueDirams == 0 ? Verdict.Refuse(ClaimRefusals.NothingAwarded) : Verdict.Accepted,
            Limits.Optional(Field.Number, e.Number),
            e.Number is { } number && state.Writs.Contains(number)
                ? Verdict.Refuse(ClaimRefusals.WritAlreadyIssued, ("number", number))
                : Verdict.Accepted,
            Limits.Text(e.Text)),
        ClaimEvent.Paid e => Verdict.FirstOf(
            Filed(state, proposed.Happened),
            e.AmountDirams < 1 ? Verdict.Refuse(ClaimRefusals.NothingPaid) : Amount(e.AmountDirams),
            e.By is { } payer ? Party(payer) : Verdict.Accepted,
            Limits.Text(e.Text)),
        ClaimEvent.Closed e => Verdict.FirstOf(
            Filed(state, proposed.Happened),
            state.IsClosed ? Verdict.Refuse(ClaimRefusals.AlreadyClosed) : Verdict.Accepted,
            e.Why == ClaimEnd.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict JudgeFiled(ClaimEvent.Filed e) => Verdict.FirstOf(
        e.Claimants.Count == 0 ? Verdict.Refuse(ClaimRefusals.NoClaimant) : Verdict.Accepted,
        e.Claimants.Distinct().Count() < e.Claimants.Count ? Verdict.Refuse(LimitRefusals.NamedTwice, ("field", Field.Claimants)) : Verdict.Accepted,
        e.Respondents.Count == 0 ? Verdict.Refuse(ClaimRefusals.NoRespondent) : Verdict.Accepted,
        e.Respondents.Select(r => Party(r.Who)).FirstOrDefault(v => v != Verdict.Accepted) ?? Verdict.Accepted,
        e.Respondents.Select(r => r.Who).Distinct().Count() < e.Respondents.Count
            ? Verdict.Refuse(LimitRefusals.NamedTwice, ("field", Field.Respondents))
            : Verdict.Accepted,
        Amount(e.MoralDirams ?? 0),
        Amount(e.MaterialDirams ?? 0),
        e is { MoralDirams: 0, MaterialDirams: 0 } ? Verdict.Refuse(ClaimRefusals.NothingClaimed) : Verdict.Accepted,
        Case.ArticlesExist(e.Articles),
        Round(e.Round),
        e.Ground == ClaimGround.Other || e.Respondents.Any(r => r.Capacity == RespondentCapacity.Other) ? Limits.RequiredText(e.Text) : Limits.Text(e.Text));

    private static Verdict Party(ClaimParty party) => party.Kind is null
        ? Verdict.Refuse(ClaimRefusals.PartyNames)
        : Verdict.FirstOf(
            Limits.Authority(party.Authority),
            party.Official is { } official ? Limits.Code(Field.Official, official.Value) : Verdict.Accepted,
            party.Organisation is { } name ? Limits.Required(Field.Organisation, name, Limits.LongLength) : Verdict.Accepted);

    private static Verdict Amount(long dirams) => dirams is >= 0 and <= MostSomoni * Dirams
        ? Verdict.Accepted
        : Verdict.Refuse(ClaimRefusals.AmountOutOfBounds, ("min", 0L), ("max", MostSomoni));

    private static Verdict Round(int? round) =>
        round is { } number and < 1 ? Verdict.Refuse(ClaimRefusals.RoundNumber, ("round", number)) : Verdict.Accepted;

    private static Verdict Filed(Claim state, HappenedAt happened) =>
        state.FiledAt is not { } filed ? Verdict.Refuse(ClaimRefusals.NotFiled)
        : happened.CertainlyBefore(filed) ? Verdict.Refuse(ClaimRefusals.BeforeFiling, ("at", happened.Local), ("filed", filed.Local))
        : Verdict.Accepted;

    private static Verdict Waiting(Claim state, HappenedAt happened) => state switch
    {
        { IsClosed: true } => Verdict.Refuse(ClaimRefusals.AlreadyClosed),
        { Outcome: { } outcome } => Verdict.Refuse(ClaimRefusals.AlreadyEnded, ("outcome", outcome)),
        _ => Filed(state, happened),
    };

    /// <summary>Whether there is an end that can be set aside: whoever took a claim back does not get it again.</summary>
    private static Verdict Ended(Claim state) => state switch
    {
        { FiledAt: null } => Verdict.Refuse(ClaimRefusals.NotFiled),
        { Outcome: ClaimOutcome.Withdrawn } => Verdict.Refuse(ClaimRefusals.AlreadyEnded, ("outcome", ClaimOutcome.Withdrawn)),
        { Outcome: null, IsClosed: false } => Verdict.Refuse(ClaimRefusals.NotDecided),
        _ => Verdict.Accepted,
    };

    private static Verdict Due(Claim state, HappenedAt happened) => state switch
    {
        { FiledAt: null } => Verdict.Refuse(ClaimRefusals.NotFiled),
        { IsClosed: true } => Verdict.Refuse(ClaimRefusals.AlreadyClosed),
        { Outcome: not (ClaimOutcome.Decided or ClaimOutcome.Settled) } => Verdict.Refuse(ClaimRefusals.NotDecided),
        _ => NotBeforeDecision(state, happened),
    };

    private static Verdict NotBeforeDecision(Claim state, HappenedAt happened) =>
        state.EndedAt is { } decided && happened.CertainlyBefore(decided)
            ? Verdict.Refuse(ClaimRefusals.BeforeDecision, ("at", happened.Local), ("decided", decided.Local))
            : Filed(state, happened);
}
