using System.Globalization;
using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;

namespace Trials.Projections.Cases;

/// <summary>Answers <see cref="JudgmentList"/>.</summary>
public sealed class JudgmentListHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<JudgmentList, Page<JudgmentRow>>
{
    /// <summary>What counts in figures: neither quashed nor replaced by a later judgment on the same accused.</summary>
    internal static readonly string Counts = string.Create(
        CultureInfo.InvariantCulture, $"f.standing NOT IN ({(int)VerdictStanding.Quashed}, {(int)VerdictStanding.Replaced})");

    /// <inheritdoc/>
    public async ValueTask<Page<JudgmentRow>> Handle(JudgmentList query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = Matching(session, query.Filter, viewers.Viewer);
        return await session.Page(
            query.Page, JudgmentRows.Select, "docket_judgments f", where, "f.judged_at DESC, f.case_id, f.place", JudgmentRows.Read, cancellationToken).ConfigureAwait(false);
    }

    internal static Where Matching(ReadSession session, JudgmentFilter filter, Viewer viewer)
    {
        var where = new Where(session)
            .Integer("f.visibility <= @clearance", "clearance", (int)viewer.Clearance)
            .Integer("f.outcome = @outcome", "outcome", (int?)filter.Outcome)
            .Integer("f.standing = @standing", "standing", (int?)filter.Standing)
            .Integer("f.regime = @regime", "regime", (int?)filter.Regime)
            .Text("f.court = @court", "court", filter.Court?.Value)
            .Text("f.court IN (SELECT k.court FROM docket_courts k WHERE k.region = @region)", "region", filter.Region?.Value)
            .Uuid("f.case_id = @case", "case", filter.Case?.Value)
            .Integer("f.month >= @from", "from", MonthNumber.Of(filter.From))
            .Integer("f.month <= @to", "to", MonthNumber.Of(filter.To));
        _ = filter.Counts is { } counts ? where.Add(counts ? Counts : $"NOT ({Counts})") : where;
        if (filter.Article is { } article)
        {
            where.Integer("f.decisive_number = @article", "article", article.Number)
                .Text("f.decisive_code = @code", "code", article.Code)
                .Integer("f.decisive_superscript = @superscript", "superscript", article.Superscript ?? 0)
                .Text("f.decisive_part = @part", "part", article.Part)
                .Text("f.decisive_point = @point", "point", article.Point);
        }

        return where;
    }
}
