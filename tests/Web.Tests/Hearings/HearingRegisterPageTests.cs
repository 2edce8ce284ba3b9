using AngleSharp.Html.Dom;
using Bunit;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Projections;
using Trials.Projections.Cases;
using Trials.Projections.Hearings;
using Trials.Web.Hearings;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Hearings;

public sealed class HearingRegisterPageTests
{
    private static readonly HearingListRow Late = new(
        new(Guid.NewGuid()), new(Guid.NewGuid()), "1-118/2026", 2, HearingKind.Trial, PageContext.Navobod, PageContext.Soghd, [PageContext.Judge], "3",
        new LocalDate(2026, 4, 14), new LocalTime(10, 0), HearingStage.Adjourned,
        HappenedAt.Exactly(new LocalDateTime(2026, 4, 14, 10, 42)), HappenedAt.Exactly(new LocalDateTime(2026, 4, 14, 11, 30)),
        42, DelayCause.NotExplained, CausedBy.Court, HearingCause.AccusedAbsent, CausedBy.Escort, null, 1, 2);

    private static readonly HearingListRow Imported = Late with
    {
        CaseReference = null,
        Court = null,
        Region = null,
        Judges = [],
        Time = null,
        Stage = HearingStage.Ended,
        Opened = null,
        Closed = null,
        DelayMinutes = null,
        DelayCause = null,
        DelayBy = null,
        Cause = null,
        By = null,
        ReportsSubmitted = 0,
        Round = null,
    };

    private static readonly HearingListRow Coming = Imported with { Stage = HearingStage.Scheduled };

    public static TheoryData<string> Codes => PageContext.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_hearing_says_what_is_recorded_and_what_is_not(string code)
    {
        using var context = With(code, Late, Imported, Coming);

        var page = context.Open<HearingRegisterPage>("/hearings");

        var rows = page.FindAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToList()).ToList();
        var t = context.T;
        rows[0][0].Should().Contain(t.Dates.Moment(new LocalDateTime(2026, 4, 14, 10, 0))).And.Contain(t["Hearings.Round", 2]);
        rows[0][3].Should().Contain("42").And.Contain(t.Of(DelayCause.NotExplained)).And.Contain(t.Of(CausedBy.Court));
        rows[0][4].Should().Contain(t.Of(HearingCause.AccusedAbsent)).And.Contain(t.Of(CausedBy.Escort)).And.Contain(t["Hearings.NoNext"]);
        rows[0][5].Should().Be(t.Count("Hearings.ReportCount", 2));
        rows[1][1].Should().Be(t["Hearings.CaseNotRecorded"]);
        rows[1][2].Should().Be(t["Registers.NotRecorded"]);
        rows[1][3].Should().Be(t["Registers.NotRecorded"]);
        rows[1][5].Should().Be(t["Hearings.NotMonitored"]);
        rows[2][3].Should().Be(t["Hearings.NotBegun"]);
    }

    [Fact]
    public void It_asks_for_what_the_address_says_and_shows_it_in_the_filter()
    {
        using var context = With("en", Late);
        var asked = new HearingAddress(
            new HearingFilter
            {
                Court = PageContext.Navobod,
                From = new(2026, 4, 1),
                DelayFrom = -5,
                DelayTo = 30,
                Start = StartRecord.Recorded,
                Monitored = true,
                Cause = HearingCause.Premises,
                By = CausedBy.Escort,
                Presiding = true,
                Judge = PageContext.Judge,
            },
            HearingSort.Delay,
            Page: 3);

        var page = context.Open<HearingRegisterPage>(asked.Link);

        context.Answers.Asked.Should().Contain(new HearingList(asked.Filter, HearingSort.Delay, true, new PageRequest(3)));
        Submitted(page).Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["court"] = "navobod",
            ["judge"] = "j-1",
            ["presiding"] = "yes",
            ["from"] = "01.04.2026",
            ["delayFrom"] = "-5",
            ["delayTo"] = "30",
            ["start"] = "recorded",
            ["monitored"] = "yes",
            ["cause"] = "premises",
            ["by"] = "escort",
            ["sort"] = "delay",
        });
        page.Find("details").HasAttribute("open").Should().BeTrue();
    }

    [Fact]
    public void A_typed_number_that_names_one_case_leads_to_its_hearings()
    {
        using var context = With("en", Late);
        context.Answers.On<CaseList, Page<CaseListRow>>(query => new([Case(Late.Case, "1-118/2026")], 1, query.Page));

        context.Open<HearingRegisterPage>("/hearings?number=1-118&stage=ended");

        context.Address.Should().EndWith($"/hearings?case={Late.Case.Value:N}&stage=ended");
    }

    [Fact]
    public void A_typed_number_that_names_several_cases_lets_choose()
    {
        using var context = With("en", Late);
        context.Answers.On<CaseList, Page<CaseListRow>>(query =>
            new([Case(Late.Case, "1-118/2026"), Case(new(Guid.NewGuid()), "1-118/2025")], 2, query.Page));

        var page = context.Open<HearingRegisterPage>("/hearings?number=1-118");

        page.FindAll("[role=alert] a").Select(link => link.TextContent).Should().Equal("1-118/2026", "1-118/2025");
        page.Find("[role=alert] a").GetAttribute("href").Should().Be($"/hearings?case={Late.Case.Value:N}");
        page.Find("input[name=number]").GetAttribute("value").Should().Be("1-118");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_filter_that_nothing_fits_says_so(string code)
    {
        using var context = With(code);

        var page = context.Open<HearingRegisterPage>("/hearings?stage=notHeld");

        page.Find(".empty h2").TextContent.Should().Be(context.T["Hearings.Empty"]);
        page.FindAll("table, .pages").Should().BeEmpty();
    }

    [Fact]
    public void Headings_sort_and_turn_round_and_pages_keep_the_filter()
    {
        using var context = With("en", [.. Enumerable.Repeat(Late, 51)]);

        var page = context.Open<HearingRegisterPage>("/hearings?stage=ended");

        page.FindAll("thead a").Select(link => link.GetAttribute("href")).Should().Equal(
            "/hearings?stage=ended&order=ascending", "/hearings?stage=ended&sort=delay");
        page.Find("thead th[aria-sort]").GetAttribute("aria-sort").Should().Be("descending");
        page.Find(".pages a[rel=next]").GetAttribute("href").Should().Be("/hearings?stage=ended&page=2");
    }

    private static PageContext With(string code, params HearingListRow[] rows)
    {
        var context = new PageContext(code);
        context.Answers
            .On<HearingList, Page<HearingListRow>>(query => new([.. rows.Take(query.Page.Limit)], rows.Length, query.Page))
            .On<CaseHeader, CaseView?>(_ => null);
        return context;
    }

    private static CaseListRow Case(CaseId id, string reference) => new(
        id, reference, Domain.Cases.CaseKind.Criminal, null, [], CaseStanding.UnderWay, null, null, null, HappenedAt.In(2026, 1), 1, 0, 0, null, PageContext.Now);

    /// <summary>What the filter's form would send, without what it sends blank.</summary>
    private static Dictionary<string, string> Submitted(IRenderedComponent<HearingRegisterPage> page) =>
        page.FindAll("form.filter :is(input, select)")
            .Select(field => (
                Name: field.GetAttribute("name")!,
                Value: (field is IHtmlSelectElement select ? select.Value : field.GetAttribute("value")) ?? ""))
            .Where(field => field.Value.Length > 0)
            .ToDictionary(field => field.Name, field => field.Value);
}
