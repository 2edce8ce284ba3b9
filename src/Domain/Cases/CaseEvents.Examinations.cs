using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>One examination of a case: it is known by the entry that first speaks of it.</summary>
public readonly record struct ExaminationId(Guid Value) : IGuidId<ExaminationId>
{
    /// <inheritdoc/>
    public static ExaminationId From(Guid value) => new(value);

    /// <summary>The examination that an entry first speaks of.</summary>
    public static ExaminationId Of(EventId entry) => new(entry.Value);
}

/// <summary>What is examined.</summary>
public enum ExaminationKind
{
    /// <summary>Forensic medical: injuries and their causes.</summary>
    ForensicMedical,

    /// <summary>Forensic psychiatric.</summary>
    ForensicPsychiatric,

    /// <summary>Psychological.</summary>
    Psychological,

    /// <summary>Psychological and psychiatric together.</summary>
    PsychologicalPsychiatric,

    /// <summary>Medical documentation by independent doctors.</summary>
    Independent,

    /// <summary>Of traces and things.</summary>
    Trace,

    /// <summary>Of sound and pictures.</summary>
    Recordings,

    /// <summary>Of handwriting and documents.</summary>
    Writing,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>Whether an examination followed the Istanbul Protocol.</summary>
public enum IstanbulProtocol
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>It did.</summary>
    Yes,

    /// <summary>In part.</summary>
    Partly,

    /// <summary>It did not.</summary>
    No,
}

/// <summary>What is asked of experts, and what becomes of it.</summary>
public interface IExaminationFact;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> ExaminationNames =>
    [
        ("case-examination-asked.v1", typeof(ExaminationAsked)),
        ("case-examination-ordered.v1", typeof(ExaminationOrdered)),
        ("case-examination-refused.v1", typeof(ExaminationRefused)),
        ("case-examination-done.v1", typeof(ExaminationDone)),
    ];

    /// <summary>Somebody asked for an examination.</summary>
    /// <param name="Kind">What kind; the text says it where it is another one.</param>
    /// <param name="Person">Who is to be examined; null for a thing.</param>
    /// <param name="By">By whom.</param>
    /// <param name="Repeats">The examination that this one repeats or adds to; null for none.</param>
    /// <param name="Text">Which questions.</param>
    public sealed record ExaminationAsked(ExaminationKind Kind, PersonId? Person, Party By, ExaminationId? Repeats, FreeText? Text)
        : CaseEvent, IExaminationFact, IRepeatable;

    /// <summary>An examination was ordered.</summary>
    /// <param name="Examination">Which one, where it was asked for or ordered before; null for a new one.</param>
    /// <param name="Kind">What kind; the text says it where it is another one.</param>
    /// <param name="Person">Who is to be examined; null for a thing.</param>
    /// <param name="Body">Who ordered it; null where nobody recorded it.</param>
    /// <param name="Institution">Who is to examine, at most 100 characters.</param>
    /// <param name="Repeats">The examination that this one repeats or adds to; null for none.</param>
    /// <param name="Text">Which questions.</param>
    public sealed record ExaminationOrdered(ExaminationId? Examination, ExaminationKind Kind, PersonId? Person, AuthorityCode? Body, string? Institution, ExaminationId? Repeats, FreeText? Text)
        : CaseEvent, IExaminationFact, IRepeatable;

    /// <summary>A requested examination was refused.</summary>
    /// <param name="Examination">Which one.</param>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Text">Its reasons.</param>
    public sealed record ExaminationRefused(ExaminationId Examination, AuthorityCode? Body, FreeText? Text)
        : CaseEvent, IExaminationFact, IRepeatable;

    /// <summary>An examination was carried out.</summary>
    /// <param name="Examination">Which one, where it was asked for or ordered before; null for a new one.</param>
    /// <param name="Kind">What kind; the text says it where it is another one.</param>
    /// <param name="Person">Who was examined; null for a thing.</param>
    /// <param name="Institution">Who examined, at most 100 characters.</param>
    /// <param name="Protocol">Whether it followed the Istanbul Protocol.</param>
    /// <param name="Text">What was found.</param>
    public sealed record ExaminationDone(ExaminationId? Examination, ExaminationKind Kind, PersonId? Person, string? Institution, IstanbulProtocol Protocol, FreeText? Text)
        : CaseEvent, IExaminationFact, IRepeatable;
}
