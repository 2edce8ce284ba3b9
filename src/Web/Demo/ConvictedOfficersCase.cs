using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.People;
using static Trials.Web.Demo.DemoCatalogues;

namespace Trials.Web.Demo;

/// <summary>A case of 2023 that nobody watched in court and whose judgment is known from a copy: three officers convicted under Article 143¹.</summary>
public sealed class ConvictedOfficersCase(DemoWriter writer)
{
    private static readonly CaseId Id = DemoIds.Case("convicted");
    private static readonly Article Torture = new("CC", 143, 1, "2");

    private static readonly (string Name, string Invented, int Born, int Months)[] Officers =
    [
        ("convicted-1", "Кӯҳзод Оҳангаров", 1984, 108), ("convicted-2", "Шабдар Борониён", 1991, 72), ("convicted-3", "Тирамоҳ Хазонов", 1988, 84),
    ];

    /// <summary>What a judgment of the first round says of one officer: guilty as charged, maximum security, no office for five years.</summary>
    /// <param name="officer">Who.</param>
    /// <param name="article">Under which article.</param>
    /// <param name="months">The term in months.</param>
    public static CaseEvent.AccusedJudged Convicted(PersonId officer, Article article, int months) => new(
        1, officer, [new(article, null, CountOutcome.Convicted)], months, Regime.MaximumSecurity, 60, null, Suspended: false, Amnesty: false, null);

    /// <summary>Records it.</summary>
    public async Task Record()
    {
        var (opened, judged) = (HappenedAt.On(new LocalDate(2023, 2, 20)), HappenedAt.On(new LocalDate(2023, 10, 12)));
        var copy = new Source.Document("demo 88", new LocalDate(2023, 10, 12), "Sadbarg District Court (invented)", null);
        await writer.Case("convicted/opened", Id, opened, copy,
            new CaseEvent.Opened(CaseKind.Criminal, "Demo 9/2023", [Torture], FreeText.From(
                "Вымышленное дело. Известно из копии приговора: трое сотрудников признаны виновными в пытках.")));
        foreach (var (name, invented, born, _) in Officers)
        {
            await writer.Person(name, Id, opened, new(PersonalText.From(invented), Sex.Male, born));
        }

        await writer.Case("convicted/to-court", Id, HappenedAt.On(new LocalDate(2023, 6, 5)), copy,
            [new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Sadbarg, "1-64/2023"), .. Officers.Select(officer => new CaseEvent.AccusedJoined(DemoIds.Person(officer.Name), [Torture]))]);
        await writer.Case("convicted/judged", Id, judged, copy,
            [.. Officers.Select(officer => Convicted(DemoIds.Person(officer.Name), Torture, officer.Months))]);
        await writer.Case("convicted/in-force", Id, HappenedAt.On(new LocalDate(2023, 10, 23)), copy, new CaseEvent.JudgmentInForce(1, null, null));
    }
}
