using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;

namespace Trials.Benchmarks.Record;

/// <summary>An invented case of 50 entries: five hearings, two of them observed, two petitions, a judgment and an appeal.</summary>
/// <param name="number">Which one, from 0.</param>
/// <param name="begins">The day it is opened.</param>
internal sealed class SampleCase(int number, LocalDate begins)
{
    /// <summary>How many entries every case has.</summary>
    public const int Entries = 50;

    private const int Hearings = 5;
    private const int DaysBetweenHearings = 23;
    private const int LatestStart = 60;

    private static readonly FreeText Words = FreeText.From("Адвокат обвиняемого не явился")!;

    private readonly CaseId id = IdOf(number);

    private readonly ActorId observer = new(Derived("observer"));

    private MatterId Matter => id.Matter;

    private CourtCode Court => SampleCatalogue.Court(number % SampleCatalogue.Courts);

    private OfficialCode Judge => SampleCatalogue.Judge(number % SampleCatalogue.Courts, number % SampleCatalogue.JudgesPerCourt);

    public static CaseId IdOf(int number) => new(Derived($"case {number}"));

    /// <summary>The steps in the order of happening, first in the case, then hearing by hearing.</summary>
    public IEnumerable<Step> Steps()
    {
        var article = new Article("CC", 143, 1, "2");
        yield return InCase(
            0,
            new CaseEvent.Opened(CaseKind.Criminal, $"{number}/{begins.Year}", [article], null),
            new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Court, $"1-{number}"),
            new CaseEvent.CourtAssigned(1, Court),
            new CaseEvent.PanelAssigned(1, [Judge]),
            new CaseEvent.AccusedJoined(new(Derived($"accused {number}")), [article]));
        yield return InCase(
            1,
            new CaseEvent.StepTaken(1, StepKind.Registered, null, null),
            new CaseEvent.StepTaken(1, StepKind.Accepted, null, null),
            new CaseEvent.StepTaken(1, StepKind.HearingOrdered, Words, null));
        for (var hearing = 0; hearing < Hearings; hearing++)
        {
            foreach (var step in Sitting(hearing))
            {
                yield return step;
            }
        }

        var end = Day(Hearings);
        yield return InCase(end, new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, Words));
        yield return InCase(end + 9, new CaseEvent.Appealed(1, Party.Defence, null));
        yield return InCase(end + 10, new CaseEvent.StepTaken(1, StepKind.AppealRegistered, null, null));
    }

    private static int Day(int hearing) => DaysBetweenHearings * (hearing + 1);

    private static Guid Derived(string name) => DerivedGuid.From(Guid.Empty, name);

    private IEnumerable<Step> Sitting(int hearing)
    {
        var (sitting, day) = (new HearingId(Derived($"hearing {number} {hearing}")), Day(hearing));
        var date = begins.PlusDays(day);
        yield return InHearing(sitting, day - 10, 9, 0, new HearingEvent.Scheduled(id, 1, HearingKind.Trial, Court, [Judge], "3", date, new(10, 0)));
        var late = (number * 7 + hearing * 13) % LatestStart;
        yield return InHearing(sitting, day, 10, late, new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null));
        if (hearing % 2 == 1)
        {
            yield return InHearing(sitting, day, 11, 30, new HearingEvent.RecessBegan(Words), new HearingEvent.Resumed());
            foreach (var step in Petition(sitting, hearing, day))
            {
                yield return step;
            }

            yield return Observed(sitting, day);
        }

        yield return InHearing(sitting, day, 13, 0, hearing < Hearings - 1
            ? new HearingEvent.Adjourned(HearingCause.WitnessAbsent, CausedBy.Prosecution, null, Words)
            : new HearingEvent.Ended(Words));
    }

    private IEnumerable<Step> Petition(HearingId sitting, int hearing, int day)
    {
        var petition = StreamName.Of(new PetitionId(Derived($"petition {number} {hearing}")));
        yield return new(petition, Matter, At(day, 11, 45), new PetitionEvent.Filed(
            id, PetitionKind.Examination, Party.Defence, Addressee.Court, 1, sitting, null, Words));
        yield return new(petition, Matter, At(day, 11, 50), new PetitionEvent.HeldOver(sitting, null));
        yield return new(petition, Matter, At(day + 5, 9, 0), new PetitionEvent.Decided(PetitionDecision.Denied, Reasoning.Unreasoned, null, null));
    }

    private Step Observed(HearingId sitting, int day) => new(
        StreamName.OfReport(sitting, observer),
        Matter,
        At(day, 12, 30),
        new ReportEvent.Assigned(sitting, observer),
        new ReportEvent.Admitted(),
        new ReportEvent.Observed(ChecklistItem.StepFreeEntrance, Answer.No, null, null),
        new ReportEvent.Observed(ChecklistItem.JudgeOnTelephone, Answer.Yes, new(11, 20), Words),
        new ReportEvent.Observed(ChecklistItem.Heated, Answer.NotObserved, null, null),
        new ReportEvent.Observed(ChecklistItem.OthersPhonesTaken, Answer.Yes, null, null),
        new ReportEvent.Submitted());

    private Step InCase(int day, params IReadOnlyList<DomainEvent> events) => new(StreamName.Of(id), Matter, At(day, 9, 0), events);

    private Step InHearing(HearingId sitting, int day, int hour, int minute, params IReadOnlyList<DomainEvent> events) =>
        new(StreamName.Of(sitting), Matter, At(day, hour, minute), events);

    private LocalDateTime At(int day, int hour, int minute) => begins.PlusDays(day).At(new(hour, minute));
}
