using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.Benchmarks.Record;

/// <summary>Invented courts in invented regions, with their judges.</summary>
internal static class SampleCatalogue
{
    public const int Courts = 40;
    public const int JudgesPerCourt = 3;

    private const int Regions = 5;

    public static CourtCode Court(int number) => new($"court-{number}");

    public static RegionCode Region(int number) => new($"region-{number}");

    public static OfficialCode Judge(int court, int number) => new($"judge-{court}-{number}");

    public static IEnumerable<Step> Steps(LocalDate day) => Enumerable.Range(0, Courts).Select(number => new Step(
        StreamName.OfCatalogue(CourtCode.Kind),
        MatterId.Common,
        day.AtMidnight(),
        new CatalogueEvent.EntryPut(
            Court(number).Value, new($"Court {number}", null, null), [new("region", Region(number % Regions).Value)], null, null, "Invented", Verified: true)));
}
