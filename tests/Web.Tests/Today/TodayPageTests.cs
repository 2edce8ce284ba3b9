using Bunit;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Projections;
using Trials.Projections.Cases;
using Trials.Projections.Hearings;
using Trials.Projections.Petitions;
using Trials.Projections.Timelines;
using Trials.Web.Acting;
using Trials.Web.Tests.Cases;
using Trials.Web.Tests.Pages;
using Trials.Web.Tests.Timelines;
using Trials.Web.Today;

namespace Trials.Web.Tests.Today;

/// <summary>The first page: what comes, what waits, what was recorded last, each where the courts' clock puts it.</summary>
public sealed class TodayPageTests
{
    public static TheoryData<string> Codes => PageContext.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_first_page_is_complete_in_every_language(string code)
    {
        using var context = Context(code);

        var page = context.Open<TodayPage>("/");

        page.Find(".lede").TextContent.Should().Be(context.T.Dates.Weekday(PageContext.Today));
        page.FindAll(".tallies li").Should().HaveCount(4);
        page.Find(".lines .day").TextContent.Should().StartWith(context.T["Today.Day", ""][..3]);
        page.Find(".petitions .age").TextContent.Should().Contain("407");
    }

    [Fact]
    public void Hearings_are_those_from_today_on_where_the_courts_are()
    {
        using var context = Context("en");

        context.Open<TodayPage>("/");

        context.Answers.Asked.OfType<HearingList>().Select(query => (query.Filter.From, query.Filter.To, query.Filter.Stage)).Should().Equal(
            (PageContext.Today, null, null),
            (PageContext.Today, PageContext.Today.PlusDays(6), null),
            (null, PageContext.Today.PlusDays(-1), HearingStage.Scheduled));
    }

    [Fact]
    public void A_tally_opens_the_list_that_it_counts()
    {
        using var context = Context("en");

        context.Open<TodayPage>("/").FindAll(".tallies a").Select(link => link.GetAttribute("href")).Should().Equal(
            "/hearings?from=2026-05-14&to=2026-05-20&order=ascending",
            "/hearings?to=2026-05-13&stage=scheduled",
            "/petitions?open=yes",
            "/cases?state=underWay");
    }

    [Fact]
    public void The_latest_entries_read_a_checklist_as_one_and_name_what_was_corrected()
    {
        using var context = Context("en");

        var titles = context.Open<TodayPage>("/").FindAll("section[aria-labelledby=latest] .what a").Select(link => link.TextContent);

        titles.Should().Equal("2 answers of the observer's checklist", "Corrected: Judgment appealed: prosecutor", "Withdrawn: Procedural step", "Hearing opened");
    }

    [Fact]
    public void A_fresh_installation_says_what_to_do_first()
    {
        using var context = Context("en", cases: 0);

        var page = context.Open<TodayPage>("/");

        page.Find(".empty h2").TextContent.Should().Be("Nothing is recorded yet");
        page.Find(".empty a").GetAttribute("href").Should().Be("/cases/new");
        page.FindAll(".tallies, .lines").Should().BeEmpty();
    }

    private static PageContext Context(string code, int cases = 5)
    {
        var context = new PageContext(code).AddCases();
        context.Answers
            .On<CaseList, Page<CaseListRow>>(query => new([], cases, query.Page))
            .On<HearingList, Page<HearingListRow>>(query => new([Hearing()], 1, query.Page))
            .On<PetitionList, Page<PetitionListRow>>(query => new([Petition()], 1, query.Page))
            .On<LatestEntries, IReadOnlyList<LatestEntry>>(_ =>
            [
                Latest(6, Observed(ChecklistItem.Lift)),
                Latest(5, Observed(ChecklistItem.DrinkingWater)),
                Latest(4, new Amendment.Corrected(Sample.Id(1), new CaseEvent.Appealed(1, Party.Prosecution, null), Sample.Day(2026, 5, 1), null), "case-appealed.v1"),
                Latest(3, new Amendment.Withdrawn(Sample.Id(2), null), "case-step-taken.v1"),
                Latest(1, new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null)),
            ]);
        return context;
    }

    private static ReportEvent.Observed Observed(ChecklistItem item) => new(item, Answer.No, null, null);

    private static LatestEntry Latest(int number, DomainEvent data, string? amended = null) => new(
        new RecordedEvent(
            new LogPosition(number),
            StreamName.Of(Sample.Case),
            number,
            Sample.Id(number),
            EventTypes.All.NameOf(data.GetType()),
            data,
            new EventMetadata(
                Sample.Case.Matter,
                Sample.Day(2026, 5, 13),
                Instant.FromUtc(2026, 5, 13, 8, 0),
                DemoPeople.Lawyer.Actor.Id,
                DemoPeople.Lawyer.Actor.Id,
                ActorRole.Lawyer,
                new Source.SeenMyself(),
                new CommandId(Guid.Empty),
                0,
                null,
                ""),
            default),
        amended,
        MatterKind.Case,
        "1-118/2026");

    private static HearingListRow Hearing() => new(
        new HearingId(Guid.Parse("11110000000000000000000000000001")),
        Sample.Case,
        "1-118/2026",
        2,
        HearingKind.Trial,
        PageContext.Navobod,
        null,
        [],
        "3",
        PageContext.Today,
        new LocalTime(10, 0),
        HearingStage.Open,
        HappenedAt.Exactly(PageContext.Today.At(new LocalTime(10, 42))),
        null,
        42,
        null,
        null,
        null,
        null,
        null,
        0,
        0);

    private static PetitionListRow Petition() => new(
        new PetitionId(Guid.Parse("22220000000000000000000000000002")),
        Sample.Case,
        "1-118/2026",
        PetitionKind.Examination,
        Party.Defence,
        Addressee.Court,
        2,
        null,
        null,
        null,
        Sample.Day(2025, 4, 2),
        PetitionStanding.HeldOver,
        2,
        null,
        null,
        null,
        407);
}
