using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Web.Acting;
using static Trials.Web.Demo.DemoCatalogues;

namespace Trials.Web.Demo;

/// <summary>Cases that go on, dated from the day on which the demonstration was first started: hearings to come, petitions that wait, a year of silence.</summary>
/// <param name="writer">Records them.</param>
/// <param name="start">That day.</param>
public sealed class RunningCases(DemoWriter writer, LocalDate start)
{
    private static readonly Source Seen = new Source.SeenMyself();
    private static readonly CaseId Trial = DemoIds.Case("running-trial");
    private static readonly CaseId Silent = DemoIds.Case("running-silent");
    private static readonly CaseId Compensation = DemoIds.Case("running-compensation");
    private static readonly CaseId Authority = DemoIds.Case("running-authority");
    private static readonly CaseId Records = DemoIds.Case("running-records");

    /// <summary>Records them.</summary>
    public async Task Record()
    {
        await RecordTrial();
        await RecordSilent();
        await RecordCompensation();
        await RecordAuthority();
        await RecordRecords();
    }

    /// <summary>Sets hearings for a day, the next one and a week later, in the cases that go on.</summary>
    public async Task SetHearings(int batch, LocalDate today)
    {
        await Set("trial", batch, Trial, Almos, Aqiq, HearingKind.Trial, today, new(14, 0), "Допрос потерпевшего.");
        await Set("compensation", batch, Compensation, Sadbarg, Savsan, HearingKind.Trial, today.PlusDays(1), new(9, 30), "Баррасии даъво.");
        await Set("authority", batch, Authority, Simurgh, Firuza, HearingKind.Trial, today.PlusDays(7), new(11, 0), "The ministry's reply is expected.");

        Task Set(string name, int number, CaseId of, CourtCode court, OfficialCode judge, HearingKind kind, LocalDate day, LocalTime time, string note) =>
            writer.Hearing(
                $"coming-{name}-{number}/scheduled", Coming(name, number), of, HappenedAt.On(today.PlusDays(-1)), Seen,
                new HearingEvent.Scheduled(of, 1, kind, court, [judge], null, day, time, FreeText.From(note)));
    }

    /// <summary>The short name of a hearing that a batch sets.</summary>
    public static string Coming(string name, int batch) => FormattableString.Invariant($"coming-{name}-{batch}");

    private HappenedAt Ago(int days) => HappenedAt.On(start.PlusDays(-days));

    private async Task RecordTrial()
    {
        await Open("trial", Trial, 120, CaseKind.Criminal, "Demo 3", [new Article("CC", 143, 1, "1")], Almos, Aqiq, RoundKind.FirstInstance,
            "Участковый обвиняется в пытках подростка.");
        await writer.Person("officer-4", Trial, Ago(120), new(PersonalText.From("Абрешим Ғубор"), Sex.Male, 1993));
        await writer.Case("running-trial/accused", Trial, Ago(119), Seen, new CaseEvent.AccusedJoined(DemoIds.Person("officer-4"), [new Article("CC", 143, 1, "1")]));
        await Past("trial", 21, Trial, Almos, Aqiq, HearingKind.Trial,
            new HearingEvent.Adjourned(HearingCause.AccusedAbsent, CausedBy.Escort, null, FreeText.From("Подсудимого не доставили.")));
        await Report("trial", Trial);
        await Petition("trial-video", Trial, 12, PetitionKind.Records, Addressee.Court, "Воспроизвести запись в зале суда.");
        await writer.Petition("trial-video/held-over", "running-trial-video", Trial, Ago(9), new PetitionEvent.HeldOver(null, FreeText.From("The judge said: at the next session.")));
        await Petition("trial-protection", Trial, 5, PetitionKind.Protection, Addressee.Court, "Ҳифзи шоҳид ва оилаи ӯ.");
    }

    private async Task RecordSilent()
    {
        await Open("silent", Silent, 430, CaseKind.Criminal, "Demo 4", [new Article("CC", 316)], null, null, RoundKind.Investigation,
            "A complaint of beatings at a checkpoint; the check was begun and nobody heard of it again.");
        await writer.Case("running-silent/check", Silent, Ago(418), Seen,
            new CaseEvent.StepTaken(1, StepKind.Other, FreeText.From("Прокуратура начала проверку."), null));
        await writer.Case("running-silent/extended", Silent, Ago(388), Seen,
            new CaseEvent.StepTaken(1, StepKind.TermExtended, FreeText.From("Муҳлати санҷиш дароз карда шуд."), null));
        await writer.Case("running-silent/asked", Silent, Ago(8), Seen,
            new CaseEvent.StepTaken(1, StepKind.Other, FreeText.From("We asked in writing what became of the check."), null));
    }

    private async Task RecordCompensation()
    {
        await Open("compensation", Compensation, 95, CaseKind.Civil, "Demo 5", [], Sadbarg, Savsan, RoundKind.FirstInstance,
            "Даъвои товони зарари маънавӣ: 50 000 сомонӣ.");
        await writer.Hearing("running-compensation-talk/scheduled", "running-compensation-talk", Compensation, Ago(45), Seen,
            new HearingEvent.Scheduled(Compensation, 1, HearingKind.Preparatory, Sadbarg, [Savsan], "5", start.PlusDays(-30), new(10, 0)));
        await writer.Hearing("running-compensation-talk/opened", "running-compensation-talk", Compensation,
            HappenedAt.Exactly(start.PlusDays(-30).At(new(9, 58))), Seen, new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null));
        await writer.Hearing("running-compensation-talk/ended", "running-compensation-talk", Compensation,
            HappenedAt.Exactly(start.PlusDays(-30).At(new(10, 40))), Seen, new HearingEvent.Ended(FreeText.From("Стороны представили доказательства.")));
        await Petition("compensation-expert", Compensation, 40, PetitionKind.Examination, Addressee.Court, "Назначить психологическую экспертизу.");
    }

    private async Task RecordAuthority()
    {
        await Open("authority", Authority, 150, CaseKind.Administrative, "Demo 6", [], Simurgh, Firuza, RoundKind.FirstInstance,
            "Against the ministry's refusal to open the register of detainees.");
        await Past("authority", 14, Authority, Simurgh, Firuza, HearingKind.Trial,
            new HearingEvent.NotHeld(HearingCause.JudgeAbsent, CausedBy.Court, null, FreeText.From("Судя бемор шуд.")));
        await Petition("authority-register", Authority, 90, PetitionKind.Records, Addressee.RecordHolder, "Предоставить журнал регистрации задержанных.");
    }

    private async Task RecordRecords()
    {
        await Open("records", Records, 260, CaseKind.Criminal, "Demo 7", [new Article("CC", 143, 1, "3")], null, null, RoundKind.Investigation,
            "Смерть в изоляторе; расследует прокуратура.");
        await Petition("records-medical", Records, 200, PetitionKind.Records, Addressee.Investigator, "Варақаи тиббии беморхона дастрас карда шавад.");
        await writer.Case("running-records/extended", Records, Ago(60), Seen,
            new CaseEvent.StepTaken(1, StepKind.TermExtended, FreeText.From("The investigation was extended by two months."), start.PlusDays(1)));
    }

    private Task Open(
        string name, CaseId id, int daysAgo, CaseKind kind, string reference, ValueList<Article> articles, CourtCode? court, OfficialCode? judge, RoundKind round, string note)
    {
        CaseEvent[] facts =
        [
            new CaseEvent.Opened(kind, reference, articles, FreeText.From(note)),
            new CaseEvent.RoundBegan(1, round, court, null),
            .. judge is { } presiding ? [new CaseEvent.PanelAssigned(1, [presiding])] : Array.Empty<CaseEvent>(),
        ];
        return writer.Case($"running-{name}/opened", id, Ago(daysAgo), Seen, facts);
    }

    /// <summary>A hearing that is over. Nobody of ours was there, so that nothing is known of when it began.</summary>
    private async Task Past(string name, int daysAgo, CaseId of, CourtCode court, OfficialCode judge, HearingKind kind, HearingEvent result)
    {
        var hearing = $"running-{name}-past";
        await writer.Hearing($"{hearing}/scheduled", hearing, of, Ago(daysAgo + 10), new Source.ToldBy(null),
            new HearingEvent.Scheduled(of, 1, kind, court, [judge], null, start.PlusDays(-daysAgo), new(10, 0)));
        await writer.Hearing($"{hearing}/result", hearing, of, Ago(daysAgo), new Source.ToldBy(null), result);
    }

    /// <summary>An observer who was not let in: so the hearing does not count as monitored.</summary>
    private Task Report(string name, CaseId of)
    {
        var hearing = $"running-{name}-past";
        var observer = DemoPeople.Observer.Actor;
        return writer.Report($"{hearing}/refused", hearing, of, observer, Ago(21),
            new ReportEvent.Assigned(DemoIds.Hearing(hearing), observer.Id),
            new ReportEvent.AdmissionRefused("Court guard", FreeText.From("Сказали, что мест нет; в зале сидели трое.")));
    }

    private Task Petition(string name, CaseId of, int daysAgo, PetitionKind kind, Addressee to, string text) => writer.Petition(
        $"{name}/filed", $"running-{name}", of, Ago(daysAgo),
        new PetitionEvent.Filed(of, kind, Party.VictimSide, to, 1, null, null, FreeText.From(text)));
}
