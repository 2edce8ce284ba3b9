using Mediator;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Projections.Engine;

namespace Trials.Projections.Hearings;

/// <summary>Answers <see cref="HearingList"/>.</summary>
public sealed class HearingListHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<HearingList, Page<HearingListRow>>
{
    private const string Always = "1 = 1";

    /// <inheritdoc/>
    public async ValueTask<Page<HearingListRow>> Handle(HearingList query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = Matching(session, query.Filter, viewers.Viewer);
        return await session.Page(
            query.Page, HearingListRows.Select, "hearings h", where, Order(query), HearingListRows.Read, cancellationToken).ConfigureAwait(false);
    }

    private static Where Matching(ReadSession session, HearingFilter filter, Viewer viewer) => new Where(session)
        .Integer("h.visibility <= @clearance", "clearance", (int)viewer.Clearance)
        .Text("h.court = @court", "court", filter.Court?.Value)
        .Text("h.court IN (SELECT court FROM hearing_courts WHERE region = @region)", "region", filter.Region?.Value)
        .Text(
            filter.Presiding ? "h.presiding = @judge" : "h.hearing_id IN (SELECT hearing_id FROM hearing_judges WHERE judge = @judge)",
            "judge",
            filter.Judge?.Value)
        .Uuid("h.case_id = @case", "case", filter.Case?.Value)
        .Date("h.date >= @from", "from", filter.From)
        .Date("h.date <= @to", "to", filter.To)
        .Integer("h.delay >= @least", "least", filter.DelayFrom)
        .Integer("h.delay <= @most", "most", filter.DelayTo)
        .Integer("h.start = @start", "start", (int?)filter.Start)
        .Integer("h.delay_cause = @delayCause", "delayCause", (int?)filter.DelayCause)
        .Integer("h.delay_by = @delayBy", "delayBy", (int?)filter.DelayBy)
        .Integer("h.cause = @cause", "cause", (int?)filter.Cause)
        .Integer("h.caused_by = @by", "by", (int?)filter.By)
        .Integer("h.stage = @stage", "stage", (int?)filter.Stage)
        .Add(filter.Over switch
        {
            true => $"h.stage IN ({PutOff}, {(int)HearingStage.Ended})",
            false => $"h.stage NOT IN ({PutOff}, {(int)HearingStage.Ended})",
            null => Always,
        })
        .Add(filter.NextNamed switch
        {
            true => $"h.stage IN ({PutOff}) AND h.next_id IS NOT NULL",
            false => $"h.stage IN ({PutOff}) AND h.next_id IS NULL",
            null => Always,
        })
        .Integer(
            "EXISTS (SELECT 1 FROM hearing_reports r WHERE r.hearing_id = h.hearing_id AND r.submitted = 1) = (@monitored = 1)",
            "monitored",
            filter.Monitored is { } monitored ? (monitored ? 1 : 0) : null)
        .Integer("h.kind = @kind", "kind", (int?)filter.Kind)
        .Integer("h.kind_group = @group", "group", (int?)filter.Group);

    private static string PutOff => $"{(int)HearingStage.Adjourned}, {(int)HearingStage.NotHeld}";

    private static string Order(HearingList query)
    {
        var direction = query.Descending ? "DESC" : "ASC";
        var nulls = query.Descending ? "NULLS LAST" : "NULLS FIRST";
        var byDate = $"h.date {direction}, h.minute {direction} {nulls}, h.hearing_id {direction}";
        return query.Sort == HearingSort.Delay ? $"h.delay {direction} NULLS LAST, {byDate}" : byDate;
    }
}
