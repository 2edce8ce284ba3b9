namespace Trials.Domain.Claims;

/// <summary>Records in a claim.</summary>
public sealed class RecordInClaimHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordInClaim, Claim, ClaimEvent>(loop, viewers);
