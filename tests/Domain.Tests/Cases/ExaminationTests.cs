using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Cases;

public sealed class ExaminationTests : StreamTests<Case, CaseEvent>
{
    private static readonly CaseEvent.Opened Opened = new(CaseKind.Criminal, "2023-07", [Any.Torture], null);

    private static readonly AuthorityCode Moi = new("moi");

    private static readonly CaseEvent.ExaminationAsked Asked = new(ExaminationKind.ForensicMedical, Any.Person, Party.VictimSide, null, null);

    private static CaseEvent.ExaminationDone Done(ExaminationId? examination) =>
        new(examination, ExaminationKind.ForensicMedical, Any.Person, "Centre", IstanbulProtocol.Partly, null);

    [Fact]
    public void Is_asked_for_refused_ordered_done_and_repeated()
    {
        var given = Given(Opened, Asked);
        var first = ExaminationId.Of(given[1]);
        var refused = new CaseEvent.ExaminationRefused(first, Moi, null);
        var ordered = new CaseEvent.ExaminationOrdered(first, ExaminationKind.ForensicMedical, Any.Person, Moi, "Centre", null, null);
        given.And(refused).And(ordered).When(Done(first)).Then(Done(first));
        given.And(Done(first)).When(Asked with { Repeats = first }).ThenRecorded();
        Given(Opened).When(Done(null)).ThenRecorded();
        Given(Opened).When(ordered with { Examination = null }).ThenRecorded();
    }

    [Fact, Provokes(ExaminationRefusals.None)]
    public void Names_one_that_the_case_has()
    {
        var other = new ExaminationId(Any.Id("other"));
        Given(Opened, Asked).When(new CaseEvent.ExaminationRefused(other, Moi, null)).ThenRefused(ExaminationRefusals.None);
        Given(Opened, Asked).When(Asked with { Repeats = other }).ThenRefused(ExaminationRefusals.None);
        Given(Opened, Asked).When(Done(other)).ThenRefused(ExaminationRefusals.None);
    }

    [Fact, Provokes(ExaminationRefusals.AlreadyDone)]
    public void Is_done_once()
    {
        var given = Given(Opened, Done(null));
        var first = ExaminationId.Of(given[1]);
        given.When(Done(first)).ThenRefused(ExaminationRefusals.AlreadyDone);
        given.When(new CaseEvent.ExaminationRefused(first, Moi, null)).ThenRefused(ExaminationRefusals.AlreadyDone);
    }

    [Fact]
    public void A_request_is_not_withdrawn_from_under_what_follows_from_it()
    {
        var given = Given(Opened, Asked);
        given = given.And(new CaseEvent.ExaminationRefused(ExaminationId.Of(given[1]), Moi, null));
        given.WhenAmending(Withdraw(given[1])).Decision.Refusal!.Code.Should().Be(LoopRefusals.LaterEntriesImpossible);
    }
}
