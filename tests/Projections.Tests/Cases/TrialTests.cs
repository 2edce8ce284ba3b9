using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Projections.Cases;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Cases;

/// <summary>A judgment on each of two accused, what a higher court makes of it, a retrial, and the cases that a case has to do with.</summary>
public abstract class TrialTests(Store store)
{
    private static readonly LocalDate Today = new(2023, 12, 1);

    private static readonly PersonId Officer = new(Any.Id("officer"));

    private static readonly PersonId OtherOfficer = new(Any.Id("other officer"));

    private readonly World world = new(store);

    [Fact]
    public async Task A_quashed_judgment_does_not_count_and_a_retrial_stands_beside_it()
    {
        await Judged();
        await world.Case(Any.Case, On(3, 1), new CaseEvent.RoundBegan(2, RoundKind.Appeal, Any.OtherCourt, null));
        await world.Case(Any.Case, On(3, 10), new CaseEvent.AppealDecided(2, 1, null, AppealOutcome.Quashed, null));
        await world.Case(Any.Case, On(3, 10), new CaseEvent.Remitted(2, RemittedFor.NewTrial, Any.Court, null));
        await world.Case(Any.Case, On(4, 1), new CaseEvent.RoundBegan(3, RoundKind.Retrial, Any.Court, null));
        await world.Case(Any.Case, On(5, 1), Convicted(3, Officer, 96));
        await world.Case(Any.Case, On(5, 20), new CaseEvent.JudgmentInForce(3, null, null));
        await using var projected = await Projected.Of(world);

        var view = (await projected.Ask(new CaseHeader(Any.Case, Today)))!;

        view.Row.Standing.Should().Be(CaseStanding.InForce);
        view.Rounds.Select(r => (r.Judgment, r.Judged, r.Effect, r.EffectBy, r.InForce, r.Remitted)).Should().Equal(
            (JudgmentOutcome.Mixed, On(2, 1), AppealOutcome.Quashed, 2, null, null),
            (JudgmentOutcome.Quashed, On(3, 10), null, null, null, RemittedFor.NewTrial),
            (JudgmentOutcome.Convicted, On(5, 1), null, null, On(5, 20), null));
        view.Judgments.Select(f => (f.Round, f.Person, f.Outcome, f.Standing)).Should().Equal(
            (1, Officer, CountOutcome.Convicted, VerdictStanding.Quashed),
            (1, OtherOfficer, CountOutcome.Acquitted, VerdictStanding.Quashed),
            (3, Officer, CountOutcome.Convicted, VerdictStanding.InForce));
        (await Judgments(projected, new() { Standing = VerdictStanding.InForce })).Select(f => f.Sentence.TermMonths).Should().Equal(96);
        (await Judgments(projected, new() { Article = new("CC", 143, 1) })).Should().HaveCount(3);
        (await Judgments(projected, new() { Article = new("CC", 143) })).Should().BeEmpty("143 is not 143¹");
        (await Judgments(projected, new() { Court = Any.OtherCourt })).Should().BeEmpty();
        (await Judgments(projected, new() { Outcome = CountOutcome.Acquitted, From = new YearMonth(2023, 2), To = new YearMonth(2023, 2) }))
            .Select(f => f.Person).Should().Equal(OtherOfficer);
    }

    [Fact]
    public async Task Each_investigation_ended_with_its_own_indictment_in_whatever_order_that_is_recorded()
    {
        await world.Case(Any.Case, On(1, 5), new CaseEvent.Opened(CaseKind.Criminal, "1/2023", [new("CC", 316)], null));
        await world.Case(Any.Case, On(5, 1), new CaseEvent.Indicted([], null, null));
        await world.Case(Any.Case, On(1, 10), new CaseEvent.RoundBegan(1, RoundKind.Investigation, null, null));
        await world.Case(Any.Case, On(2, 10), new CaseEvent.RoundBegan(2, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.Case, On(3, 10), new CaseEvent.RoundBegan(3, RoundKind.Investigation, null, null));
        await world.Case(Any.Case, On(2, 1), new CaseEvent.Indicted([], null, null));
        await using var projected = await Projected.Of(world);

        var view = (await projected.Ask(new CaseHeader(Any.Case, Today)))!;

        view.Rounds.Select(round => round.Indicted).Should().Equal(On(2, 1), null, On(5, 1));
    }

    [Theory]
    [InlineData(Precision.Day)]
    [InlineData(Precision.Month)]
    public async Task An_indictment_that_is_known_to_the_day_or_month_ends_an_investigation_that_began_within_it(Precision precision)
    {
        HappenedAt Roughly(int month, int day) => precision == Precision.Day ? On(month, day) : HappenedAt.In(2023, month);
        HappenedAt Exactly(int month, int day) => HappenedAt.Exactly(new(2023, month, day, 14, 0));
        var unknown = On(2, 20) with { Precision = Precision.Unknown };
        await world.Case(Any.Case, On(1, 5), new CaseEvent.Opened(CaseKind.Criminal, "1/2023", [new("CC", 316)], null));
        await world.Case(Any.Case, Exactly(2, 10), new CaseEvent.RoundBegan(1, RoundKind.Investigation, null, null));
        await world.Case(Any.Case, Exactly(4, 10), new CaseEvent.RoundBegan(2, RoundKind.Investigation, null, null));
        await world.Case(Any.Case, Exactly(6, 10), new CaseEvent.RoundBegan(3, RoundKind.Investigation, null, null));
        await world.Case(Any.Case, unknown, new CaseEvent.Indicted([], null, null));
        await world.Case(Any.Case, Roughly(1, 30), new CaseEvent.Indicted([], null, null));
        await world.Case(Any.Case, Roughly(4, 10), new CaseEvent.Indicted([], null, null));
        await world.Case(Any.Case, Roughly(2, 10), new CaseEvent.Indicted([], null, null));
        await using var projected = await Projected.Of(world);

        var view = (await projected.Ask(new CaseHeader(Any.Case, Today)))!;

        view.Rounds.Select(round => round.Indicted).Should().Equal(Roughly(2, 10), Roughly(4, 10), null);
    }

    [Fact]
    public async Task What_is_decided_for_one_accused_leaves_the_other_s_judgment()
    {
        await Judged();
        await world.Case(Any.Case, On(3, 1), new CaseEvent.RoundBegan(2, RoundKind.Appeal, Any.OtherCourt, null));
        await world.Case(Any.Case, On(3, 10), new CaseEvent.AppealDecided(2, 1, OtherOfficer, AppealOutcome.Quashed, null));
        await world.Case(Any.Case, On(3, 10), new CaseEvent.AppealDecided(2, 1, Officer, AppealOutcome.Upheld, null));
        await using var projected = await Projected.Of(world);

        var view = (await projected.Ask(new CaseHeader(Any.Case, Today)))!;

        view.Rounds.Select(r => (r.Judgment, r.Effect)).Should().Equal((JudgmentOutcome.Mixed, null), (JudgmentOutcome.Mixed, null));
        view.Judgments.Select(f => f.Standing).Should().Equal(VerdictStanding.Given, VerdictStanding.Quashed);
    }

    [Fact]
    public async Task A_judgment_of_a_higher_court_as_a_whole_says_the_same()
    {
        await Judged();
        await world.Case(Any.Case, On(3, 1), new CaseEvent.RoundBegan(2, RoundKind.Appeal, Any.OtherCourt, null));
        await world.Case(Any.Case, On(3, 10), new CaseEvent.JudgmentGiven(2, JudgmentOutcome.Quashed, null));
        await using var projected = await Projected.Of(world);

        var view = (await projected.Ask(new CaseHeader(Any.Case, Today)))!;

        view.Row.Standing.Should().Be(CaseStanding.Quashed);
        view.Rounds[0].Effect.Should().Be(AppealOutcome.Quashed);
        view.Judgments.Should().OnlyContain(f => f.Standing == VerdictStanding.Quashed);
    }

    /// <summary>The same case, told in another order: what became of a judgment follows from the rounds, not from when somebody wrote it down.</summary>
    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 2, 0)]
    public async Task What_became_of_each_accused_is_the_same_in_whatever_order_it_is_recorded(params int[] order)
    {
        (HappenedAt, CaseEvent)[] later =
        [
            (On(2, 1), Convicted(1, OtherOfficer, 60)),
            (On(3, 10), new CaseEvent.AppealDecided(2, 1, OtherOfficer, AppealOutcome.Quashed, null)),
            (On(3, 10), new CaseEvent.JudgmentGiven(2, JudgmentOutcome.Varied, null)),
        ];
        await world.Case(Any.Case, On(1, 1), Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.Case, On(2, 1), Convicted(1, Officer, 120));
        await world.Case(Any.Case, On(3, 1), new CaseEvent.RoundBegan(2, RoundKind.Appeal, Any.OtherCourt, null));
        await world.Case(Any.Case, On(3, 20), new CaseEvent.JudgmentInForce(1, null, null));
        foreach (var (at, fact) in order.Select(place => later[place]))
        {
            await world.Case(Any.Case, at, fact);
        }

        await using var projected = await Projected.Of(world);

        var view = (await projected.Ask(new CaseHeader(Any.Case, Today)))!;
        view.Judgments.OrderBy(count => count.Person == Officer ? 0 : 1).Select(count => count.Standing).Should().Equal(VerdictStanding.Varied, VerdictStanding.Quashed);
        (view.Rounds[0].Effect, view.Rounds[0].EffectBy).Should().Be((AppealOutcome.Varied, 2));
        (await Judgments(projected, new() { Counts = true })).Select(count => count.Person).Should().Equal(Officer);
        (await Judgments(projected, new() { Counts = false, Regime = Regime.Strict })).Select(count => count.Person).Should().Equal(OtherOfficer);
        (await Judgments(projected, new() { Regime = Regime.General })).Should().BeEmpty();
        var figures = (await projected.Ask(new JudgmentFigures(new()))).Should().ContainSingle().Subject;
        (figures.Article, figures.Convicted, figures.Acquitted, figures.Months.Median, figures.Months.Count).Should().Be((new Article("CC", 143, 1), 1, 0, 120, 1));
    }

    [Fact]
    public async Task A_charge_that_is_recorded_after_it_was_moved_stands_as_it_was_moved()
    {
        var powers = new Article("CC", 316, null, "3");
        await world.Case(Any.Case, On(1, 1), Opened(), new CaseEvent.AccusedJoined(Officer, []));
        await world.Case(Any.Case, On(1, 9), new CaseEvent.ChargeRequalified(Officer, Any.Torture, powers, RequalifiedBy.Prosecutor, null, AsStated: false, null));
        await world.Case(Any.Case, On(1, 2), new CaseEvent.ChargeBrought(Officer, Any.Torture, new(2022, 5, 1), AsStated: false, null));
        await using var projected = await Projected.Of(world);

        (await projected.Ask(new CaseHeader(Any.Case, Today)))!.Charges.Select(charge => (charge.Article, charge.Before, charge.Committed))
            .Should().Equal((powers, Any.Torture, new LocalDate(2022, 5, 1)));
    }

    [Fact]
    public async Task A_return_ends_a_round_and_charges_are_shown_as_they_are_now()
    {
        var powers = new Article("CC", 316, null, "3");
        await world.Case(Any.Case, On(1, 1), Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.Case, On(1, 2), new CaseEvent.ChargeBrought(Officer, powers, new(2022, 5, 1), AsStated: false, null));
        await world.Case(Any.Case, On(1, 5), new CaseEvent.Returned(1, ReturnedTo.Prosecutor, Any.Text));
        await world.Case(Any.Case, On(1, 9), new CaseEvent.ChargeRequalified(
            Officer, powers, Any.Torture, RequalifiedBy.Prosecutor, null, AsStated: false, null));
        await using var projected = await Projected.Of(world);

        var view = (await projected.Ask(new CaseHeader(Any.Case, Today)))!;

        view.Row.Standing.Should().Be(CaseStanding.Returned);
        view.Rounds[0].Should().Match<RoundView>(r => r.ReturnedTo == ReturnedTo.Prosecutor && r.Judgment == null);
        var charge = view.Charges.Should().ContainSingle().Subject;
        (charge.Article, charge.Before, charge.Committed).Should().Be((Any.Torture, powers, new LocalDate(2022, 5, 1)));
    }

    [Fact]
    public async Task Cases_that_have_to_do_with_each_other_are_reached_from_both()
    {
        await world.Case(Any.Case, On(1, 1), Opened("first"));
        await world.Case(Any.OtherCase, On(1, 1), Opened("second"));
        await world.Case(Any.OtherCase, On(1, 2), new CaseEvent.SeveredFrom(Any.Case, null));
        await world.Case(Any.Case, On(1, 3), new CaseEvent.Related(Any.OtherCase, CaseRelation.Compensation, null));
        await using var projected = await Projected.Of(world);

        (await projected.Ask(new CaseHeader(Any.Case, Today)))!.Links.Should().BeEquivalentTo(
        [
            new CaseLink(Any.OtherCase, "second", CaseLinkKind.Related, CaseRelation.Compensation, IsNamed: false, On(1, 3)),
            new CaseLink(Any.OtherCase, "second", CaseLinkKind.SeveredFrom, null, IsNamed: true, On(1, 2)),
        ]);
        (await projected.Ask(new CaseHeader(Any.OtherCase, Today)))!.Links.Should().BeEquivalentTo(
        [
            new CaseLink(Any.Case, "first", CaseLinkKind.SeveredFrom, null, IsNamed: false, On(1, 2)),
            new CaseLink(Any.Case, "first", CaseLinkKind.Related, CaseRelation.Compensation, IsNamed: true, On(1, 3)),
        ]);
    }

    [Fact]
    public async Task A_case_against_two_is_terminated_once_it_is_against_each()
    {
        await world.Case(Any.Case, On(1, 1), Opened(), new CaseEvent.AccusedJoined(Officer, []), new CaseEvent.AccusedJoined(OtherOfficer, []));
        await world.Case(Any.Case, On(1, 2), new CaseEvent.Terminated(null, Officer, TerminationGround.Repentance, null));
        await using var projected = await Projected.Of(world);
        (await projected.Ask(new CaseHeader(Any.Case, Today)))!.Row.Standing.Should().Be(CaseStanding.UnderWay);

        await world.Case(Any.Case, On(1, 3), new CaseEvent.Terminated(null, OtherOfficer, TerminationGround.Amnesty, null));
        await projected.CatchUp();
        (await projected.Ask(new CaseHeader(Any.Case, Today)))!.Row.Standing.Should().Be(CaseStanding.Terminated);

        await world.Case(Any.Case, On(1, 4), new CaseEvent.TerminationSetAside(Officer, null, Any.Court, null));
        await projected.CatchUp();
        (await projected.Ask(new CaseHeader(Any.Case, Today)))!.Row.Standing.Should().Be(CaseStanding.Investigation);
        await world.Case(Any.Case, On(1, 5), new CaseEvent.Terminated(null, Officer, TerminationGround.Limitation, null));
        await projected.CatchUp();
        (await projected.Ask(new CaseHeader(Any.Case, Today)))!.Row.Standing.Should().Be(CaseStanding.Terminated);
    }

    [Fact]
    public async Task A_case_that_was_joined_into_another_and_severed_from_it_again_goes_on()
    {
        await world.Case(Any.Case, On(1, 1), Opened());
        await world.Case(Any.Case, On(1, 2), new CaseEvent.SeveredFrom(new(Any.Id("a third")), null));
        await world.Case(Any.Case, On(1, 3), new CaseEvent.JoinedInto(Any.OtherCase, null));
        await world.Case(Any.Case, On(1, 4), new CaseEvent.SeveredFrom(Any.OtherCase, null));
        await using var projected = await Projected.Of(world);

        var view = (await projected.Ask(new CaseHeader(Any.Case, Today)))!;
        view.Row.Standing.Should().Be(CaseStanding.UnderWay);
        view.Links.Select(link => link.Kind).Should().Equal(CaseLinkKind.SeveredFrom, CaseLinkKind.JoinedInto, CaseLinkKind.SeveredFrom);
    }

    private static HappenedAt On(int month, int day) => HappenedAt.On(new(2023, month, day));

    private static CaseEvent.AccusedJudged Convicted(int round, PersonId person, int months) => new(
        round, person, [new(Any.Torture, null, CountOutcome.Convicted)], months, Regime.Strict, null, null, Suspended: false, Amnesty: false, null);

    private static async Task<IReadOnlyList<JudgmentRow>> Judgments(Projected projected, JudgmentFilter filter)
    {
        var page = await projected.Ask(new JudgmentList(filter, new()));
        page.Total.Should().Be(page.Rows.Count);
        return page.Rows;
    }

    private async Task Judged()
    {
        await world.Case(Any.Case, On(1, 1), Opened(), new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null));
        await world.Case(Any.Case, On(2, 1), Convicted(1, Officer, 120));
        await world.Case(Any.Case, On(2, 1), new CaseEvent.AccusedJudged(
            1, OtherOfficer, [new(Any.Torture, null, CountOutcome.Acquitted)], null, Regime.NotRecorded, null, null, Suspended: false, Amnesty: false, null));
    }
}

public sealed class TrialOnSqlite() : TrialTests(new SqliteStore());

public sealed class TrialOnPostgres(PostgresCluster cluster) : TrialTests(cluster.Store);
