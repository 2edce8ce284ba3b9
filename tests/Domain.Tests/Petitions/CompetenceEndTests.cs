using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Petitions;

/// <summary>By which entries of a case whoever had to decide petitions no longer could.</summary>
public sealed class CompetenceEndTests
{
    private static readonly PersonId Officer = new(Any.Id("officer"));
    private static readonly PersonId OtherOfficer = new(Any.Id("other officer"));
    private static readonly CaseEvent.RoundBegan Trial = new(1, RoundKind.FirstInstance, Any.Court, null);
    private static readonly CaseEvent.RoundBegan Appeal = new(2, RoundKind.Appeal, Any.Court, null);
    private static readonly CaseEvent[] Two = [new CaseEvent.AccusedJoined(Officer, []), new CaseEvent.ChargeBrought(OtherOfficer, Any.Torture, null, false, null), Trial];

    [Fact]
    public void A_court_s_ends_with_its_judgment_or_return_and_once_a_round()
    {
        var judged = new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, null);

        Courts(Trial, judged).Should().Equal((1, 1));
        Courts(Trial, new CaseEvent.Returned(1, ReturnedTo.Prosecutor, null)).Should().Equal((1, 1));
        Courts(Trial, judged, Judged(1, Officer)).Should().Equal((1, 1));
    }

    [Fact]
    public void A_court_s_ends_once_every_accused_of_the_round_is_judged()
    {
        Courts([.. Two, Judged(1, Officer)]).Should().BeEmpty("it still has to judge another");
        Courts([.. Two, Judged(1, Officer), Judged(1, OtherOfficer)]).Should().Equal((1, 4));
        Courts([.. Two, Terminated(OtherOfficer), Judged(1, Officer)]).Should().Equal((1, 4));
        Courts([.. Two, Judged(1, Officer), Terminated(OtherOfficer)]).Should().Equal((1, 4));
        Courts(Trial, Judged(1, Officer)).Should().Equal((1, 1));
    }

    [Fact]
    public void What_follows_a_judgment_shows_that_it_was_the_whole_one()
    {
        CaseEvent[] judged = [.. Two, Judged(1, Officer)];

        Courts([.. judged, new CaseEvent.AppealLodged(1, Party.Defence, null, AppealAgainst.Conviction, null)]).Should().Equal([(1, 3)], "with its last judgment");
        Courts([.. judged, new CaseEvent.JudgmentInForce(1, null, null)]).Should().Equal((1, 3));
        Courts([.. judged, Appeal]).Should().Equal((1, 3));
        Courts([.. Two, Appeal]).Should().BeEmpty("nothing was decided in it");
        Courts([.. Two, Terminated(OtherOfficer), Judged(1, Officer), Appeal]).Should().Equal([(1, 4)], "it was over before");
    }

    [Fact]
    public void Petitions_of_any_round_are_linked_to_what_ends_them()
    {
        List<(string Link, CompetenceEnd End)> Linked(params CaseEvent[] facts) =>
            [.. CompetenceEnd.Linked(Any.Case, [.. facts.Select((fact, i) => new Entry<CaseEvent>(Id(i), fact, Scenario.Then, Any.Lawyer.Id))])];

        Linked(Trial, new CaseEvent.Returned(1, ReturnedTo.Prosecutor, null)).Where(linked => linked.End.To == Addressee.Court).Select(linked => linked.Link)
            .Should().BeEquivalentTo(CompetenceEnd.OfCourt(Any.Case, 1), CompetenceEnd.OfCourt(Any.Case, null));
        Linked(Trial, Appeal, Terminated(null)).Where(linked => linked.End.Entry == Id(2)).Select(linked => linked.Link).Should().BeEquivalentTo(
            CompetenceEnd.OfCourt(Any.Case, 1), CompetenceEnd.OfCourt(Any.Case, 2), CompetenceEnd.OfCourt(Any.Case, null), CompetenceEnd.OfInvestigation(Any.Case));
    }

    [Fact]
    public void A_higher_court_s_ends_once_everybody_whom_the_appeals_name_has_a_decision()
    {
        CaseEvent Lodged(PersonId? person) => new CaseEvent.AppealLodged(1, Party.Defence, person, AppealAgainst.Conviction, null);
        var decided = new CaseEvent.AppealDecided(2, 1, Officer, AppealOutcome.Upheld, null);

        Courts([.. Two, Lodged(Officer), Appeal, decided]).Should().Equal((2, 5));
        Courts([.. Two, Lodged(Officer), Lodged(OtherOfficer), Appeal, decided]).Should().BeEmpty();
        Courts([.. Two, Lodged(Officer), Lodged(null), Appeal, decided]).Should().BeEmpty("the other appeal concerns everybody");
        Courts([.. Two, Appeal, decided with { Person = null }]).Should().Equal((2, 4));
    }

    [Theory]
    [InlineData(Addressee.Investigator)]
    [InlineData(Addressee.Prosecutor)]
    public void An_investigation_s_ends_with_the_indictment_the_trial_or_its_own_judgment(Addressee to)
    {
        var investigation = new CaseEvent.RoundBegan(1, RoundKind.Investigation, null, null);

        Ends(new CaseEvent.Indicted([], null, null)).Should().OnlyContain(end => end.Entry == Id(0) && end.Only == null).And.Contain(end => end.To == to);
        Ends(Trial).Should().OnlyContain(end => end.Entry == Id(0)).And.Contain(end => end.To == to);
        Ends(investigation, new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Terminated, null))
            .Should().OnlyContain(end => end.Entry == Id(1) && end.To != Addressee.Court).And.Contain(end => end.To == to);
    }

    [Fact]
    public void Everybody_s_ends_with_the_termination_of_the_whole_case()
    {
        Ends(Terminated(null)).Select(end => (end.To, end.Only, end.Entry)).Should().BeEquivalentTo([
            (Addressee.Court, (int?)null, Id(0)), (Addressee.Prosecutor, null, Id(0)), (Addressee.Investigator, null, Id(0))]);
        Ends([.. Two, Terminated(Officer)]).Should().NotContain(end => end.Entry == Id(3), "the case goes on against another");
        Ends([.. Two, Terminated(Officer), Terminated(OtherOfficer)]).Where(end => end.Entry == Id(4)).Should().HaveCount(3, "it ended against each of them");
        Ends(Terminated(null), new CaseEvent.TerminationSetAside(null, null, null, null), Terminated(null)).Select(end => end.Entry).Distinct()
            .Should().Equal([Id(0), Id(2)], "it went on in between");
        Ends([.. Two, Terminated(Officer), Terminated(OtherOfficer), new CaseEvent.TerminationSetAside(Officer, null, null, null), Terminated(Officer)])
            .Where(end => end.Entry == Id(6)).Should().HaveCount(3);
    }

    private static CaseEvent.AccusedJudged Judged(int round, PersonId person) =>
        new(round, person, [new(Any.Torture, null, CountOutcome.Acquitted)], null, Regime.NotRecorded, null, null, false, false, null);

    private static CaseEvent.Terminated Terminated(PersonId? person) => new(null, person, TerminationGround.Limitation, null);

    private static EventId Id(int index) => new(Any.Id($"entry {index}"));

    private static IEnumerable<(int? Round, int Entry)> Courts(params CaseEvent[] facts) =>
        Ends(facts).Where(end => end.To == Addressee.Court)
            .Select(end => (end.Only, Enumerable.Range(0, facts.Length).Single(index => Id(index) == end.Entry)));

    private static List<CompetenceEnd> Ends(params CaseEvent[] facts) =>
        [.. CompetenceEnd.Of(facts.Select((fact, i) => new Entry<CaseEvent>(Id(i), fact, Scenario.Then, Any.Lawyer.Id)))];
}
