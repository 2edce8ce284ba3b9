using NodaTime;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Hearings;

public sealed class HearingTests : StreamTests<Hearing, HearingEvent>
{
    private static readonly LocalDate Day = new(2023, 3, 14);

    private static readonly HearingEvent.Scheduled Scheduled =
        new(Any.Case, 1, HearingKind.Trial, Any.Court, [Any.Judge], "12", Day, new(10, 0));

    private static readonly HearingEvent.Opened Opened = new(DelayCause.NotExplained, CausedBy.Court, null);

    private static readonly HearingEvent.RecessBegan Recess = new((FreeText?)null);

    private static readonly HearingEvent.Resumed Resumed = new();

    private static readonly HearingEvent.Ended Ended = new((FreeText?)null);

    private static HearingEvent.Rescheduled Rescheduled(LocalDate date, LocalTime? time = null) =>
        new(date, time, HearingCause.JudgeAbsent, CausedBy.Court, null);

    private static HearingEvent.Adjourned Adjourned(NextHearing? next = null) => new(HearingCause.NotStated, CausedBy.NotRecorded, next, null);

    private static HearingEvent.NotHeld NotHeld(NextHearing? next = null) => new(HearingCause.AccusedAbsent, CausedBy.Escort, next, null);

    private static NextHearing Next(LocalDate date, LocalTime? time = null) => new(Any.NextHearing, date, time);

    [Fact]
    public void Is_scheduled() => Nothing.When(Scheduled).Then(Scheduled);

    [Fact, Provokes(HearingRefusals.AlreadyScheduled)]
    public void Is_scheduled_once() => Given(Scheduled).When(Scheduled).ThenRefused(HearingRefusals.AlreadyScheduled);

    [Fact, Provokes(HearingRefusals.RoundNumber)]
    public void Has_a_round_from_1() =>
        Nothing.When(Scheduled with { Round = 0 }).ThenRefused(HearingRefusals.RoundNumber, ("round", 0));

    [Fact, Provokes(HearingRefusals.NotScheduled)]
    public void Is_scheduled_before_anything_else() => Nothing.When(Opened).ThenRefused(HearingRefusals.NotScheduled);

    [Fact]
    public void Is_rescheduled_before_it_opens()
    {
        var given = Given(Scheduled, Rescheduled(Day.PlusDays(2)));
        given.State.Date.Should().Be(Day.PlusDays(2));
        given.State.Time.Should().BeNull();
        given.When(At(HappenedAt.On(Day.PlusDays(2)), Opened)).Then(Opened);
    }

    [Fact]
    public void Rescheduling_to_the_same_moment_changes_nothing() => Given(Scheduled).When(Rescheduled(Day, new(10, 0))).ThenNothing();

    [Fact, Provokes(HearingRefusals.AlreadyOpened)]
    public void Is_not_rescheduled_when_it_has_opened() =>
        Given(Scheduled, At(10, 42, Opened)).When(Rescheduled(Day.PlusDays(1)))
            .ThenRefused(HearingRefusals.AlreadyOpened, ("at", new LocalDateTime(2023, 3, 14, 10, 42)));

    [Fact, Provokes(HearingRefusals.AlreadyOpened)]
    public void Opens_once() =>
        Given(Scheduled, At(10, 42, Opened)).When(At(10, 43, Opened))
            .ThenRefused(HearingRefusals.AlreadyOpened, ("at", new LocalDateTime(2023, 3, 14, 10, 42)));

    [Fact, Provokes(HearingRefusals.OtherDay)]
    public void Opens_on_the_day_that_was_set() =>
        Given(Scheduled).When(At(HappenedAt.Exactly(new(2023, 3, 15, 10, 0)), Opened))
            .ThenRefused(HearingRefusals.OtherDay, ("at", new LocalDate(2023, 3, 15)), ("set", Day));

    [Theory]
    [InlineData(Precision.Month)]
    [InlineData(Precision.Year)]
    [InlineData(Precision.Before)]
    [InlineData(Precision.Unknown)]
    public void Opens_at_a_moment_that_may_be_on_the_day(Precision precision) =>
        Given(Scheduled).When(At(new(new(2023, 3, 31, 0, 0), HappenedAt.DefaultZone, precision), Opened)).ThenRecorded();

    [Fact]
    public void Opens_early_and_late_on_its_day()
    {
        Given(Scheduled).When(At(9, 30, Opened)).Then(Opened);
        Given(Scheduled).When(At(16, 0, Opened)).Then(Opened);
    }

    [Fact]
    public void Its_opening_may_be_recorded_after_a_recess()
    {
        var given = Given(Scheduled, At(11, 0, Recess), At(10, 5, Opened));
        given.State.Stage.Should().Be(HearingStage.Recess);
        given.State.OpenedAt.Should().Be(Scenario.Moment(10, 5));
    }

    [Fact, Provokes(HearingRefusals.OpenedAfterIt)]
    public void Did_not_open_after_its_first_recess() =>
        Given(Scheduled, At(11, 0, Recess)).When(At(11, 5, Opened)).ThenRefused(
            HearingRefusals.OpenedAfterIt,
            ("at", new LocalDateTime(2023, 3, 14, 11, 5)),
            ("last", new LocalDateTime(2023, 3, 14, 11, 0)));

    [Fact]
    public void Is_not_held() => Given(Scheduled).When(NotHeld()).Then(NotHeld());

    [Fact, Provokes(HearingRefusals.AlreadyOpened)]
    public void Was_held_when_it_opened_or_had_a_recess()
    {
        Given(Scheduled, Opened).When(NotHeld()).ThenRefused(HearingRefusals.AlreadyOpened, ("at", Scenario.Then.Local));
        Given(Scheduled, At(11, 0, Recess)).When(NotHeld())
            .ThenRefused(HearingRefusals.AlreadyOpened, ("at", new LocalDateTime(2023, 3, 14, 11, 0)));
    }

    [Fact]
    public void Changes_its_panel()
    {
        var change = new HearingEvent.PanelChanged([Any.OtherJudge], null);
        Given(Scheduled).When(change).Then(change);
        Given(Scheduled, change).State.Judges.Should().Equal([Any.OtherJudge]);
        Given(Scheduled).When(new HearingEvent.PanelChanged([Any.Judge], Any.Text)).ThenNothing();
    }

    [Fact, Provokes(HearingRefusals.PanelEmpty)]
    public void Sits_with_a_judge() => Given(Scheduled).When(new HearingEvent.PanelChanged([], null)).ThenRefused(HearingRefusals.PanelEmpty);

    [Fact, Provokes(LimitRefusals.NamedTwice)]
    public void Names_each_judge_once() =>
        Given(Scheduled).When(new HearingEvent.PanelChanged([Any.Judge, Any.Judge], null)).ThenRefused(LimitRefusals.NamedTwice, ("field", Field.Judges));

    [Fact]
    public void Breaks_and_goes_on()
    {
        Given(Scheduled, Opened).When(Recess).Then(Recess);
        Given(Scheduled, Opened, Recess).When(Recess).ThenNothing();
        Given(Scheduled, Opened, Recess).When(Resumed).Then(Resumed);
        Given(Scheduled, Opened).When(Resumed).ThenNothing();
    }

    [Fact]
    public void Breaks_also_where_nobody_recorded_the_opening() => Given(Scheduled).When(Recess).Then(Recess);

    [Fact, Provokes(HearingRefusals.NotOpen)]
    public void Resumes_only_what_began() => Given(Scheduled).When(Resumed).ThenRefused(HearingRefusals.NotOpen);

    [Fact, Provokes(HearingRefusals.BeforePrevious)]
    public void Goes_forward_in_time()
    {
        var refused = new (string, object)[] { ("at", new LocalDateTime(2023, 3, 14, 9, 0)), ("last", Scenario.Then.Local) };
        var given = Given(Scheduled, Opened);
        given.When(At(9, 0, Recess)).ThenRefused(HearingRefusals.BeforePrevious, refused);
        given.When(At(9, 0, Adjourned())).ThenRefused(HearingRefusals.BeforePrevious, refused);
        given.When(At(9, 0, Ended)).ThenRefused(HearingRefusals.BeforePrevious, refused);
        given.And(Recess).When(At(9, 0, Resumed)).ThenRefused(HearingRefusals.BeforePrevious, refused);
    }

    [Fact]
    public void Moments_that_are_not_sure_contradict_nothing() =>
        Given(Scheduled, Opened).When(At(HappenedAt.About(new(2023, 3, 14, 9, 50), 15), Ended)).Then(Ended);

    [Fact]
    public void Is_adjourned_from_any_stage_before_its_end()
    {
        Given(Scheduled).When(Adjourned()).ThenRecorded();
        Given(Scheduled, Opened).When(Adjourned()).ThenRecorded();
        Given(Scheduled, Opened, Recess).When(Adjourned(Next(Day.PlusDays(7)))).ThenRecorded();
    }

    [Theory]
    [InlineData("2023-03-13", null)]
    [InlineData("2023-03-14", "09:59")]
    [InlineData("2023-03-14", "10:00")]
    [Provokes(HearingRefusals.NextBeforeOwn)]
    public void Is_not_put_off_to_its_own_moment_or_before(string date, string? time)
    {
        var next = Next(
            NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value,
            time is null ? null : NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value);
        var refused = new (string, object)[] { ("next", next.Date + (next.Time ?? LocalTime.Midnight)), ("own", Scenario.Then.Local) };
        Given(Scheduled, Opened).When(Adjourned(next)).ThenRefused(HearingRefusals.NextBeforeOwn, refused);
        Given(Scheduled).When(NotHeld(next)).ThenRefused(HearingRefusals.NextBeforeOwn, refused);
    }

    [Fact]
    public void Is_put_off_to_later_the_same_day_or_to_the_day_without_a_time()
    {
        Given(Scheduled).When(Adjourned(Next(Day, new(15, 0)))).ThenRecorded();
        Given(Scheduled).When(Adjourned(Next(Day))).ThenRecorded();
    }

    [Fact]
    public void Ends() => Given(Scheduled, Opened).When(Ended).Then(Ended);

    [Fact, Provokes(HearingRefusals.Over)]
    public void Nothing_happens_when_it_is_over()
    {
        Given(Scheduled, Ended).When(Recess).ThenRefused(HearingRefusals.Over, ("stage", HearingStage.Ended));
        Given(Scheduled, Adjourned()).When(Ended).ThenRefused(HearingRefusals.Over, ("stage", HearingStage.Adjourned));
        Given(Scheduled, NotHeld()).When(Opened).ThenRefused(HearingRefusals.Over, ("stage", HearingStage.NotHeld));
    }

    [Fact, Provokes(LimitRefusals.CodeMalformed)]
    public void Names_courts_and_judges_by_code()
    {
        Nothing.When(Scheduled with { Court = new CourtCode("Суд") }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Court));
        Nothing.When(Scheduled with { Judges = [new("A B")] }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Judges));
    }

    [Fact, Provokes(LimitRefusals.Unprintable)]
    public void Has_a_room_that_can_be_printed()
    {
        Nothing.When(Scheduled with { Room = "1\u0000" }).ThenRefused(LimitRefusals.Unprintable, ("field", Field.Room));
        Nothing.When(Scheduled with { Room = "1\ud800" }).ThenRefused(LimitRefusals.Unprintable, ("field", Field.Room));
        Nothing.When(Scheduled with { Room = "зал №3 😀" }).ThenRecorded();
    }

    [Fact, Provokes(HearingRefusals.AlreadyClosed), Provokes(HearingRefusals.Over), Provokes(LimitRefusals.Missing)]
    public void A_session_is_closed_to_the_public_also_as_told_afterwards()
    {
        var closed = new HearingEvent.SessionClosed(
            ClosedPart.Whole, ClosingRuling.NoRuling, null, PublicRemoved: true, ObserversRemoved: true, MediaRemoved: false, RelativesRemoved: false);
        var reopened = new HearingEvent.SessionReopened();
        Given(Scheduled, Opened).When(closed).Then(closed);
        Given(Scheduled, Opened, closed).When(closed).ThenRefused(HearingRefusals.AlreadyClosed);
        Given(Scheduled, Opened, closed).When(reopened).Then(reopened);
        Given(Scheduled, Opened, closed, reopened).When(reopened).ThenNothing();
        Given(Scheduled, Opened, closed, reopened).When(closed).ThenRecorded();
        Given(Scheduled, Opened, At(11, 0, Ended)).When(closed).ThenRecorded();
        Given(Scheduled, NotHeld()).When(closed).ThenRefused(HearingRefusals.Over, ("stage", HearingStage.NotHeld));
        Given(Scheduled, Opened).When(closed with { Part = ClosedPart.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Nothing.When(closed).Decision.Refusal!.Code.Should().Be(HearingRefusals.NotScheduled);
    }
}
