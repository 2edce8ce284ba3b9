using AngleSharp.Dom;
using Bunit;
using Trials.Projections.Hearings;
using Trials.Web.Delays;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Delays;

public sealed class DelaysPageTests
{
    public static TheoryData<string> Codes => PageContext.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_shows_the_numbers_that_the_query_gives(string code)
    {
        using var context = new PageContext(code).WithFigures();

        var page = context.Open<DelaysPage>("/delays");

        var none = $"–{context.T["Registers.NotRecorded"]}";
        var needless = $"–{context.T["Delays.NotApplicable"]}";
        Numbers(page, "bands").Should().Equal(
            $"{needless} | {needless} | {needless} | 3", "1 | 2 | 0 | 3", "1 | 0 | 0 | 1", "0 | 1 | 0 | 1", "0 | 1 | 0 | 1", "2 | 4 | 0 | 9");
        Numbers(page, "courts").Should().BeEquivalentTo("9 | 4 | 12 | 130 | 130", $"0 | 2 | {none} | {none} | {none}");
        Numbers(page, "regions").Should().Equal("9 | 4 | 12 | 130 | 130");
        Numbers(page, "judges").Should().Equal("9 | 4 | 12 | 130 | 130");
        Numbers(page, "months").Should().Equal("9 | 4 | 12 | 130 | 130", $"0 | 2 | {none} | {none} | {none}");
        Numbers(page, "cases").Should().Equal("9 | 4 | 12 | 130 | 130");
        Numbers(page, "causes").Should().Equal("0 | 4 | 0 | 4", "2 | 0 | 0 | 2");
        Numbers(page, "adjourned-causes").Should().Equal("2 | 1 | 1", "1 | 1 | 0");
        Numbers(page, "adjourned-courts").Should().Equal("9 | 3 | 2 | 1");
        Numbers(page, "durations").Should().Equal(
            $"2 | 3 | {45.5m.ToString(context.T.Language.Culture)} | 61 | 61", $"0 | 0 | {none} | {none} | {none}");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Hearings_without_a_recorded_start_are_counted_apart_and_said_so(string code)
    {
        using var context = new PageContext(code).WithFigures();

        var page = context.Open<DelaysPage>("/delays");

        page.Find(".count").TextContent.Should().Contain(context.T.Count("Delays.HearingCount", 9))
            .And.Contain(context.T["Delays.TypicalLate", "12"]).And.Contain(context.T.Count("Delays.LeftOut", 4));
        page.FindAll(".count a").Select(Target).Should().Equal(
            "/hearings?start=recorded&group=trial", "/hearings?start=notRecorded&group=trial");
    }

    [Fact]
    public void Each_number_opens_its_hearings_under_the_same_filter()
    {
        using var context = new PageContext("en").WithFigures();

        var page = context.Open<DelaysPage>("/delays?court=navobod&from=2025-12&to=2026-02&group=preparatory");

        const string same = "court=navobod&from=2025-12-01&to=2026-02-28";
        page.FindAll("section[aria-labelledby=bands] tbody a").Select(Target).Should().StartWith(
        [
            $"/hearings?{same}&delayTo=0&start=recorded&group=preparatory",
            $"/hearings?{same}&delayFrom=1&delayTo=30&start=recorded&delayCause=explained&group=preparatory",
        ]).And.EndWith($"/hearings?{same}&delayFrom=121&start=recorded&group=preparatory");
        page.FindAll("section[aria-labelledby=months] tbody a").Select(Target).First()
            .Should().Be("/hearings?court=navobod&from=2025-12-01&to=2025-12-31&start=recorded&group=preparatory");
        page.FindAll("section[aria-labelledby=judges] tbody a").Select(Target).Should()
            .OnlyContain(link => link.Contains("judge=j-1&presiding=yes"));
        page.FindAll("section[aria-labelledby=causes] tbody a").Select(Target).First()
            .Should().Be($"/hearings?{same}&delayFrom=1&start=recorded&delayCause=notExplained&delayBy=notRecorded&group=preparatory");
        page.FindAll("section[aria-labelledby=put-off] a").Select(Target).Should().Equal(
            $"/hearings?{same}&over=yes&group=preparatory",
            $"/hearings?{same}&stage=adjourned&group=preparatory",
            $"/hearings?{same}&stage=notHeld&group=preparatory",
            $"/hearings?{same}&next=no&group=preparatory");
    }

    [Fact]
    public void The_queries_are_restricted_as_the_address_says()
    {
        using var context = new PageContext("en").WithFigures();
        var filter = new StatisticsFilter
        {
            Court = PageContext.Navobod,
            Region = PageContext.Soghd,
            From = new(2025, 12),
            To = new(2026, 2),
            Group = HearingGroup.Preparatory,
        };

        context.Open<DelaysPage>(new DelayAddress(filter).Link);

        context.Answers.Asked.Should().Contain(new DelayStatistics(filter)).And.Contain(new AdjournmentStatistics(filter))
            .And.Contain(new DurationStatistics(new DurationFilter
            {
                Court = PageContext.Navobod,
                Region = PageContext.Soghd,
                From = new(2025, 12),
                To = new(2026, 2),
            }));
    }

    [Fact]
    public void Durations_are_not_counted_by_judge_and_the_page_says_so()
    {
        using var context = new PageContext("en").WithFigures();

        var page = context.Open<DelaysPage>("/delays?judge=j-1");

        context.Answers.Asked.Should().NotContain(query => query is DurationStatistics);
        page.FindAll("#durations").Should().BeEmpty();
        page.Find(".method").TextContent.Should().Contain(context.T["Delays.Durations.NotByJudge"]);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_empty_record_says_so_and_draws_no_zeros(string code)
    {
        using var context = new PageContext(code).WithoutFigures();

        var page = context.Open<DelaysPage>("/delays");

        page.Find(".count").TextContent.Trim().Should().Be(context.T["Delays.NoStart"]);
        page.FindAll("figure, table").Should().BeEmpty();
        page.Markup.Should().Contain(context.T["Delays.Nothing"]).And.Contain(context.T["Delays.PutOff.Nothing"]);
    }

    [Fact]
    public void A_quiet_month_leaves_a_gap_in_the_chart()
    {
        using var context = new PageContext("en").WithFigures();

        var chart = context.Open<DelaysPage>("/delays").Find("section[aria-labelledby=months] figure > svg");

        chart.QuerySelectorAll("text.val").Select(text => text.TextContent).Should().Equal("12", "–", "–");
        chart.QuerySelectorAll("text.tick").Select(text => text.TextContent).Should().Contain(["Dec", "Jan", "Feb", "2025", "2026"]);
        chart.QuerySelectorAll("rect").Should().ContainSingle();
    }

    [Fact]
    public void What_an_address_asks_in_vain_is_said()
    {
        using var context = new PageContext("en").WithFigures();

        var page = context.Open<DelaysPage>("/delays?from=May");

        page.Find("[role=alert]").TextContent.Should().Contain("from=May");
    }

    private static string Target(IElement link) => link.GetAttribute("href")!;

    private static IEnumerable<string> Numbers(IRenderedComponent<DelaysPage> page, string table) =>
        page.FindAll($"section[aria-labelledby={table}] table :is(tbody, tfoot) tr")
            .Select(row => string.Join(" | ", row.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim())));
}
