using Mediator;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using Trials.Projections.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.People;

namespace Trials.Projections.Applications;

/// <summary>Answers <see cref="AnnualFigures"/>.</summary>
public sealed class AnnualFiguresHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<AnnualFigures, AnnualReport>
{
    private const string NoArea = "";

    /// <summary>The applications of the year that figures may count.</summary>
    private static readonly string DocumentedAndCounted = $"{ApplicationWhere.Documented} AND {ApplicationWhere.Of(StatisticsUse.Counted)}";

    /// <inheritdoc/>
    public async ValueTask<AnnualReport> Handle(AnnualFigures query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var of = session.NewArguments().Integer("year", query.Year).Integer("clearance", (int)viewers.Viewer.Clearance);
        var counted = await Counted(session, of, cancellationToken).ConfigureAwait(false);
        var areas = await Areas(session, counted, cancellationToken).ConfigureAwait(false);
        var zeros = await Zeros(session, of, cancellationToken).ConfigureAwait(false);
        var victims = await Victims(session, of, cancellationToken).ConfigureAwait(false);
        var bounds = Bands.In(
            await CatalogueEntriesHandler.Read(session, Bands.Ages, cancellationToken).ConfigureAwait(false), new(query.Year, 12, 31));
        var ages = AgeBand.Between(bounds).Select(band => new AgeBandCount(band, victims.Count(age => age is { } known && band.Holds(known)))).ToList();
        var minors = await session.Number(
            $"SELECT COUNT(*) FROM applications a WHERE a.visibility <= @clearance AND {DocumentedAndCounted} AND EXISTS "
            + $"(SELECT 1 FROM application_victims v WHERE v.application_id = a.application_id AND v.age_to < {VictimAge.FullAge})",
            of,
            cancellationToken).ConfigureAwait(false);
        var codes = await Codes(session, of, cancellationToken).ConfigureAwait(false);
        var activities = await session.Query(
            "SELECT t.kind, t.authority, t.outcome, COUNT(*) FROM activities t WHERE t.visibility <= @clearance AND t.year = @year "
            + "GROUP BY t.kind, t.authority, t.outcome",
            of,
            row => (Kind: (ActivityKind)row.Int(), Authority: row.TextOrNull(), Outcome: (LeadOutcome?)row.IntOrNull(), Count: row.Int()),
            cancellationToken).ConfigureAwait(false);
        var documented = counted.Where(a => a.Figures.Contains(AnnualFigure.Documented)).ToList();
        var carriedOver = counted.Except(documented).ToList();
        var byUse = await Uses(session, of, cancellationToken).ConfigureAwait(false);
        return new(
            query.Year,
            areas,
            Enum.GetValues<AnnualFigure>().ToDictionary(figure => figure, figure => Row(figure, counted, areas, zeros)),
            carriedOver.Count,
            carriedOver.Count(a => a.Figures.Contains(AnnualFigure.LawyerRetained)),
            documented.Count(a => a.ApplicantSex == Sex.Female),
            (int)minors,
            victims.Count,
            ages,
            victims.Count - ages.Sum(band => band.Count),
            Of(codes, ApplicationCodeKind.Against),
            Of(codes, ApplicationCodeKind.Act),
            Of(codes, ApplicationCodeKind.Purpose),
            activities.GroupBy(a => a.Kind).ToDictionary(g => g.Key, g => g.Sum(a => a.Count)),
            [
                .. activities.Where(a => a is { Kind: ActivityKind.LegalSupport, Authority: not null })
                    .GroupBy(a => a.Authority!).Select(g => new CodeCount(g.Key, g.Sum(a => a.Count))).OrderByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal),
            ],
            [
                .. activities.Where(a => a.Kind == ActivityKind.MediaLead)
                    .GroupBy(a => a.Outcome).Select(g => new LeadCount(g.Key, g.Sum(a => a.Count))).OrderBy(l => l.Outcome ?? (LeadOutcome)int.MaxValue),
            ],
            byUse[StatisticsUse.LeftOut],
            byUse[StatisticsUse.NotAsked],
            (int)await session.Number(
                $"SELECT COUNT(*) FROM applications a WHERE a.visibility <= @clearance AND {ApplicationWhere.Undated} AND {ApplicationWhere.Of(StatisticsUse.Counted)}",
                of,
                cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The victims in the applications of the year; of one who is named twice in an application, under two names that turned out to be the same, one.</summary>
    private static async ValueTask<List<VictimAge?>> Victims(ReadSession session, Arguments of, CancellationToken cancellation)
    {
        var meant = await MergedPerson.Meant(session, "application_merges", cancellation).ConfigureAwait(false);
        var named = await session.Query(
            "SELECT v.application_id, v.place, v.person, v.age_from, v.age_to FROM application_victims v "
            + $"JOIN applications a ON a.application_id = v.application_id WHERE a.visibility <= @clearance AND {DocumentedAndCounted} ORDER BY v.application_id, v.place",
            of,
            row => (
                Application: row.Uuid(),
                Place: row.Int(),
                Person: row.UuidOrNull() is { } person ? meant(new(person)) : (PersonId?)null,
                Age: (row.IntOrNull(), row.IntOrNull()) is ({ } from, { } to) ? new VictimAge(from, to) : (VictimAge?)null),
            cancellation).ConfigureAwait(false);
        return
        [
            .. named.GroupBy(victim => (victim.Application, victim.Person, Place: victim.Person is null ? victim.Place : 0))
                .Select(same => same.Select(victim => victim.Age).FirstOrDefault(age => age is not null)),
        ];
    }

    /// <summary>How many applications of the year, or carried over into it, consent lets statistics use in which way.</summary>
    private static async ValueTask<Dictionary<StatisticsUse, int>> Uses(ReadSession session, Arguments of, CancellationToken cancellation)
    {
        var uses = Enum.GetValues<StatisticsUse>();
        var sums = string.Join(", ", uses.Select(use => $"COALESCE(SUM(CASE WHEN {ApplicationWhere.Of(use)} THEN 1 ELSE 0 END), 0)"));
        var counted = await session.Query(
            $"SELECT {sums} FROM applications a WHERE a.visibility <= @clearance AND ({ApplicationWhere.Documented} OR {ApplicationWhere.CarriedOver})",
            of,
            row => uses.ToDictionary(use => use, _ => row.Int()),
            cancellation).ConfigureAwait(false);
        return counted.Single();
    }

    /// <summary>The applications that the year counts, each with the rows that it counts in.</summary>
    private static ValueTask<List<CountedApplication>> Counted(ReadSession session, Arguments of, CancellationToken cancellation)
    {
        var figures = Enum.GetValues<AnnualFigure>();
        var flags = string.Join(", ", figures.Select(figure => $"CASE WHEN {ApplicationWhere.Of(figure)} THEN 1 ELSE 0 END"));
        return session.Query(
            "SELECT COALESCE((SELECT r.area FROM application_areas r WHERE r.region = a.region), a.region, ''), "
            + $"CASE WHEN a.has_applicant = 1 THEN a.applicant_sex ELSE {(int)Sex.NotRecorded} END, {flags} FROM applications a "
            + $"WHERE a.visibility <= @clearance AND ({ApplicationWhere.Documented} OR {ApplicationWhere.CarriedOver}) AND {ApplicationWhere.Of(StatisticsUse.Counted)}",
            of,
            row => new CountedApplication(row.Text(), (Sex)row.Int(), [.. figures.Where(_ => row.Int() == 1)]),
            cancellation);
    }

    private static async ValueTask<IReadOnlyList<AreaHeading>> Areas(
        ReadSession session, IEnumerable<CountedApplication> counted, CancellationToken cancellation)
    {
        var known = await session.Query(
            "SELECT area, region FROM application_areas ORDER BY area, region", null, row => (Area: row.Text(), Region: new RegionCode(row.Text())), cancellation)
            .ConfigureAwait(false);
        var areas = known.GroupBy(k => k.Area).Select(g => new AreaHeading(g.Key, [.. g.Select(k => k.Region)])).ToList();
        var others = counted.Select(a => a.Area).Distinct().Except(areas.Select(a => a.Area)).Order(StringComparer.Ordinal)
            .Select(area => new AreaHeading(area, area == NoArea ? [] : [new RegionCode(area)])).ToList();
        return [.. areas, .. others.Where(a => a.Area != NoArea), .. others.Where(a => a.Area == NoArea)];
    }

    private static async ValueTask<ILookup<string, string>> Zeros(ReadSession session, Arguments of, CancellationToken cancellation) =>
        (await session.Query(
            "SELECT figure, region FROM application_zeros WHERE year = @year", of, row => (Figure: row.Text(), Region: row.Text()), cancellation)
            .ConfigureAwait(false))
        .ToLookup(z => z.Figure, z => z.Region);

    private static async ValueTask<List<(ApplicationCodeKind Kind, CodeCount Count)>> Codes(
        ReadSession session, Arguments of, CancellationToken cancellation) =>
        await session.Query(
            "SELECT k.kind, k.code, COUNT(*) AS many FROM application_codes k JOIN applications a ON a.application_id = k.application_id "
            + $"WHERE a.visibility <= @clearance AND {DocumentedAndCounted} GROUP BY k.kind, k.code ORDER BY many DESC, k.code",
            of,
            row => ((ApplicationCodeKind)row.Int(), new CodeCount(row.Text(), row.Int())),
            cancellation).ConfigureAwait(false);

    private static IReadOnlyList<CodeCount> Of(List<(ApplicationCodeKind Kind, CodeCount Count)> codes, ApplicationCodeKind kind) =>
        [.. codes.Where(c => c.Kind == kind).Select(c => c.Count)];

    private static AnnualRow Row(
        AnnualFigure figure, List<CountedApplication> counted, IReadOnlyList<AreaHeading> areas, ILookup<string, string> zeros)
    {
        var stated = zeros[AnnualFigureNames.Of(figure)].ToHashSet(StringComparer.Ordinal);
        var cells = areas.ToDictionary(
            area => area.Area,
            area => counted.Count(a => a.Area == area.Area && a.Figures.Contains(figure)) switch
            {
                > 0 and var count => count,
                _ => stated.Contains(area.Area) || (area.Regions.Count > 0 && area.Regions.All(region => stated.Contains(region.Value))) ? 0 : (int?)null,
            });
        return new(cells, cells.Values.Any(cell => cell is not null) ? cells.Values.Sum() : null);
    }

    private sealed record CountedApplication(string Area, Sex ApplicantSex, IReadOnlyList<AnnualFigure> Figures);
}
