using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Cases;

public sealed class ComplaintTests : StreamTests<Case, CaseEvent>
{
    private static readonly CaseEvent.Opened Opened = new(CaseKind.Criminal, "2023-07", [Any.Torture], null);

    private static readonly AuthorityCode Moi = new("moi");

    private static readonly CaseEvent.CheckBegun Begun = new(Moi, null, null);

    private static readonly CaseEvent.CheckExtended Extended = new(Moi, null, null);

    private static readonly CaseEvent.OpeningRefused Refused = new(RefusalGround.NoElements, Moi, null);

    private static readonly CaseEvent.RefusalAppealed Appealed = new(Party.VictimSide, null, Any.Court, null);

    private static readonly CaseEvent.RefusalSetAside SetAside = new(null, Any.Court, null);

    private static readonly CaseEvent.AppealGivenUp GivenUp = new(Party.VictimSide, null, GivenUpReason.Fear, Moi, null, null);

    private static HappenedAt On(int month, int day) => HappenedAt.On(new(2023, month, day));

    [Fact]
    public void A_refusal_is_set_aside_twice_and_refused_again() =>
        Given(
            Opened,
            At(On(1, 10), new CaseEvent.ComplaintLodged(ComplaintSubject.Torture, Party.VictimSide, Moi, null)),
            At(On(1, 12), Begun),
            At(On(1, 20), Refused),
            At(On(2, 1), Appealed),
            At(On(2, 10), SetAside),
            At(On(3, 1), Refused),
            At(On(3, 5), Appealed),
            At(On(3, 20), SetAside),
            At(On(4, 10), Refused))
        .When(At(On(4, 20), Appealed)).Then(Appealed);

    [Fact, Provokes(ComplaintRefusals.RefusalStands)]
    public void A_refusal_stands_until_it_is_set_aside()
    {
        var given = Given(Opened, At(On(1, 20), Refused));
        given.When(At(On(2, 20), Refused)).ThenRefused(ComplaintRefusals.RefusalStands, ("refused", new LocalDate(2023, 1, 20)));
        given.And(At(On(2, 1), SetAside)).When(At(On(2, 20), Refused)).ThenRecorded();
        given.And(At(On(2, 1), new CaseEvent.CriminalCaseOpened([], null, null, null))).When(At(On(2, 20), Refused)).ThenRecorded();
    }

    [Fact]
    public void An_earlier_refusal_can_be_recorded_later()
    {
        Given(Opened, At(On(3, 1), Refused), At(On(1, 20), Refused), At(On(2, 1), SetAside)).When(At(On(3, 20), SetAside)).ThenRecorded();
        Given(Opened, At(HappenedAt.In(2023, 1), Refused), At(HappenedAt.In(2023, 1), SetAside)).When(At(HappenedAt.In(2023, 1), Refused)).ThenRecorded();
    }

    [Fact]
    public void That_a_refusal_was_set_aside_can_be_recorded_after_the_opening_that_followed_it()
    {
        var opened = new CaseEvent.CriminalCaseOpened([], null, null, null);
        var given = Given(Opened, At(On(1, 20), Refused), At(On(2, 10), opened));

        given.When(At(On(2, 1), SetAside)).Then(SetAside);
        given.And(At(On(2, 1), SetAside)).When(At(On(2, 5), SetAside)).ThenRefused(ComplaintRefusals.NoRefusal, ("at", new LocalDate(2023, 2, 5)));
        given.And(At(On(3, 1), Refused)).When(At(On(2, 1), SetAside)).ThenRecorded();
        given.When(At(On(2, 5), Refused)).ThenRefused(ComplaintRefusals.RefusalStands, ("refused", new LocalDate(2023, 1, 20)));
    }

    [Fact, Provokes(ComplaintRefusals.NoRefusal)]
    public void Only_a_refusal_is_appealed_upheld_or_set_aside()
    {
        var refused = ("at", (object)new LocalDate(2023, 2, 1));
        Given(Opened).When(At(On(2, 1), Appealed)).ThenRefused(ComplaintRefusals.NoRefusal, refused);
        Given(Opened).When(At(On(2, 1), new CaseEvent.RefusalUpheld(null, null, null))).ThenRefused(ComplaintRefusals.NoRefusal, refused);
        Given(Opened, At(On(3, 1), Refused)).When(At(On(2, 1), SetAside)).ThenRefused(ComplaintRefusals.NoRefusal, refused);
        Given(Opened, At(On(1, 1), Refused), At(On(1, 20), SetAside)).When(At(On(2, 1), SetAside)).ThenRefused(ComplaintRefusals.NoRefusal, refused);
        Given(Opened, At(On(1, 1), Refused)).When(At(On(2, 1), new CaseEvent.RefusalUpheld(Moi, null, null))).ThenRecorded();
    }

    [Fact, Provokes(ComplaintRefusals.NoCheck)]
    public void Only_a_check_that_began_is_extended()
    {
        Given(Opened).When(Extended).ThenRefused(ComplaintRefusals.NoCheck);
        Given(Opened, Begun, Extended).When(Extended).Then(Extended);
    }

    [Fact]
    public void A_term_does_not_end_before_it_is_set()
    {
        var before = new LocalDate(2023, 1, 9);
        Given(Opened).When(At(On(1, 10), Begun with { Until = before }))
            .ThenRefused(CaseRefusals.TermEndsBefore, ("until", before), ("at", before.PlusDays(1)));
        Given(Opened, Begun).When(At(On(1, 10), Extended with { Until = before })).Decision.Refusal.Should().NotBeNull();
    }

    [Fact]
    public void That_somebody_appeals_no_further_is_recorded_as_often_as_they_say_so() =>
        Given(Opened, At(On(1, 20), Refused), At(On(1, 25), GivenUp)).When(At(On(3, 25), GivenUp)).ThenRecorded();

    [Fact]
    public void Another_ground_or_subject_is_told_in_words()
    {
        Given(Opened).When(Refused with { Ground = RefusalGround.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Given(Opened).When(new CaseEvent.ComplaintLodged(ComplaintSubject.Other, Party.VictimSide, null, null))
            .ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Given(Opened).When(GivenUp with { Why = GivenUpReason.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
    }

    [Fact, Provokes(LimitRefusals.CodeMalformed)]
    public void A_body_is_a_code() =>
        Given(Opened).When(Begun with { Body = new("M O I") }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Authority));
}
