using NodaTime;
using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Projections.Timelines;
using Trials.Web.Acting;
using Trials.Web.Timelines;

namespace Trials.Web.Tests.Timelines;

/// <summary>The list goes by months, in either direction, a page at a time, with silences where they are.</summary>
public sealed class TimelineBlocksTests
{
    private static readonly TimelineEntry[] Far =
    [
        Sample.Step(1, Sample.Day(2025, 6, 1)), Sample.Step(2, Sample.Day(2025, 6, 4)), Sample.Step(3, Sample.Day(2026, 5, 5)),
    ];

    [Fact]
    public void Newest_first_begins_with_the_last_month() =>
        Of(Far, newestFirst: true).Blocks.Select(Said).Should().Equal("2026-5: 3", "silence", "2025-6: 2 1");

    [Fact]
    public void Oldest_first_begins_with_the_first_month() =>
        Of(Far, newestFirst: false).Blocks.Select(Said).Should().Equal("2025-6: 1 2", "silence", "2026-5: 3");

    [Fact]
    public void A_silence_that_lasts_stands_at_the_end_of_time()
    {
        var silences = Silence.Of(Far, new LocalDate(2026, 12, 1));

        TimelineBlocks.Of(Far, silences, newestFirst: true, 1).Blocks.Select(Said).Should().StartWith("silence").And.HaveCount(4);
    }

    [Fact]
    public void What_is_known_only_by_its_year_stands_under_the_year()
    {
        var year = new HappenedAt(new LocalDate(2026, 1, 1).AtMidnight(), HappenedAt.DefaultZone, Precision.Year);

        Of([Sample.Step(1, year), Sample.Step(2, Sample.Day(2026, 1, 5))], newestFirst: false).Blocks.Select(Said).Should().Equal("2026-: 1", "2026-1: 2");
    }

    [Fact]
    public void The_answers_of_a_checklist_are_read_together()
    {
        var stream = StreamName.OfReport(new HearingId(Guid.NewGuid()), DemoPeople.Observer.Actor.Id);
        var answers = Enumerable.Range(1, 5).Select(n => Sample.Entry(
            n, new ReportEvent.Observed((ChecklistItem)n, Answer.Yes, null, null), Sample.Day(2026, 5, 14), stream));

        var month = Of([.. answers, Sample.Step(9, Sample.Day(2026, 5, 14))], newestFirst: false).Blocks.Should().ContainSingle().Which;

        ((TimelineBlock.Month)month).Items.Select(item => item.Entries.Count).Should().Equal(5, 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_pages_together_hold_every_entry_once(bool newestFirst)
    {
        var entries = Enumerable.Range(0, 500).Select(n => Sample.Step(n, HappenedAt.On(new LocalDate(2010, 1, 1).PlusDays(n * 11)))).ToList();
        var pages = Of(entries, newestFirst).Pages;

        var shown = Enumerable.Range(1, pages).SelectMany(page => Numbers(Of(entries, newestFirst, page))).ToList();

        pages.Should().Be(5);
        shown.Should().Equal(newestFirst ? Enumerable.Range(0, 500).Reverse() : Enumerable.Range(0, 500));
        Of(entries, newestFirst, 99).Page.Should().Be(5);
        Numbers(Of(entries, newestFirst, null)).Should().HaveCount(500);
    }

    [Fact]
    public void Blocks_of_one_page_have_keys_of_their_own()
    {
        var year = new HappenedAt(new LocalDate(2026, 1, 1).AtMidnight(), HappenedAt.DefaultZone, Precision.Year);
        var entries = new[] { Sample.Step(1, year), Sample.Step(2, Sample.Day(2026, 1, 1)), Sample.Step(3, year), Sample.Step(4, Sample.Day(2026, 1, 2)) };

        Of(entries, newestFirst: false).Blocks.OfType<TimelineBlock.Month>().Select(month => month.Key).Should().OnlyHaveUniqueItems();
    }

    private static TimelineBlocks Of(IReadOnlyList<TimelineEntry> entries, bool newestFirst, int? page = 1) =>
        TimelineBlocks.Of(entries, Silence.Of(entries, null), newestFirst, page);

    private static string Said(TimelineBlock block) => block is TimelineBlock.Month month
        ? $"{month.Year}-{month.Number}: {string.Join(' ', month.Items.Select(item => item.First.Position.Value))}"
        : "silence";

    private static IEnumerable<int> Numbers(TimelineBlocks blocks) => blocks.Blocks.OfType<TimelineBlock.Month>()
        .SelectMany(month => month.Items).SelectMany(item => item.Entries).Select(entry => (int)entry.Position.Value);
}
