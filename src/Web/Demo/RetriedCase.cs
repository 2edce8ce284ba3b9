using NodaTime;
using Trials.Domain;
using Trials.Domain.Applications;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using static Trials.Web.Demo.DemoCatalogues;

namespace Trials.Web.Demo;

/// <summary>
/// A case that nobody watched in court, from the first complaint to the retrial: an opening refused twice and set aside twice, what stood in the way of the
/// defence, a return to the prosecutor, a judgment against two accused that was quashed, a new trial; and a third officer, who hides, severed from it.
/// Every underlying problem that the report for 2023 names occurs in it.
/// </summary>
public sealed partial class RetriedCase(DemoWriter writer)
{
    private static readonly CaseId Id = DemoIds.Case("retried");
    private static readonly CaseId Severed = DemoIds.Case("severed");
    private static readonly Article Torture = new("CC", 143, 1, "2");
    private static readonly Article Powers = new("CC", 316, null, "3");
    private static readonly LocalDate Act = new(2023, 1, 8);
    private static readonly Source Told = new Source.ToldBy(null);
    private static readonly AuthorityCode Moi = new("moi");
    private static readonly AuthorityCode Prosecutor = new("general-prosecutor");

    /// <summary>He told of it in an application, and is the same person here.</summary>
    private static readonly PersonId Victim = DemoIds.Person("application-3-victim-0");
    private static readonly PersonId Witness = DemoIds.Person("retried-witness");
    private static readonly PersonId WitnessAgain = DemoIds.Person("retried-witness-again");
    private static readonly PersonId Counsel = DemoIds.Person("retried-counsel");
    private static readonly PersonId First = DemoIds.Person("officer-5");
    private static readonly PersonId Second = DemoIds.Person("officer-6");
    private static readonly PersonId Hiding = DemoIds.Person("officer-7");

    /// <summary>Records it.</summary>
    public async Task Record()
    {
        await Open();
        await Detention();
        await Refusals();
        await Investigation();
        await Examinations();
        await Defence();
        await Protection();
        await Court();
        await Retrial();
    }

    private static HappenedAt On(int month, int day) => HappenedAt.On(new LocalDate(2023, month, day));

    private static HappenedAt At(int month, int day, int hour, int minute) => HappenedAt.Exactly(new LocalDate(2023, month, day).At(new(hour, minute)));

    private static HappenedAt In2024(int month, int day) => HappenedAt.On(new LocalDate(2024, month, day));

    private static FreeText Text(string text) => FreeText.From(text)!;

    private Task Case(string command, HappenedAt at, params ReadOnlySpan<CaseEvent> facts) => writer.Case($"retried/{command}", Id, at, Told, facts);

    private async Task Open()
    {
        await Case("opened", On(1, 19), new CaseEvent.Opened(CaseKind.Criminal, "Demo 10/2023", [Torture], Text(
            "Вымышленное дело. Задержанного били в отделе и обещали отпустить, если признается; в возбуждении дела отказывали дважды.")));
        await writer.Person("retried-witness", Id, On(1, 19), new(PersonalText.From("Себарга Чашмаева"), Sex.Female, 1990));
        await writer.Person("retried-counsel", Id, On(1, 19), new(PersonalText.From("Қайроқ Дашталиён"), Sex.Male, 1975));
        await writer.Person("officer-5", Id, On(4, 18), new(PersonalText.From("Санавбар Ҷангалзода"), Sex.Male, 1983));
        await writer.Person("officer-6", Id, On(4, 18), new(PersonalText.From("Арча Кӯҳсоров"), Sex.Male, 1995));
        await writer.Person("officer-7", Id, On(4, 18), new(PersonalText.From("Бед Лабиҷӯев"), Sex.Male, 1992));
        await writer.Application("application-3/linked", DemoIds.Application("3"), On(1, 20), new Source.SeenMyself(),
            new ApplicationEvent.Linked(Id, CaseOfApplication.AgainstPerpetrators));
    }

    /// <summary>Held from the evening on, written down the next morning.</summary>
    private async Task Detention()
    {
        await Case("apprehended", At(1, 8, 20, 30), new CaseEvent.Apprehended(Victim, Moi, DetentionPlace.PoliceStation, Text("Взяли у дома, не представились.")));
        await Case("registered", At(1, 9, 11, 15), new CaseEvent.DetentionRegistered(Victim, "demo 12", null));
        await Case("placed", At(1, 9, 12, 0), new CaseEvent.DetentionPlaced(Victim, DetentionPlace.TemporaryDetention, null));
        await Case("checked", At(1, 9, 13, 20), new CaseEvent.MedicalCheckDone(Victim, InjuryFinding.NotDescribed, Text("The doctor asked nothing and looked at nothing.")));
        await Case("permission", At(1, 9, 17, 0), new CaseEvent.LawyerObstructed(Victim, Obstruction.PermissionRequired, Moi, Text(
            "Дежурный потребовал письменное разрешение следователя.")));
        await Case("relatives", At(1, 10, 9, 0), new CaseEvent.RelativesTold(Victim, null));
        await Case("lawyer", At(1, 11, 15, 0), new CaseEvent.LawyerFirstSeen(Victim, null));
        await Case("released", At(1, 12, 18, 0), new CaseEvent.Released(Victim, null));
    }

    private async Task Refusals()
    {
        await Case("complaint", On(1, 19), new CaseEvent.ComplaintLodged(ComplaintSubject.Torture, Party.VictimSide, Prosecutor, Text("Жалоба адвоката на побои и ток.")));
        await Case("check", On(1, 23), new CaseEvent.CheckBegun(Prosecutor, new LocalDate(2023, 2, 2), null));
        await Case("refused-1", On(2, 2), new CaseEvent.OpeningRefused(RefusalGround.NoElements, Prosecutor, Text("Таркиби ҷиноят нест, гуфтанд.")));
        await Case("refusal-appealed-1", On(2, 10), new CaseEvent.RefusalAppealed(Party.VictimSide, Prosecutor, null, null));
        await Case("set-aside-1", On(2, 24), new CaseEvent.RefusalSetAside(Prosecutor, null, Text("The check was incomplete: nobody had been questioned.")));
        await Case("check-again", On(3, 1), new CaseEvent.CheckBegun(Prosecutor, new LocalDate(2023, 3, 11), null));
        await Case("refused-2", On(3, 15), new CaseEvent.OpeningRefused(RefusalGround.Reconciliation, Prosecutor, Text("Стороны якобы примирились.")));
        await Case("given-up", On(3, 16), new CaseEvent.AppealGivenUp(Party.VictimSide, DemoIds.Person("application-3-victim-1"), GivenUpReason.Fear, Prosecutor, null, Text(
            "The brother says that officers came to his work; he will not complain again.")));
        await Case("refusal-appealed-2", On(3, 20), new CaseEvent.RefusalAppealed(Party.VictimSide, null, Lojvard, null));
        await Case("set-aside-2", On(4, 3), new CaseEvent.RefusalSetAside(null, Lojvard, Text("Суд признал отказ необоснованным.")));
    }

    private async Task Investigation()
    {
        await Case("criminal", On(4, 10), new CaseEvent.CriminalCaseOpened([Powers], Prosecutor, "demo 33", null), new CaseEvent.RoundBegan(1, RoundKind.Investigation, null, null));
        await Case("victim-status", On(4, 12), new CaseEvent.StatusGiven(Victim, ProceduralStatus.Victim, Prosecutor, "demo 34", null),
            new CaseEvent.StatusGiven(Counsel, ProceduralStatus.Representative, Prosecutor, null, null));
        await Case("suspects", On(4, 18), new CaseEvent.StatusGiven(First, ProceduralStatus.Suspect, Prosecutor, null, null),
            new CaseEvent.StatusGiven(Second, ProceduralStatus.Suspect, Prosecutor, null, null));
        await Case("claimant-refused", On(4, 20), new CaseEvent.StatusRefused(Victim, ProceduralStatus.CivilClaimant, Prosecutor, "demo 36", Text("Рано, сказал следователь.")));
        await Case("claimant", On(5, 4), new CaseEvent.StatusGiven(Victim, ProceduralStatus.CivilClaimant, Prosecutor, "demo 38", null));
        await Petition("video", PetitionKind.Records, On(4, 28), "Истребовать записи камер отдела за 8 и 9 января и журнал задержанных.");
        await Petition("confrontation", PetitionKind.InvestigativeAction, On(5, 25), "Провести опознание и осмотр кабинета с участием потерпевшего.");
        await Case("charged", On(5, 22), new CaseEvent.StatusEnded(First, ProceduralStatus.Suspect, Prosecutor, null, null),
            new CaseEvent.StatusEnded(Second, ProceduralStatus.Suspect, Prosecutor, null, null),
            new CaseEvent.ChargeBrought(First, Powers, Act, AsStated: false, null), new CaseEvent.ChargeBrought(Second, Powers, Act, AsStated: false, null),
            new CaseEvent.ChargeBrought(Hiding, Powers, Act, AsStated: false, null));
        await Case("extended", On(6, 10), new CaseEvent.InvestigationExtended(Prosecutor, new LocalDate(2023, 7, 25), null));
        await Case("indicted", On(7, 20), new CaseEvent.Indicted([Powers], Lojvard, Text("На ходатайства никто не ответил.")));
    }

    private async Task Examinations()
    {
        await Case("independent", On(1, 25), new CaseEvent.ExaminationDone(
            null, ExaminationKind.Independent, Victim, "Independent doctors (invented)", IstanbulProtocol.Yes, Text("Marks of blows and burns, consistent with what he tells.")));
        await Case("forensic-asked", On(4, 13), new CaseEvent.ExaminationAsked(ExaminationKind.ForensicMedical, Victim, Party.VictimSide, null, Text("По Стамбульскому протоколу.")));
        var forensic = ExaminationId.Of(DemoIds.Entry(StreamName.Of(Id), "retried/forensic-asked"));
        await Case("forensic-ordered", On(4, 26), new CaseEvent.ExaminationOrdered(
            forensic, ExaminationKind.ForensicMedical, Victim, Prosecutor, "Forensic centre at Lojvard (invented)", null, null));
        await Case("forensic-done", On(5, 10), new CaseEvent.ExaminationDone(
            forensic, ExaminationKind.ForensicMedical, Victim, "Forensic centre at Lojvard (invented)", IstanbulProtocol.No, Text("Нишонаҳо пайдо нашуданд, гуфта шуд.")));
        await Case("repeat-asked", On(5, 15), new CaseEvent.ExaminationAsked(ExaminationKind.ForensicMedical, Victim, Party.VictimSide, forensic, Text("Повторная, комиссионная.")));
        await Case("repeat-refused", On(5, 18), new CaseEvent.ExaminationRefused(ExaminationId.Of(DemoIds.Entry(StreamName.Of(Id), "retried/repeat-asked")), Prosecutor, null));
        await Case("psychological-ordered", On(11, 16), new CaseEvent.ExaminationOrdered(
            null, ExaminationKind.PsychologicalPsychiatric, Victim, null, "Forensic centre in Dushanbe (invented)", null, Text("Назначена судом.")));
        await Case("psychological-done", On(12, 4), new CaseEvent.ExaminationDone(
            ExaminationId.Of(DemoIds.Entry(StreamName.Of(Id), "retried/psychological-ordered")), ExaminationKind.PsychologicalPsychiatric, Victim, "Forensic centre in Dushanbe (invented)",
            IstanbulProtocol.Partly, null));
    }

    private async Task Defence()
    {
        await Case("silence-demanded", On(4, 14), new CaseEvent.NonDisclosureDemanded(Counsel, NonDisclosureScope.Investigation, Prosecutor, Text(
            "Со ссылкой на статью 177 УПК и статью 361 УК.")));
        await Case("silence-signed", On(4, 14), new CaseEvent.NonDisclosureSigned(Counsel, NonDisclosureScope.Investigation, null, null));
        await Case("held-back", On(6, 6), new CaseEvent.LawyerHeldBack(Victim, HoldingBack.NotFiled, HoldingBackReason.Fear, Moi, Text(
            "A complaint about the delay was ready; the lawyer did not file it, for fear of the investigators.")));
        await Case("silence-ended", On(7, 20), new CaseEvent.NonDisclosureEnded(Counsel, Text("Дело передано в суд.")));
    }

    private async Task Protection()
    {
        await Case("protection-asked", On(4, 24), new CaseEvent.ProtectionAsked(Witness, ProtectionMeasure.Guard, Prosecutor, Text("Единственная свидетельница задержания.")));
        await Case("protection-refused", On(5, 2), new CaseEvent.ProtectionRefused(Witness, Prosecutor, Text("Таҳдиди воқеӣ нест, гуфтанд.")));
        await Case("reprisal", On(5, 12), new CaseEvent.ReprisalReported(Victim, ReprisalKind.Threat, Moi, Text("Обещали посадить, если не заберёт заявление.")));
        await Case("protection-asked-again", On(5, 16), new CaseEvent.ProtectionAsked(Victim, ProtectionMeasure.NoContact, Prosecutor, null));
        await Case("protection-granted", On(6, 1), new CaseEvent.ProtectionGranted(Victim, ProtectionMeasure.NoContact, Prosecutor, new LocalDate(2023, 8, 31), null));
        await Case("protection-lapsed", On(8, 31), new CaseEvent.ProtectionLapsed(Victim, Text("The term ran out; nobody extended it.")));
    }

    private Task Petition(string petition, PetitionKind kind, HappenedAt at, string text) => writer.Petition(
        $"retried/{petition}/filed", $"retried-{petition}", Id, at,
        new PetitionEvent.Filed(Id, kind, Party.VictimSide, Addressee.Investigator, 1, null, null, Text(text)));
}
