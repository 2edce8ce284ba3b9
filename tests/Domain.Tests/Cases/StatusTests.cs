using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Cases;

public sealed class StatusTests : StreamTests<Case, CaseEvent>
{
    private static readonly CaseEvent.Opened Opened = new(CaseKind.Criminal, "2023-07", [Any.Torture], null);

    private static readonly AuthorityCode Moi = new("moi");

    private static readonly CaseEvent.StatusGiven Granted = new(Any.Person, ProceduralStatus.Victim, Moi, "7", null);

    private static readonly CaseEvent.StatusRefused Refused = new(Any.Person, ProceduralStatus.Victim, Moi, "5", null);

    private static readonly CaseEvent.StatusEnded Ended = new(Any.Person, ProceduralStatus.Victim, Moi, "9", null);

    private static HappenedAt On(int day) => HappenedAt.On(new(2023, 3, day));

    [Fact, Provokes(StatusRefusals.AlreadyHas)]
    public void A_status_is_given_once_until_it_ends()
    {
        var parameters = new (string, object)[] { ("status", ProceduralStatus.Victim), ("since", new LocalDate(2023, 3, 2)) };
        var given = Given(Opened, At(On(1), Refused), At(On(2), Granted));
        given.When(At(On(3), Granted)).ThenRefused(StatusRefusals.AlreadyHas, parameters);
        given.When(At(On(3), Refused)).ThenRefused(StatusRefusals.AlreadyHas, parameters);
        given.When(At(On(3), Granted with { Status = ProceduralStatus.Witness })).ThenRecorded();
        given.And(At(On(3), Ended)).When(At(On(4), Granted)).ThenRecorded();
    }

    [Fact, Provokes(StatusRefusals.HasNot)]
    public void Only_a_status_that_was_given_ends()
    {
        var parameters = new (string, object)[] { ("status", ProceduralStatus.Victim), ("at", new LocalDate(2023, 3, 3)) };
        Given(Opened).When(At(On(3), Ended)).ThenRefused(StatusRefusals.HasNot, parameters);
        Given(Opened, At(On(1), Granted), At(On(2), Ended)).When(At(On(3), Ended)).ThenRefused(StatusRefusals.HasNot, parameters);
    }
}
