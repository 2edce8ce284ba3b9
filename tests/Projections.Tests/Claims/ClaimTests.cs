using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Projections.Cases;
using Trials.Projections.Claims;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using Trials.Projections.Timelines;

namespace Trials.Projections.Tests.Claims;

public abstract class ClaimTests(Store store)
{
    private static readonly LocalDate Today = new(2023, 12, 1);
    private static readonly AuthorityCode Ministry = new("moi");
    private static readonly Respondent Authority = new(ClaimParty.Of(Ministry), RespondentCapacity.ForItsOfficial);
    private static readonly Respondent Officer = new(ClaimParty.Of(new PersonId(Any.Id("officer"))), RespondentCapacity.InOffice);

    private readonly World world = new(store);

    [Fact]
    public async Task A_claim_that_waits_ages_with_the_day_it_is_asked_for()
    {
        await world.Case(Any.Case, On(10, 1), World.Opened("12/2023"));
        var filed = Filed() with { Round = 1, Hearing = Any.Hearing, Text = Any.Text, Articles = [Any.Torture], MaterialDirams = null };
        await world.Claim(Any.Claim, On(11, 1), filed);
        await world.Claim(Any.Claim, On(11, 5), new ClaimEvent.LeftWithoutMotion(null, null));
        await using var projected = await Projected.Of(world);

        var row = (await List(projected, new())).Should().ContainSingle().Subject;

        row.Should().Be(new ClaimListRow(
            Any.Claim,
            Any.Case,
            "12/2023",
            1,
            Any.Hearing,
            [Any.Person],
            [Authority, Officer],
            5_000_000,
            null,
            ClaimLaw.NewCivilCode,
            ClaimGround.Torture,
            [Any.Torture],
            row.Text,
            On(11, 1),
            ClaimStanding.WithoutMotion)
        {
            DaysToDecision = 30,
        });
        world.Opener.Open(row.Text!).Should().Be("In words.");
        row.Claimed.Should().Be(5_000_000);
        (await projected.Ask(new CaseTimeline(Any.Case.Matter))).Claims.Should().Equal(new ClaimSpan(Any.Claim, On(11, 1), null, null));
    }

    [Fact]
    public async Task What_was_awarded_is_owed_until_its_last_instalment()
    {
        await world.Claim(Any.Claim, On(1, 10), Filed());
        await world.Claim(Any.Claim, On(3, 1), new ClaimEvent.Decided(2_000_000, 50_000, 1, null));
        await world.Claim(Any.Claim, On(4, 1), new ClaimEvent.InForce((FreeText?)null));
        await world.Claim(Any.Claim, On(4, 3), new ClaimEvent.WritIssued("2-17", null));
        await world.Claim(Any.Claim, On(9, 1), Paid(1_000_000));
        await using var projected = await Projected.Of(world);

        var owed = (await List(projected, new() { Owed = true }))[0];

        (owed.Standing, owed.AwardedMoral, owed.AwardedMaterial, owed.Due, owed.Paid, owed.Outstanding)
            .Should().Be((ClaimStanding.Awarded, 2_000_000, 50_000, 2_050_000, 1_000_000, 1_050_000));
        (owed.DaysToDecision, owed.DaysToPayment, owed.PaidInFull, owed.Writs).Should().Be((50, 244, null, 1));

        // Told later of an earlier payment: the one that was last by day completed it.
        await world.Claim(Any.Claim, On(6, 1), Paid(1_050_000) with { By = ClaimParty.Of("Фонд") });
        await projected.CatchUp();

        (await List(projected, new() { Owed = true })).Should().BeEmpty();
        var paid = (await List(projected, new() { Owed = false }))[0];
        (paid.Outstanding, paid.PaidInFull, paid.DaysToPayment).Should().Be((0, On(9, 1), 153));
        var view = await projected.Ask(new ClaimDetail(Any.Claim, Today));
        view!.Payments.Select(p => (p.Dirams, p.By, p.At)).Should().Equal(
            (1_050_000, ClaimParty.Of("Фонд"), On(6, 1)), (1_000_000, ClaimParty.Of(Ministry), On(9, 1)));
        view.Revision.Should().Be(5);
        (await projected.Ask(new ClaimDetail(new(Any.Id("none")), Today))).Should().BeNull();
    }

    [Fact]
    public async Task Nothing_recorded_is_not_zero_and_zero_is_not_owed()
    {
        await world.Claim(Any.Claim, On(1, 10), Filed() with { MoralDirams = null, MaterialDirams = null });
        await world.Claim(Any.OtherClaim, On(1, 11), Filed());
        await world.Claim(Any.OtherClaim, On(2, 1), new ClaimEvent.Decided(0, 0, null, null));
        await world.Claim(Any.OtherClaim, On(3, 1), new ClaimEvent.InForce((FreeText?)null));
        await world.Claim(Any.OtherClaim, On(3, 2), Paid(100));
        await using var projected = await Projected.Of(world);

        var rows = (await List(projected, new())).ToDictionary(r => r.Claim);

        (rows[Any.Claim].Claimed, rows[Any.Claim].Due, rows[Any.Claim].Outstanding).Should().Be((null, null, null));
        (rows[Any.OtherClaim].Standing, rows[Any.OtherClaim].Due, rows[Any.OtherClaim].Outstanding, rows[Any.OtherClaim].DaysToPayment)
            .Should().Be((ClaimStanding.Refused, 0, 0, null));
        (await List(projected, new() { Owed = true })).Should().BeEmpty();
        (await List(projected, new() { Owed = false })).Should().BeEmpty();
        (await projected.Ask(new ClaimSums(new()))).Should().Be(new ClaimSumsView(2, 5_100_050, 1, 0, 100, 0));
        (await projected.Ask(new ClaimSums(new() { Case = Any.OtherCase }))).Should().Be(new ClaimSumsView(0, 0, 0, 0, 0, 0));
    }

    [Fact]
    public async Task What_is_set_aside_waits_again_and_keeps_what_was_paid()
    {
        await world.Claim(Any.Claim, On(1, 10), Filed(), new ClaimEvent.Accepted((FreeText?)null), new ClaimEvent.Settled(900_000, null));
        await world.Claim(Any.Claim, On(1, 20), new ClaimEvent.InForce((FreeText?)null), Paid(100_000), new ClaimEvent.Closed(ClaimEnd.EnforcementEnded, null));
        await using var projected = await Projected.Of(world);
        (await List(projected, new() { Closed = true }))[0].Should().Match<ClaimListRow>(
            r => r.Standing == ClaimStanding.Settled && r.Outstanding == 800_000 && r.End == ClaimEnd.EnforcementEnded && r.Ended == On(1, 10));

        await world.Claim(Any.Claim, On(2, 1), new ClaimEvent.DecisionSetAside(null, null));
        await projected.CatchUp();

        var row = (await List(projected, new() { Open = true, Closed = false }))[0];
        (row.Standing, row.Due, row.Outstanding, row.Paid, row.InForce, row.End, row.SetAside)
            .Should().Be((ClaimStanding.Accepted, null, null, 100_000, null, null, 1));
        await using var fresh = await Projected.Of(world);
        projected.Rows([new ClaimsProjection()]).Should().Equal(fresh.Rows([new ClaimsProjection()]));
    }

    [Fact]
    public async Task A_correction_moves_the_sums_by_its_difference()
    {
        await world.Claim(Any.Claim, On(1, 10), Filed());
        var decided = await world.Claim(Any.Claim, On(2, 1), new ClaimEvent.Decided(1_000_000, 0, null, null));
        var paid = await world.Claim(Any.Claim, On(3, 1), Paid(400_000));
        await using var projected = await Projected.Of(world);
        (await projected.Ask(new ClaimSums(new()))).Should().Be(new ClaimSumsView(1, 5_100_050, 0, 1_000_000, 400_000, 600_000));

        await world.AmendClaim(
            Any.Claim,
            new Amendment.Corrected(decided.Entries[0], new ClaimEvent.Decided(100_000, 0, null, null), On(2, 2), Any.Text),
            new Amendment.Withdrawn(paid.Entries[0], Any.Text));
        await projected.CatchUp();

        (await projected.Ask(new ClaimSums(new()))).Should().Be(new ClaimSumsView(1, 5_100_050, 0, 100_000, 0, 100_000));
        (await List(projected, new()))[0].DaysToDecision.Should().Be(23);
    }

    [Fact]
    public async Task Are_found_by_respondent_law_ground_standing_and_day()
    {
        await world.Claim(Any.Claim, On(1, 10), Filed());
        await world.Claim(Any.OtherClaim, On(5, 10), Filed() with
        {
            Respondents = [new(ClaimParty.Of("Фонд"), RespondentCapacity.NotRecorded)],
            Law = ClaimLaw.FormerCivilCode,
            Ground = ClaimGround.Death,
            MoralDirams = null,
            MaterialDirams = null,
        });
        await world.Claim(Any.OtherClaim, On(6, 1), new ClaimEvent.Closed(ClaimEnd.LeftWithoutConsideration, null));
        await using var projected = await Projected.Of(world);

        await Finds(Any.Claim, new() { Respondent = RespondentKind.Person });
        await Finds(Any.Claim, new() { Authority = Ministry });
        await Finds(Any.OtherClaim, new() { Respondent = RespondentKind.Organisation });
        await Finds(Any.OtherClaim, new() { Law = ClaimLaw.FormerCivilCode, Ground = ClaimGround.Death });
        await Finds(Any.OtherClaim, new() { Standing = ClaimStanding.Closed, Open = false });
        await Finds(Any.OtherClaim, new() { FiledFrom = new(2023, 5, 1), FiledTo = new(2023, 5, 10) });
        (await List(projected, new() { Case = Any.OtherCase })).Should().BeEmpty();
        async Task Finds(ClaimId claim, ClaimFilter filter) => (await List(projected, filter)).Select(r => r.Claim).Should().Equal(claim);
    }

    [Fact]
    public async Task Are_ordered_by_day_and_by_each_amount_what_has_none_last()
    {
        var (small, large, open) = (Any.Claim, Any.OtherClaim, new ClaimId(Any.Id("open claim")));
        await world.Claim(large, On(1, 10), Filed() with { MoralDirams = 9_000_000 });
        await world.Claim(small, On(2, 10), Filed());
        await world.Claim(open, On(3, 10), Filed() with { MoralDirams = null, MaterialDirams = null });
        await world.Claim(large, On(4, 1), new ClaimEvent.Decided(300, 0, 1, null));
        await world.Claim(small, On(4, 1), new ClaimEvent.Decided(100, 0, 1, null));
        await world.Claim(large, On(5, 1), Paid(250));
        await using var projected = await Projected.Of(world);

        await Stand(ClaimSort.Filed, [large, small, open], [open, small, large]);
        await Stand(ClaimSort.Claimed, [small, large, open], [large, small, open]);
        await Stand(ClaimSort.Awarded, [small, large, open], [large, small, open]);
        await Stand(ClaimSort.Outstanding, [large, small, open], [small, large, open]);

        async Task Stand(ClaimSort sort, ClaimId[] ascending, ClaimId[] descending)
        {
            foreach (var (down, order) in new[] { (false, ascending), (true, descending) })
            {
                var page = await projected.Ask(new ClaimList(new(), sort, down, Today, new()));
                page.Rows.Select(row => row.Claim).Should().Equal(order, $"by {sort}");
            }
        }
    }

    [Fact]
    public async Task A_case_is_touched_by_what_is_recorded_of_its_claims()
    {
        await world.Case(Any.Case, On(1, 1), World.Opened());
        world.Clock.AdvanceDays(3);
        await world.Claim(Any.Claim, On(1, 10), Filed());
        await using var projected = await Projected.Of(world);

        (await projected.Ask(new CaseHeader(Any.Case, Today)))!.Row.LastRecorded.Should().Be(Any.Now + Duration.FromDays(3));
    }

    private static async Task<IReadOnlyList<ClaimListRow>> List(Projected projected, ClaimFilter filter)
    {
        var page = await projected.Ask(new ClaimList(filter, ClaimSort.Filed, false, Today, new()));
        page.Total.Should().Be(page.Rows.Count);
        return page.Rows;
    }

    private static HappenedAt On(int month, int day) => HappenedAt.On(new(2023, month, day));

    private static ClaimEvent.Filed Filed() => new(
        Any.Case, [Any.Person], [Authority, Officer], 5_000_000, 100_050, ClaimLaw.NewCivilCode, ClaimGround.Torture, [], null, null, null);

    private static ClaimEvent.Paid Paid(long dirams) => new(dirams, ClaimParty.Of(Ministry), null);
}

public sealed class ClaimOnSqlite() : ClaimTests(new SqliteStore());

public sealed class ClaimOnPostgres(PostgresCluster cluster) : ClaimTests(cluster.Store);
