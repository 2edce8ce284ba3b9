using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Projections.Engine;

namespace Trials.Projections.Hearings;

/// <summary>Answers <see cref="DurationStatistics"/>.</summary>
public sealed class DurationStatisticsHandler(ReadModelDatabase database, ViewerAccessor viewers)
    : IQueryHandler<DurationStatistics, IReadOnlyList<DurationReport>>
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DurationReport>> Handle(DurationStatistics query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = Matching(session, query.Filter);
        var cases = await session.Query(
            $"SELECT c.case_id, c.opened, c.has_judgment, c.judged FROM hearing_cases c WHERE {where.Sql}",
            where.Arguments,
            row => (Case: row.Uuid(), Opened: row.DateOrNull(), HasJudgment: row.Int() == 1, Judged: row.DateOrNull()),
            cancellationToken).ConfigureAwait(false);
        var spans = await session.Query(
            $"SELECT s.kind, s.first_day, s.last_day FROM hearing_case_spans s JOIN hearing_cases c ON c.case_id = s.case_id WHERE {where.Sql}",
            where.Arguments,
            row => (Kind: (DurationKind)row.Int(), From: row.DateOrNull(), To: row.DateOrNull()),
            cancellationToken).ConfigureAwait(false);
        where.Integer("h.kind_group = @group", "group", (int)HearingGroup.Trial)
            .Integer("h.visibility <= @clearance", "clearance", (int)viewers.Viewer.Clearance);
        var hearings = await session.Query(
            "SELECT h.case_id, h.date, h.stage FROM hearings h JOIN hearing_cases c ON c.case_id = h.case_id "
            + $"WHERE {where.Sql} ORDER BY h.case_id, h.date",
            where.Arguments,
            row => (Case: row.Uuid(), Date: row.Date(), Stage: (HearingStage)row.Int()),
            cancellationToken).ConfigureAwait(false);

        var durations = Enum.GetValues<DurationKind>().ToDictionary(k => k, _ => new Days());
        var first = new Dictionary<Guid, LocalDate>();
        for (var i = 0; i < hearings.Count; i++)
        {
            if (TookPlace(hearings[i].Stage))
            {
                first.TryAdd(hearings[i].Case, hearings[i].Date);
            }

            if (i > 0 && hearings[i - 1].Case == hearings[i].Case)
            {
                durations[DurationKind.HearingToHearing].Add(hearings[i - 1].Date, hearings[i].Date);
            }
        }

        foreach (var (kind, from, to) in spans)
        {
            durations[kind].Add(from, to);
        }

        foreach (var (id, opened, hasJudgment, judged) in cases)
        {
            var heard = first.TryGetValue(id, out var day);
            if (heard)
            {
                durations[DurationKind.OpenedToFirstHearing].Add(opened, day);
            }

            if (hasJudgment)
            {
                durations[DurationKind.OpenedToJudgment].Add(opened, judged);
                if (heard)
                {
                    durations[DurationKind.FirstHearingToJudgment].Add(day, judged);
                }
            }
        }

        return [.. durations.Select(d => d.Value.Report(d.Key))];
    }

    private static Where Matching(ReadSession session, DurationFilter filter) => new Where(session)
        .Integer("c.kind = @kind", "kind", (int?)filter.Kind)
        .Text("c.court = @court", "court", filter.Court?.Value)
        .Text("c.court IN (SELECT k.court FROM hearing_courts k WHERE k.region = @region)", "region", filter.Region?.Value)
        .Uuid("c.case_id = @case", "case", filter.Case?.Value)
        .Integer("c.opened_month >= @from", "from", MonthNumber.Of(filter.From))
        .Integer("c.opened_month <= @to", "to", MonthNumber.Of(filter.To));

    private static bool TookPlace(HearingStage stage) =>
        stage is HearingStage.Open or HearingStage.Recess or HearingStage.Adjourned or HearingStage.Ended;

    private sealed class Days
    {
        private readonly List<ValueCount> days = [];
        private int notCounted;

        public void Add(LocalDate? from, LocalDate? to)
        {
            if (from is { } start && to is { } end)
            {
                days.Add(new(Period.DaysBetween(start, end), 1));
            }
            else
            {
                notCounted++;
            }
        }

        public DurationReport Report(DurationKind kind) => new(kind, new(days), notCounted);
    }
}
