using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Cases;

public sealed class InvestigationTests : StreamTests<Case, CaseEvent>
{
    private static readonly CaseEvent.Opened Opened = new(CaseKind.Criminal, "2023-07", [Any.Torture], null);

    private static readonly AuthorityCode Moi = new("moi");

    private static readonly CaseEvent.InvestigationSuspended Suspended = new(SuspensionGround.SuspectHiding, Moi, null);

    private static readonly CaseEvent.InvestigationResumed Resumed = new(Moi, null);

    private static HappenedAt On(int day) => HappenedAt.On(new(2023, 3, day));

    [Fact]
    public void Runs_from_the_opening_to_the_indictment()
    {
        var opened = new CaseEvent.CriminalCaseOpened([Any.Torture], Moi, "12-1", null);
        var sent = new CaseEvent.SentToBody(Moi, null);
        var extended = new CaseEvent.InvestigationExtended(Moi, new(2023, 5, 1), null);
        var indicted = new CaseEvent.Indicted([Any.Torture], Any.Court, null);
        Given(Opened, opened, sent, extended).When(indicted).Then(indicted);
        Given(Opened, opened, indicted).When(indicted).Then(indicted);
        Given(Opened).When(opened with { Articles = [Any.Torture with { Number = 0 }] }).ThenRefused(CaseRefusals.NoSuchArticle, ("number", 0));
    }

    [Fact, Provokes(InvestigationRefusals.AlreadySuspended)]
    public void Is_suspended_once_until_it_is_resumed()
    {
        Given(Opened, At(On(1), Suspended)).When(At(On(2), Suspended))
            .ThenRefused(InvestigationRefusals.AlreadySuspended, ("since", new LocalDate(2023, 3, 1)));
        Given(Opened, At(On(1), Suspended), At(On(2), Resumed)).When(At(On(3), Suspended)).ThenRecorded();
    }

    [Fact, Provokes(InvestigationRefusals.NotSuspended)]
    public void Only_what_was_suspended_is_resumed()
    {
        Given(Opened).When(At(On(1), Resumed)).ThenRefused(InvestigationRefusals.NotSuspended, ("at", new LocalDate(2023, 3, 1)));
        Given(Opened, At(On(1), Suspended), At(On(2), Resumed)).When(At(On(3), Resumed))
            .ThenRefused(InvestigationRefusals.NotSuspended, ("at", new LocalDate(2023, 3, 3)));
    }
}
