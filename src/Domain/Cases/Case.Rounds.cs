using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>What later rules need of one round.</summary>
/// <param name="Court">Its court; null where unknown or an investigation.</param>
/// <param name="Judges">Its panel; the first presides.</param>
/// <param name="Began">When it began.</param>
/// <param name="Judged">Whether it has its judgment.</param>
public sealed record CaseRound(CourtCode? Court, ValueList<OfficialCode> Judges, HappenedAt Began, bool Judged)
{
    /// <summary>Whether it ended because the case was returned.</summary>
    public bool IsReturned { get; init; }

    /// <summary>Whether it sent the case back to be decided anew.</summary>
    public bool IsRemitted { get; init; }
}

public sealed partial record Case
{
    private static Case ApplyRound(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.RoundBegan e => state with { Rounds = state.Rounds.With(e.Round, new(e.Court, [], entry.Happened, Judged: false)) },
        CaseEvent.CourtAssigned e => state.WithRound(e.Round, r => r with { Court = e.Court }),
        CaseEvent.PanelAssigned e => state.WithRound(e.Round, r => r with { Judges = e.Judges }),
        _ => throw new UnreachableEventException(entry.Event),
    };

    private Case WithRound(int round, Func<CaseRound, CaseRound> change) => this with { Rounds = Rounds.Changed(round, change) };
}
