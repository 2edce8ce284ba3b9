using Bunit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Projections.Cases;
using Trials.Projections.Timelines;
using Trials.Web.Acting;
using Trials.Web.Cases;
using Trials.Web.Tests.Pages;
using Trials.Web.Tests.Timelines;

namespace Trials.Web.Tests.Cases;

/// <summary>A case's page: complete in every language, and level with what others record.</summary>
public sealed class CasePageTests
{
    public static TheoryData<string> Codes => PageContext.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_case_is_shown_in_every_language(string code)
    {
        using var context = new PageContext(code).AddCases();
        context.Answer(() => Sample.Timeline(
        [
            Sample.Step(1, Sample.Day(2025, 6, 1), "Аввал"),
            Sample.Entry(2, new CaseEvent.AccusedJoined(CaseContext.Accused, []), Sample.Day(2026, 5, 5)),
        ]));

        var page = Live(context);

        page.Find(".facts").TextContent.Should().Contain("Сомон Раҳимов");
        page.FindAll(".entry").Should().HaveCount(2);
        page.Find(".silence b").TextContent.Should().Be(context.T.Count("Timeline.SilentMonths", 11));
        page.Find(".scale p.sr").TextContent.Should().Contain(context.T["Timeline.Summary.List"]);
        page.Find("#record").TextContent.Should().Contain(context.T["Event.case-step-taken"]);
    }

    [Fact]
    public void To_an_analyst_a_person_is_a_sign_and_nothing_can_be_recorded()
    {
        using var context = new PageContext("en").AddCases(DemoPeople.Analyst);
        context.Answer(() => Sample.Timeline([Sample.Entry(2, new CaseEvent.AccusedJoined(CaseContext.Accused, []), Sample.Day(2026, 5, 5))]));

        var page = Live(context);

        page.Markup.Should().Contain("Person 3F2A").And.NotContain("Сомон");
        page.FindAll("#record, .acts").Should().BeEmpty();
    }

    [Fact]
    public void What_somebody_else_records_appears_marked_and_announced()
    {
        using var context = new PageContext("en").AddCases();
        List<TimelineEntry> entries = [Sample.Step(1, Sample.Day(2026, 5, 1))];
        context.Answer(() => Sample.Timeline([.. entries]));
        var page = Live(context);
        page.FindAll(".badge.new").Should().BeEmpty();

        entries.Add(Sample.Step(2, Sample.Day(2026, 5, 5)));
        context.Services.GetRequiredService<CaseContext.Signal>().Changed(Sample.Case.Matter);

        page.WaitForAssertion(() => page.FindAll(".entry").Should().HaveCount(2));
        page.Find(".entry.is-new").Id.Should().Be($"e-{Sample.Id(2).Value:N}");
        page.Find("p[role=status]").TextContent.Should().Be("1 new entry: Procedural step");
    }

    [Fact]
    public void A_correction_by_somebody_else_is_new_too()
    {
        using var context = new PageContext("en").AddCases();
        var entry = Sample.Step(1, Sample.Day(2026, 5, 1));
        context.Answer(() => Sample.Timeline([entry]));
        var page = Live(context);

        entry = entry with { State = EntryState.Corrected, Versions = [.. entry.Versions, Sample.Version(Sample.Id(2), entry.Data, entry.Happened, "why")] };
        context.Services.GetRequiredService<CaseContext.Signal>().Changed(Sample.Case.Matter);

        page.WaitForAssertion(() => page.Find(".entry.is-new .badge.corrected"));
    }

    [Fact]
    public void A_change_elsewhere_asks_for_nothing()
    {
        using var context = new PageContext("en").AddCases();
        context.Answer(() => Sample.Timeline([Sample.Step(1, Sample.Day(2026, 5, 1))]));
        var page = Live(context);
        var signal = context.Services.GetRequiredService<CaseContext.Signal>();
        page.WaitForAssertion(() => context.Answers.Asked.OfType<CaseTimeline>().Should().HaveCount(2));

        signal.Changed(new MatterId(Guid.NewGuid()));
        signal.Changed(Sample.Case.Matter);

        page.WaitForAssertion(() => context.Answers.Asked.OfType<CaseTimeline>().Should().HaveCount(3));
    }

    [Fact]
    public void A_case_that_has_ended_is_not_called_silent()
    {
        using var context = new PageContext("en").AddCases();
        context.Answer(() => Sample.Timeline([Sample.Step(1, Sample.Day(2025, 6, 1))]), CaseStanding.Completed);

        var page = Live(context);

        page.FindAll(".silence, .scale .now").Should().BeEmpty();
    }

    [Fact]
    public void A_case_without_entries_has_a_page()
    {
        using var context = new PageContext("en").AddCases();
        context.Answer(() => Sample.Timeline([]));

        Live(context).FindAll(".entry").Should().BeEmpty();
    }

    [Fact]
    public void A_page_beyond_the_last_is_the_last()
    {
        using var context = new PageContext("en").AddCases();
        var entries = Enumerable.Range(1, 250).Select(n => Sample.Step(n, HappenedAt.On(new LocalDate(2026, 1, 5).PlusDays(n / 2)))).ToList();
        context.Answer(() => Sample.Timeline(entries));

        var page = Live(context, number: 9);

        page.FindAll(".entry").Count.Should().Be(50);
        page.Find(".pages [aria-current=page]").TextContent.Should().Be("3");
        page.FindAll(".section-head a").Select(link => link.GetAttribute("href")).Should().Equal(
            $"/cases/{Sample.Case.Value:N}?order=ascending", $"/cases/{Sample.Case.Value:N}?page=all");
    }

    private static IRenderedComponent<LiveCase> Live(PageContext context, int number = 1) =>
        context.Render<LiveCase>(live => live.Add(l => l.Case, Sample.Case.Value).Add(l => l.Page, number));
}
