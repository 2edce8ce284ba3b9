namespace Trials.Domain.Cases;

/// <summary>What later rules need of one examination.</summary>
/// <param name="Done">Whether it was carried out.</param>
public readonly record struct CaseExamination(bool Done);

public sealed partial record Case
{
    /// <summary>The examinations that were asked for, ordered or carried out.</summary>
    public ValueMap<ExaminationId, CaseExamination> Examinations { get; init; }

    private static Case ApplyExamination(Case state, Entry<CaseEvent> entry) => entry.Event switch
    {
        CaseEvent.ExaminationAsked => state.WithExamination(ExaminationId.Of(entry.Id), done: false),
        CaseEvent.ExaminationOrdered { Examination: null } => state.WithExamination(ExaminationId.Of(entry.Id), done: false),
        CaseEvent.ExaminationOrdered or CaseEvent.ExaminationRefused => state,
        CaseEvent.ExaminationDone e => state.WithExamination(e.Examination ?? ExaminationId.Of(entry.Id), done: true),
        _ => throw new UnreachableEventException(entry.Event),
    };

    private Case WithExamination(ExaminationId examination, bool done) =>
        this with { Examinations = Examinations.With(examination, new(done)) };
}
