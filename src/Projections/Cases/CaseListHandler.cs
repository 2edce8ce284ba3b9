using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Text;

namespace Trials.Projections.Cases;

/// <summary>Answers <see cref="CaseList"/>.</summary>
public sealed class CaseListHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<CaseList, Page<CaseListRow>>
{
    /// <inheritdoc/>
    public async ValueTask<Page<CaseListRow>> Handle(CaseList query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = Matching(session, query.Filter, viewers.Viewer);
        where.Arguments.Date("today", query.Today);
        return await session.Page(query.Page, CaseRows.Select, "docket_cases c", where, Order(query), CaseRows.Read, cancellationToken).ConfigureAwait(false);
    }

    private static Where Matching(ReadSession session, CaseFilter filter, Viewer viewer)
    {
        var where = new Where(session)
            .Integer("c.visibility <= @clearance", "clearance", (int)viewer.Clearance)
            .Integer("c.kind = @kind", "kind", (int?)filter.Kind)
            .Integer("c.standing = @standing", "standing", (int?)filter.Standing)
            .Text("c.case_id IN (SELECT case_id FROM docket_rounds WHERE court = @court)", "court", filter.Court?.Value)
            .Text(
                "c.case_id IN (SELECT r.case_id FROM docket_rounds r JOIN docket_courts k ON k.court = r.court WHERE k.region = @region)",
                "region",
                filter.Region?.Value);
        var place = 0;
        foreach (var word in SearchText.Words(filter.Search))
        {
            where.Text($"c.case_id IN (SELECT case_id FROM docket_words WHERE word >= @w{place} AND word < @x{place})", $"w{place}", word);
            where.Arguments.Text($"x{place}", word + SearchText.AfterPrefix);
            place++;
        }

        if (filter.Article is { } article)
        {
            var named = $"{(article.Part is null ? "" : " AND part = @part")}{(article.Point is null ? "" : " AND point = @point")}";
            where.Integer(
                "c.case_id IN (SELECT case_id FROM docket_articles "
                    + $"WHERE number = @article AND code = @code AND superscript = @superscript{named})",
                "article",
                article.Number);
            where.Arguments.Text("code", article.Code).Integer("superscript", article.Superscript ?? 0)
                .Text("part", article.Part ?? "").Text("point", article.Point ?? "");
        }

        return where;
    }

    private static string Order(CaseList query)
    {
        var direction = query.Descending ? "DESC" : "ASC";
        return query.Sort switch
        {
            CaseSort.Opened => $"c.opened_at {direction}, c.case_id {direction}",
            CaseSort.LastRecorded => $"r.latest {direction}, r.case_id {direction}",
            CaseSort.NextHearing => $"next_date {direction} NULLS LAST, c.case_id {direction}",
            _ => $"c.sort_key {direction}, c.case_id {direction}",
        };
    }
}
