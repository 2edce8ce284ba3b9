using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using static Trials.Web.Demo.DemoCatalogues;

namespace Trials.Web.Demo;

/// <summary>The rounds before courts.</summary>
public sealed partial class RetriedCase
{
    private const int FiveYears = 60;

    private async Task Court()
    {
        await Case("court-1", On(8, 1), new CaseEvent.RoundBegan(2, RoundKind.FirstInstance, Lojvard, "1-88/2023"), new CaseEvent.PanelAssigned(2, [Chinor]));
        await Sitting("retried-1", 2, HearingKind.Preparatory, Chinor, new(2023, 8, 15), new HearingEvent.Ended(Text("Пурсишҳо дар бораи айбнома.")));
        await Sitting("retried-2", 2, HearingKind.Trial, Chinor, new(2023, 8, 29), new HearingEvent.NotHeld(HearingCause.AccusedAbsent, CausedBy.Defence, null, null));
        await Case("returned", On(9, 14), new CaseEvent.Returned(2, ReturnedTo.Prosecutor, Text("Обвинение не указывает, кто из двоих что делал.")));
        await Case("investigated-again", On(9, 15), new CaseEvent.RoundBegan(3, RoundKind.Investigation, null, null));
        await Case("requalified", On(10, 2), new CaseEvent.ChargeRequalified(First, Powers, Torture, RequalifiedBy.Prosecutor, Act, AsStated: false, null));
        await Case("indicted-again", On(10, 20), new CaseEvent.Indicted([Torture, Powers], Lojvard, null));
        await Case("court-2", On(10, 30), new CaseEvent.RoundBegan(4, RoundKind.FirstInstance, Lojvard, "1-131/2023"), new CaseEvent.PanelAssigned(4, [Chinor]));
        await Sever();
        await WitnessTwice();
        await Sitting("retried-3", 4, HearingKind.Trial, Chinor, new(2023, 11, 16), new HearingEvent.Adjourned(HearingCause.PetitionOrEvidence, CausedBy.Court, null, null));
        await Case("judged", On(12, 21),
            Judged(4, First, new(Torture, Powers, CountOutcome.Convicted), 60, Regime.General),
            Judged(4, Second, new(Powers, null, CountOutcome.Acquitted), null, Regime.NotRecorded));
        await Case("appealed", On(12, 29), new CaseEvent.AppealLodged(4, Party.VictimSide, Second, AppealAgainst.Acquittal, null),
            new CaseEvent.AppealLodged(4, Party.Defence, First, AppealAgainst.Conviction, null));
    }

    private async Task Retrial()
    {
        await Case("appeal", In2024(1, 25), new CaseEvent.RoundBegan(5, RoundKind.Appeal, KhatlonSecond, "22-3/2024"), new CaseEvent.PanelAssigned(5, [Marmar]));
        await Case("quashed", In2024(2, 22), new CaseEvent.AppealDecided(5, 4, null, AppealOutcome.Quashed, Text("The court below had not heard the only witness.")),
            new CaseEvent.Remitted(5, RemittedFor.NewTrial, Lojvard, null));
        await Case("retrial", In2024(3, 5), new CaseEvent.RoundBegan(6, RoundKind.Retrial, Lojvard, "1-29/2024"), new CaseEvent.PanelAssigned(6, [Anor]));
        await Sitting("retried-4", 6, HearingKind.Pronouncement, Anor, new(2024, 6, 18), new HearingEvent.Ended(Text("Приговор оглашён.")));
        await Case("judged-again", In2024(6, 18),
            Judged(6, First, new(Torture, null, CountOutcome.Convicted), 102, Regime.MaximumSecurity),
            Judged(6, Second, new(Powers, null, CountOutcome.Convicted), 36, Regime.General));
        await Case("in-force", In2024(7, 2), new CaseEvent.JudgmentInForce(6, null, null));
    }

    /// <summary>The third officer hides; his case goes on apart, and stands still.</summary>
    private async Task Sever()
    {
        var officer = DemoIds.Person("officer-7");
        await writer.Case("severed/opened", Severed, On(11, 6), Told,
            new CaseEvent.Opened(CaseKind.Criminal, "Demo 11/2023", [Powers], Text("Выделено: третий сотрудник скрылся.")),
            new CaseEvent.SeveredFrom(Id, null),
            new CaseEvent.RoundBegan(1, RoundKind.Investigation, null, null),
            new CaseEvent.ChargeBrought(officer, Powers, Act, AsStated: false, null));
        await writer.Case("severed/suspended", Severed, On(11, 20), Told, new CaseEvent.InvestigationSuspended(SuspensionGround.SuspectHiding, Prosecutor, null));
    }

    /// <summary>A witness was written down a second time, under a misheard name, and found to be the first.</summary>
    private async Task WitnessTwice()
    {
        await writer.Person("retried-witness-again", Id, On(11, 16), new(PersonalText.From("Собарга Чашмова"), Sex.Female, null));
        await Case("witness", On(5, 3), new CaseEvent.StatusGiven(Witness, ProceduralStatus.Witness, Prosecutor, null, null));
        await Case("witness-again", On(11, 16), new CaseEvent.StatusGiven(WitnessAgain, ProceduralStatus.Witness, null, null, null));
        await writer.Person("retried-witness-again/merged", "retried-witness-again", Id.Matter, On(11, 20), new PersonEvent.Merged(
            Witness, Text("Та же свидетельница: имя записали на слух.")));
    }

    private async Task Sitting(string name, int round, HearingKind kind, OfficialCode judge, LocalDate day, HearingEvent result)
    {
        await writer.Hearing($"{name}/scheduled", name, Id, HappenedAt.On(day.PlusDays(-8)), Told,
            new HearingEvent.Scheduled(Id, round, kind, Lojvard, [judge], null, day, new(10, 0)));
        await writer.Hearing($"{name}/result", name, Id, HappenedAt.On(day), Told, result);
    }

    private static CaseEvent.AccusedJudged Judged(int round, PersonId of, JudgedCount count, int? months, Regime regime) =>
        new(round, of, [count], months, regime, months is null ? null : FiveYears, null, Suspended: false, Amnesty: false, null);
}
