using Mediator;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Projections.Engine;

namespace Trials.Projections.Hearings;

/// <summary>Answers <see cref="DelayStatistics"/> from counts, or for one case from its hearings.</summary>
public sealed class DelayStatisticsHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<DelayStatistics, DelayReport>
{
    private const string FromCounts = "SELECT court, judge, month, start, minutes, cause, caused_by, n FROM delay_counts";

    private const string FromHearings =
        "SELECT COALESCE(h.court, ''), COALESCE(h.presiding, ''), h.month, h.start, COALESCE(h.delay, 0), COALESCE(h.delay_cause, 0), "
        + "COALESCE(h.delay_by, 0), 1 FROM hearings h";

    /// <inheritdoc/>
    public async ValueTask<DelayReport> Handle(DelayStatistics query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var ofCase = query.Filter.Case is not null;
        var where = ofCase
            ? StatisticsWhere.OnHearings(session, query.Filter, viewers.Viewer).Integer("h.start <> @none", "none", (int)StartRecord.NotStarted)
            : StatisticsWhere.OnCounts(session, query.Filter, viewers.Viewer);
        var counts = new DelayCounts(await CourtRegions.Read(session, cancellationToken).ConfigureAwait(false));
        await session.Query(
            $"{(ofCase ? FromHearings : FromCounts)} WHERE {where.Sql}",
            where.Arguments,
            row =>
            {
                counts.Add(row.Text(), row.Text(), row.Int(), (StartRecord)row.Int(), row.Int(), (DelayCause)row.Int(), (CausedBy)row.Int(), row.Int());
                return 0;
            },
            cancellationToken).ConfigureAwait(false);
        return counts.Report();
    }

    /// <summary>Adds up counts under everything that they have in common.</summary>
    private sealed class DelayCounts(IReadOnlyDictionary<string, string> regions)
    {
        private readonly Tally total = new();
        private readonly SortedDictionary<string, Tally> byCourt = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, Tally> byRegion = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, Tally> byJudge = new(StringComparer.Ordinal);
        private readonly SortedDictionary<int, Tally> byMonth = [];
        private readonly SortedDictionary<DelayCause, Tally> byExplanation = [];
        private readonly SortedDictionary<(DelayCause, CausedBy), int> byCause = [];

        public void Add(string court, string judge, int month, StartRecord start, int minutes, DelayCause cause, CausedBy by, int count)
        {
            total.Add(start, minutes, count);
            Of(byMonth, month).Add(start, minutes, count);
            if (court.Length > 0)
            {
                Of(byCourt, court).Add(start, minutes, count);
                if (regions.TryGetValue(court, out var region))
                {
                    Of(byRegion, region).Add(start, minutes, count);
                }
            }

            if (judge.Length > 0)
            {
                Of(byJudge, judge).Add(start, minutes, count);
            }

            if (start == StartRecord.Recorded)
            {
                Of(byExplanation, cause).Add(start, minutes, count);
            }

            if (start == StartRecord.Recorded && minutes > 0)
            {
                byCause[(cause, by)] = byCause.GetValueOrDefault((cause, by)) + count;
            }
        }

        public DelayReport Report() => new(
            total.Delays,
            Groups(byCourt, c => new CourtCode(c)),
            Groups(byRegion, r => new RegionCode(r)),
            Groups(byJudge, j => new OfficialCode(j)),
            Groups(byMonth, m => MonthNumber.From(m)),
            Groups(byExplanation, cause => cause),
            [.. byCause.Select(c => new DelayCauseCount(c.Key.Item1, c.Key.Item2, c.Value))]);

        private static List<DelayGroup<TKey>> Groups<TValue, TKey>(SortedDictionary<TValue, Tally> tallies, Func<TValue, TKey> key)
            where TValue : notnull
            where TKey : struct =>
            [.. tallies.Select(t => new DelayGroup<TKey>(key(t.Key), t.Value.Delays))];

        private static Tally Of<TValue>(SortedDictionary<TValue, Tally> tallies, TValue value)
            where TValue : notnull
        {
            if (!tallies.TryGetValue(value, out var tally))
            {
                tallies.Add(value, tally = new());
            }

            return tally;
        }
    }

    private sealed class Tally
    {
        private readonly List<ValueCount> minutes = [];
        private int startNotRecorded;

        public Delays Delays => new(new(minutes), startNotRecorded);

        public void Add(StartRecord start, int value, int count)
        {
            if (start == StartRecord.Recorded)
            {
                minutes.Add(new(value, count));
            }
            else
            {
                startNotRecorded += count;
            }
        }
    }
}
