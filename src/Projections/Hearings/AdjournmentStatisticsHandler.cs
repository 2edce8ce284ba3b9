using Mediator;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Projections.Engine;

namespace Trials.Projections.Hearings;

/// <summary>Answers <see cref="AdjournmentStatistics"/> from counts, or for one case from its hearings.</summary>
public sealed class AdjournmentStatisticsHandler(ReadModelDatabase database, ViewerAccessor viewers)
    : IQueryHandler<AdjournmentStatistics, AdjournmentReport>
{
    private const string FromCounts = "SELECT court, judge, month, stage, cause, caused_by, has_next, n FROM adjournment_counts";

    private const string FromHearings =
        "SELECT COALESCE(h.court, ''), COALESCE(h.presiding, ''), h.month, h.stage, COALESCE(h.cause, 0), COALESCE(h.caused_by, 0), "
        + "CASE WHEN h.next_id IS NULL THEN 0 ELSE 1 END, 1 FROM hearings h";

    /// <inheritdoc/>
    public async ValueTask<AdjournmentReport> Handle(AdjournmentStatistics query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var ofCase = query.Filter.Case is not null;
        var where = ofCase
            ? StatisticsWhere.OnHearings(session, query.Filter, viewers.Viewer).Add($"h.stage IN ({Over})")
            : StatisticsWhere.OnCounts(session, query.Filter, viewers.Viewer);
        var regions = await CourtRegions.Read(session, cancellationToken).ConfigureAwait(false);
        var counts = await session.Query(
            $"{(ofCase ? FromHearings : FromCounts)} WHERE {where.Sql}", where.Arguments, Read, cancellationToken).ConfigureAwait(false);
        return new(
            Sum(counts),
            By(counts.Where(c => c.PutOff), c => (int)c.Cause, c => (HearingCause)c),
            By(counts.Where(c => c.PutOff), c => (int)c.By, c => (CausedBy)c),
            By(counts.Where(c => c.Court.Length > 0), c => c.Court, c => new CourtCode(c)),
            By(counts.Where(c => regions.ContainsKey(c.Court)), c => regions[c.Court], r => new RegionCode(r)),
            By(counts.Where(c => c.Judge.Length > 0), c => c.Judge, j => new OfficialCode(j)),
            By(counts, c => c.Month, m => MonthNumber.From(m)));
    }

    private static string Over => $"{(int)HearingStage.Ended}, {(int)HearingStage.Adjourned}, {(int)HearingStage.NotHeld}";

    private static Counted Read(RowReader row) => new(
        row.Text(), row.Text(), row.Int(), (HearingStage)row.Int(), (HearingCause)row.Int(), (CausedBy)row.Int(), row.Int() == 1, row.Int());

    private static List<AdjournmentGroup<TKey>> By<TValue, TKey>(IEnumerable<Counted> counts, Func<Counted, TValue> by, Func<TValue, TKey> key)
        where TValue : notnull
        where TKey : struct =>
        [.. counts.GroupBy(by).OrderBy(g => g.Key, Comparer<TValue>.Create(Ordinal)).Select(g => new AdjournmentGroup<TKey>(key(g.Key), Sum(g)))];

    private static int Ordinal<TValue>(TValue one, TValue other) =>
        one is string a && other is string b ? string.CompareOrdinal(a, b) : Comparer<TValue>.Default.Compare(one, other);

    private static Adjournments Sum(IEnumerable<Counted> counts)
    {
        var sum = default(Adjournments);
        foreach (var counted in counts)
        {
            sum = new(
                sum.Over + counted.Count,
                sum.Adjourned + (counted.Stage == HearingStage.Adjourned ? counted.Count : 0),
                sum.NotHeld + (counted.Stage == HearingStage.NotHeld ? counted.Count : 0),
                sum.WithoutNext + (counted.PutOff && !counted.HasNext ? counted.Count : 0));
        }

        return sum;
    }

    private sealed record Counted(
        string Court, string Judge, int Month, HearingStage Stage, HearingCause Cause, CausedBy By, bool HasNext, int Count)
    {
        public bool PutOff => Stage is HearingStage.Adjourned or HearingStage.NotHeld;
    }
}
