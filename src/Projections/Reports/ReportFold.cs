using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Projections.Engine;

namespace Trials.Projections.Reports;

/// <summary>What read models know of one observer's report.</summary>
/// <param name="Assigned">To which hearing and observer; null before that.</param>
/// <param name="Admission">Whether the observer could watch.</param>
/// <param name="Answers">The answer in force for each line, by line.</param>
/// <param name="Submitted">Whether the observer is done; not while a returned report waits to be submitted again.</param>
/// <param name="Confirmed">Whether somebody checked it since it was submitted.</param>
/// <param name="Reconciled">What observers agreed on, by line.</param>
public sealed record ReportFacts(
    ReportEvent.Assigned? Assigned,
    Admission Admission,
    ValueList<ReportAnswer> Answers,
    bool Submitted,
    bool Confirmed,
    ValueList<ReportEvent.Reconciled> Reconciled);

/// <summary>The answer in force for one line of the checklist.</summary>
public sealed record ReportAnswer(EventId Entry, ReportEvent.Observed Observed);

/// <summary>How a report's entries become what read models know of it.</summary>
public static class ReportFold
{
    /// <summary>Before the first entry.</summary>
    public static ReportFacts Initial { get; } = new(null, Admission.NotRecorded, [], false, false, []);

    /// <summary>The fold that every read model of reports shares.</summary>
    public static StreamFold<ReportFacts, ReportEvent> Fold { get; } = new("report", Initial, Apply);

    /// <summary>What is known after one more entry.</summary>
    public static ReportFacts Apply(ReportFacts facts, Entry<ReportEvent> entry) => entry.Event switch
    {
        ReportEvent.Assigned e => facts with { Assigned = e },
        ReportEvent.Admitted => facts with { Admission = Admission.Admitted },
        ReportEvent.AdmissionRefused => facts with { Admission = Admission.Refused },
        ReportEvent.Removed => facts with { Admission = Admission.Removed },
        ReportEvent.Observed e => facts with
        {
            Answers = [.. facts.Answers.Where(a => a.Observed.Item < e.Item), new(entry.Id, e), .. facts.Answers.Where(a => a.Observed.Item > e.Item)],
        },
        ReportEvent.Noted => facts,
        ReportEvent.Submitted => facts with { Submitted = true },
        ReportEvent.Returned => facts with { Submitted = false, Confirmed = false },
        ReportEvent.Confirmed => facts with { Confirmed = true },
        ReportEvent.Reconciled e => facts with
        {
            Reconciled = [.. facts.Reconciled.Where(r => r.Item < e.Item), e, .. facts.Reconciled.Where(r => r.Item > e.Item)],
        },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
