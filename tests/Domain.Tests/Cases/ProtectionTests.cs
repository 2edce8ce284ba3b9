using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Cases;

public sealed class ProtectionTests : StreamTests<Case, CaseEvent>
{
    private static readonly CaseEvent.Opened Opened = new(CaseKind.Criminal, "2023-07", [Any.Torture], null);

    private static readonly AuthorityCode Moi = new("moi");

    private static readonly CaseEvent.ProtectionGranted Granted = new(Any.Person, ProtectionMeasure.Guard, Moi, null, null);

    private static readonly CaseEvent.ProtectionLapsed Lapsed = new(Any.Person, null);

    private static HappenedAt On(int day) => HappenedAt.On(new(2023, 3, day));

    [Fact]
    public void Is_asked_for_refused_and_granted_and_reprisals_are_reported()
    {
        var asked = new CaseEvent.ProtectionAsked(Any.Person, ProtectionMeasure.NotRecorded, Moi, null);
        var refused = new CaseEvent.ProtectionRefused(Any.Person, Moi, null);
        var reprisal = new CaseEvent.ReprisalReported(Any.Person, ReprisalKind.Threat, Moi, null);
        Given(Opened, asked, refused, reprisal, reprisal, Granted).When(Granted).Then(Granted);
        Given(Opened).When(reprisal with { Kind = ReprisalKind.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Given(Opened).When(Granted with { Until = new(2023, 3, 1) })
            .ThenRefused(CaseRefusals.TermEndsBefore, ("until", new LocalDate(2023, 3, 1)), ("at", Scenario.Then.Date));
    }

    [Fact, Provokes(ProtectionRefusals.NotProtected)]
    public void Only_what_was_granted_lapses()
    {
        Given(Opened).When(At(On(2), Lapsed)).ThenRefused(ProtectionRefusals.NotProtected, ("at", new LocalDate(2023, 3, 2)));
        Given(Opened, At(On(1), Granted), At(On(2), Lapsed)).When(At(On(3), Lapsed))
            .ThenRefused(ProtectionRefusals.NotProtected, ("at", new LocalDate(2023, 3, 3)));
    }
}
