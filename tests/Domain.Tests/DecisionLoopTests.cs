using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests;

/// <summary>The one loop of every command, told of a petition.</summary>
public sealed class DecisionLoopTests
{
    private static readonly StreamName Stream = StreamName.Of(new PetitionId(Any.Id("petition")));

    private static readonly PetitionEvent.Filed Filed =
        new(Any.Case, PetitionKind.Custody, Party.Defence, Addressee.Court, null, null, null, Any.Text);

    private static readonly PetitionEvent.HeldOver HeldOver = new(null, null);

    private static readonly PetitionEvent.Decided Denied = new(PetitionDecision.Denied, Reasoning.Reasoned, null, null);

    private readonly World world = new();

    private Do<PetitionEvent> Command(params PetitionEvent[] facts) => world.Command(Stream, null, facts);

    private ValueTask<Outcome> Record(Do<PetitionEvent> command, Actor? typist = null) => world.Record<Petition, PetitionEvent>(command, typist);

    private async Task<Outcome.Recorded> Has(params PetitionEvent[] facts) => (await Record(Command(facts))).ShouldBeRecorded();

    [Fact]
    public async Task Writes_who_when_and_how_known_with_each_entry()
    {
        var header = new CommandHeader(Any.Command(77), HappenedAt.On(new(2023, 3, 1)), new Source.ToldBy(Any.Person))
        {
            Author = Any.Observer.Id,
            Cause = new(Any.Id("cause")),
        };

        var outcome = (await Record(Command(Filed, HeldOver) with { Header = header })).ShouldBeRecorded();

        var events = world.Stream(Stream);
        outcome.Should().Be(new Outcome.Recorded(Stream, events[1].Position, [events[0].Id, events[1].Id], Repeated: false));
        events.Select(e => e.Data).Should().Equal(Filed, HeldOver);
        events.Select(e => e.Id).Should().Equal(EventId.Of(Stream, header.Command), EventId.Of(Stream, header.Command).At(1));
        events.Select(e => e.Revision).Should().Equal(0, 1);
        events[1].Metadata.Should().Be(new EventMetadata(
            Any.Matter, header.Happened, Any.Now, Any.Observer.Id, Any.Lawyer.Id, ActorRole.Lawyer, header.Source, header.Command, 1, header.Cause,
            events[0].Metadata.Fingerprint));
    }

    [Fact]
    public async Task Chains_each_event_to_the_one_before()
    {
        await Has(Filed, HeldOver);
        await Has(HeldOver);
        var written = world.Log.All.Select(e => e.Event).ToList();
        written[0].PreviousHash.ToArray().Should().Equal(new byte[32]);
        written[1].PreviousHash.ToArray().Should().Equal(written[0].Hash.ToArray());
        written[2].PreviousHash.ToArray().Should().Equal(written[1].Hash.ToArray());
    }

    [Fact]
    public async Task Writes_all_facts_or_none()
    {
        (await Record(Command(Filed, Denied, HeldOver))).ShouldBeRefused(PetitionRefusals.AlreadyDecided, ("decision", PetitionDecision.Denied));
        world.Log.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Never_records_before_the_predecessor()
    {
        await Has(Filed);
        world.Clock.Reset(Any.Now - Duration.FromHours(3));
        await Has(HeldOver);
        world.Stream(Stream).Select(e => e.Metadata.Recorded).Should().Equal(Any.Now, Any.Now);
        world.Clock.Reset(Any.Now + Duration.FromHours(1));
        await Has(HeldOver);
        world.Stream(Stream)[^1].Metadata.Recorded.Should().Be(Any.Now + Duration.FromHours(1));
    }

    [Fact]
    public async Task What_is_so_already_writes_nothing()
    {
        await Has(Filed);
        (await Record(Command())).Should().Be(new Outcome.Unchanged(Stream));
        world.Log.All.Should().ContainSingle();
    }

    [Fact]
    public async Task The_same_command_again_answers_as_the_first_time()
    {
        var command = Command(Filed, HeldOver);
        var first = (await Record(command)).ShouldBeRecorded();
        await Has(HeldOver);
        (await Record(command)).Should().Be(first with { Repeated = true });
        world.Log.All.Should().HaveCount(3);
    }

    [Fact, Provokes(LoopRefusals.CommandIdReused)]
    public async Task A_command_id_with_other_content_is_refused_and_the_earlier_one_shown()
    {
        var command = Command(Filed);
        await Record(command);
        var conflict = (await Record(command with { Facts = [Filed with { To = Addressee.Prosecutor }] })).ShouldBeConflict(LoopRefusals.CommandIdReused);
        conflict.Meanwhile.Should().ContainSingle().Which.Data.Should().Be(Filed);
        (await Record(command, Any.Observer)).ShouldBeConflict(LoopRefusals.CommandIdReused);
        world.Log.All.Should().ContainSingle();
    }

    [Fact]
    public async Task A_lost_race_is_decided_anew_on_what_others_wrote()
    {
        await Has(Filed);
        world.Log.NextComesAfter(async () => await Has(HeldOver));
        await Has(Denied);
        world.Stream(Stream).Select(e => e.Data).Should().Equal(Filed, HeldOver, Denied);
        world.Log.Sent.Should().HaveCount(4, "one of them lost the race");
    }

    [Fact, Provokes(PetitionRefusals.AlreadyDecided)]
    public async Task A_lost_race_is_refused_where_others_made_it_impossible()
    {
        await Has(Filed);
        world.Log.NextComesAfter(async () => await Has(Denied));
        (await Record(Command(Denied))).ShouldBeRefused(PetitionRefusals.AlreadyDecided, ("decision", PetitionDecision.Denied));
    }

    [Fact, Provokes(LoopRefusals.TooManyWriters)]
    public async Task A_race_that_is_lost_again_and_again_is_given_up()
    {
        await Has(Filed);
        for (var i = 0; i < DecisionLoop.MaxAttempts; i++)
            world.Log.Next(_ => new AppendResult.WrongRevision(99));
        (await Record(Command(HeldOver))).ShouldBeRefused(LoopRefusals.TooManyWriters);
    }

    [Fact, Provokes(PetitionRefusals.AlreadyDecided)]
    public async Task What_others_made_impossible_since_the_form_was_shown_is_a_conflict_with_both_sides()
    {
        await Has(Filed);
        await Has(HeldOver);
        var theirs = Denied with { Decision = PetitionDecision.Granted };
        await Record(Command(theirs), Any.Observer);

        var conflict = (await Record(Seen(Command(Denied), 1))).ShouldBeConflict(PetitionRefusals.AlreadyDecided);

        conflict.Meanwhile.Should().ContainSingle();
        conflict.Meanwhile[0].Data.Should().Be(theirs);
        conflict.Meanwhile[0].Metadata.Author.Should().Be(Any.Observer.Id);
        conflict.Revision.Should().Be(2);
    }

    [Fact, Provokes(LimitRefusals.TooLong)]
    public async Task What_was_impossible_from_the_start_is_no_conflict()
    {
        await Has(Filed);
        await Has(HeldOver);
        (await Record(Seen(Command(HeldOver with { Reason = Any.TooLongText }), 0))).ShouldBeRefused(
            LimitRefusals.TooLong, ("field", Field.Text), ("length", FreeText.MaxLength + 1), ("max", FreeText.MaxLength));
    }

    [Fact, Provokes(LoopRefusals.ChangedMeanwhile)]
    public async Task An_entry_that_others_amended_since_the_form_was_shown_is_a_conflict_until_it_is_confirmed()
    {
        await Has(Filed);
        var denied = await Has(Denied);
        Do<PetitionEvent> Correction(PetitionDecision decision) => Command() with
        {
            Amendments = [new Amendment.Corrected(denied.Entries[0], Denied with { Decision = decision }, Scenario.Then, Any.Text)],
        };
        await Record(Correction(PetitionDecision.Granted));

        var mine = Seen(Correction(PetitionDecision.NotAccepted), 1);
        var conflict = (await Record(mine)).ShouldBeConflict(LoopRefusals.ChangedMeanwhile);

        conflict.Meanwhile.Should().ContainSingle().Which.Revision.Should().Be(2);
        world.Log.All.Should().HaveCount(3);
        (await Record(Seen(mine, conflict.Revision))).ShouldBeRecorded();
    }

    [Fact, Provokes(LoopRefusals.ChangedMeanwhile)]
    public async Task The_same_thing_recorded_by_others_since_the_form_was_shown_is_a_conflict()
    {
        var forwarded = Denied with { Decision = PetitionDecision.Forwarded };
        await Has(Filed);
        await Has(forwarded);
        (await Record(Seen(Command(Denied), 0))).ShouldBeConflict(LoopRefusals.ChangedMeanwhile).Meanwhile.Should().ContainSingle();
        (await Record(Seen(Command(HeldOver), 0))).ShouldBeRecorded();
        (await Record(Seen(Command(HeldOver), 0))).ShouldBeRecorded();
    }

    [Fact, Provokes(LoopRefusals.ChangedMeanwhile)]
    public async Task Facts_about_different_things_are_not_the_same_thing()
    {
        var stream = StreamName.Of(Any.Case);
        ValueTask<Outcome> RecordCase(long seen, params CaseEvent[] facts) =>
            world.Record<Case, CaseEvent>(Seen(world.Command(stream, null, facts), seen));
        await RecordCase(
            -1,
            new CaseEvent.Opened(CaseKind.Civil, "1", [], null),
            new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, null, null),
            new CaseEvent.RoundBegan(2, RoundKind.Appeal, null, null));
        (await RecordCase(2, new CaseEvent.CourtAssigned(1, Any.Court))).ShouldBeRecorded();
        (await RecordCase(2, new CaseEvent.CourtAssigned(2, Any.Court))).ShouldBeRecorded();
        (await RecordCase(2, new CaseEvent.CourtAssigned(1, new("khujand")))).ShouldBeConflict(LoopRefusals.ChangedMeanwhile);
    }

    [Fact]
    public async Task An_unknown_outcome_is_resolved_by_sending_the_same_bytes_again()
    {
        world.Log.NextFails(LogFailure.OutcomeUnknown);
        await Has(Filed);
        world.Log.Sent.Should().HaveCount(2);
        world.Log.Sent[1].Should().BeSameAs(world.Log.Sent[0]);
        world.Log.All.Should().ContainSingle();
    }

    [Fact]
    public async Task What_was_written_although_its_answer_was_lost_is_found_at_the_head()
    {
        world.Log.NextIsWrittenButUnanswered();
        var outcome = await Has(Filed, HeldOver);
        outcome.Position.Should().Be(world.Log.All[1].Position);
        world.Log.All.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(LogFailure.Unavailable)]
    [InlineData(LogFailure.Busy)]
    [InlineData(LogFailure.ShuttingDown)]
    public async Task A_failure_while_sending_again_does_not_make_what_was_written_unwritten(LogFailure second)
    {
        world.Log.NextIsWrittenButUnanswered().NextFails(second);
        await Has(Filed);
        world.Log.All.Should().ContainSingle();
    }

    [Fact, Provokes(LoopRefusals.LogOutcomeUnknown)]
    public async Task An_outcome_that_stays_unknown_is_said_to_be_unknown()
    {
        world.Log.NextFails(LogFailure.OutcomeUnknown);
        for (var i = 0; i < DecisionLoop.MaxResends; i++)
            world.Log.NextFails(LogFailure.Unavailable);
        (await Record(Command(Filed))).ShouldBeRefused(LoopRefusals.LogOutcomeUnknown);
    }

    [Fact, Provokes(LoopRefusals.LogOutcomeUnknown)]
    public async Task A_log_that_hangs_is_not_sent_the_same_bytes_for_longer_than_somebody_waits()
    {
        var time = new Hanging();
        world.Log.Next(Hangs).Next(Hangs).Next(Hangs);
        var loop = new DecisionLoop(world.Log, world.Codec, world.Clock, time);

        (await loop.Record<Petition, PetitionEvent>(Command(Filed), Any.Lawyer, CancellationToken.None)).ShouldBeRefused(LoopRefusals.LogOutcomeUnknown);

        world.Log.Sent.Should().HaveCount(2);

        AppendResult Hangs(Func<AppendResult> write)
        {
            time.Passed += DecisionLoop.ResendsWithin * 0.9;
            return new AppendResult.Failed(LogFailure.OutcomeUnknown);
        }
    }

    [Fact]
    public async Task After_an_unknown_outcome_others_may_have_been_faster()
    {
        await Has(Filed);
        world.Log.NextFails(LogFailure.OutcomeUnknown).NextComesAfter(async () => await Has(HeldOver));
        await Has(Denied);
        world.Stream(Stream).Select(e => e.Data).Should().Equal(Filed, HeldOver, Denied);
    }

    [Fact, Provokes(LoopRefusals.LogBusy)]
    public Task A_full_queue_may_pass() => Passes(LogFailure.Busy, LoopRefusals.LogBusy);

    [Fact, Provokes(LoopRefusals.LogDiskFull)]
    public Task A_full_disk_may_pass() => Passes(LogFailure.DiskFull, LoopRefusals.LogDiskFull);

    [Fact, Provokes(LoopRefusals.LogUnavailable)]
    public Task An_unreachable_log_may_pass() => Passes(LogFailure.Unavailable, LoopRefusals.LogUnavailable);

    [Fact]
    public async Task A_log_that_cannot_be_read_may_pass_too()
    {
        world.Log.ReadsThatFail = 1;
        var command = Command(Filed);
        (await Record(command)).ShouldBeRefused(LoopRefusals.LogUnavailable);
        (await Record(command)).ShouldBeRecorded();
    }

    [Fact]
    public async Task While_it_cannot_be_read_back_an_unknown_outcome_is_not_taken_for_a_lost_race()
    {
        world.Log.Next(write =>
        {
            write();
            world.Log.ReadsThatFail = 1;
            return new AppendResult.Failed(LogFailure.OutcomeUnknown);
        });
        await Has(Filed);
        world.Log.All.Should().ContainSingle();
    }

    [Fact, Provokes(LoopRefusals.LogShuttingDown)]
    public Task A_stopping_server_may_pass() => Passes(LogFailure.ShuttingDown, LoopRefusals.LogShuttingDown);

    [Fact]
    public void What_contradicts_the_record_does_not_pass() => LoopRefusals.IsPassing(LoopRefusals.ChangedMeanwhile).Should().BeFalse();

    [Fact]
    public async Task Cancelled_before_it_is_queued_nothing_is_written()
    {
        using var cancellation = new CancellationTokenSource();
        world.Log.Next(write => write());
        await cancellation.CancelAsync();
        var record = async () => await world.Loop.Record<Petition, PetitionEvent>(Command(Filed), Any.Lawyer, cancellation.Token);
        await record.Should().ThrowAsync<OperationCanceledException>();
        world.Log.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Cancelled_when_the_outcome_is_unknown_it_is_found_out_all_the_same()
    {
        using var cancellation = new CancellationTokenSource();
        world.Log.Next(write =>
        {
            cancellation.Cancel();
            write();
            return new AppendResult.Failed(LogFailure.OutcomeUnknown);
        });
        (await world.Loop.Record<Petition, PetitionEvent>(Command(Filed), Any.Lawyer, cancellation.Token)).ShouldBeRecorded();
    }

    [Fact]
    public async Task A_command_for_another_kind_of_stream_is_a_mistake_in_the_program()
    {
        var record = async () => await Record(Command(Filed) with { Stream = StreamName.Of(Any.Hearing) });
        await record.Should().ThrowAsync<ArgumentException>();
    }

    private async Task Passes(LogFailure failure, string code)
    {
        world.Log.NextFails(failure);
        var command = Command(Filed);
        (await Record(command)).ShouldBeRefused(code);
        LoopRefusals.IsPassing(code).Should().BeTrue();
        (await Record(command)).ShouldBeRecorded();
    }

    private static Do<TEvent> Seen<TEvent>(Do<TEvent> command, long revision)
        where TEvent : DomainEvent => command with { Header = command.Header with { SeenRevision = revision } };

    /// <summary>Time that passes while a log hangs.</summary>
    private sealed class Hanging : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
