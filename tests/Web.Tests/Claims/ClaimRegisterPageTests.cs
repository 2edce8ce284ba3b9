using Bunit;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Projections;
using Trials.Projections.Cases;
using Trials.Projections.Claims;
using Trials.Web.Claims;
using Trials.Web.Tests.Cases;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Claims;

public sealed class ClaimRegisterPageTests
{
    private static readonly ClaimListRow Waiting = new(
        new(Guid.NewGuid()), new(Guid.NewGuid()), "2-17/2025", 1, null, [], [new(ClaimParty.Of(new AuthorityCode("j-1")), RespondentCapacity.ForItsOfficial)],
        50_000_00, 0, ClaimLaw.NotRecorded, ClaimGround.Torture, [], null, HappenedAt.On(new LocalDate(2025, 3, 28)), ClaimStanding.Accepted)
    {
        DaysToDecision = 412,
    };

    public static TheoryData<string> Codes => PageContext.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_claim_says_what_is_claimed_awarded_paid_and_how_long_it_took(string code)
    {
        var owed = Waiting with
        {
            Standing = ClaimStanding.Awarded,
            AwardedMoral = 20_000_00,
            AwardedMaterial = 0,
            Due = 20_000_00,
            Paid = 5_000_50,
            Outstanding = 14_999_50,
            Ended = HappenedAt.On(new LocalDate(2025, 9, 1)),
            InForce = HappenedAt.On(new LocalDate(2025, 10, 1)),
            DaysToDecision = 157,
            DaysToPayment = 225,
        };
        using var context = With(
            code,
            Waiting,
            owed,
            owed with { Paid = 21_000_00, Outstanding = 0, PaidInFull = HappenedAt.On(new LocalDate(2025, 10, 2)), DaysToPayment = 1 },
            Waiting with { Moral = null, Material = null, DaysToDecision = null, Standing = ClaimStanding.Refused, Due = 0, Outstanding = 0, Ended = HappenedAt.On(new LocalDate(2025, 9, 1)) });

        var page = context.Open<ClaimRegisterPage>("/claims");

        var t = context.T;
        var rows = page.FindAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToList()).ToList();
        rows[0][0].Should().Contain("50\u00a0000").And.Contain("2-17/2025");
        rows[0][3].Should().Be(t["Claims.DaysSoFar", 412], "it waits still");
        rows[1][3].Should().Be("157");
        rows[0][4].Should().Be(t["Claims.None"], "nothing awarded yet is no zero");
        rows[0][7].Should().Be(t.Capital(t.Of(ClaimStanding.Accepted)));
        rows[1][4].Should().Contain("20\u00a0000");
        rows[1][5].Should().Be("5\u00a0000.50");
        rows[1][6].Should().Contain("14\u00a0999.50").And.Contain(t.Count("Claims.OwedFor", 225));
        rows[1][7].Should().Contain(t["Claims.InPart"]).And.Contain("2025");
        rows[2][6].Should().StartWith("0").And.Contain(t.Count("Claims.PaidAfter", 1));
        rows[2][7].Should().Contain(t["Claims.InFull"]);
        rows[2][1].Should().Contain(t.Count("Claims.WarningCount", 1), "more was paid than awarded");
        rows[3][0].Should().Contain(t["Claims.AmountNotRecorded"]);
        rows[3][3].Should().Be(t["Petitions.DaysUnknown"]);
        rows[3][7].Should().Contain(t.Capital(t.Of(ClaimStanding.Refused)));
    }

    [Fact]
    public void Without_a_filter_all_are_shown_the_latest_first_with_what_they_come_to()
    {
        using var context = With("en", Waiting);

        var page = context.Open<ClaimRegisterPage>("/claims");

        context.Answers.Asked.Should().Contain(new ClaimList(new ClaimFilter(), ClaimSort.Filed, true, PageContext.Today, new PageRequest(1)));
        context.Answers.Asked.Should().Contain(new ClaimSums(new ClaimFilter()));
        page.FindAll(".facts dd").Select(sum => sum.TextContent).Should().Equal("50\u00a0000 somoni · 2 without an amount", "3 somoni", "2 somoni", "1 somoni");
        page.FindAll(".tallies a").Select(link => link.GetAttribute("href")).Should().Equal(
            "/claims?state=open", "/claims?state=owed", "/claims?state=paid", "/claims?state=refused");
    }

    [Fact]
    public void The_filter_stands_in_the_address()
    {
        using var context = With("en", Waiting);

        context.Open<ClaimRegisterPage>("/claims?state=owed&respondent=person&authority=moi&law=newCivilCode&sort=outstanding&order=ascending");

        context.Answers.Asked.OfType<ClaimList>().Last().Should().Be(new ClaimList(
            new ClaimFilter { Owed = true, Respondent = RespondentKind.Person, Authority = new AuthorityCode("moi"), Law = ClaimLaw.NewCivilCode },
            ClaimSort.Outstanding, false, PageContext.Today, new PageRequest(1)));
    }

    private static PageContext With(string code, params ClaimListRow[] rows)
    {
        var context = new PageContext(code).AddCases();
        context.Answers
            .On<ClaimList, Page<ClaimListRow>>(query => new(rows, rows.Length, query.Page))
            .On<ClaimSums, ClaimSumsView>(_ => new(rows.Length, 50_000_00, 2, 300, 200, 100))
            .On<CaseHeader, CaseView?>(_ => null);
        return context;
    }
}
