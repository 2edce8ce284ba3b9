using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Domain.Tests.Support;
using static Trials.Domain.Petitions.PetitionEvent;

namespace Trials.Domain.Tests;

/// <summary>Corrections, withdrawals and their undoing: the same of every stream, told of a petition.</summary>
public sealed class AmendmentTests : StreamTests<Petition, PetitionEvent>
{
    private static readonly Filed Filing = new(
        Any.Case, PetitionKind.Custody, Party.Defence, Addressee.Court, null, null, null, null);

    private static readonly HeldOver Hold = new(null, null);

    private static readonly Decided Denial = new(PetitionDecision.Denied, Reasoning.Reasoned, null, null);

    private static readonly Decided Grant = Denial with { Decision = PetitionDecision.Granted };

    private static KnownFrom KnownOf(Given<Petition, PetitionEvent> given)
    {
        var history = given.History.Select(EffectiveSequence.Recorded.Of).ToList();
        return KnownFrom.OfAll(history)[history[1].Id];
    }

    [Fact]
    public void A_correction_stands_in_the_entrys_place()
    {
        var given = Given(Filing, Denial).And(g => Correct(g[1], Grant, Scenario.Moment(12, 0)));
        given.State.Decision.Should().Be(PetitionDecision.Granted);
        EffectiveSequence.Of<PetitionEvent>(given.History).Select(e => (e.Id, e.Event, e.Happened)).Should().Equal(
            (given[0], Filing, Scenario.Then), (given[1], Grant, Scenario.Moment(12, 0)));
    }

    [Fact]
    public void The_latest_correction_counts()
    {
        var given = Given(Filing, Denial).And(g => Correct(g[1], Grant)).And(g => Correct(g[1], Grant with { Decision = PetitionDecision.NotAccepted }));
        given.State.Decision.Should().Be(PetitionDecision.NotAccepted);
    }

    [Fact]
    public void A_correction_undone_leaves_the_one_before()
    {
        var given = Given(Filing, Denial).And(g => Correct(g[1], Grant)).And(g => Correct(g[1], Grant with { Decision = PetitionDecision.NotAccepted }));
        given.And(g => Withdraw(g[3])).State.Decision.Should().Be(PetitionDecision.Granted);
        given.And(g => Withdraw(g[2])).State.Decision.Should().Be(PetitionDecision.NotAccepted);
        given.And(g => Withdraw(g[2])).And(g => Withdraw(g[3])).State.Decision.Should().Be(PetitionDecision.Denied);
    }

    [Fact]
    public void A_withdrawn_entry_is_not_there_until_that_is_undone()
    {
        var withdrawn = Given(Filing, Denial).And(g => Withdraw(g[1]));
        withdrawn.State.Decision.Should().BeNull();
        var undone = withdrawn.And(g => Withdraw(g[2]));
        undone.State.Should().Be(Given(Filing, Denial).State);
        undone.And(g => Withdraw(g[3])).State.Should().Be(withdrawn.State, "what was undone can be undone");
    }

    [Fact]
    public void A_withdrawal_counts_before_a_correction_and_undone_gives_the_correction_back()
    {
        var given = Given(Filing, Denial).And(g => Correct(g[1], Grant)).And(g => Withdraw(g[1]));
        given.State.Decision.Should().BeNull();
        given.And(g => Withdraw(g[3])).State.Decision.Should().Be(PetitionDecision.Granted);
    }

    [Fact]
    public void A_withdrawal_that_comes_back_counts_before_a_correction_made_since()
    {
        var given = Given(Filing, Denial).And(g => Withdraw(g[1])).And(g => Withdraw(g[2])).And(g => Correct(g[1], Grant));
        given.State.Decision.Should().Be(PetitionDecision.Granted);
        given.And(g => Withdraw(g[3])).State.Decision.Should().BeNull();
    }

    [Fact]
    public void What_is_so_already_is_not_amended_again()
    {
        var given = Given(Filing, Denial);
        given.WhenAmending(Correct(given[1], Denial)).ThenNothing();
        given.And(g => Correct(g[1], Grant)).WhenAmending(Correct(given[1], Grant)).ThenNothing();
        given.And(g => Withdraw(g[1])).WhenAmending(Withdraw(given[1])).ThenNothing();
    }

    [Fact]
    public void Only_the_moment_may_be_wrong()
    {
        var given = Given(Filing, Denial).And(g => Correct(g[1], Denial, Scenario.Moment(11, 0)));
        given.WhenAmending(Correct(given[1], Denial, Scenario.Moment(11, 0))).ThenNothing();
        EffectiveSequence.Of<PetitionEvent>(given.History)[1].Happened.Should().Be(Scenario.Moment(11, 0));
        EffectiveSequence.Of<PetitionEvent>(given.And(g => Correct(g[1], Denial, Scenario.Moment(12, 0))).History)[1]
            .Happened.Should().Be(Scenario.Moment(12, 0));
    }

    [Fact]
    public void Only_how_it_is_known_may_be_wrong()
    {
        var paper = new Source.Document("7", null, null, new('a', 64)) { File = new(Any.Id("file"), Any.Id("key"), FileKind.Pdf, 9) };
        var given = Given(Filing, Denial);
        given.WhenAmending(paper, Correct(given[1], Denial)).ThenRecorded();
        given.WhenAmending(paper, Withdraw(given[1])).ThenRecorded();
        var known = given.And(paper, g => Correct(g[1], Denial));
        known.WhenAmending(paper with { File = paper.File! with { Id = Any.Id("once more") } }, Correct(known[1], Denial)).ThenNothing();
        known.WhenAmending(paper with { File = null, Sha256 = null }, Correct(known[1], Denial)).ThenNothing();
        known.WhenAmending(paper with { Number = "8" }, Correct(known[1], Denial)).ThenRecorded();
        known.WhenAmending(new Source.Import("court-cards", 9), Correct(known[1], Denial)).ThenNothing();
    }

    [Fact]
    public void A_file_stays_until_another_is_brought_or_no_document_says_so_any_more()
    {
        var paper = new Source.Document("7", null, null, new('a', 64)) { File = new(Any.Id("file"), Any.Id("key"), FileKind.Pdf, 9) };
        var picture = paper with { Sha256 = new('b', 64), File = new(Any.Id("other"), Any.Id("key of it"), FileKind.Jpeg, 3) };
        var bare = new Source.Document("8", null, null, null);
        var given = Given(Filing, Denial).And(paper, g => Correct(g[1], Grant));
        KnownOf(given).Should().Be(new KnownFrom(paper, given[2]));
        KnownOf(given.And(bare, g => Correct(g[1], Denial))).Should().Be(new KnownFrom(bare with { Sha256 = paper.Sha256, File = paper.File }, given[2]));
        var replaced = given.And(picture, g => Correct(g[1], Grant));
        KnownOf(replaced).Should().Be(new KnownFrom(picture, replaced[3]));
        KnownOf(replaced.And(g => Withdraw(g[3]))).Should().Be(new KnownFrom(paper, given[2]));
        KnownOf(replaced.And(g => Correct(g[1], Denial))).Should().Be(new KnownFrom(new Source.SeenMyself(), null));
    }

    [Fact]
    public void One_command_amends_several_entries_that_only_together_are_possible()
    {
        var given = Given(Filing, Hold, Denial);
        given.WhenAmending(Withdraw(given[0])).Decision.Refusal.Should().NotBeNull();
        given.WhenAmending(Withdraw(given[0]), Withdraw(given[1]), Withdraw(given[2])).ThenRecorded();
    }

    [Fact]
    public void Facts_of_a_command_are_judged_as_its_amendments_leave_the_stream()
    {
        var given = Given(Filing, Denial);
        var command = new Do<PetitionEvent>
        {
            Stream = given.History[0].Stream,
            Matter = Any.Matter,
            Header = new(Any.Command(9), Scenario.Then, new Source.SeenMyself()),
            Facts = [Grant],
            Amendments = [Withdraw(given[1])],
        };
        Decision.Of<Petition, PetitionEvent>(given.History, command, Any.Lawyer.Id).Events.Should().Equal(Withdraw(given[1]), Grant);
    }

    [Fact, Provokes(LoopRefusals.NoSuchEntry)]
    public void Names_an_entry_of_the_stream()
    {
        var given = Given(Filing);
        given.WhenAmending(Withdraw(new(Any.Id("elsewhere")))).ThenRefused(LoopRefusals.NoSuchEntry);
        given.WhenAmending(Correct(new(Any.Id("elsewhere")), Filing)).ThenRefused(LoopRefusals.NoSuchEntry);
    }

    [Fact, Provokes(LoopRefusals.NoSuchEntry)]
    public void Corrects_entries_never_amendments()
    {
        var given = Given(Filing, Denial).And(g => Withdraw(g[1]));
        var correction = new Amendment.Corrected(given[2], new Amendment.Withdrawn(given[0], Any.Text), Scenario.Then, Any.Text);
        given.WhenAmending(correction).ThenRefused(LoopRefusals.NoSuchEntry);
    }

    [Fact, Provokes(LoopRefusals.OtherKindOfEntry)]
    public void Puts_no_other_kind_of_entry_in_its_place()
    {
        var given = Given(Filing, Hold);
        given.WhenAmending(Correct(given[1], Denial)).ThenRefused(LoopRefusals.OtherKindOfEntry);
        var elsewhere = new Amendment.Corrected(given[1], new HearingEvent.Resumed(), Scenario.Then, Any.Text);
        given.WhenAmending(elsewhere).ThenRefused(LoopRefusals.OtherKindOfEntry);
    }

    [Fact, Provokes(LoopRefusals.EntryWithdrawn)]
    public void Corrects_nothing_that_is_withdrawn()
    {
        var given = Given(Filing, Denial).And(g => Withdraw(g[1]));
        given.WhenAmending(Correct(given[1], Grant)).ThenRefused(LoopRefusals.EntryWithdrawn);
        given.And(g => Withdraw(g[2])).WhenAmending(Correct(given[1], Grant)).ThenRecorded();
    }

    [Fact, Provokes(LoopRefusals.NoReason), Provokes(LimitRefusals.TooLong)]
    public void Says_why_within_bounds()
    {
        var given = Given(Filing, Denial);
        given.WhenAmending(new Amendment.Withdrawn(given[1], null)).ThenRefused(LoopRefusals.NoReason);
        given.WhenAmending(new Amendment.Withdrawn(given[1], Any.TooLongText)).ThenRefused(
            LimitRefusals.TooLong, ("field", Field.Text), ("length", FreeText.MaxLength + 1), ("max", FreeText.MaxLength));
    }

    [Fact, Provokes(LoopRefusals.LaterEntriesImpossible)]
    public void Leaves_no_later_entry_impossible()
    {
        var given = Given(Filing, Hold, Denial);
        given.WhenAmending(Withdraw(given[0])).ThenRefused(
            LoopRefusals.LaterEntriesImpossible,
            ("entries", ValueList.Create<EventId>([given[1], given[2]])),
            ("first", Refusal.Because(PetitionRefusals.NotFiled)));
    }

    [Fact, Provokes(PetitionRefusals.AlreadyDecided), Provokes(LoopRefusals.LaterEntriesImpossible)]
    public void Undoing_leaves_no_later_entry_impossible()
    {
        var given = Given(Filing, Denial).And(g => Withdraw(g[1])).And(Grant);
        given.WhenAmending(Withdraw(given[2])).ThenRefused(
            LoopRefusals.LaterEntriesImpossible,
            ("entries", ValueList.Create<EventId>([given[3]])),
            ("first", Refusal.Because(PetitionRefusals.AlreadyDecided, ("decision", PetitionDecision.Denied))));
        ProvokesAttribute.Note(PetitionRefusals.AlreadyDecided);
    }

    [Fact, Provokes(PetitionRefusals.BeforeFiling)]
    public void A_correction_that_is_impossible_itself_says_why()
    {
        var given = Given(Filing, Hold);
        given.WhenAmending(Correct(given[1], Hold, Scenario.Moment(8, 0))).ThenRefused(
            PetitionRefusals.BeforeFiling, ("at", Scenario.Moment(8, 0).Local), ("filed", Scenario.Then.Local));
    }
}
