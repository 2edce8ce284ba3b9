using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>What later rules need of one round.</summary>
/// <param name="Court">Its court; null where unknown or an investigation.</param>
/// <param name="Judges">Its panel; the first presides.</param>
/// <param name="Began">When it began.</param>
/// <param name="Judged">Whether it has its judgment.</param>
public sealed record CaseRound(CourtCode? Court, ValueList<OfficialCode> Judges, HappenedAt Began, bool Judged);

/// <summary>The state of one proceeding.</summary>
/// <param name="Kind">The kind of proceeding; null before it is opened or taken over.</param>
/// <param name="Rounds">Its rounds by number, from 1.</param>
/// <param name="Accused">Who is accused.</param>
public sealed partial record Case(CaseKind? Kind, ValueMap<int, CaseRound> Rounds, ValueList<PersonId> Accused) : IStream<Case, CaseEvent>
{
    /// <inheritdoc/>
    public static string Category => "case";

    /// <inheritdoc/>
    public static Case Initial { get; } = new(null, default, []);

    /// <inheritdoc/>
    public static Case Apply(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.Opened e => state with { Kind = e.Kind },
        CaseEvent.TakenOver e => state with { Kind = e.Kind },
        CaseEvent.RoundBegan e => state with { Rounds = state.Rounds.With(e.Round, new(e.Court, [], entry.Happened, Judged: false)) },
        CaseEvent.CourtAssigned e => state.WithRound(e.Round, r => r with { Court = e.Court }),
        CaseEvent.PanelAssigned e => state.WithRound(e.Round, r => r with { Judges = e.Judges }),
        CaseEvent.AccusedJoined e => state with { Accused = [.. state.Accused, e.Person] },
        CaseEvent.JudgmentGiven e => state.WithRound(e.Round, r => r with { Judged = true }),
        CaseEvent.Appealed or CaseEvent.StepTaken => state,
        _ => throw new UnreachableEventException(entry.Event),
    };

    private Case WithRound(int round, Func<CaseRound, CaseRound> change) => this with { Rounds = Rounds.Changed(round, change) };
}
