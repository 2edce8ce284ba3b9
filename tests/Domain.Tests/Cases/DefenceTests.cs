using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Cases;

public sealed class DefenceTests : StreamTests<Case, CaseEvent>
{
    private static readonly CaseEvent.Opened Opened = new(CaseKind.Criminal, "2023-07", [Any.Torture], null);

    private static readonly AuthorityCode Moi = new("moi");

    private static readonly CaseEvent.NonDisclosureSigned Signed = new(Any.Person, NonDisclosureScope.Investigation, null, null);

    private static readonly CaseEvent.NonDisclosureEnded Ended = new(Any.Person, null);

    private static HappenedAt On(int day) => HappenedAt.On(new(2023, 3, day));

    [Fact]
    public void What_stands_in_its_way_is_recorded_as_often_as_it_happens()
    {
        var obstructed = new CaseEvent.LawyerObstructed(Any.Person, Obstruction.NonDisclosureRequired, Moi, null);
        var demanded = new CaseEvent.NonDisclosureDemanded(Any.Person, NonDisclosureScope.Everything, Moi, null);
        Given(Opened, obstructed, obstructed, demanded).When(new CaseEvent.NonDisclosureRefused(Any.Person, null)).ThenRecorded();
        Given(Opened).When(obstructed with { How = Obstruction.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        var heldBack = new CaseEvent.LawyerHeldBack(Any.Person, HoldingBack.NotFiled, HoldingBackReason.Fear, Moi, null);
        Given(Opened, heldBack).When(heldBack).ThenRecorded();
        Given(Opened).When(heldBack with { How = HoldingBack.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Given(Opened).When(heldBack with { Why = HoldingBackReason.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
    }

    [Fact, Provokes(DefenceRefusals.AlreadyBound)]
    public void Somebody_is_bound_once_until_that_ends()
    {
        Given(Opened, At(On(1), Signed)).When(At(On(2), Signed)).ThenRefused(DefenceRefusals.AlreadyBound, ("since", new LocalDate(2023, 3, 1)));
        Given(Opened, At(On(1), Signed), At(On(2), Ended)).When(At(On(3), Signed)).ThenRecorded();
        Given(Opened, At(On(1), Signed with { Until = On(5).Date })).When(At(On(5), Signed)).ThenRefused(DefenceRefusals.AlreadyBound, ("since", new LocalDate(2023, 3, 1)));
        Given(Opened, At(On(1), Signed with { Until = On(5).Date })).When(At(On(6), Signed)).ThenRecorded();
        Given(Opened, At(On(1), Signed)).When(At(On(2), Signed with { Person = new(Any.Id("another")) })).ThenRecorded();
    }

    [Fact, Provokes(DefenceRefusals.NotBound)]
    public void Only_an_undertaking_ends() =>
        Given(Opened).When(At(On(2), Ended)).ThenRefused(DefenceRefusals.NotBound, ("at", new LocalDate(2023, 3, 2)));

    [Fact, Provokes(DefenceRefusals.NotClassified)]
    public void Only_what_was_classified_is_declassified()
    {
        var open = new CaseEvent.FileDeclassified(Moi, null);
        Given(Opened).When(At(On(2), open)).ThenRefused(DefenceRefusals.NotClassified, ("at", new LocalDate(2023, 3, 2)));
        Given(Opened, At(On(1), new CaseEvent.FileClassified(Moi, null))).When(At(On(2), open)).ThenRecorded();
    }
}
