namespace Trials.Domain.Cases;

/// <summary>The state of one proceeding. What a topic needs to remember stands in its own file, with how its events change it.</summary>
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
        IComplaintFact => ApplyComplaint(state, entry),
        IInvestigationFact => ApplyInvestigation(state, entry),
        IDetentionFact => ApplyDetention(state, entry),
        IStatusFact => ApplyStatus(state, entry),
        IExaminationFact => ApplyExamination(state, entry),
        IDefenceFact => ApplyDefence(state, entry),
        IProtectionFact => ApplyProtection(state, entry),
        IRoundFact => ApplyRound(state, entry),
        IChargeFact => ApplyCharge(state, entry),
        IJudgmentFact => ApplyJudgment(state, entry),
        IVerdictFact => ApplyVerdict(state, entry),
        ITransferFact => ApplyTransfer(state, entry),
        IEndingFact => ApplyEnding(state, entry),
        IStepFact => state,
        _ => throw new UnreachableEventException(entry.Event),
    };
}
