namespace Trials.Domain.Cases;

/// <summary>Why an entry of an examination is refused.</summary>
public static class ExaminationRefusals
{
    /// <summary>The case has no such examination: record first that it was asked for or ordered. No parameters.</summary>
    public const string None = "examination-none";

    /// <summary>This examination was carried out already: correct that entry, or record a repeated one as new. No parameters.</summary>
    public const string AlreadyDone = "examination-already-done";
}

public sealed partial record Case
{
    private static Verdict JudgeExamination(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.ExaminationAsked e => Verdict.FirstOf(Known(state, e.Repeats), TextWhere(e.Kind == ExaminationKind.Other, e.Text)),
        CaseEvent.ExaminationOrdered e => Verdict.FirstOf(
            Pending(state, e.Examination),
            Known(state, e.Repeats),
            Limits.Authority(e.Body),
            Limits.Optional(Field.Institution, e.Institution),
            TextWhere(e.Kind == ExaminationKind.Other, e.Text)),
        CaseEvent.ExaminationRefused e => Verdict.FirstOf(Pending(state, e.Examination), Limits.Authority(e.Body), Limits.Text(e.Text)),
        CaseEvent.ExaminationDone e => Verdict.FirstOf(
            Pending(state, e.Examination),
            Limits.Optional(Field.Institution, e.Institution),
            TextWhere(e.Kind == ExaminationKind.Other, e.Text)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict Known(Case state, ExaminationId? examination) =>
        examination is not { } named || state.Examinations.Has(named) ? Verdict.Accepted : Verdict.Refuse(ExaminationRefusals.None);

    private static Verdict Pending(Case state, ExaminationId? examination) => examination switch
    {
        null => Verdict.Accepted,
        { } named when !state.Examinations.TryGet(named, out var known) || !known.Done => Known(state, named),
        _ => Verdict.Refuse(ExaminationRefusals.AlreadyDone),
    };
}
