using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.Web.Demo;

/// <summary>Invented courts of invented places in the real regions, and invented judges named after plants and stones.</summary>
public static class DemoCatalogues
{
    private const string Origin = "Invented for the demonstration";

    /// <summary>A district court in Dushanbe.</summary>
    public static readonly CourtCode Simurgh = new("demo-simurgh");

    /// <summary>A city court in Khatlon.</summary>
    public static readonly CourtCode Lojvard = new("demo-lojvard");

    /// <summary>A court of second instance in Khatlon.</summary>
    public static readonly CourtCode KhatlonSecond = new("demo-khatlon-second");

    /// <summary>A district court in Soghd.</summary>
    public static readonly CourtCode Sadbarg = new("demo-sadbarg");

    /// <summary>A district court among the Districts of Republican Subordination.</summary>
    public static readonly CourtCode Almos = new("demo-almos");

    /// <summary>A district court in GBAO.</summary>
    public static readonly CourtCode Nilufar = new("demo-nilufar");

    /// <summary>A judge at Lojvard.</summary>
    public static readonly OfficialCode Anor = new("demo-judge-anor");

    /// <summary>Another judge at Lojvard.</summary>
    public static readonly OfficialCode Chinor = new("demo-judge-chinor");

    /// <summary>A judge at Simurgh.</summary>
    public static readonly OfficialCode Firuza = new("demo-judge-firuza");

    /// <summary>A judge of second instance.</summary>
    public static readonly OfficialCode Marmar = new("demo-judge-marmar");

    /// <summary>A judge at Sadbarg.</summary>
    public static readonly OfficialCode Savsan = new("demo-judge-savsan");

    /// <summary>A judge at Almos.</summary>
    public static readonly OfficialCode Aqiq = new("demo-judge-aqiq");

    /// <summary>A judge at Nilufar.</summary>
    public static readonly OfficialCode Binafsha = new("demo-judge-binafsha");

    /// <summary>Marks the record as invented. Must be the record's first entry.</summary>
    public static Task Mark(DemoWriter writer, LocalDate today) => writer.Catalogue(DemoIds.Mark.Id, today, new(
        "invented",
        new("Everything in this record is invented", "Всё в этой записи вымышлено", "Ҳама чиз дар ин сабт сохта аст"),
        [],
        null,
        null,
        Origin,
        Verified: true));

    /// <summary>Puts the courts and judges.</summary>
    public static async Task Record(DemoWriter writer, LocalDate today)
    {
        await Court(Simurgh, "dushanbe", "district", "Court of Simurgh District, Dushanbe", "Суд района Симург города Душанбе", "Суди ноҳияи Симурғи шаҳри Душанбе");
        await Court(Lojvard, "khatlon", "city", "Lojvard City Court", "Суд города Лоджвард", "Суди шаҳри Лоҷвард");
        await Court(KhatlonSecond, "khatlon", "regional", "Second-Instance Court at Lojvard", "Суд второй инстанции в Лоджварде", "Суди зинаи дуюм дар Лоҷвард");
        await Court(Sadbarg, "soghd", "district", "Sadbarg District Court", "Суд Садбаргского района", "Суди ноҳияи Садбарг");
        await Court(Almos, "rrs", "district", "Almos District Court", "Суд Алмосского района", "Суди ноҳияи Алмос");
        await Court(Nilufar, "gbao", "district", "Nilufar District Court", "Суд Нилуфарского района", "Суди ноҳияи Нилуфар");
        await Judge(Anor, Lojvard, "Anor Bogoyeva", "Анор Богоева", "Анор Боғоева");
        await Judge(Chinor, Lojvard, "Chinor Darakhtov", "Чинор Дарахтов", "Чинор Дарахтов");
        await Judge(Firuza, Simurgh, "Firuza Lalova", "Фируза Лалова", "Фирӯза Лаълова");
        await Judge(Marmar, KhatlonSecond, "Marmar Sangov", "Мармар Сангов", "Мармар Сангов");
        await Judge(Savsan, Sadbarg, "Savsan Guliston", "Савсан Гулистон", "Савсан Гулистон");
        await Judge(Aqiq, Almos, "Aqiq Gavharov", "Акик Гавхаров", "Ақиқ Гавҳаров");
        await Judge(Binafsha, Nilufar, "Binafsha Bahorova", "Бинафша Бахорова", "Бунафша Баҳорова");

        Task Court(CourtCode code, string region, string level, string en, string ru, string tg) => writer.Catalogue(CourtCode.Kind, today, new(
            code.Value,
            new(en, ru, tg),
            [new("region", region), new("level", level), new("zone", HappenedAt.DefaultZone), new("demonstration", "true")],
            null,
            null,
            Origin,
            Verified: false));

        Task Judge(OfficialCode code, CourtCode court, string en, string ru, string tg) => writer.Catalogue(OfficialCode.Kind, today, new(
            code.Value, new(en, ru, tg), [new("role", "judge"), new("court", court.Value), new("demonstration", "true")], null, null, Origin, Verified: false));
    }
}
