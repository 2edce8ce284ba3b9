using NodaTime;
using Trials.Domain.Reports;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Reports;

public sealed class ReportTests : StreamTests<Report, ReportEvent>
{
    private static readonly ReportEvent.Assigned Assigned = new(Any.Hearing, Any.Observer.Id);

    private static readonly ReportEvent.Admitted Admitted = new();

    private static readonly ReportEvent.AdmissionRefused Refused = new("bailiff", Any.Text);

    private static readonly ReportEvent.Removed Removed = new("presiding judge", null);

    private static readonly ReportEvent.Submitted Submitted = new();

    private static readonly ReportEvent.Observed NotHeated = new(ChecklistItem.Heated, Answer.No, new LocalTime(10, 15), null);

    private static readonly ReportEvent.Noted Noted = new(null, Any.Text);

    [Fact]
    public void Is_assigned_to_one_observer_of_one_hearing()
    {
        Nothing.When(Assigned).Then(Assigned);
        Given(Assigned).When(Assigned).ThenNothing();
    }

    [Fact, Provokes(ReportRefusals.AlreadyAssigned)]
    public void Is_not_handed_on() =>
        Given(Assigned).When(Assigned with { Observer = Any.Lawyer.Id }).ThenRefused(ReportRefusals.AlreadyAssigned);

    [Fact, Provokes(ReportRefusals.NotAssigned)]
    public void Is_assigned_before_anything_else()
    {
        Nothing.When(NotHeated).ThenRefused(ReportRefusals.NotAssigned);
        Nothing.When(Submitted).ThenRefused(ReportRefusals.NotAssigned);
    }

    [Fact]
    public void The_observer_is_let_in()
    {
        Given(Assigned).When(Admitted).Then(Admitted);
        Given(Assigned, Admitted).When(Admitted).ThenNothing();
    }

    [Fact]
    public void The_observer_is_let_in_after_all()
    {
        Given(Assigned, Refused).When(Admitted).Then(Admitted);
        Given(Assigned, Admitted, Removed).When(Admitted).Then(Admitted);
    }

    [Fact, Provokes(ReportRefusals.AlreadyAdmitted)]
    public void The_observer_is_refused()
    {
        Given(Assigned).When(Refused).Then(Refused);
        Given(Assigned, Refused).When(Refused).Then(Refused);
        Given(Assigned, Admitted).When(Refused).ThenRefused(ReportRefusals.AlreadyAdmitted);
    }

    [Fact, Provokes(ReportRefusals.NotAdmitted)]
    public void The_observer_is_removed()
    {
        Given(Assigned).When(Removed).Then(Removed);
        Given(Assigned, Admitted).When(Removed).Then(Removed);
        Given(Assigned, Refused).When(Removed).ThenRefused(ReportRefusals.NotAdmitted, ("admission", Admission.Refused));
        Given(Assigned, Removed).When(Removed).ThenRefused(ReportRefusals.NotAdmitted, ("admission", Admission.Removed));
    }

    [Fact]
    public void A_line_is_answered_and_answered_anew()
    {
        Given(Assigned).When(NotHeated).Then(NotHeated);
        Given(Assigned, NotHeated).When(NotHeated with { Answer = Answer.Yes }).ThenRecorded();
        Given(Assigned, NotHeated).When(NotHeated with { At = null }).ThenRecorded();
        Given(Assigned, NotHeated).When(NotHeated with { Note = Any.Text }).ThenRecorded();
    }

    [Fact]
    public void The_same_answer_again_changes_nothing() => Given(Assigned, NotHeated).When(NotHeated).ThenNothing();

    [Fact, Provokes(ReportRefusals.NotAdmitted)]
    public void Who_was_refused_saw_nothing_inside()
    {
        var given = Given(Assigned, Refused);
        given.When(NotHeated).ThenRefused(ReportRefusals.NotAdmitted, ("admission", Admission.Refused));
        given.When(NotHeated with { Answer = Answer.NotObserved }).ThenRecorded();
        given.When(NotHeated with { Item = ChecklistItem.StepFreeEntrance }).ThenRecorded();
        given.When(NotHeated with { Item = ChecklistItem.OthersPhonesTaken, Answer = Answer.Yes }).ThenRecorded();
        given.When(Noted).ThenRecorded();
    }

    [Fact]
    public void Who_was_removed_still_tells_what_was_seen_before() => Given(Assigned, Admitted, Removed).When(NotHeated).ThenRecorded();

    [Fact, Provokes(LimitRefusals.Missing)]
    public void A_note_has_words()
    {
        Given(Assigned).When(Noted).Then(Noted);
        Given(Assigned).When(Noted with { Text = null! }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
    }

    [Fact]
    public void Is_submitted_once()
    {
        Given(Assigned, Admitted, NotHeated).When(Submitted).Then(Submitted);
        Given(Assigned, Submitted).When(Submitted).ThenNothing();
    }

    [Fact, Provokes(ReportRefusals.Submitted)]
    public void What_is_submitted_is_only_amended()
    {
        var given = Given(Assigned, NotHeated, Submitted);
        given.When(NotHeated).ThenRefused(ReportRefusals.Submitted);
        given.When(Noted).ThenRefused(ReportRefusals.Submitted);
        given.When(Admitted).ThenRefused(ReportRefusals.Submitted);
        given.WhenAmending(Correct(given[1], NotHeated with { Answer = Answer.Yes })).ThenRecorded();
    }

    [Fact, Provokes(LimitRefusals.TooLong)]
    public void Names_offices_shortly() =>
        Given(Assigned).When(Refused with { By = new('x', 101) })
            .ThenRefused(LimitRefusals.TooLong, ("field", Field.Office), ("length", 101), ("max", 100));

    [Fact, Provokes(ReportRefusals.NotSubmitted), Provokes(ReportRefusals.Submitted)]
    public void What_is_submitted_is_checked_and_may_go_back()
    {
        var returned = new ReportEvent.Returned(Any.Text);
        var confirmed = new ReportEvent.Confirmed(null);
        var given = Given(Assigned, Admitted, NotHeated, Submitted);
        given.When(confirmed).Then(confirmed);
        given.And(confirmed).When(confirmed).ThenNothing();
        given.When(returned).Then(returned);
        given.When(Noted).ThenRefused(ReportRefusals.Submitted);
        given.And(returned).When(Noted).ThenRecorded();
        given.And(returned).When(confirmed).ThenRefused(ReportRefusals.NotSubmitted);
        given.And(confirmed).And(returned).And(Submitted).When(confirmed).ThenRecorded();
        Given(Assigned).When(returned).ThenRefused(ReportRefusals.NotSubmitted);
    }

    [Fact, Provokes(ReportRefusals.NotSubmitted)]
    public void Observers_agree_and_what_each_answered_stays()
    {
        var agreed = new ReportEvent.Reconciled(ChecklistItem.Heated, Answer.Yes, null);
        var given = Given(Assigned, Admitted, NotHeated, Submitted);
        given.When(agreed).Then(agreed);
        given.And(agreed).When(agreed).ThenNothing();
        given.And(agreed).When(agreed with { Answer = Answer.No }).ThenRecorded();
        given.And(agreed).State.Answers.TryGet(ChecklistItem.Heated, out var answered).Should().BeTrue();
        answered.Should().Be(NotHeated);
        Given(Assigned, Admitted).When(agreed).ThenRefused(ReportRefusals.NotSubmitted);
    }
}
