using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Projections.Cases;
using Trials.Projections.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.People;

namespace Trials.Projections.Hearings;

/// <summary>Answers <see cref="AnnualCourtFigures"/>.</summary>
public sealed class AnnualCourtFiguresHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<AnnualCourtFigures, AnnualCourts>
{
    /// <inheritdoc/>
    public async ValueTask<AnnualCourts> Handle(AnnualCourtFigures query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var bands = await Bands.OfDelays(session, query.Today, cancellationToken).ConfigureAwait(false);
        var watched = await Watched(session, query.Year, cancellationToken).ConfigureAwait(false);
        var delays = watched.Select(hearing => hearing.Delay).OfType<int>().CountBy(bands.IndexOf).ToDictionary();
        return new(
            watched.Count,
            watched.Select(hearing => hearing.Case).Distinct().Count(),
            bands,
            [.. Enumerable.Range(0, bands.Count).Select(band => delays.GetValueOrDefault(band))],
            watched.Count(hearing => hearing.Delay is null),
            await Convictions(session, query.Year, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<List<(CaseId Case, int? Delay)>> Watched(ReadSession session, int year, CancellationToken cancellation)
    {
        var where = new Where(session)
            .Integer("h.visibility <= @clearance", "clearance", (int)viewers.Viewer.Clearance)
            .Date("h.date >= @from", "from", new LocalDate(year, 1, 1))
            .Date("h.date <= @to", "to", new LocalDate(year, 12, 31))
            .Add("EXISTS (SELECT 1 FROM hearing_reports r WHERE r.hearing_id = h.hearing_id AND r.submitted = 1)");
        return await session.Query(
            $"SELECT h.case_id, h.delay FROM hearings h WHERE {where.Sql}", where.Arguments, row => (new CaseId(row.Uuid()), row.IntOrNull()), cancellation)
            .ConfigureAwait(false);
    }

    private async ValueTask<List<ConvictionCount>> Convictions(ReadSession session, int year, CancellationToken cancellation)
    {
        var where = new Where(session)
            .Integer("f.visibility <= @clearance", "clearance", (int)viewers.Viewer.Clearance)
            .Integer("f.outcome = @outcome", "outcome", (int)CountOutcome.Convicted)
            .Add(JudgmentListHandler.Counts)
            .Integer("f.month >= @from", "from", MonthNumber.Of(new LocalDate(year, 1, 1)))
            .Integer("f.month <= @to", "to", MonthNumber.Of(new LocalDate(year, 12, 31)));
        var meant = await MergedPerson.Meant(session, "docket_merges", cancellation).ConfigureAwait(false);
        var convicted = await session.Query(
            "SELECT DISTINCT f.decisive_code, f.decisive_number, f.decisive_superscript, f.regime, f.person_id FROM docket_judgments f "
            + $"WHERE {where.Sql} ORDER BY f.decisive_code, f.decisive_number, f.decisive_superscript, f.regime, f.person_id",
            where.Arguments,
            row => (
                Article: new Article(row.Text(), row.Int(), row.Int() is > 0 and var superscript ? superscript : null),
                Regime: (Regime)row.Int(),
                Accused: meant(new(row.Uuid()))),
            cancellation).ConfigureAwait(false);
        return [.. convicted.Distinct().CountBy(one => (one.Article, one.Regime)).Select(of => new ConvictionCount(of.Key.Article, of.Key.Regime, of.Value))];
    }
}
