namespace Trials.Domain.Claims;

/// <summary>The state of one claim.</summary>
/// <param name="FiledAt">When it was brought; null before that.</param>
/// <param name="IsAccepted">Whether a court accepted it for consideration.</param>
/// <param name="Outcome">How it stopped waiting for a decision; null while it waits.</param>
/// <param name="EndedAt">When that was.</param>
/// <param name="DueDirams">What was awarded or agreed; 0 where nothing was.</param>
/// <param name="IsInForce">Whether that took force.</param>
/// <param name="Writs">The numbers of the writs that were issued.</param>
/// <param name="IsClosed">Whether nothing more is done about it.</param>
public sealed partial record Claim(
    HappenedAt? FiledAt,
    bool IsAccepted,
    ClaimOutcome? Outcome,
    HappenedAt? EndedAt,
    long DueDirams,
    bool IsInForce,
    ValueList<string> Writs,
    bool IsClosed) : IStream<Claim, ClaimEvent>
{
    /// <inheritdoc/>
    public static string Category => "claim";

    /// <inheritdoc/>
    public static Claim Initial { get; } = new(null, IsAccepted: false, null, null, 0, IsInForce: false, [], IsClosed: false);

    /// <inheritdoc/>
    public static Claim Apply(Claim state, Entry<ClaimEvent> entry) => entry.Event switch
    {
        ClaimEvent.Filed => state with { FiledAt = entry.Happened },
        ClaimEvent.Accepted => state with { IsAccepted = true },
        ClaimEvent.LeftWithoutMotion => state with { IsAccepted = false },
        ClaimEvent.Returned => state with { Outcome = ClaimOutcome.Returned, EndedAt = entry.Happened },
        ClaimEvent.Settled e => state with { Outcome = ClaimOutcome.Settled, EndedAt = entry.Happened, DueDirams = e.AmountDirams },
        ClaimEvent.Withdrawn => state with { Outcome = ClaimOutcome.Withdrawn, EndedAt = entry.Happened },
        ClaimEvent.Decided e => state with
        {
            Outcome = ClaimOutcome.Decided,
            EndedAt = entry.Happened,
            DueDirams = e.MoralDirams + e.MaterialDirams,
        },
        ClaimEvent.DecisionSetAside => state with
        {
            Outcome = null,
            EndedAt = null,
            DueDirams = 0,
            IsInForce = false,
            Writs = [],
            IsClosed = false,
        },
        ClaimEvent.InForce => state with { IsInForce = true },
        ClaimEvent.WritIssued e => state with { Writs = e.Number is { } number ? [.. state.Writs, number] : state.Writs },
        ClaimEvent.Paid => state,
        ClaimEvent.Closed => state with { IsClosed = true },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
