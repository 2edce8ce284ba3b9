using NodaTime;
using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Projections.Timelines;

namespace Trials.Projections.Hearings;

/// <summary>One hearing; null where there is none that the viewer may see.</summary>
public sealed record HearingDetail(HearingId Hearing) : Query<HearingDetail, HearingView?>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One hearing with everything recorded of it.</summary>
/// <param name="Row">As in a list.</param>
/// <param name="Revision">The revision of the hearing's own stream, for forms.</param>
/// <param name="Entries">Of the hearing's own stream, in order of happening.</param>
/// <param name="Reports">One for each observer.</param>
public sealed record HearingView(
    HearingListRow Row, long Revision, IReadOnlyList<TimelineEntry> Entries, IReadOnlyList<ReportView> Reports);

/// <summary>What one observer reports.</summary>
/// <param name="Stream">The report's stream.</param>
/// <param name="Observer">Who.</param>
/// <param name="Revision">The revision of the report's stream, for forms.</param>
/// <param name="Admission">Whether the observer could watch.</param>
/// <param name="Submitted">Whether the observer is done.</param>
/// <param name="Answers">The answer in force for each line of the checklist that has one, by line.</param>
/// <param name="Entries">Everything in the report, in order of happening.</param>
public sealed record ReportView(
    StreamName Stream,
    ActorId Observer,
    long Revision,
    Admission Admission,
    bool Submitted,
    IReadOnlyDictionary<ChecklistItem, ChecklistAnswer> Answers,
    IReadOnlyList<TimelineEntry> Entries)
{
    /// <summary>Whether somebody checked it since it was submitted.</summary>
    public bool Confirmed { get; init; }

    /// <summary>What observers agreed on where they differed, by line.</summary>
    public ValueList<ReportEvent.Reconciled> Reconciled { get; init; }
}

/// <summary>The answer to one line of the checklist.</summary>
/// <param name="Entry">The entry that gave it.</param>
/// <param name="Answer">The answer.</param>
/// <param name="At">When it was seen; null where no time was noted.</param>
/// <param name="Note">More of it.</param>
public sealed record ChecklistAnswer(EventId Entry, Answer Answer, LocalTime? At, FreeText? Note);
