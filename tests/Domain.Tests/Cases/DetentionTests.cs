using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Cases;

public sealed class DetentionTests : StreamTests<Case, CaseEvent>
{
    private static readonly CaseEvent.Opened Opened = new(CaseKind.Criminal, "2023-07", [Any.Torture], null);

    private static readonly AuthorityCode Moi = new("moi");

    private static readonly CaseEvent.Apprehended Apprehended = new(Any.Person, Moi, DetentionPlace.PoliceStation, null);

    private static readonly CaseEvent.Released Released = new(Any.Person, null);

    private static readonly CaseEvent.DetentionRegistered Registered = new(Any.Person, "7", null);

    private static LocalDateTime Moment(int hour) => Scenario.Moment(hour, 0).Local;

    public static TheoryData<CaseEvent> Steps =>
    [
        Registered, new CaseEvent.DetentionPlaced(Any.Person, DetentionPlace.TemporaryDetention, null), new CaseEvent.RelativesTold(Any.Person, null),
        new CaseEvent.LawyerFirstSeen(Any.Person, null), new CaseEvent.MedicalCheckDone(Any.Person, InjuryFinding.Found, null),
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    [Provokes(DetentionRefusals.BeforeApprehension)]
    public void A_step_is_not_before_the_apprehension(CaseEvent step)
    {
        var given = Given(Opened, At(10, 0, Apprehended));
        given.When(At(9, 0, step)).ThenRefused(DetentionRefusals.BeforeApprehension, ("at", Moment(9)), ("apprehended", Moment(10)));
        given.When(At(10, 0, step)).Then(step);
        given.When(At(HappenedAt.On(Scenario.Then.Date), step)).Then(step);
        Given(Opened).When(step).Then(step);
    }

    [Fact, Provokes(DetentionRefusals.AlreadyHeld)]
    public void Nobody_is_apprehended_twice_without_a_release()
    {
        Given(Opened, At(10, 0, Apprehended)).When(At(12, 0, Apprehended)).ThenRefused(DetentionRefusals.AlreadyHeld, ("since", Moment(10)));
        Given(Opened, At(10, 0, Apprehended)).When(At(12, 0, Apprehended with { Person = new(Any.Id("another")) })).ThenRecorded();
        Given(Opened, At(10, 0, Apprehended), At(11, 0, Released)).When(At(12, 0, Apprehended)).ThenRecorded();
        Given(Opened, At(10, 0, Apprehended)).When(At(8, 0, Apprehended)).ThenRecorded();
    }

    [Fact, Provokes(DetentionRefusals.NotHeld)]
    public void Only_somebody_who_was_held_is_released()
    {
        Given(Opened).When(At(9, 0, Released)).ThenRefused(DetentionRefusals.NotHeld, ("at", Moment(9)));
        Given(Opened, At(10, 0, Apprehended)).When(At(9, 0, Released)).ThenRefused(DetentionRefusals.NotHeld, ("at", Moment(9)));
        Given(Opened, At(8, 0, Apprehended), At(9, 0, Released)).When(At(10, 0, Released)).ThenRefused(DetentionRefusals.NotHeld, ("at", Moment(10)));
        Given(Opened, At(8, 0, Registered)).When(At(9, 0, Released)).ThenRecorded();
    }

    [Fact]
    public void Custody_is_ordered_extended_and_changed_also_of_somebody_who_was_at_liberty()
    {
        var ordered = new CaseEvent.CustodyOrdered(Any.Person, Any.Court, new(2023, 5, 14), null);
        var extended = new CaseEvent.CustodyExtended(Any.Person, Any.Court, new(2023, 7, 14), null);
        var changed = new CaseEvent.RestraintChanged(Any.Person, RestraintMeasure.HouseArrest, Any.Court, null);
        Given(Opened, ordered, extended).When(changed).Then(changed);
        Given(Opened).When(ordered with { Until = new(2023, 3, 13) })
            .ThenRefused(CaseRefusals.TermEndsBefore, ("until", new LocalDate(2023, 3, 13)), ("at", Scenario.Then.Date));
        Given(Opened).When(changed with { Measure = RestraintMeasure.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
    }
}
