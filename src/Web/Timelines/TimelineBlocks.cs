using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Projections.Timelines;

namespace Trials.Web.Timelines;

/// <summary>A part of the readable list.</summary>
public abstract record TimelineBlock
{
    private TimelineBlock()
    {
    }

    /// <summary>Entries of one month, or of a year whose month is not known.</summary>
    /// <param name="Key">Tells it from the other blocks of the page.</param>
    public sealed record Month(string Key, int Year, int? Number, IReadOnlyList<TimelineItem> Items) : TimelineBlock;

    /// <summary>A time in which nothing is recorded to have happened.</summary>
    public sealed record Quiet(Silence Silence) : TimelineBlock;
}

/// <summary>What stands in the list at one place: an entry, or the answers of one checklist, which are read together.</summary>
public sealed record TimelineItem(IReadOnlyList<TimelineEntry> Entries)
{
    /// <summary>The first entry.</summary>
    public TimelineEntry First => Entries[0];
}

/// <summary>The readable list, a page of it.</summary>
/// <param name="Blocks">From the top.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are; 1 for an empty list.</param>
public sealed record TimelineBlocks(IReadOnlyList<TimelineBlock> Blocks, int Page, int Pages)
{
    /// <summary>How many entries a page holds: enough for most cases, and little enough for a slow link.</summary>
    public const int PageSize = 100;

    /// <summary>Puts a matter's entries under their months, with the silences between.</summary>
    /// <param name="entries">In order of happening.</param>
    /// <param name="silences">Of the same entries, oldest first.</param>
    /// <param name="newestFirst">Whether the list begins with what happened last.</param>
    /// <param name="page">Which page, from 1; null for all in one.</param>
    public static TimelineBlocks Of(IReadOnlyList<TimelineEntry> entries, IReadOnlyList<Silence> silences, bool newestFirst, int? page)
    {
        var rows = Rows(entries, silences);
        if (newestFirst)
        {
            rows.Reverse();
        }

        var pages = page is null ? 1 : Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        var number = Math.Clamp(page ?? 1, 1, pages);
        var shown = page is null ? rows : rows.GetRange((number - 1) * PageSize, Math.Min(PageSize, rows.Count - ((number - 1) * PageSize)));
        return new(Grouped(shown), number, pages);
    }

    /// <summary>Items and silences, each silence behind the last entry before it.</summary>
    private static List<object> Rows(IReadOnlyList<TimelineEntry> entries, IReadOnlyList<Silence> silences)
    {
        var rows = new List<object>(entries.Count + silences.Count);
        var next = 0;
        foreach (var item in Items(entries))
        {
            while (next < silences.Count && item.First.Happened.Date > silences[next].After)
            {
                rows.Add(silences[next++]);
            }

            rows.Add(item);
        }

        rows.AddRange(silences.Skip(next));
        return rows;
    }

    private static IEnumerable<TimelineItem> Items(IReadOnlyList<TimelineEntry> entries)
    {
        for (var start = 0; start < entries.Count;)
        {
            var end = start + 1;
            while (end < entries.Count && ReadTogether(entries[start], entries[end]))
            {
                end++;
            }

            yield return new([.. entries.Skip(start).Take(end - start)]);
            start = end;
        }
    }

    private static bool ReadTogether(TimelineEntry one, TimelineEntry next) =>
        one.Data is ReportEvent.Observed
        && next.Data is ReportEvent.Observed
        && one.Stream == next.Stream
        && one.Happened.Date == next.Happened.Date;

    private static List<TimelineBlock> Grouped(List<object> rows)
    {
        var blocks = new List<TimelineBlock>();
        var items = new List<TimelineItem>();
        (int Year, int? Month)? month = null;

        foreach (var row in rows)
        {
            if (row is TimelineItem item)
            {
                if (month is { } current && current != MonthOf(item))
                {
                    End(current);
                }

                month = MonthOf(item);
                items.Add(item);
            }
            else
            {
                if (month is { } current)
                {
                    End(current);
                }

                blocks.Add(new TimelineBlock.Quiet((Silence)row));
            }
        }

        if (month is { } last)
        {
            End(last);
        }

        return blocks;

        void End((int Year, int? Month) ended)
        {
            var same = blocks.OfType<TimelineBlock.Month>().Count(block => (block.Year, block.Number) == ended);
            blocks.Add(new TimelineBlock.Month($"{ended.Year}-{ended.Month}-{same}", ended.Year, ended.Month, [.. items]));
            items.Clear();
            month = null;
        }
    }

    private static (int Year, int? Month) MonthOf(TimelineItem item)
    {
        var happened = item.First.Happened;
        return (happened.Date.Year, happened.Precision == Precision.Year ? null : happened.Date.Month);
    }
}
