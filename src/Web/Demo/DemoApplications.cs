using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Catalogues;
using Trials.Domain.People;

namespace Trials.Web.Demo;

/// <summary>
/// Invented applications that add up to the region table of the report for 2023, in one possible reading of it: 16 documented in the year, three documented
/// in Khatlon the year before and still worked on, 17 victims. Which application has which trait is made up.
/// </summary>
public sealed class DemoApplications(DemoWriter writer)
{
    /// <summary>The year whose report they add up to.</summary>
    public const int ReportYear = 2023;

    private const string Confession = "confession";
    private const string Moi = "moi";
    private const string Scns = "scns";

    private static readonly DemoApplication[] Documented =
    [
        new(1, "dushanbe", 2, 6, Sex.Male, Sex.Male, [41], Moi, ["unlawful-detention", "5-0301"], [Confession]) { Lawyer = true },
        new(2, "dushanbe", 4, 11, Sex.Female, Sex.Male, [52], Moi, ["5-0301", "custody-threat"], ["humiliation"]) { Supported = "general-prosecutor", Monitored = true },
        new(3, "khatlon", 1, 17, Sex.Male, Sex.Male, [36, 38], Moi, ["5-0301", "5-0308"], [Confession]) { Lawyer = true },
        new(4, "khatlon", 2, 20, Sex.Male, Sex.Male, [29], Moi, ["5-0301"], ["38-03"]) { Lawyer = true },
        new(5, "khatlon", 3, 28, Sex.Female, Sex.Male, [17], Moi, ["5-0301", "custody-threat"], [Confession]) { Lawyer = true },
        new(6, "khatlon", 5, 15, Sex.Male, Sex.Male, [47], Moi, ["unlawful-detention", "5-0301"], ["repression"]) { Supported = "president-office", Monitored = true },
        new(7, "khatlon", 6, 8, Sex.Male, Sex.Male, [44], Moi, ["5-0301"], ["38-03"]) { Refused = true },
        new(8, "gbao", 8, 22, Sex.Male, Sex.Male, [35], Scns, ["unlawful-detention"], ["repression"]) { Refused = true },
        new(9, "khatlon", 10, 3, Sex.Female, Sex.Female, [58], Moi, ["4-0201030102", "custody-threat"], ["humiliation"]) { Refused = true },
        new(10, "soghd", 1, 30, Sex.Male, Sex.Male, [39], Moi, ["5-0301", "5-0308"], [Confession]) { Lawyer = true },
        new(11, "soghd", 3, 6, Sex.Male, Sex.Male, [18], Moi, ["5-0301"], [Confession]) { Supported = "ombudsman", Monitored = true },
        new(12, "soghd", 4, 25, Sex.Female, Sex.Female, [45], Moi, ["5-030602", "4-0201030101"], ["humiliation"]) { Supported = "moi-internal-affairs", Monitored = true },
        new(13, "soghd", 6, 19, Sex.Male, Sex.Male, [49], Moi, ["custody-threat"], ["38-03"]) { Refused = true },
        new(14, "soghd", 7, 24, Sex.Male, Sex.Male, [33], Moi, ["5-0301"], ["repression"]),
        new(15, "soghd", 9, 14, Sex.Female, Sex.Male, [16], Moi, ["unlawful-detention", "5-0301", "release-promised"], [Confession]),
        new(16, "soghd", 11, 21, Sex.Male, Sex.Male, [60], Moi, ["unlawful-detention"], ["humiliation"]),
    ];

    private static readonly DemoApplication[] CarriedOver =
    [
        new(17, "khatlon", 5, 12, Sex.Male, Sex.Male, [40], Moi, ["5-0301"], [Confession]) { Lawyer = true, Year = 2022 },
        new(18, "khatlon", 8, 3, Sex.Female, Sex.Male, [31], Moi, ["5-0301"], ["38-03"]) { Lawyer = true, Year = 2022 },
        new(19, "khatlon", 11, 9, Sex.Male, Sex.Male, [27], Moi, ["5-0308"], [Confession]) { Lawyer = true, Year = 2022 },
    ];

    private static readonly string[] GivenNames = ["Бодом", "Зардолу", "Олуча", "Ангур", "Шафтолу", "Нок", "Себ", "Тут", "Чормағз", "Писта", "Унноб", "Сунбул", "Райҳон", "Пудина", "Заъфарон", "Наргис", "Лола", "Бунафша", "Сумбула", "Кунҷид"];

    /// <summary>The numbers of those that were documented in the year.</summary>
    public static IEnumerable<int> Numbers => Documented.Select(application => application.Number);

    /// <summary>Records them, with the zeros of the table that somebody stated.</summary>
    public async Task Record()
    {
        foreach (var application in Documented.Concat(CarriedOver))
        {
            await Record(application);
        }

        foreach (var old in CarriedOver)
        {
            await writer.Activity(
                $"application-{old.Number}/followed", $"application-{old.Number}-followed", HappenedAt.On(new LocalDate(2023, 2, old.Number)),
                new ActivityEvent.Done(ActivityKind.Other, new RegionCode(old.Region), ActivityAddressee.Lawyer, null, Id(old), null, FreeText.From("Дело ведётся дальше.")));
        }

        foreach (var figure in new[] { "documented", "lawyer-retained", "legal-support" })
        {
            await writer.Catalogue("stated-zeros", new LocalDate(2023, 12, 31), new(
                $"2023-rrs-{figure}",
                new("None in 2023", "В 2023 году не было", "Соли 2023 набуд"),
                [new("year", "2023"), new("region", "rrs"), new("figure", figure)],
                null,
                null,
                "One possible reading of the coalition's annual report for 2023",
                Verified: false));
        }
    }

    private static ApplicationId Id(DemoApplication application) => DemoIds.Application($"{application.Number}");

    private async Task Record(DemoApplication one)
    {
        var (id, name) = (Id(one), $"application-{one.Number}");
        var documented = new LocalDate(one.Year, one.Month, one.Day);
        var at = HappenedAt.On(documented);
        var told = new Source.ToldBy(DemoIds.Person($"{name}-applicant"));
        await writer.Application($"{name}/told", id, at, told,
            new ApplicationEvent.Received($"Demo {one.Number}/{one.Year}", one.Number % 3 == 0 ? ApplicationChannel.Visit : ApplicationChannel.Hotline, new RegionCode(one.Region), null),
            new ApplicationEvent.ApplicantNamed(DemoIds.Person($"{name}-applicant"), one.ApplicantSex, one.ApplicantSex == Sex.Female ? VictimRelation.Parent : VictimRelation.Sibling));
        await writer.Person($"{name}-applicant", id.Matter, at, new(PersonalText.From($"{GivenNames[one.Number % GivenNames.Length]} Вымышленный"), one.ApplicantSex, null));
        foreach (var (i, age) in one.Ages.Index())
        {
            await writer.Application($"{name}/victim-{i}", id, at, told, new ApplicationEvent.VictimNamed(DemoIds.Person($"{name}-victim-{i}"), one.VictimSex, age, null));
            await writer.Person($"{name}-victim-{i}", id.Matter, at, new(PersonalText.From($"{GivenNames[(one.Number + i + 7) % GivenNames.Length]} Сохтаев"), one.VictimSex, null));
        }

        await writer.Application($"{name}/incident", id, HappenedAt.On(documented.PlusDays(-9)), told, new ApplicationEvent.IncidentTold(
            new RegionCode(one.Region), new PlaceKindCode("17-0305"), null, [.. one.Acts.Select(act => new ActCode(act))],
            [.. one.Purposes.Select(purpose => new PurposeCode(purpose))], [new AuthorityCode(one.Against)], null, FreeText.From("Вымышленный рассказ.")));
        await writer.Application($"{name}/consent", id, at, told,
            new ApplicationEvent.ConsentGiven([ConsentScope.Record, ConsentScope.Statistics], ConsentGiver.Applicant, null, null));
        await Help(one, id, name, documented);
    }

    private async Task Help(DemoApplication one, ApplicationId id, string name, LocalDate documented)
    {
        ApplicationEvent[] steps =
        [
            new ApplicationEvent.AssistanceOffered((FreeText?)null),
            .. one.Lawyer ? [new ApplicationEvent.LawyerRetained(null, null)] : Array.Empty<ApplicationEvent>(),
            .. one.Refused ? [new ApplicationEvent.AssistanceRefused(FreeText.From("Боится давления."))] : Array.Empty<ApplicationEvent>(),
            .. one.Monitored ? [new ApplicationEvent.LawyerMonitored((FreeText?)null)] : Array.Empty<ApplicationEvent>(),
        ];
        await writer.Application($"{name}/help", id, HappenedAt.On(documented.PlusDays(1)), new Source.SeenMyself(), steps);
        if (one.Supported is { } body)
        {
            await writer.Activity($"{name}/supported", $"{name}-supported", HappenedAt.On(documented.PlusDays(20)), new ActivityEvent.Done(
                ActivityKind.LegalSupport, new RegionCode(one.Region), ActivityAddressee.Authority, new AuthorityCode(body), id, null, FreeText.From("Обращение в орган власти.")));
        }
    }

    /// <summary>One invented application, in what the figures count.</summary>
    private sealed record DemoApplication(
        int Number, string Region, int Month, int Day, Sex ApplicantSex, Sex VictimSex, int[] Ages, string Against, string[] Acts, string[] Purposes)
    {
        public int Year { get; init; } = ReportYear;

        public bool Lawyer { get; init; }

        public bool Refused { get; init; }

        public bool Monitored { get; init; }

        public string? Supported { get; init; }
    }
}
