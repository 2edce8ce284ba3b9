using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using static Trials.Web.Demo.DemoCatalogues;
using static Trials.Web.Demo.DemoChecklist;

namespace Trials.Web.Demo;

/// <summary>The second monitored case of 2023: an officer under Article 316, three monitored hearings and one that was not held, a petition that nobody decided.</summary>
public sealed class MonitoredPowersCase(DemoWriter writer)
{
    private static readonly CaseId Id = DemoIds.Case("powers");
    private static readonly Article Powers = new("CC", 316, null, "1");

    private static readonly LocalDate First = new(2023, 6, 20);
    private static readonly LocalDate NotHeld = new(2023, 7, 4);
    private static readonly LocalDate Second = new(2023, 7, 18);
    private static readonly LocalDate Third = new(2023, 9, 12);
    private static readonly LocalTime Time = new(9, 30);
    private static readonly Source.Document Notice = new("demo 77", new LocalDate(2023, 5, 29), "Court of Simurgh District (invented)", null);

    /// <summary>Records it.</summary>
    public async Task Record()
    {
        await Open();
        await FirstHearing();
        await SecondHearing();
        await ThirdHearing();
    }

    private static HappenedAt On(int month, int day) => HappenedAt.On(new LocalDate(2023, month, day));

    private async Task Open()
    {
        await writer.Case("powers/opened", Id, On(5, 29), Notice,
            new CaseEvent.Opened(CaseKind.Criminal, "Demo 2/2023", [Powers], FreeText.From(
                "Парвандаи сохта. Корманд дар вақти дастгир кардан зӯроварӣ истифода бурдааст.")),
            new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Simurgh, "1-203/2023"),
            new CaseEvent.PanelAssigned(1, [Firuza]));
        await writer.Person("officer-3", Id, On(5, 29), new(PersonalText.From("Туфон Борончаев"), Sex.Male, 1979));
        await writer.Case("powers/accused", Id, On(5, 29), new Source.SeenMyself(), new CaseEvent.AccusedJoined(DemoIds.Person("officer-3"), [Powers]));
        await writer.Hearing("powers-1/scheduled", "powers-1", Id, On(5, 29), Notice,
            new HearingEvent.Scheduled(Id, 1, HearingKind.Trial, Simurgh, [Firuza], "12", First, Time));
    }

    private async Task FirstHearing()
    {
        var sitting = new DemoSitting(writer, "powers-1", Id, First, Time);
        await sitting.Opens(17, DelayCause.Explained, CausedBy.Escort, "The accused was brought late from the detention centre.");
        await File("custody", PetitionKind.Custody, Party.Defence, sitting.At(10, 0), "Изменить меру пресечения на подписку о невыезде.");
        await writer.Petition("powers/custody/decided", "powers-custody", Id, sitting.At(10, 20),
            new PetitionEvent.Decided(PetitionDecision.Denied, Reasoning.Reasoned, DemoIds.Hearing("powers-1"), FreeText.From("Отказано: риск давления на свидетелей.")));
        await File("evidence", PetitionKind.ExcludeEvidence, Party.VictimSide, sitting.At(10, 40), "Исключить протокол, подписанный без адвоката.");
        await HoldOver(sitting.At(10, 50), "powers-1", "Decision put off to the next session.");
        await sitting.Adjourns(
            sitting.At(11, 0), HearingCause.CounselAbsent, CausedBy.VictimSide, new(DemoIds.Hearing("powers-not-held"), NotHeld, Time),
            "Намояндаи ҷабрдида наомад.");
        await sitting.Reported(sitting.At(17, 30), [.. Building, .. Door, .. InOrder, .. Summer]);
        await writer.Hearing("powers-not-held/not-held", "powers-not-held", Id, HappenedAt.On(NotHeld), new Source.ToldBy(null),
            new HearingEvent.NotHeld(HearingCause.JudgeAbsent, CausedBy.Court, new(DemoIds.Hearing("powers-2"), Second, Time), FreeText.From("Судья в отпуске.")));
    }

    private async Task SecondHearing()
    {
        var sitting = new DemoSitting(writer, "powers-2", Id, Second, Time);
        await sitting.Opens(118, DelayCause.Explained, CausedBy.Court, "Судья была занята в другом процессе.");
        await HoldOver(sitting.At(11, 50), "powers-2", "Снова отложено.");
        await sitting.Adjourns(sitting.At(12, 0), HearingCause.NotStated, CausedBy.Court, null, "No reason and no next date were given.");
        await sitting.Reported(
            sitting.At(19, 0),
            [.. Building, .. Door, .. InOrder, .. Summer, .. Distracted(new(11, 35), new(11, 45))],
            "Дар толор нафас кашидан душвор буд; як шоҳид аз ҳуш рафт.");
        await writer.Hearing("powers-3/scheduled", "powers-3", Id, On(8, 28), new Source.ToldBy(null),
            new HearingEvent.Scheduled(Id, 1, HearingKind.Trial, Simurgh, [Firuza], "12", Third, Time));
    }

    private async Task ThirdHearing()
    {
        var sitting = new DemoSitting(writer, "powers-3", Id, Third, Time);
        await sitting.Opens(30, DelayCause.NotExplained);
        await sitting.Then("ended", sitting.At(12, 30), new HearingEvent.Ended(FreeText.From("Judgment read the same day.")));
        await sitting.Reported(sitting.At(18, 0), [.. Building, .. Door, .. InOrder, .. MildSeason]);
        await writer.Case("powers/judgment", Id, HappenedAt.On(Third), new Source.SeenMyself(),
            new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, FreeText.From(
                "Признан виновным по ч. 1 ст. 316; штраф. Ходатайство об исключении протокола осталось без ответа.")));
        await writer.Case("powers/appealed", Id, On(9, 21), new Source.SeenMyself(),
            new CaseEvent.Appealed(1, Party.VictimSide, FreeText.From("The victim asks for a conviction under Article 143¹.")));
    }

    private Task File(string petition, PetitionKind kind, Party by, HappenedAt at, string text) => writer.Petition(
        $"powers/{petition}/filed", $"powers-{petition}", Id, at,
        new PetitionEvent.Filed(Id, kind, by, Addressee.Court, 1, DemoIds.Hearing("powers-1"), null, FreeText.From(text)));

    private Task HoldOver(HappenedAt at, string hearing, string reason) => writer.Petition(
        $"powers/evidence/held-over/{hearing}", "powers-evidence", Id, at, new PetitionEvent.HeldOver(DemoIds.Hearing(hearing), FreeText.From(reason)));
}
