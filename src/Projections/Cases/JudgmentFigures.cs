using Mediator;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;
using Trials.Projections.People;

namespace Trials.Projections.Cases;

/// <summary>What the judgments that match say, by article. Only what counts: neither quashed nor replaced by a later judgment on the same accused.</summary>
public sealed record JudgmentFigures(JudgmentFilter Filter) : Query<JudgmentFigures, IReadOnlyList<ArticleFigures>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>What judgments say under one article. An accused counts once in each column, however many counts there are.</summary>
/// <param name="Article">The article of the conviction, or of the charge where there was none; without part and point.</param>
/// <param name="Convicted">How many accused were convicted.</param>
/// <param name="Acquitted">How many were acquitted.</param>
/// <param name="Terminated">Against how many it ended without a finding.</param>
/// <param name="Months">The terms of those convicted, in months: each sentence once, for it is one over all counts. Those without a term are not among them.</param>
/// <param name="Suspended">How many of those convicted had the sentence suspended.</param>
/// <param name="Amnestied">To how many of those convicted an amnesty was applied.</param>
public sealed record ArticleFigures(Article Article, int Convicted, int Acquitted, int Terminated, Distribution Months, int Suspended, int Amnestied);

/// <summary>Answers <see cref="JudgmentFigures"/>.</summary>
public sealed class JudgmentFiguresHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<JudgmentFigures, IReadOnlyList<ArticleFigures>>
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ArticleFigures>> Handle(JudgmentFigures query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = JudgmentListHandler.Matching(session, query.Filter, viewers.Viewer).Add(JudgmentListHandler.Counts);
        var meant = await MergedPerson.Meant(session, "docket_merges", cancellationToken).ConfigureAwait(false);
        var judged = await session.Query(
            "SELECT f.decisive_code, f.decisive_number, f.decisive_superscript, f.outcome, f.person_id, f.entry, f.term_months, f.suspended, f.amnesty "
            + $"FROM docket_judgments f WHERE {where.Sql}",
            where.Arguments,
            row => new Judged(
                new(row.Text(), row.Int(), row.Int() is > 0 and var superscript ? superscript : null),
                (CountOutcome)row.Int(),
                meant(new(row.Uuid())),
                row.Uuid(),
                row.IntOrNull(),
                row.Int() == 1,
                row.Int() == 1),
            cancellationToken).ConfigureAwait(false);
        return
        [
            .. judged.GroupBy(count => count.Article).Select(of => Of(of.Key, [.. of]))
                .OrderBy(figures => figures.Article.Code, StringComparer.Ordinal).ThenBy(figures => figures.Article.Number).ThenBy(figures => figures.Article.Superscript),
        ];
    }

    private static ArticleFigures Of(Article article, List<Judged> counts)
    {
        var convicted = counts.Where(count => count.Outcome == CountOutcome.Convicted).ToList();
        return new(
            article,
            Accused(convicted),
            Accused(counts.Where(count => count.Outcome == CountOutcome.Acquitted)),
            Accused(counts.Where(count => count.Outcome == CountOutcome.Terminated)),
            new([.. convicted.DistinctBy(count => count.Sentence).Select(count => count.Months).OfType<int>().Select(months => new ValueCount(months, 1))]),
            Accused(convicted.Where(count => count.Suspended)),
            Accused(convicted.Where(count => count.Amnesty)));
    }

    private static int Accused(IEnumerable<Judged> counts) => counts.Select(count => count.Person).Distinct().Count();

    private sealed record Judged(Article Article, CountOutcome Outcome, PersonId Person, Guid Sentence, int? Months, bool Suspended, bool Amnesty);
}
