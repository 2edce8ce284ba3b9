namespace Trials.Domain.Reports;

/// <summary>Whether the observer could watch.</summary>
public enum Admission
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>Let in.</summary>
    Admitted,

    /// <summary>Not let in.</summary>
    Refused,

    /// <summary>Let in, then sent out.</summary>
    Removed,
}

/// <summary>The state of one observer's report of one hearing.</summary>
/// <param name="Assigned">To which hearing and observer; null before that.</param>
/// <param name="Admission">Whether the observer could watch.</param>
/// <param name="Answers">The latest answer to each line of the checklist.</param>
/// <param name="IsSubmitted">Whether the observer is done; not while a returned report waits to be submitted again.</param>
/// <param name="IsConfirmed">Whether somebody checked it since it was submitted.</param>
/// <param name="Reconciled">What observers agreed on, by line.</param>
public sealed partial record Report(
    ReportEvent.Assigned? Assigned,
    Admission Admission,
    ValueMap<ChecklistItem, ReportEvent.Observed> Answers,
    bool IsSubmitted,
    bool IsConfirmed,
    ValueMap<ChecklistItem, ReportEvent.Reconciled> Reconciled)
    : IStream<Report, ReportEvent>
{
    /// <inheritdoc/>
    public static string Category => "report";

    /// <inheritdoc/>
    public static Report Initial { get; } = new(null, Admission.NotRecorded, default, IsSubmitted: false, IsConfirmed: false, default);

    /// <inheritdoc/>
    public static Report Apply(Report state, Entry<ReportEvent> entry) => entry.Event switch
    {
        ReportEvent.Assigned e => state with { Assigned = e },
        ReportEvent.Admitted => state with { Admission = Admission.Admitted },
        ReportEvent.AdmissionRefused => state with { Admission = Admission.Refused },
        ReportEvent.Removed => state with { Admission = Admission.Removed },
        ReportEvent.Observed e => state with { Answers = state.Answers.With(e.Item, e) },
        ReportEvent.Noted => state,
        ReportEvent.Submitted => state with { IsSubmitted = true },
        ReportEvent.Returned => state with { IsSubmitted = false, IsConfirmed = false },
        ReportEvent.Confirmed => state with { IsConfirmed = true },
        ReportEvent.Reconciled e => state with { Reconciled = state.Reconciled.With(e.Item, e) },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
