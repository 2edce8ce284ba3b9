using Mediator;
using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;

namespace Trials.Projections.Reports;

/// <summary>Answers <see cref="ChecklistTally"/>.</summary>
public sealed class ChecklistTallyHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<ChecklistTally, ChecklistReport>
{
    private const string SubmittedReports = "FROM hearing_reports r JOIN hearings h ON h.hearing_id = r.hearing_id";

    /// <inheritdoc/>
    public async ValueTask<ChecklistReport> Handle(ChecklistTally query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = StatisticsWhere.OnHearings(session, query.Filter, viewers.Viewer).Add("r.submitted = 1");
        var (reports, hearings, cases) = await session.QueryFirst(
            $"SELECT COUNT(*), COUNT(DISTINCT h.hearing_id), COUNT(DISTINCT h.case_id) {SubmittedReports} WHERE {where.Sql}",
            where.Arguments,
            row => (row.Int(), row.Int(), row.Int()),
            cancellationToken).ConfigureAwait(false);
        var answers = await session.Query(
            $"SELECT a.item, a.answer, COUNT(*) {SubmittedReports} JOIN hearing_answers a ON a.stream = r.stream "
            + $"WHERE {where.Sql} GROUP BY a.item, a.answer",
            where.Arguments,
            row => (Item: (ChecklistItem)row.Int(), Answer: (Answer)row.Int(), Count: row.Int()),
            cancellationToken).ConfigureAwait(false);
        var counts = answers.ToDictionary(a => (a.Item, a.Answer), a => a.Count);
        return new(reports, hearings, cases, [.. Enum.GetValues<ChecklistItem>().Select(item => new ChecklistItemTally(
            item,
            counts.GetValueOrDefault((item, Answer.Yes)),
            counts.GetValueOrDefault((item, Answer.No)),
            counts.GetValueOrDefault((item, Answer.NotObserved)),
            counts.GetValueOrDefault((item, Answer.NotApplicable))))]);
    }
}
