using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Petitions;

/// <summary>From when on, and for whom, a petition waits.</summary>
public sealed class PetitionWaitTests
{
    private static readonly PetitionEvent.Filed Filed = new(Any.Case, PetitionKind.Records, Party.VictimSide, Addressee.Court, 1, null, null, null);
    private static readonly PetitionEvent.DecisionSetAside SetAside = new(null, null);
    private static readonly LocalDate Day = new(2023, 3, 14);

    [Fact]
    public void It_waits_until_it_is_decided_or_withdrawn()
    {
        Wait(Filed).Should().Be(new PetitionWait(Addressee.Court, At(0), IsOver: false));
        Wait(Filed, new PetitionEvent.HeldOver(null, null)).IsOver.Should().BeFalse();
        Wait(Filed, Decided(PetitionDecision.Denied)).Link(Filed).Should().BeNull();
        Wait(Filed, new PetitionEvent.Withdrawn((FreeText?)null)).Link(Filed).Should().BeNull();
        PetitionWait.Of([]).Should().BeNull();
    }

    [Fact]
    public void It_waits_anew_from_the_moment_its_decision_was_set_aside()
    {
        var again = Wait(Filed, Decided(PetitionDecision.Denied), SetAside);

        again.Should().Be(new PetitionWait(Addressee.Court, At(2), IsOver: false));
        again.Link(Filed).Should().Be(Wait(Filed).Link(Filed));
        Wait(Filed, Decided(PetitionDecision.Denied), SetAside, Decided(PetitionDecision.Granted)).IsOver.Should().BeTrue();
    }

    [Fact]
    public void Once_it_was_forwarded_nobody_knows_who_must_decide()
    {
        Wait(Filed, Decided(PetitionDecision.Forwarded)).Should().Be(new PetitionWait(null, At(0), IsOver: false));
        Wait(Filed, Decided(PetitionDecision.Forwarded)).Link(Filed).Should().BeNull();
        Wait(Filed, Decided(PetitionDecision.Forwarded), Decided(PetitionDecision.Denied), SetAside).Link(Filed).Should().BeNull();
    }

    [Fact]
    public void Moments_are_compared_as_widely_as_they_are_known()
    {
        var morning = HappenedAt.Exactly(Day.At(new(9, 0)));
        var noon = HappenedAt.Exactly(Day.At(new(12, 0)));

        Overtakes(noon, morning).Should().BeTrue();
        Overtakes(morning, noon).Should().BeFalse("it was filed after the judgment");
        Overtakes(HappenedAt.On(Day), noon).Should().BeTrue("the judgment of that day may have come later");
        Overtakes(morning, HappenedAt.On(Day)).Should().BeTrue("it may have been filed before");
        Overtakes(HappenedAt.On(Day), HappenedAt.On(Day.PlusDays(1))).Should().BeFalse();
        Overtakes(HappenedAt.In(Day.Year, Day.Month), HappenedAt.On(Day)).Should().BeTrue();
        Overtakes(morning, HappenedAt.About(Day.At(new(9, 20)), 30)).Should().BeTrue();
        Overtakes(morning, HappenedAt.About(Day.At(new(9, 40)), 30)).Should().BeFalse();
    }

    private static bool Overtakes(HappenedAt ended, HappenedAt filed)
    {
        var end = new CompetenceEnd(Addressee.Court, 1, new(Any.Id("end")), ended, 1);
        return end.Until >= PetitionWait.Of([new(new(Any.Id("filed")), Filed, filed, Any.Lawyer.Id)])!.From;
    }

    private static PetitionEvent.Decided Decided(PetitionDecision decision) => new(decision, Reasoning.NotRecorded, null, null);

    private static HappenedAt At(int index) => HappenedAt.On(Day.PlusDays(index));

    private static PetitionWait Wait(params PetitionEvent[] facts) =>
        PetitionWait.Of(facts.Select((fact, i) => new Entry<PetitionEvent>(new(Any.Id($"entry {i}")), fact, At(i), Any.Lawyer.Id)))!;
}
