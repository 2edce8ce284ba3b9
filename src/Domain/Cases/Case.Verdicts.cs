namespace Trials.Domain.Cases;

/// <summary>One judgment or decision as it concerns somebody.</summary>
/// <param name="Round">The round.</param>
/// <param name="Of">The round whose judgment is decided about; the round itself where it is its own.</param>
/// <param name="Person">Whom it concerns; null for all.</param>
public readonly record struct VerdictKey(int Round, int Of, PersonId? Person);

public sealed partial record Case
{
    /// <summary>Who was judged in which round.</summary>
    public ValueList<VerdictKey> JudgedAccused { get; init; }

    /// <summary>What higher courts decided about.</summary>
    public ValueList<VerdictKey> DecidedAppeals { get; init; }

    /// <summary>What took force.</summary>
    public ValueList<VerdictKey> JudgmentsInForce { get; init; }

    private static Case ApplyVerdict(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.AccusedJudged e => state with { JudgedAccused = [.. state.JudgedAccused, new(e.Round, e.Round, e.Person)] },
        CaseEvent.AppealLodged => state,
        CaseEvent.AppealDecided e => state with { DecidedAppeals = [.. state.DecidedAppeals, new(e.Round, e.Of, e.Person)] },
        CaseEvent.JudgmentInForce e => state with { JudgmentsInForce = [.. state.JudgmentsInForce, new(e.Round, e.Round, e.Person)] },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
