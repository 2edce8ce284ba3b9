using System.Net;
using AngleSharp.Html.Dom;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Web.Acting;

namespace Trials.Web.Tests.Hearings;

/// <summary>Observers' reports on the page of a hearing.</summary>
public sealed class ReportPageTests
{
    private static readonly string LongText = string.Concat(Enumerable.Repeat("Ҳоҷатхона баста буд <i>\"&\"</i> 🙂 ", 300)).Trim();

    [Fact]
    public async Task A_press_begins_the_report_and_says_that_the_observer_was_let_in()
    {
        await using var site = await HearingSite.Start();
        using var visitor = site.Visitor(DemoPeople.Observer);
        await visitor.Open(site.Path);

        await visitor.Press("report-observer-admitted");

        (await site.Recorded(site.Report(DemoPeople.Observer))).Select(e => e.Data)
            .Should().Equal(new ReportEvent.Assigned(site.Hearing, DemoPeople.Observer.Actor.Id), new ReportEvent.Admitted());
        visitor.Text(".savebar span").Should().Be("0 of 19 answered");
    }

    [Fact]
    public async Task The_checklist_is_saved_as_a_whole_and_records_only_what_changed()
    {
        await using var site = await HearingSite.Start();
        await site.Observe(DemoPeople.Observer, new ReportEvent.Observed(ChecklistItem.Lift, Answer.No, new LocalTime(9, 40), FreeText.From("Танҳо зинапоя")));
        using var visitor = site.Visitor(DemoPeople.Observer);
        await visitor.Open(site.Path);

        await visitor.Submit("checklist", ("answer-ToiletsOpen", "No"), ("note-ToiletsOpen", LongText), ("answer-DrinkingWater", "NotObserved"));
        await visitor.Again();

        var recorded = (await site.Recorded(site.Report(DemoPeople.Observer))).Skip(2).ToList();
        recorded.Select(e => ((ReportEvent.Observed)e.Data).Item).Should().Equal(ChecklistItem.ToiletsOpen, ChecklistItem.DrinkingWater);
        recorded.Select(e => e.Metadata.Command).Distinct().Should().ContainSingle();
        recorded.Should().OnlyContain(e => e.Metadata.Happened == HappenedAt.On(HearingSite.Day));
        site.Open(((ReportEvent.Observed)recorded[0].Data).Note).Should().Be(LongText);
        visitor.Text(".savebar span").Should().StartWith("3 of 19 answered. Saved: ");
        ((IHtmlTextAreaElement)visitor.Page.QuerySelector("#note-ToiletsOpen")!).Value.Should().Be(LongText);
    }

    [Fact]
    public async Task A_line_that_nobody_touched_is_not_recorded_over_what_another_device_said_of_it()
    {
        await using var site = await HearingSite.Start();
        await site.Observe(DemoPeople.Observer, new ReportEvent.Observed(ChecklistItem.Lift, Answer.No, null, null));
        using var phone = site.Visitor(DemoPeople.Observer);
        await phone.Open(site.Path);
        await site.Observe(DemoPeople.Observer, new ReportEvent.Observed(ChecklistItem.Lift, Answer.Yes, null, null));

        await phone.Submit("checklist", ("answer-Heated", "Yes"));

        phone.Status.Should().Be(HttpStatusCode.OK);
        ((IHtmlInputElement)phone.Page.QuerySelector("input[name=answer-Lift][value=Yes]")!).IsChecked.Should().BeTrue();
    }

    [Fact]
    public async Task A_time_without_an_answer_is_not_taken_and_nothing_typed_is_lost()
    {
        await using var site = await HearingSite.Start();
        await site.Observe(DemoPeople.Observer, new ReportEvent.Admitted());
        using var visitor = site.Visitor(DemoPeople.Observer);
        await visitor.Open(site.Path);

        await visitor.Submit("checklist", ("time-Lift", "9:61"), ("note-Heated", "сард"), ("answer-Cooled", "No"));

        visitor.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        visitor.Page.QuerySelectorAll(".errors a").Should().HaveCount(2);
        ((IHtmlInputElement)visitor.Page.QuerySelector("#time-Lift")!).Value.Should().Be("9:61");
        ((IHtmlInputElement)visitor.Page.QuerySelector("input[name=answer-Cooled][value=No]")!).IsChecked.Should().BeTrue();
        (await site.Recorded(site.Report(DemoPeople.Observer))).Should().HaveCount(2);
    }

    [Fact]
    public async Task The_present_moment_is_put_into_a_line_without_a_script_and_nothing_is_recorded_yet()
    {
        await using var site = await HearingSite.Start(10, 51);
        await site.Observe(DemoPeople.Observer, new ReportEvent.Admitted());
        using var visitor = site.Visitor(DemoPeople.Observer);
        await visitor.Open(site.Path);

        await visitor.Submit("checklist", ("answer-JudgeOnTelephone", "Yes"), ("now", "JudgeOnTelephone"));

        ((IHtmlInputElement)visitor.Page.QuerySelector("#time-JudgeOnTelephone")!).Value.Should().Be("10:51");
        (await site.Recorded(site.Report(DemoPeople.Observer))).Should().HaveCount(2);

        await visitor.Submit("checklist");
        (await site.Recorded(site.Report(DemoPeople.Observer)))[^1].Data
            .Should().Be(new ReportEvent.Observed(ChecklistItem.JudgeOnTelephone, Answer.Yes, new LocalTime(10, 51), null));
    }

    [Fact]
    public async Task Another_observers_report_is_kept_back_until_the_own_one_is_submitted()
    {
        await using var site = await HearingSite.Start(11, 0);
        await site.Observe(DemoPeople.Lawyer, new ReportEvent.Observed(ChecklistItem.Lift, Answer.No, null, FreeText.From("Seen by Karimova")), new ReportEvent.Submitted());
        using var observer = site.Visitor(DemoPeople.Observer);
        await observer.Open(site.Path);
        observer.Page.Body!.TextContent.Should().NotContain("Seen by Karimova").And.Contain("once yours is submitted");

        await observer.Press("report-observer-admitted");
        await observer.Submit("checklist", ("answer-Lift", "Yes"));
        await observer.Press("report-submitted");
        await observer.Submit("quick");

        observer.Text("#report table").Should().Contain("Seen by Karimova");
        observer.Page.QuerySelectorAll("#report tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("yes").And.Contain("no");

        using var analyst = site.Visitor(DemoPeople.Analyst);
        await analyst.Open(site.Path);
        analyst.Text("#report table").Should().Contain("Seen by Karimova");
        analyst.Page.QuerySelectorAll("#report table a").Should().BeEmpty();
    }

    [Fact]
    public async Task Who_was_not_let_in_says_by_whom_and_a_report_can_be_typed_for_a_colleague()
    {
        await using var site = await HearingSite.Start(9, 55);
        using var visitor = site.Visitor(DemoPeople.Lawyer);
        await visitor.Open($"{site.Path}?observer={DemoPeople.Observer.Actor.Id.Value:N}");

        await visitor.Press("report-observer-refused");
        await visitor.Submit("quick", ("fact-By", "court bailiff"), ("fact-Ground", "Маҷлиси пӯшида"));

        var recorded = await site.Recorded(site.Report(DemoPeople.Observer));
        recorded.Select(e => e.Data.GetType()).Should().Equal(typeof(ReportEvent.Assigned), typeof(ReportEvent.AdmissionRefused));
        recorded.Should().OnlyContain(e => e.Metadata.Author == DemoPeople.Observer.Actor.Id && e.Metadata.Typist == DemoPeople.Lawyer.Actor.Id);
        visitor.Text("#report .state").Should().Be("Not let in");
    }

    [Fact]
    public async Task What_contradicts_the_record_is_refused_with_what_to_do()
    {
        await using var site = await HearingSite.Start();
        await site.Observe(DemoPeople.Observer, new ReportEvent.AdmissionRefused("bailiff", null));
        using var visitor = site.Visitor(DemoPeople.Observer, "ru");
        await visitor.Open(site.Path);

        await visitor.Submit("checklist", ("answer-JudgeOnTelephone", "Yes"));

        visitor.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        visitor.Text(".refusal h2").Should().StartWith("Не записано: ");
        visitor.Text(".refusal p").Should().NotBeEmpty();
        ((IHtmlInputElement)visitor.Page.QuerySelector("input[name=answer-JudgeOnTelephone][value=Yes]")!).IsChecked.Should().BeTrue();
    }
}
