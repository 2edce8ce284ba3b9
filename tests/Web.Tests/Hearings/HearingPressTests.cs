using System.Net;
using AngleSharp.Html.Dom;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Web.Acting;

namespace Trials.Web.Tests.Hearings;

/// <summary>What is pressed on the page of a hearing, by a browser without a script.</summary>
public sealed class HearingPressTests
{
    [Fact]
    public async Task A_late_court_is_stamped_by_the_press_and_recorded_once_the_cause_is_said()
    {
        await using var site = await HearingSite.Start(10, 42);
        using var visitor = site.Visitor(DemoPeople.Lawyer);
        await visitor.Open(site.Path);

        await visitor.Press("hearing-opened");

        visitor.Text(".quick .held").Should().Be("42 min late");
        (await Opened(site)).Should().BeEmpty("nobody said what is known of the cause");
        site.Clock.AdvanceMinutes(3);
        await visitor.Submit("quick", ("fact-Delay", "NotExplained"));

        var opened = (await Opened(site)).Should().ContainSingle().Subject;
        opened.Metadata.Happened.Should().Be(HappenedAt.Exactly(HearingSite.Day.At(new LocalTime(10, 42))));
        opened.Data.Should().Be(new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.NotRecorded, null));
        visitor.Text(".clock div:last-child").Should().Be("Delay42 minlate, no cause given");
    }

    [Fact]
    public async Task The_same_form_sent_again_is_recorded_once()
    {
        await using var site = await HearingSite.Start(10, 42);
        using var visitor = site.Visitor(DemoPeople.Lawyer);
        await visitor.Open(site.Path);
        await visitor.Press("hearing-opened");
        await visitor.Submit("quick", ("fact-Delay", "NotExplained"), ("fact-Explanation", "Судья был занят"));

        await visitor.Again();

        visitor.Status.Should().Be(HttpStatusCode.OK);
        (await Opened(site)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_press_that_waited_for_the_link_is_of_the_moment_of_the_press()
    {
        await using var site = await HearingSite.Start(10, 45);
        using var visitor = site.Visitor(DemoPeople.Lawyer);
        await visitor.Open(site.Path);

        await visitor.Press("hearing-opened", ("elapsedMs", "180000"));

        visitor.Text(".quick .held").Should().Be("42 min late");
    }

    [Fact]
    public async Task A_court_in_time_is_recorded_by_the_press_alone()
    {
        await using var site = await HearingSite.Start(9, 58);
        using var visitor = site.Visitor(DemoPeople.Observer);
        await visitor.Open(site.Path);

        await visitor.Press("hearing-opened");

        (await Opened(site)).Should().ContainSingle().Which.Data
            .Should().Be(new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null));
        visitor.Text(".clock div:last-child").Should().Be("Delay2 minearly");
    }

    [Fact]
    public async Task A_press_that_arrives_again_in_the_next_minute_is_the_same_press()
    {
        await using var site = await HearingSite.Start(11, 20);
        await site.Record(10, 42, new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.NotRecorded, null));
        using var visitor = site.Visitor(DemoPeople.Lawyer);
        await visitor.Open(site.Path);
        await visitor.Press("hearing-recess-began");

        site.Clock.AdvanceSeconds(61);
        await visitor.Again();

        visitor.Status.Should().Be(HttpStatusCode.OK);
        (await site.Recorded(site.Stream)).Count(e => e.Data is HearingEvent.RecessBegan).Should().Be(1);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_what_was_typed_is_kept()
    {
        await using var site = await HearingSite.Start(10, 42);
        using var visitor = site.Visitor(DemoPeople.Lawyer);
        await visitor.Open(site.Path);
        await visitor.Press("hearing-opened");

        await visitor.Submit("quick", ("fact-By", "Escort"), ("fact-Explanation", "<b>Конвой</b> опоздал 🙂"));

        visitor.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        visitor.Text(".errors a").Should().Be("Why it began late: fill this in");
        ((IHtmlTextAreaElement)visitor.Page.QuerySelector("#fact-Explanation")!).Value.Should().Be("<b>Конвой</b> опоздал 🙂");
        ((IHtmlSelectElement)visitor.Page.QuerySelector("#fact-By")!).Value.Should().Be("Escort");
        (await Opened(site)).Should().BeEmpty();
    }

    [Fact]
    public async Task When_somebody_else_was_faster_both_versions_are_shown_and_nothing_typed_is_lost()
    {
        await using var site = await HearingSite.Start(10, 43);
        using var visitor = site.Visitor(DemoPeople.Lawyer);
        await visitor.Open(site.Path);
        await visitor.Press("hearing-opened");
        await site.Record(10, 42, new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null));

        await visitor.Submit("quick", ("fact-Delay", "Explained"), ("fact-Explanation", "Совещание у председателя"));

        visitor.Status.Should().Be(HttpStatusCode.Conflict);
        visitor.Text(".conflict .theirs").Should().Contain("10:42");
        visitor.Text(".conflict .mine").Should().Contain("Совещание у председателя");
        ((IHtmlTextAreaElement)visitor.Page.QuerySelector("#fact-Explanation")!).Value.Should().Be("Совещание у председателя");
        (await Opened(site)).Should().ContainSingle();
    }

    [Fact]
    public async Task An_adjournment_names_the_next_date_or_says_that_none_was_named()
    {
        await using var site = await HearingSite.Start(11, 52);
        await site.Record(10, 42, new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.NotRecorded, null));
        using var visitor = site.Visitor(DemoPeople.Lawyer);
        await visitor.Open(site.Path);
        await visitor.Press("hearing-adjourned");

        await visitor.Submit("quick", ("fact-Cause", "WitnessAbsent"));
        visitor.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        visitor.Text(".errors a").Should().StartWith("Next hearing: ");

        await visitor.Submit("quick", ("no-next", "yes"));
        visitor.Status.Should().Be(HttpStatusCode.OK);

        (await site.Recorded(site.Stream))[^1].Data
            .Should().Be(new HearingEvent.Adjourned(HearingCause.WitnessAbsent, CausedBy.NotRecorded, null, null));
    }

    [Fact]
    public async Task The_hearing_that_an_adjournment_names_is_scheduled()
    {
        await using var site = await HearingSite.Start(11, 52);
        await site.Record(10, 42, new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.NotRecorded, null));
        using var visitor = site.Visitor(DemoPeople.Lawyer);
        await visitor.Open(site.Path);
        await visitor.Press("hearing-adjourned");

        await visitor.Submit("quick", ("fact-Cause", "TimeToPrepare"), ("fact-Next-date", "03.06.2026"), ("fact-Next-time", "14:00"));

        var next = ((HearingEvent.Adjourned)(await site.Recorded(site.Stream))[^1].Data).Next!;
        var scheduled = (await site.Recorded(StreamName.Of(next.Hearing))).Should().ContainSingle().Which.Data.Should().BeOfType<HearingEvent.Scheduled>().Subject;
        (scheduled.Date, scheduled.Time).Should().Be((new LocalDate(2026, 6, 3), new LocalTime(14, 0)));
    }

    [Fact]
    public async Task Whoever_only_reads_is_offered_no_button_and_none_is_taken()
    {
        await using var site = await HearingSite.Start(10, 42);
        using var visitor = site.Visitor(DemoPeople.Analyst);
        await visitor.Open(site.Path);
        visitor.Page.QuerySelectorAll("main button").Should().BeEmpty();

        await visitor.Press("hearing-ended");

        visitor.Status.Should().Be(HttpStatusCode.Forbidden);
        (await site.Recorded(site.Stream)).Should().HaveCount(1);
    }

    private static async Task<IEnumerable<RecordedEvent>> Opened(HearingSite site) =>
        (await site.Recorded(site.Stream)).Where(e => e.Data is HearingEvent.Opened);
}
