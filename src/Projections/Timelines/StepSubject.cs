using Trials.Domain.Cases;

namespace Trials.Projections.Timelines;

/// <summary>
/// What a step belongs to where a case has several of it side by side: of two petitions each has its own decision, of two accused each their own first talk
/// with a lawyer. Steps are paired within it, so that one's step never ends the other's count.
/// </summary>
internal static class StepSubject
{
    private static readonly Func<TimelineEntry, object?>[] Narrowest =
    [
        entry => entry.Data is IExaminationFact ? ExaminationOf(entry) : null,
        entry => entry.Data is IStatusFact fact ? (fact.Person, fact.Status) : null,
        entry => entry.Data is IOfPerson fact ? fact.Person : null,
    ];

    /// <summary>How the entries of two kinds are told apart: by the narrowest thing that all of them name; by nothing where there is none.</summary>
    /// <param name="from">The first entries of a case.</param>
    /// <param name="to">The second ones; the same list where both are of one kind.</param>
    public static Func<TimelineEntry, object?> Of(IReadOnlyList<TimelineEntry> from, IReadOnlyList<TimelineEntry> to)
    {
        List<TimelineEntry> both = [.. from, .. to];
        return !ReferenceEquals(from, to) && both.Select(entry => entry.Stream.Category).Distinct().ToList() is ["petition" or "claim"]
            ? entry => entry.Stream
            : Narrowest.FirstOrDefault(of => both.TrueForAll(entry => of(entry) is not null)) ?? (_ => null);
    }

    private static ExaminationId ExaminationOf(TimelineEntry entry) => entry.Data switch
    {
        CaseEvent.ExaminationOrdered { Examination: { } known } => known,
        CaseEvent.ExaminationRefused refused => refused.Examination,
        CaseEvent.ExaminationDone { Examination: { } known } => known,
        _ => ExaminationId.Of(entry.Entry),
    };
}
