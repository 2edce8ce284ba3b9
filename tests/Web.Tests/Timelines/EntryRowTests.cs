using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Projections.Timelines;
using Trials.Web.Acting;
using Trials.Web.Tests.Cases;
using Trials.Web.Tests.Pages;
using Trials.Web.Timelines;

namespace Trials.Web.Tests.Timelines;

/// <summary>One entry in the list: what it says, what became of it, and what can be done about it.</summary>
public sealed class EntryRowTests
{
    public static TheoryData<string> Codes => PageContext.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_correction_shows_both_versions_with_author_reason_and_undoing(string code)
    {
        using var context = new PageContext(code);
        var before = new CaseEvent.Appealed(2, Party.Defence, null);
        var now = new CaseEvent.Appealed(2, Party.Prosecution, null);
        var entry = Sample.Entry(1, now, Sample.Day(2025, 10, 11), state: EntryState.Corrected) with
        {
            Versions =
            [
                Sample.Version(Sample.Id(1), before, Sample.Day(2025, 10, 10), inForce: false),
                Sample.Version(Sample.Id(2), now, Sample.Day(2025, 10, 11), "the protest was the prosecutor's"),
            ],
        };

        var row = Row(context, entry);

        row.Find(".badge.corrected").TextContent.Should().Be(context.T.Of(EntryState.Corrected));
        row.Find(".history").TextContent.Should()
            .Contain(context.T.Of(Party.Defence)).And.Contain(context.T.Of(Party.Prosecution))
            .And.Contain("the protest was the prosecutor's").And.Contain("10 ").And.Contain("11 ");
        row.FindAll(".history del").Should().HaveCount(2);
        row.Find(".history a").GetAttribute("href").Should().Be($"/entries/{entry.Stream}/{Sample.Id(2).Value:N}/withdraw");
    }

    [Fact]
    public void What_was_withdrawn_can_be_put_back_and_not_be_corrected()
    {
        using var context = new PageContext("en");
        var step = Sample.Step(1, Sample.Day(2025, 10, 5), "in the wrong case", EntryState.Withdrawn);
        var entry = step with
        {
            Versions = [step.Versions[0] with { InForce = false }, Sample.Version(Sample.Id(2), null, null, "entered in the wrong case")],
        };

        var row = Row(context, entry);

        row.Find("li").ClassList.Should().Contain("is-withdrawn");
        row.Find(".history").TextContent.Should().Contain("entered in the wrong case");
        row.Find(".history a").TextContent.Should().Be("Undo the withdrawal");
        row.FindAll(".acts").Should().BeEmpty();
    }

    [Fact]
    public void What_was_undone_says_by_whom_and_why_and_is_not_undone_again()
    {
        using var context = new PageContext("en");
        var step = Sample.Step(1, Sample.Day(2025, 10, 5));
        var undoing = Sample.Version(Sample.Id(3), null, null, "it was right after all");
        var entry = step with
        {
            Versions = [step.Versions[0], Sample.Version(Sample.Id(2), null, null, "a mistake", inForce: false, undone: undoing)],
        };

        var row = Row(context, entry);

        row.Find(".history summary").TextContent.Should().Be("Was withdrawn and put back");
        row.Find(".history").TextContent.Should().Contain("it was right after all");
        row.FindAll(".history a").Should().BeEmpty();
    }

    [Fact]
    public void Whoever_only_reads_is_offered_no_amendment()
    {
        using var context = new PageContext("en");

        Row(context, Sample.Step(1, Sample.Day(2025, 10, 5)), DemoPeople.Analyst).FindAll(".acts").Should().BeEmpty();
    }

    [Fact]
    public void An_amendment_is_offered_under_its_entrys_name()
    {
        using var context = new PageContext("en");
        var entry = Sample.Entry(1, new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null), Sample.Day(2026, 5, 14));

        var row = Row(context, entry);

        row.Find(".acts a").GetAttribute("aria-label").Should().Be("Correct: Hearing opened, 14 May");
        row.Find("h4 a").GetAttribute("href").Should().Be($"/hearings/{entry.Stream.Id}");
    }

    [Fact]
    public void Markup_is_text()
    {
        using var context = new PageContext("en");
        const string Markup = "<script>alert(1)</script> & <b onclick=\"x\">б</b> 🙂";

        var row = Row(context, Sample.Step(1, Sample.Day(2025, 10, 5), Markup));

        row.FindAll("script, b[onclick]").Should().BeEmpty();
        row.Find(".said").TextContent.Should().EndWith(Markup);
    }

    [Fact]
    public void Ten_thousand_characters_begin_short_and_are_all_there()
    {
        using var context = new PageContext("en");
        var text = string.Join(' ', Enumerable.Range(0, 1430).Select(n => $"ҷаласа{n % 10}"))[..10_000].TrimEnd();

        var row = Row(context, Sample.Step(1, Sample.Day(2025, 10, 5), text));

        Said(row).EndsWith(text, StringComparison.Ordinal).Should().BeTrue("all of it is there");
        row.Find(".said").ChildNodes.Where(node => node.NodeName != "DETAILS").Sum(node => node.TextContent.Length).Should().BeLessThan(1100);
    }

    [Fact]
    public void An_account_without_a_space_is_not_cut_within_a_character()
    {
        using var context = new PageContext("en");
        var text = string.Concat(Enumerable.Repeat("🙂", 2000));

        var row = Row(context, Sample.Step(1, Sample.Day(2025, 10, 5), "x" + text));

        Said(row).EndsWith("x" + text, StringComparison.Ordinal).Should().BeTrue("all of it is there");
        row.Markup.Contains('\uFFFD', StringComparison.Ordinal).Should().BeFalse();
    }

    [Fact]
    public void An_import_is_marked_and_a_new_entry_too()
    {
        using var context = new PageContext("en");
        var entry = Sample.Entry(1, new CaseEvent.TakenOver(CaseKind.Civil, "2-5/2025", null, null), Sample.Day(2025, 1, 1), source: new Source.Import("court-cards", 14));

        var row = Row(context, entry, isNew: true);

        row.FindAll(".badge").Select(badge => badge.TextContent).Should().Equal("new", "imported");
        row.Find(".meta").TextContent.Should().Contain("imported: court-cards, line 14");
    }

    /// <summary>The account without what the page adds to it.</summary>
    private static string Said(IRenderedComponent<EntryRow> row)
    {
        row.Find("details.more summary").Remove();
        row.Find(".said .noprint").Remove();
        return row.Find(".said").TextContent.TrimEnd();
    }

    private static IRenderedComponent<EntryRow> Row(PageContext context, TimelineEntry entry, KnownActor? acting = null, bool isNew = false)
    {
        context.AddCases(acting);
        var describe = new EntryDescription(context.T, context.LoadedNames(), context.Services.GetRequiredService<ITextOpener>(), mayReadNames: true);
        return context.Render<EntryRow>(row => row
            .Add(r => r.Entry, entry)
            .Add(r => r.Describe, describe)
            .Add(r => r.IsNew, isNew));
    }
}
