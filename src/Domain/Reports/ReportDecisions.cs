namespace Trials.Domain.Reports;

/// <summary>Records what one observer saw at one hearing, or amends what was recorded.</summary>
public sealed record RecordInReport : StreamCommand<RecordInReport, ReportEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ObserveHearings;
}

/// <summary>Why an entry of an observer's report is refused.</summary>
public static class ReportRefusals
{
    /// <summary>No observer is assigned to this report yet. No parameters.</summary>
    public const string NotAssigned = "report-not-assigned";

    /// <summary>The report belongs to another hearing or observer. No parameters.</summary>
    public const string AlreadyAssigned = "report-already-assigned";

    /// <summary>The observer was let in; record a removal, or correct that entry. No parameters.</summary>
    public const string AlreadyAdmitted = "report-already-admitted";

    /// <summary>The observer was not in the courtroom: not let in, or sent out before. Parameter <c>admission</c>.</summary>
    public const string NotAdmitted = "report-not-admitted";

    /// <summary>The report is submitted; correct the entry that says it wrong. No parameters.</summary>
    public const string Submitted = "report-submitted";

    /// <summary>Only a submitted report is returned, confirmed or reconciled. No parameters.</summary>
    public const string NotSubmitted = "report-not-submitted";
}

public sealed partial record Report
{
    /// <inheritdoc/>
    public static Verdict Judge(Report state, Entry<ReportEvent> proposed) => proposed.Event switch
    {
        ReportEvent.Assigned e when state.Assigned is { } assigned =>
            e == assigned ? Verdict.AlreadySo : Verdict.Refuse(ReportRefusals.AlreadyAssigned),
        ReportEvent.Assigned => Verdict.Accepted,
        _ when state.Assigned is null => Verdict.Refuse(ReportRefusals.NotAssigned),
        ReportEvent.Submitted => state.IsSubmitted ? Verdict.AlreadySo : Verdict.Accepted,
        ReportEvent.Returned or ReportEvent.Confirmed or ReportEvent.Reconciled when !state.IsSubmitted => Verdict.Refuse(ReportRefusals.NotSubmitted),
        ReportEvent.Returned e => Limits.RequiredText(e.Reason),
        ReportEvent.Confirmed e => Verdict.FirstOf(Limits.Text(e.Note), state.IsConfirmed ? Verdict.AlreadySo : Verdict.Accepted),
        ReportEvent.Reconciled e => Verdict.FirstOf(
            Limits.Text(e.Note),
            state.Reconciled.TryGet(e.Item, out var agreed) && agreed == e ? Verdict.AlreadySo : Verdict.Accepted),
        _ when state.IsSubmitted => Verdict.Refuse(ReportRefusals.Submitted),
        ReportEvent.Admitted => state.Admission == Admission.Admitted ? Verdict.AlreadySo : Verdict.Accepted,
        ReportEvent.AdmissionRefused e => Verdict.FirstOf(
            state.Admission == Admission.Admitted ? Verdict.Refuse(ReportRefusals.AlreadyAdmitted) : Verdict.Accepted,
            Limits.Optional(Field.Office, e.By),
            Limits.Text(e.Ground)),
        ReportEvent.Removed e => Verdict.FirstOf(
            state.Admission is Admission.Refused or Admission.Removed ? NotAdmitted(state) : Verdict.Accepted,
            Limits.Optional(Field.Office, e.By),
            Limits.Text(e.Ground)),
        ReportEvent.Observed e => Verdict.FirstOf(
            Limits.Text(e.Note),
            state.Admission == Admission.Refused && e.Answer is (Answer.Yes or Answer.No) && SeenOnlyInside(e.Item)
                ? NotAdmitted(state)
                : Verdict.Accepted,
            state.Answers.TryGet(e.Item, out var before) && before == e ? Verdict.AlreadySo : Verdict.Accepted),
        ReportEvent.Noted e => Limits.RequiredText(e.Text),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict NotAdmitted(Report state) => Verdict.Refuse(ReportRefusals.NotAdmitted, ("admission", state.Admission));

    /// <summary>The way in, the building and the checks at the door are seen also by those who are then turned away.</summary>
    private static bool SeenOnlyInside(ChecklistItem item) => item is
        ChecklistItem.Heated or ChecklistItem.Cooled or ChecklistItem.RoomEnough
        or ChecklistItem.JudgeOnTelephone or ChecklistItem.JudgeTalkedAside
        or ChecklistItem.RightsExplained or ChecklistItem.InterpreterPresent
        or ChecklistItem.EqualTimeToSpeak or ChecklistItem.PrivateTalkWithCounsel;
}
