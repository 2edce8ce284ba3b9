using NodaTime;
using Trials.Domain.Hearings;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Hearings;

public sealed class NextHearingTests
{
    private static readonly StreamName First = StreamName.Of(Any.Hearing);

    private static readonly StreamName Second = StreamName.Of(Any.NextHearing);

    private static readonly LocalDate NextDay = new(2023, 3, 21);

    private static readonly HearingEvent.Scheduled Scheduled =
        new(Any.Case, 2, HearingKind.Trial, Any.Court, [Any.Judge], "12", new(2023, 3, 14), new(10, 0), Any.Text);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly World world = new();

    private readonly ViewerAccessor viewers = new();

    private Hearing SecondHearing => world.State<Hearing, HearingEvent>(Second);

    private static HearingEvent.Adjourned Adjourned(LocalDate date, HearingId? to = null) =>
        new(HearingCause.NotStated, CausedBy.NotRecorded, new(to ?? Any.NextHearing, date, new(9, 30)), null);

    private ValueTask<Outcome> Handle(RecordInHearing command) =>
        new Guard<RecordInHearing, Outcome>(new ActingAs(Any.Lawyer), viewers).Handle(
            command, new RecordInHearingHandler(world.Loop, viewers, world.NextHearings).Handle, Cancellation);

    private async Task<Outcome.Recorded> Handled(params HearingEvent[] facts) => (await Handle(Command(facts))).ShouldBeRecorded();

    private async Task<Outcome.Recorded> Handled(Amendment amendment) =>
        (await Handle(Command() with { Amendments = [amendment] })).ShouldBeRecorded();

    private RecordInHearing Command(params HearingEvent[] facts)
    {
        var template = world.Command(First, null, facts);
        return new() { Stream = First, Matter = template.Matter, Header = template.Header, Facts = template.Facts };
    }

    private RecordInHearing SecondCommand(params HearingEvent[] facts)
    {
        var template = world.Command(Second, null, facts);
        return new() { Stream = Second, Matter = template.Matter, Header = template.Header, Facts = template.Facts };
    }

    [Fact]
    public async Task An_adjournment_schedules_the_next_hearing_like_its_own()
    {
        await Handled(Scheduled, new HearingEvent.PanelChanged([Any.OtherJudge], null));

        var outcome = await Handled(Adjourned(NextDay));

        var follower = world.Stream(Second).Should().ContainSingle().Subject;
        follower.Data.Should().Be(Scheduled with { Judges = [Any.OtherJudge], Date = NextDay, Time = new(9, 30), Note = null });
        follower.Metadata.Cause.Should().Be(outcome.Entries[0]);
        follower.Metadata.Role.Should().Be(ActorRole.System);
        follower.Metadata.Typist.Should().Be(Any.Lawyer.Id);
        follower.Metadata.Happened.Should().Be(Scenario.Then);
        outcome.Followed.Should().ContainSingle().Which.Should().BeOfType<Outcome.Recorded>();
        outcome.Position.Should().Be(follower.Position, "a page that waits for it shows the next hearing too");
    }

    [Fact]
    public async Task A_hearing_that_was_not_held_schedules_the_next_one()
    {
        await Handled(Scheduled);
        await Handled(new HearingEvent.NotHeld(HearingCause.JudgeAbsent, CausedBy.Court, new(Any.NextHearing, NextDay, null), null));
        SecondHearing.Date.Should().Be(NextDay);
        SecondHearing.Time.Should().BeNull();
    }

    [Fact]
    public async Task An_adjournment_without_a_date_schedules_nothing()
    {
        await Handled(Scheduled);
        (await Handled(new HearingEvent.Adjourned(HearingCause.NotStated, CausedBy.Court, null, null))).Followed.Should().BeEmpty();
        world.Log.All.Should().HaveCount(2);
    }

    [Fact, Provokes(HearingRefusals.NextIsItself)]
    public async Task A_hearing_is_not_adjourned_to_itself()
    {
        await Handled(Scheduled);
        (await Handle(Command(Adjourned(NextDay, to: Any.Hearing)))).ShouldBeRefused(HearingRefusals.NextIsItself);
        var adjourned = await Handled(Adjourned(NextDay));
        var correction = new Amendment.Corrected(adjourned.Entries[0], Adjourned(NextDay, to: Any.Hearing), Scenario.Then, Any.Text);
        (await Handle(Command() with { Amendments = [correction] })).ShouldBeRefused(HearingRefusals.NextIsItself);
    }

    [Fact]
    public async Task Nothing_follows_in_a_hearing_that_names_itself()
    {
        await world.Has<Hearing, HearingEvent>(First, Scheduled);
        await world.Has<Hearing, HearingEvent>(First, Adjourned(NextDay, to: Any.Hearing));
        (await world.NextHearings.Follow(First, Cancellation)).Should().BeEmpty();
        world.Log.All.Should().HaveCount(2);
    }

    [Fact]
    public async Task The_same_form_twice_schedules_it_once()
    {
        await Handled(Scheduled);
        var command = Command(Adjourned(NextDay));
        await Handle(command);
        (await Handle(command)).Should().BeOfType<Outcome.Recorded>().Which.Repeated.Should().BeTrue();
        world.Stream(Second).Should().ContainSingle();
    }

    [Fact]
    public async Task The_same_form_again_schedules_what_was_cut_off()
    {
        await Handled(Scheduled);
        var command = Command(Adjourned(NextDay));
        await world.Record<Hearing, HearingEvent>(command);
        world.Stream(Second).Should().BeEmpty();
        await Handle(command);
        SecondHearing.Date.Should().Be(NextDay);
    }

    [Fact]
    public async Task The_entry_stands_when_the_next_hearing_cannot_be_recorded()
    {
        await Handled(Scheduled);
        world.Log.Next(write => write()).NextFails(LogFailure.Busy);
        var outcome = await Handled(Adjourned(NextDay));
        outcome.Followed.Should().ContainSingle().Which.ShouldBeRefused(LoopRefusals.LogBusy);
        world.Stream(Second).Should().BeEmpty();
    }

    [Fact]
    public async Task A_next_hearing_that_somebody_scheduled_is_left_as_it_is()
    {
        await Handled(Scheduled);
        await world.Has<Hearing, HearingEvent>(Second, Scheduled with { Date = NextDay.PlusDays(1) });
        (await Handled(Adjourned(NextDay))).Followed.Should().BeEmpty();
        world.Stream(Second).Should().ContainSingle();
    }

    [Fact]
    public async Task A_next_hearing_that_somebody_scheduled_and_withdrew_does_not_come_back()
    {
        await Handled(Scheduled);
        await world.Record<Hearing, HearingEvent>(Command(Adjourned(NextDay)));
        var theirs = (await world.Record<Hearing, HearingEvent>(SecondCommand(Scheduled with { Date = NextDay }))).ShouldBeRecorded();
        await world.Record<Hearing, HearingEvent>(SecondCommand() with { Amendments = [new Amendment.Withdrawn(theirs.Entries[0], Any.Text)] });

        await world.NextHearings.CatchUp(LogPosition.Start, Cancellation);

        SecondHearing.Stage.Should().Be(HearingStage.None);
    }

    [Fact]
    public async Task A_corrected_date_corrects_the_next_hearing()
    {
        await Handled(Scheduled);
        var adjourned = await Handled(Adjourned(NextDay));
        var corrected = await Handled(new Amendment.Corrected(adjourned.Entries[0], Adjourned(NextDay.PlusDays(7)), Scenario.Then, Any.Text));
        SecondHearing.Date.Should().Be(NextDay.PlusDays(7));
        var follower = world.Stream(Second)[^1];
        follower.Data.Should().BeOfType<Amendment.Corrected>().Which.Reason.Should().BeNull("it shares the reason of its cause");
        follower.Metadata.Cause.Should().Be(corrected.Entries[0]);
    }

    [Fact]
    public async Task A_correction_that_leaves_the_date_does_not_undo_what_was_amended_in_the_next_hearing()
    {
        await Handled(Scheduled);
        var adjourned = await Handled(Adjourned(NextDay));
        var second = world.Stream(Second)[0];
        var theirs = ((HearingEvent.Scheduled)second.Data) with { Date = NextDay.PlusDays(3) };
        await world.Has<Hearing, HearingEvent>(Second, new Amendment.Corrected(second.Id, theirs, Scenario.Then, Any.Text));

        await Handled(new Amendment.Corrected(
            adjourned.Entries[0], Adjourned(NextDay) with { Cause = HearingCause.WitnessAbsent }, Scenario.Then, Any.Text));

        SecondHearing.Date.Should().Be(NextDay.PlusDays(3));
    }

    [Fact, Provokes(LoopRefusals.LaterEntriesImpossible)]
    public async Task A_next_hearing_that_has_opened_keeps_its_date()
    {
        await Handled(Scheduled);
        var adjourned = await Handled(Adjourned(new(2023, 3, 15)));
        await world.Has<Hearing, HearingEvent>(
            Second, new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null), HappenedAt.On(new(2023, 3, 15)));

        var outcome = await Handled(new Amendment.Corrected(adjourned.Entries[0], Adjourned(NextDay), Scenario.Then, Any.Text));

        var refusal = outcome.Followed.Should().ContainSingle().Which.Should().BeOfType<Outcome.Refused>().Subject.Refusal;
        refusal.Code.Should().Be(LoopRefusals.LaterEntriesImpossible);
        ProvokesAttribute.Note(refusal.Code);
        SecondHearing.Date.Should().Be(new LocalDate(2023, 3, 15));
    }

    [Fact]
    public async Task A_withdrawn_adjournment_withdraws_the_next_hearing_and_undoing_that_brings_it_back()
    {
        await Handled(Scheduled);
        var adjourned = await Handled(Adjourned(NextDay));
        var withdrawn = await Handled(new Amendment.Withdrawn(adjourned.Entries[0], Any.Text));
        SecondHearing.Should().Be(Hearing.Initial);

        await Handled(new Amendment.Withdrawn(withdrawn.Entries[0], Any.Text));

        SecondHearing.Date.Should().Be(NextDay);
    }

    [Fact]
    public async Task A_correction_that_names_another_hearing_moves_the_schedule_there()
    {
        var third = new HearingId(Any.Id("third"));
        await Handled(Scheduled);
        var adjourned = await Handled(Adjourned(NextDay));

        await Handled(new Amendment.Corrected(adjourned.Entries[0], Adjourned(NextDay, third), Scenario.Then, Any.Text));

        SecondHearing.Should().Be(Hearing.Initial);
        world.State<Hearing, HearingEvent>(StreamName.Of(third)).Date.Should().Be(NextDay);
    }

    [Fact]
    public async Task Catching_up_records_what_was_cut_off_and_repeating_it_adds_nothing()
    {
        await world.Has<Hearing, HearingEvent>(First, Scheduled);
        var adjourned = await world.Has<Hearing, HearingEvent>(First, Adjourned(NextDay));
        await world.Has<Hearing, HearingEvent>(
            First, new Amendment.Corrected(adjourned.Entries[0], Adjourned(NextDay.PlusDays(1)), Scenario.Then, Any.Text));

        var reached = await world.NextHearings.CatchUp(LogPosition.Start, Cancellation);

        reached.Should().Be(new LogPosition(2));
        SecondHearing.Date.Should().Be(NextDay.PlusDays(1));
        world.Stream(Second).Should().ContainSingle("only what is named at last is scheduled");
        await world.NextHearings.CatchUp(LogPosition.Start, Cancellation);
        world.Stream(Second).Should().ContainSingle();
        (await world.NextHearings.CatchUp(reached, Cancellation)).Should().Be(new LogPosition(3));
    }

    [Fact]
    public async Task Catching_up_repeats_what_the_log_cannot_take_with_growing_pauses()
    {
        await world.Has<Hearing, HearingEvent>(First, Scheduled);
        await world.Has<Hearing, HearingEvent>(First, Adjourned(NextDay));
        world.Log.NextFails(LogFailure.Unavailable).NextFails(LogFailure.DiskFull);

        await world.NextHearings.CatchUp(LogPosition.Start, Cancellation);

        SecondHearing.Date.Should().Be(NextDay);
        world.Time.Pauses.Should().HaveCount(2).And.BeInAscendingOrder();
    }

    [Fact]
    public async Task An_older_correction_is_not_carried_out_after_a_newer_one()
    {
        await world.Has<Hearing, HearingEvent>(First, Scheduled);
        var adjourned = await Handled(Adjourned(NextDay));
        Amendment To(int days) => new Amendment.Corrected(adjourned.Entries[0], Adjourned(NextDay.PlusDays(days)), Scenario.Then, Any.Text);
        await world.Has<Hearing, HearingEvent>(First, To(1));

        // While the first correction is being followed, a second one is recorded and followed.
        world.Log.NextComesAfter(async () => await Handled(To(2)));
        await world.NextHearings.Follow(First, Cancellation);

        SecondHearing.Date.Should().Be(NextDay.PlusDays(2));
    }

    [Fact]
    public async Task What_is_named_anew_while_it_is_followed_is_followed_too()
    {
        await world.Has<Hearing, HearingEvent>(First, Scheduled);
        var adjourned = await Handled(Adjourned(NextDay));
        Amendment To(int days) => new Amendment.Corrected(adjourned.Entries[0], Adjourned(NextDay.PlusDays(days)), Scenario.Then, Any.Text);
        await world.Has<Hearing, HearingEvent>(First, To(1));

        // The second correction is recorded, and whoever recorded it is cut off before following it.
        world.Log.NextComesAfter(async () => await world.Has<Hearing, HearingEvent>(First, To(2)));
        await world.NextHearings.Follow(First, Cancellation);

        SecondHearing.Date.Should().Be(NextDay.PlusDays(2));
    }

    [Fact]
    public async Task What_others_record_in_the_next_hearing_meanwhile_does_not_stop_it()
    {
        await Handled(Scheduled);
        var adjourned = await Handled(Adjourned(NextDay));
        var second = world.Stream(Second)[0];
        var theirs = new Amendment.Corrected(second.Id, ((HearingEvent.Scheduled)second.Data) with { Room = "7" }, Scenario.Then, Any.Text);
        await world.Has<Hearing, HearingEvent>(
            First, new Amendment.Corrected(adjourned.Entries[0], Adjourned(NextDay.PlusDays(1)), Scenario.Then, Any.Text));

        world.Log.NextComesAfter(async () => await world.Has<Hearing, HearingEvent>(Second, theirs));
        await world.NextHearings.Follow(First, Cancellation);

        SecondHearing.Date.Should().Be(NextDay.PlusDays(1));
        EffectiveSequence.Of<HearingEvent>(world.Stream(Second))[0].Event.Should().BeOfType<HearingEvent.Scheduled>().Which.Room.Should().Be("7");
    }
}
