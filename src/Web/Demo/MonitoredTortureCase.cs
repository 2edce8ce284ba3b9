using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Web.Acting;
using static Trials.Web.Demo.DemoCatalogues;
using static Trials.Web.Demo.DemoChecklist;

namespace Trials.Web.Demo;

/// <summary>The first monitored case of 2023: two officers under Article 143¹, four monitored hearings, a judgment, an appeal.</summary>
public sealed class MonitoredTortureCase(DemoWriter writer)
{
    private static readonly CaseId Id = DemoIds.Case("torture");
    private static readonly Article Torture = new("CC", 143, 1, "2");

    private static readonly LocalDate First = new(2023, 1, 24);
    private static readonly LocalDate Second = new(2023, 2, 14);
    private static readonly LocalDate Third = new(2023, 3, 14);
    private static readonly LocalDate Fourth = new(2023, 4, 6);
    private static readonly LocalTime Morning = new(10, 0);
    private static readonly LocalTime Afternoon = new(14, 0);

    /// <summary>Records it.</summary>
    public async Task Record()
    {
        await Open();
        await FirstHearing();
        await SecondHearing();
        await ThirdHearing();
        await Judgment();
        await Appeal();
    }

    private static HappenedAt On(int month, int day) => HappenedAt.On(new LocalDate(2023, month, day));

    private static Source.Document Paper(string number, int month, int day, string issuer) => new(number, new LocalDate(2023, month, day), issuer, null);

    private async Task Open()
    {
        var opened = HappenedAt.On(new LocalDate(2022, 11, 28));
        await writer.Case("torture/opened", Id, opened, new Source.Document("demo 1-22", new LocalDate(2022, 11, 28), "Prosecutor of Lojvard (invented)", null),
            new CaseEvent.Opened(CaseKind.Criminal, "Demo 1/2023", [Torture], FreeText.From(
                "Вымышленное дело. Двое сотрудников обвиняются в том, что добивались признания побоями и током.")),
            new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Lojvard, "1-17/2023"),
            new CaseEvent.PanelAssigned(1, [Anor]));
        await writer.Person("officer-1", Id, opened, new(PersonalText.From("Санги Хоросангов"), Sex.Male, 1986));
        await writer.Person("officer-2", Id, opened, new(PersonalText.From("Регзор Дарёев"), Sex.Male, 1990));
        await writer.Case("torture/accused", Id, opened, new Source.SeenMyself(),
            new CaseEvent.AccusedJoined(DemoIds.Person("officer-1"), [Torture]),
            new CaseEvent.AccusedJoined(DemoIds.Person("officer-2"), [Torture, new Article("CC", 316, null, "3")]));
        await writer.Case("torture/to-court", Id, On(1, 9), Paper("demo 9", 1, 9, "Lojvard City Court (invented)"),
            new CaseEvent.StepTaken(1, StepKind.Registered, FreeText.From("Дело поступило в суд."), null),
            new CaseEvent.StepTaken(1, StepKind.HearingOrdered, FreeText.From("Маҷлиси судӣ таъин карда шуд."), null));
        await writer.Hearing("torture-1/scheduled", "torture-1", Id, On(1, 9), Paper("demo 9", 1, 9, "Lojvard City Court (invented)"),
            new HearingEvent.Scheduled(Id, 1, HearingKind.Trial, Lojvard, [Anor], "3", First, Morning));
    }

    private async Task FirstHearing()
    {
        var sitting = new DemoSitting(writer, "torture-1", Id, First, Morning);
        await sitting.Opens(21, DelayCause.NotExplained);
        await writer.AmendHearing("torture-1/opened/corrected", "torture-1", Id, sitting.At(17, 0), new Amendment.Corrected(
            DemoIds.Entry(StreamName.Of(DemoIds.Hearing("torture-1")), "torture-1/opened"),
            new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.NotRecorded, null),
            sitting.At(10, 12),
            FreeText.From("The clock in the corridor is nine minutes fast.")));
        await File("records", PetitionKind.Records, sitting.At(10, 40), "torture-1", "Истребовать записи камер видеонаблюдения отдела за 3–5 октября 2022 года.");
        await HoldOver("records", sitting.At(10, 50), "torture-1", "Суд вернётся к ходатайству позже.");
        await File("witness", PetitionKind.Witness, sitting.At(11, 5), "torture-1", "Даъвати ҳамсоя ба сифати шоҳид.");
        await sitting.Adjourns(
            sitting.At(11, 40), HearingCause.WitnessAbsent, CausedBy.WitnessOrExpert, new(DemoIds.Hearing("torture-2"), Second, Afternoon),
            "Двое свидетелей не явились.");
        await sitting.Reported(sitting.At(18, 0), [.. Building, .. Door, .. InOrder, .. Winter, .. Distracted(new(10, 25), new(11, 10))],
            "The hearing began twelve minutes late; nobody said why.");
        await writer.Petition("torture/witness/withdrawn", "torture-witness", Id, On(2, 3), new PetitionEvent.Withdrawn(FreeText.From("Свидетель уехал из страны.")));
    }

    private async Task SecondHearing()
    {
        var sitting = new DemoSitting(writer, "torture-2", Id, Second, Afternoon);
        await sitting.Opens(105, DelayCause.NotExplained);
        await HoldOver("records", sitting.At(16, 0), "torture-2", "Again put off to the next session.");
        await File("examination", PetitionKind.Examination, sitting.At(16, 10), "torture-2", "Назначить судебно-медицинскую экспертизу по Стамбульскому протоколу.");
        await HoldOver("examination", sitting.At(16, 20), "torture-2", "Баррасии дархост мавқуф гузошта шуд.");
        await sitting.Adjourns(
            sitting.At(16, 30), HearingCause.PetitionOrEvidence, CausedBy.Court, new(DemoIds.Hearing("torture-3"), Third, Morning),
            "To obtain a reply from the detention centre.");
        await sitting.Reported(sitting.At(19, 0), [.. Building, .. Door, .. InOrder, .. Winter],
            "Участники ждали в коридоре час сорок пять минут. Причину не назвали.");

        // Another account of the same hearing, which differs: both stand.
        await sitting.Reported(DemoPeople.Lawyer.Actor, sitting.At(20, 0),
        [
            new(ChecklistItem.Heated, Answer.Yes, Note: "A small heater stood beside the judge."),
            new(ChecklistItem.OthersPhonesTaken, Answer.Yes),
            new(ChecklistItem.JudgeOnTelephone, Answer.NotObserved),
        ]);
    }

    private async Task ThirdHearing()
    {
        var sitting = new DemoSitting(writer, "torture-3", Id, Third, Morning);
        await sitting.Opens(25, DelayCause.NotExplained);
        await sitting.Then("panel", sitting.At(10, 30), new HearingEvent.PanelChanged([Chinor], FreeText.From("Судья Богоева в отпуске.")));
        await Decide("records", sitting.At(10, 45), "torture-3", PetitionDecision.Granted, Reasoning.Reasoned, "Ходатайство удовлетворено: записи запросить.");
        await Decide("examination", sitting.At(11, 0), "torture-3", PetitionDecision.Denied, Reasoning.Unreasoned, "Рад карда шуд, асосҳо гуфта нашуданд.");
        await sitting.Then("recess", sitting.At(11, 15), new HearingEvent.RecessBegan(null));
        await sitting.Then("resumed", sitting.At(11, 40), new HearingEvent.Resumed());
        await sitting.Adjourns(
            sitting.At(12, 10), HearingCause.TimeToPrepare, CausedBy.Defence, new(DemoIds.Hearing("torture-4"), Fourth, Morning),
            "The defence asked for time to study the recordings.");
        await sitting.Reported(sitting.At(18, 0), [.. Building, .. Door, .. InOrder, .. MildSeason, .. Distracted(new(10, 55), new(11, 5))]);

        await writer.Case("torture/wrong-step", Id, On(3, 20), new Source.SeenMyself(),
            new CaseEvent.StepTaken(1, StepKind.Other, FreeText.From("Протокол осмотра приобщён к делу."), null));
        await writer.AmendCase("torture/wrong-step/withdrawn", Id, On(3, 21), new Amendment.Withdrawn(
            DemoIds.Entry(StreamName.Of(Id), "torture/wrong-step"), FreeText.From("Это относится к другому делу.")));
    }

    private async Task Judgment()
    {
        var sitting = new DemoSitting(writer, "torture-4", Id, Fourth, Morning);
        await sitting.Opens(8, DelayCause.NotExplained);
        await sitting.Then("ended", sitting.At(13, 0), new HearingEvent.Ended(FreeText.From("Приговор оглашён.")));
        await sitting.Reported(sitting.At(18, 0), [.. Building, .. Door, .. InOrder, .. MildSeason]);
        await writer.Case("torture/judgment", Id, HappenedAt.Exactly(Fourth.At(new(12, 30))), new Source.SeenMyself(),
            new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, FreeText.From(
                "Both found guilty under Article 143¹ part 2; seven and eight years in a maximum-security colony.")));
        await writer.Case("torture/officers-judged", Id, HappenedAt.Exactly(Fourth.At(new(12, 30))), new Source.SeenMyself(),
            ConvictedOfficersCase.Convicted(DemoIds.Person("officer-1"), Torture, 84),
            ConvictedOfficersCase.Convicted(DemoIds.Person("officer-2"), Torture, 96));
    }

    private async Task Appeal()
    {
        await writer.Case("torture/appealed", Id, On(4, 17), Paper("demo 41", 4, 17, "Lojvard City Court (invented)"),
            new CaseEvent.Appealed(1, Party.Defence, FreeText.From("Защита просит отменить приговор.")));
        await writer.Case("torture/second-round", Id, On(5, 10), Paper("demo 52", 5, 10, "Second-Instance Court at Lojvard (invented)"),
            new CaseEvent.RoundBegan(2, RoundKind.Appeal, KhatlonSecond, "22-5/2023"),
            new CaseEvent.PanelAssigned(2, [Marmar]));
        await writer.Hearing("torture-appeal/scheduled", "torture-appeal", Id, On(5, 10), Paper("demo 52", 5, 10, "Second-Instance Court at Lojvard (invented)"),
            new HearingEvent.Scheduled(Id, 2, HearingKind.Appeal, KhatlonSecond, [Marmar], null, new LocalDate(2023, 5, 30), Morning));
        await writer.Hearing("torture-appeal/ended", "torture-appeal", Id, On(5, 30), Paper("demo 58", 5, 30, "Second-Instance Court at Lojvard (invented)"),
            new HearingEvent.Ended(FreeText.From("Nobody of us could attend; taken from the decision.")));
        await writer.Case("torture/upheld", Id, On(5, 30), Paper("demo 58", 5, 30, "Second-Instance Court at Lojvard (invented)"),
            new CaseEvent.JudgmentGiven(2, JudgmentOutcome.Upheld, FreeText.From("Ҳукм бетағйир монда шуд.")),
            new CaseEvent.StepTaken(2, StepKind.InForce, FreeText.From("Приговор вступил в законную силу."), null));
    }

    private Task File(string petition, PetitionKind kind, HappenedAt at, string hearing, string text) => writer.Petition(
        $"torture/{petition}/filed", $"torture-{petition}", Id, at,
        new PetitionEvent.Filed(Id, kind, Party.VictimSide, Addressee.Court, 1, DemoIds.Hearing(hearing), null, FreeText.From(text)));

    private Task HoldOver(string petition, HappenedAt at, string hearing, string reason) => writer.Petition(
        $"torture/{petition}/held-over/{hearing}", $"torture-{petition}", Id, at, new PetitionEvent.HeldOver(DemoIds.Hearing(hearing), FreeText.From(reason)));

    private Task Decide(string petition, HappenedAt at, string hearing, PetitionDecision decision, Reasoning reasoning, string text) => writer.Petition(
        $"torture/{petition}/decided", $"torture-{petition}", Id, at,
        new PetitionEvent.Decided(decision, reasoning, DemoIds.Hearing(hearing), FreeText.From(text)));
}
