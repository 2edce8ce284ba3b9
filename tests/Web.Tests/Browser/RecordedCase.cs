using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Web.Acting;

namespace Trials.Web.Tests.Browser;

/// <summary>A case with everything that its page shows: rounds, hearings, delays, petitions, a year of silence, a correction, a withdrawal, markup and emoji.</summary>
internal sealed class RecordedCase(RunningApplication app)
{
    public const string Markup = "<script>document.title='broken'</script> & \"Ҷаласа\" 🙂";

    private static readonly CourtCode Court = new("navobod");
    private static readonly OfficialCode Judge = new("saidzoda");
    private HearingId lastHearing;

    public CaseId Id { get; } = new(Guid.NewGuid());

    public StreamName Stream => StreamName.Of(Id);

    public HearingId LastHearing => lastHearing;

    public async Task Record()
    {
        var today = app.Today;
        await Catalogues(today);
        var person = new PersonId(Guid.NewGuid());
        await app.Record(
            StreamName.Of(person), Id.Matter, HappenedAt.On(today.PlusDays(-840)), new PersonEvent.Registered(PersonalText.From("Сомон Раҳимов"), Sex.Male, 1990));

        var torture = new Article("CC", 143, 1, "1");
        await At(today.PlusDays(-840), new CaseEvent.Opened(CaseKind.Criminal, "1-118/2026", [torture], FreeText.From("Complaint of ill-treatment in the temporary detention facility.")));
        await At(today.PlusDays(-830), new CaseEvent.RoundBegan(1, RoundKind.Investigation, null, null), new CaseEvent.AccusedJoined(person, [torture]));
        await At(today.PlusDays(-650), new CaseEvent.RoundBegan(2, RoundKind.FirstInstance, Court, "1-74/2025"), new CaseEvent.PanelAssigned(2, [Judge]));
        await Hearing(today.PlusDays(-620), 12, new HearingEvent.Adjourned(HearingCause.WitnessAbsent, CausedBy.WitnessOrExpert, null, null));
        await Hearing(today.PlusDays(-600), 25, new HearingEvent.Adjourned(HearingCause.NotStated, CausedBy.NotRecorded, null, FreeText.From(Markup)));
        await NotHeld(today.PlusDays(-585));
        await Hearing(today.PlusDays(-540), 105, new HearingEvent.Ended(FreeText.From("Evidence heard.")));
        await Petition(today.PlusDays(-600), PetitionKind.Records, today.PlusDays(-585), today.PlusDays(-440), PetitionDecision.Denied);
        await Petition(today.PlusDays(-407), PetitionKind.Examination, null, null, null);
        await At(today.PlusDays(-420), new CaseEvent.JudgmentGiven(2, JudgmentOutcome.Convicted, FreeText.From("Приговорён к лишению свободы.")));
        var wrong = await At(today.PlusDays(-415), new CaseEvent.StepTaken(2, StepKind.Other, FreeText.From("Ходатайство оставлено без рассмотрения"), null));
        await At(today, new Amendment.Withdrawn(wrong[0], FreeText.From("entered in the wrong case")));
        var appealed = await At(today.PlusDays(-410), new CaseEvent.Appealed(2, Party.Defence, null));
        await At(today, new Amendment.Corrected(
            appealed[0], new CaseEvent.Appealed(2, Party.Prosecution, null), HappenedAt.On(today.PlusDays(-409)), FreeText.From("the protest was the prosecutor's")));
        await At(today.PlusDays(-20), new CaseEvent.RoundBegan(3, RoundKind.Retrial, Court, null));
        lastHearing = await Hearing(today.PlusDays(-1), 42);
        await Checklist(lastHearing, today.PlusDays(-1));
        await Scheduled(today.PlusDays(6));
        await app.Shown();
    }

    /// <summary>Records a step by its own words, as somebody else would meanwhile.</summary>
    public Task<ValueList<EventId>> Step(string text) =>
        At(app.Today, new CaseEvent.StepTaken(null, StepKind.Other, FreeText.From(text), null));

    private Task<ValueList<EventId>> At(LocalDate day, params DomainEvent[] events) => app.Record(Stream, Id.Matter, HappenedAt.On(day), events);

    /// <summary>The court and the judge that are chosen from.</summary>
    public async Task Catalogues(LocalDate today)
    {
        await Catalogue(CourtCode.Kind, new(Court.Value, new("Court of Navobod city", "Суд города Навобод", "Суди шаҳри Навобод"), [], null, null, "invented", true), today);
        await Catalogue(OfficialCode.Kind, new(Judge.Value, new("F. Saidzoda", "Ф. Саидзода", "Ф. Саидзода"), [], null, null, "invented", true), today);
    }

    private Task<ValueList<EventId>> Catalogue(string kind, CatalogueEvent.EntryPut entry, LocalDate today) =>
        app.Record(StreamName.OfCatalogue(kind), MatterId.Common, HappenedAt.On(today), entry);

    private async Task<HearingId> Scheduled(LocalDate day)
    {
        var id = new HearingId(Guid.NewGuid());
        await app.Record(
            StreamName.Of(id),
            Id.Matter,
            HappenedAt.On(LocalDate.Min(app.Today, day.PlusDays(-10))),
            new HearingEvent.Scheduled(Id, 2, HearingKind.Trial, Court, [Judge], "3", day, new LocalTime(10, 0)));
        return id;
    }

    private async Task<HearingId> Hearing(LocalDate day, int late, HearingEvent? end = null)
    {
        var id = await Scheduled(day);
        var opened = day.At(new LocalTime(10, 0)).PlusMinutes(late);
        await app.Record(StreamName.Of(id), Id.Matter, HappenedAt.Exactly(opened), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null));
        if (end is not null)
        {
            await app.Record(StreamName.Of(id), Id.Matter, HappenedAt.About(opened.PlusMinutes(50), 10), end);
        }

        return id;
    }

    private async Task NotHeld(LocalDate day)
    {
        var id = await Scheduled(day);
        await app.Record(
            StreamName.Of(id), Id.Matter, HappenedAt.On(day), new HearingEvent.NotHeld(HearingCause.AccusedAbsent, CausedBy.Escort, null, FreeText.From("The escort did not come.")));
    }

    private async Task Petition(LocalDate filed, PetitionKind kind, LocalDate? held, LocalDate? decided, PetitionDecision? decision)
    {
        var stream = StreamName.Of(new PetitionId(Guid.NewGuid()));
        await app.Record(stream, Id.Matter, HappenedAt.On(filed), new PetitionEvent.Filed(Id, kind, Party.Defence, Addressee.Court, 2, null, null, FreeText.From("Сабти камераҳо.")));
        if (held is { } day)
        {
            await app.Record(stream, Id.Matter, HappenedAt.On(day), new PetitionEvent.HeldOver(null, null));
        }

        if (decision is { } known)
        {
            await app.Record(stream, Id.Matter, HappenedAt.On(decided!.Value), new PetitionEvent.Decided(known, Reasoning.Unreasoned, null, null));
        }
    }

    private Task<ValueList<EventId>> Checklist(HearingId hearing, LocalDate day)
    {
        var observer = DemoPeople.Observer.Actor.Id;
        return app.Record(
            StreamName.OfReport(hearing, observer),
            Id.Matter,
            HappenedAt.On(day),
            new ReportEvent.Assigned(hearing, observer),
            new ReportEvent.Observed(ChecklistItem.StepFreeEntrance, Answer.No, null, null),
            new ReportEvent.Observed(ChecklistItem.DrinkingWater, Answer.No, null, null),
            new ReportEvent.Observed(ChecklistItem.JudgeOnTelephone, Answer.Yes, new LocalTime(10, 51), FreeText.From("twice")),
            new ReportEvent.Submitted());
    }
}
