using NodaTime;
using Trials.Domain;
using Trials.Projections.Timelines;

namespace Trials.Web.Timelines;

/// <summary>A time in which nothing is recorded to have happened.</summary>
/// <param name="After">The last day before it on which something may have happened.</param>
/// <param name="Until">The first day behind it on which something may have happened, or the day of asking.</param>
/// <param name="Lasts">Whether it reaches to the day of asking.</param>
public sealed record Silence(LocalDate After, LocalDate Until, bool Lasts)
{
    /// <summary>From how many days on it is shown.</summary>
    public const int LeastDays = 60;

    /// <summary>How many days lie between.</summary>
    public int Days => Period.DaysBetween(After, Until);

    /// <summary>
    /// The silences of a matter, oldest first. Entries that were withdrawn do not break one. An entry whose day is not known may have happened
    /// on any day of its month or year, so no silence is claimed there.
    /// </summary>
    /// <param name="entries">In any order.</param>
    /// <param name="until">Up to which day silence is looked for; null where what is followed has ended.</param>
    public static IReadOnlyList<Silence> Of(IEnumerable<TimelineEntry> entries, LocalDate? until)
    {
        var silences = new List<Silence>();
        LocalDate? last = null;
        foreach (var (first, end) in entries.Where(e => e.State != EntryState.Withdrawn).Select(e => Possible(e.Happened)).Order())
        {
            if (last is { } after && Long(after, first))
            {
                silences.Add(new(after, first, Lasts: false));
            }

            last = last is { } known && known > end ? known : end;
        }

        if (last is { } final && until is { } today && Long(final, today))
        {
            silences.Add(new(final, today, Lasts: true));
        }

        return silences;
    }

    private static (LocalDate First, LocalDate Last) Possible(HappenedAt happened) => happened.Precision switch
    {
        Precision.Approximate or Precision.Month or Precision.Year => (happened.Earliest.Date, happened.Latest.Date),
        _ => (happened.Date, happened.Date),
    };

    private static bool Long(LocalDate after, LocalDate until) => Period.DaysBetween(after, until) >= LeastDays;
}
