using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Projections.Cases;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Hearings;

/// <summary>From which step to which days are counted before the trial, once for each time that both came.</summary>
public readonly record struct PretrialSpan(DurationKind Kind, HappenedAt From, HappenedAt To)
{
    /// <summary>A case's, each step by the day it happened, whenever it was recorded.</summary>
    public static IReadOnlyList<PretrialSpan> Of(CaseFacts facts)
    {
        var steps = facts.Pretrial.OrderBy(step => step.At).ToList();
        var complaint = First<CaseEvent.ComplaintLodged>(steps);
        var opened = First<CaseEvent.CriminalCaseOpened>(steps);
        var spans = new List<PretrialSpan>();
        Add(spans, DurationKind.ComplaintToRefusal, complaint, First<CaseEvent.OpeningRefused>(steps));
        Add(spans, DurationKind.ComplaintToCriminalCase, complaint, opened);
        Add(spans, DurationKind.CriminalCaseToIndictment, opened, First<CaseEvent.Indicted>(steps));
        Add(spans, DurationKind.ComplaintToJudgment, complaint, facts.FirstJudged);
        AddEach<CaseEvent.OpeningRefused, CaseEvent.RefusalSetAside>(spans, DurationKind.RefusalToSetAside, steps);
        AddEach<CaseEvent.RefusalSetAside, CaseEvent.OpeningRefused>(spans, DurationKind.SetAsideToRefusal, steps);
        AddEach<CaseEvent.InvestigationSuspended, CaseEvent.InvestigationResumed>(spans, DurationKind.SuspendedToResumed, steps);
        return spans;
    }

    private static HappenedAt? First<TEvent>(List<PretrialStep> steps)
        where TEvent : CaseEvent => steps.Where(step => step.Event is TEvent).Select(step => (HappenedAt?)step.At).FirstOrDefault();

    private static void Add(List<PretrialSpan> spans, DurationKind kind, HappenedAt? from, HappenedAt? to)
    {
        if (from is { } start && to is { } end)
        {
            spans.Add(new(kind, start, end));
        }
    }

    /// <summary>From each step of one kind to the next of another, unless one of the first kind comes before it.</summary>
    private static void AddEach<TFrom, TTo>(List<PretrialSpan> spans, DurationKind kind, List<PretrialStep> steps)
        where TFrom : CaseEvent
        where TTo : CaseEvent
    {
        HappenedAt? from = null;
        foreach (var step in steps)
        {
            if (step.Event is TFrom)
            {
                from = step.At;
            }
            else if (step.Event is TTo && from is { } start)
            {
                spans.Add(new(kind, start, step.At));
                from = null;
            }
        }
    }
}

/// <summary>A span of a case; a day that is not certain is null.</summary>
internal sealed record HearingCaseSpan(CaseId Case, int Place, PretrialSpan Span)
{
    public static IReadOnlyList<HearingCaseSpan> Of(Folded<CaseFacts>? folded) => folded is null
        ? []
        : [.. PretrialSpan.Of(folded.State).Select((span, i) => new HearingCaseSpan(new(folded.Stream.LeadingGuid), i, span))];

    public static OwnedTable<HearingCaseSpan> Table { get; } = new(
        "hearing_case_spans",
        TableKind.Many,
        new Columns<HearingCaseSpan>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Integer("kind", r => (int)r.Span.Kind)
            .DateOrNull("first_day", r => r.Span.From.HasDay ? r.Span.From.Date : null)
            .DateOrNull("last_day", r => r.Span.To.HasDay ? r.Span.To.Date : null),
        2);
}
