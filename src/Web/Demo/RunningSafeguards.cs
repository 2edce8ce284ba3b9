using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using static Trials.Web.Demo.DemoCatalogues;

namespace Trials.Web.Demo;

/// <summary>
/// What is known of detention, examinations, protection and status in the cases that go on, dated from the day on which the demonstration was first started:
/// a custody that runs, an examination that is awaited, protection that was asked for and not decided.
/// </summary>
/// <param name="writer">Records it.</param>
/// <param name="start">That day.</param>
public sealed class RunningSafeguards(DemoWriter writer, LocalDate start)
{
    private const int AgeOfVictim = 16;
    private static readonly CaseId Trial = DemoIds.Case("running-trial");
    private static readonly CaseId Records = DemoIds.Case("running-records");
    private static readonly Source Told = new Source.ToldBy(null);
    private static readonly PersonId Officer = DemoIds.Person("officer-4");
    private static readonly PersonId Victim = DemoIds.Person("victim-trial");
    private static readonly AuthorityCode Moi = new("moi");
    private static readonly AuthorityCode Prosecutor = new("general-prosecutor");

    /// <summary>Records it; the cases are recorded before.</summary>
    public async Task Record()
    {
        await writer.Person("victim-trial", Trial, Ago(120), new(PersonalText.From("Пистазор Бодомов"), Sex.Male, start.Year - AgeOfVictim));
        await Detention();
        await Rest();
        await writer.Case("running-records/done", Records, Ago(210), Told, new CaseEvent.ExaminationDone(
            null, ExaminationKind.ForensicMedical, null, "Forensic centre at Lojvard (invented)", IstanbulProtocol.No, FreeText.From("Причиной смерти названа болезнь.")));
        await writer.Case("running-records/repeat", Records, Ago(190), Told, new CaseEvent.ExaminationAsked(
            ExaminationKind.ForensicMedical, null, Party.VictimSide, ExaminationId.Of(DemoIds.Entry(StreamName.Of(Records), "running-records/done")), FreeText.From("A repeat by another institution.")));
        await writer.Case("won-compensation/related", DemoIds.Case("won-compensation"), Ago(419), Told,
            new CaseEvent.Related(DemoIds.Case("convicted"), CaseRelation.AgainstPerpetrators, null));
    }

    private HappenedAt Ago(int days) => HappenedAt.On(start.PlusDays(-days));

    private HappenedAt At(int daysAgo, int hour, int minute) => HappenedAt.Exactly(start.PlusDays(-daysAgo).At(new(hour, minute)));

    private async Task Detention()
    {
        await Case("apprehended", At(150, 17, 40), new CaseEvent.Apprehended(Victim, Moi, DetentionPlace.PoliceStation, null));
        await Case("registered", At(150, 20, 5), new CaseEvent.DetentionRegistered(Victim, null, null));
        await Case("relatives", At(149, 8, 30), new CaseEvent.RelativesTold(Victim, FreeText.From("Модар худаш омада пурсид.")));
        await Case("lawyer", At(149, 10, 0), new CaseEvent.LawyerFirstSeen(Victim, null));
        await Case("checked", At(149, 11, 30), new CaseEvent.MedicalCheckDone(Victim, InjuryFinding.Found, null));
        await Case("released", At(149, 16, 0), new CaseEvent.Released(Victim, null));
        await Case("officer-apprehended", At(121, 9, 0), new CaseEvent.Apprehended(Officer, Prosecutor, DetentionPlace.TemporaryDetention, null));
        await Case("officer-registered", At(121, 9, 40), new CaseEvent.DetentionRegistered(Officer, "demo 201", null), new CaseEvent.LawyerFirstSeen(Officer, null));
        await Case("custody", Ago(118), new CaseEvent.CustodyOrdered(Officer, Almos, start.PlusDays(-58), null));
        await Case("custody-extended", Ago(58), new CaseEvent.CustodyExtended(Officer, Almos, start.PlusDays(32), null));
    }

    private async Task Rest()
    {
        await Case("victim-status", Ago(117), new CaseEvent.StatusGiven(Victim, ProceduralStatus.Victim, Prosecutor, "demo 210", null));
        await Case("examination", Ago(100), new CaseEvent.ExaminationOrdered(
            null, ExaminationKind.PsychologicalPsychiatric, Victim, Prosecutor, "Forensic centre in Dushanbe (invented)", null, null));
        await Case("protection", Ago(30), new CaseEvent.ProtectionAsked(Victim, ProtectionMeasure.NoContact, Prosecutor, null));
        await Case("reprisal", Ago(18), new CaseEvent.ReprisalReported(Victim, ReprisalKind.Relatives, Moi, FreeText.From("Отца вызывают в отдел каждую неделю.")));
    }

    private Task Case(string command, HappenedAt at, params ReadOnlySpan<CaseEvent> facts) => writer.Case($"running-trial/{command}", Trial, at, Told, facts);
}
