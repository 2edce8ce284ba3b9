using Trials.Domain.Assessments;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Assessments;

public sealed class AssessmentTests : StreamTests<Assessment, AssessmentEvent>
{
    private static readonly EventId First = new(Any.Id("first"));
    private static readonly EventId Second = new(Any.Id("second"));

    private static readonly AssessmentEvent.Proposed Proposed =
        new(Any.Case, "late-start", 1, "late-start", Yields.Indicator, "f14-3c", RightHolder.Accused, [First, Second]);

    private static readonly AssessmentEvent.Confirmed Confirmed = new(Any.Text);
    private static readonly AssessmentEvent.Dismissed Dismissed = new(Any.Text);

    [Fact]
    public void Is_proposed_then_decided_and_decided_anew()
    {
        Nothing.When(Proposed).Then(Proposed);
        Given(Proposed).When(Confirmed).Then(Confirmed);
        Given(Proposed).When(Dismissed).Then(Dismissed);
        Given(Proposed, Confirmed).When(Dismissed).Then(Dismissed);
        Given(Proposed, Confirmed, Dismissed).When(Confirmed).Then(Confirmed);
    }

    [Fact]
    public void The_same_decision_again_changes_nothing()
    {
        Given(Proposed).When(Proposed).ThenNothing();
        Given(Proposed, Confirmed).When(Confirmed with { Reason = FreeText.From("Other words.")! }).ThenNothing();
        Given(Proposed, Dismissed).When(Dismissed).ThenNothing();
    }

    [Fact, Provokes(AssessmentRefusals.NotProposed)]
    public void Only_what_is_proposed_is_decided()
    {
        Nothing.When(Confirmed).ThenRefused(AssessmentRefusals.NotProposed);
        Nothing.When(Dismissed).ThenRefused(AssessmentRefusals.NotProposed);
    }

    [Fact, Provokes(AssessmentRefusals.AlreadyProposed)]
    public void What_was_proposed_stays_as_it_was() =>
        Given(Proposed).When(Proposed with { Yields = Yields.Violation }).ThenRefused(AssessmentRefusals.AlreadyProposed);

    [Fact, Provokes(AssessmentRefusals.NoEntries)]
    public void Rests_on_entries_each_once()
    {
        Nothing.When(Proposed with { Entries = [] }).ThenRefused(AssessmentRefusals.NoEntries);
        Nothing.When(Proposed with { Entries = [First, First] }).ThenRefused(AssessmentRefusals.NoEntries);
        Nothing.When(Proposed with { Version = 0 }).ThenRefused(AssessmentRefusals.NoEntries);
    }

    [Fact, Provokes(LimitRefusals.CodeMalformed)]
    public void Names_its_rule_kind_and_standard_by_codes()
    {
        Nothing.When(Proposed with { Rule = "Late" }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Code));
        Nothing.When(Proposed with { Kind = "LATE" }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Code));
        Nothing.When(Proposed with { Standard = "F14.3c" }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Code));
        Nothing.When(Proposed with { Standard = null }).ThenRecorded();
    }

    [Fact, Provokes(LimitRefusals.TooLong)]
    public void A_reason_is_bounded()
    {
        var tooLong = ("length", (object)(FreeText.MaxLength + 1));
        Given(Proposed).When(Confirmed with { Reason = Any.TooLongText })
            .ThenRefused(LimitRefusals.TooLong, ("field", Field.Text), tooLong, ("max", FreeText.MaxLength));
        Given(Proposed).When(Dismissed with { Reason = Any.TooLongText })
            .ThenRefused(LimitRefusals.TooLong, ("field", Field.Text), tooLong, ("max", FreeText.MaxLength));
    }

    [Fact]
    public void Its_id_tells_rules_versions_and_entries_apart()
    {
        var id = AssessmentId.Of("late-start", 1, [First, Second]);

        AssessmentId.Of("late-start", 1, [First, Second]).Should().Be(id);
        AssessmentId.Of("late-start", 2, [First, Second]).Should().NotBe(id);
        AssessmentId.Of("late-start", 1, [Second, First]).Should().NotBe(id);
        AssessmentId.Of("late-start", 1, [First]).Should().NotBe(id);
        AssessmentId.Of("no-lift", 1, [First, Second]).Should().NotBe(id);
    }

    [Fact, Provokes(AssessmentRefusals.OtherBasis)]
    public async Task Is_decided_in_the_stream_of_its_basis()
    {
        var world = new World();
        var viewers = new ViewerAccessor();
        var guard = new Guard<RecordInAssessment, Outcome>(new ActingAs(Any.Lawyer), viewers);
        var handler = new RecordInAssessmentHandler(world.Loop, viewers);
        RecordInAssessment Command(StreamName stream) => new()
        {
            Stream = stream,
            Matter = Any.Matter,
            Header = new(Any.Command(1), Scenario.Then, new Source.SeenMyself()),
            Facts = [Proposed, Confirmed],
        };

        var own = await guard.Handle(Command(AssessmentId.Of("late-start", 1, [First, Second]).Stream), handler.Handle, TestContext.Current.CancellationToken);
        var other = await guard.Handle(Command(AssessmentId.Of("late-start", 1, [First]).Stream), handler.Handle, TestContext.Current.CancellationToken);

        own.Should().BeOfType<Outcome.Recorded>();
        other.ShouldBeRefused(AssessmentRefusals.OtherBasis);
    }
}
