using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Assessments;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Domain.Views;

namespace Trials.EventLog.Tests.Serialization;

/// <summary>One event of each wire name, nothing left out, as the golden files hold them.</summary>
internal static class GoldenEvents
{
    private static readonly CaseId Case = new(new("11111111-1111-4111-8111-111111111111"));
    private static readonly HearingId Hearing = new(new("22222222-2222-4222-8222-222222222222"));
    private static readonly PetitionId Petition = new(new("33333333-3333-4333-8333-333333333333"));
    private static readonly PersonId Person = new(new("44444444-4444-4444-8444-444444444444"));
    private static readonly ActorId Observer = new(new("55555555-5555-4555-8555-555555555555"));
    private static readonly ExaminationId Examination = new(new("99999999-9999-4999-8999-999999999999"));
    private static readonly AuthorityCode Body = new("moi");
    private static readonly CourtCode Court = new("dushanbe-somoni");
    private static readonly ValueList<OfficialCode> Judges = [new("judge-1"), new("judge-2")];
    private static readonly ValueList<Article> Articles = [new("CC", 143, 1, "1", "a"), new("CC", 316, 2, "3", "b")];
    private static readonly RegionCode Region = new("soghd");
    private static readonly AuthorityCode Authority = new("moi");
    private static readonly LocalDate Day = new(2023, 5, 17);
    private static readonly LocalTime Time = new(9, 30);
    private static readonly ValueList<JudgedCount> Counts = [new(Articles[0], Articles[1], CountOutcome.Convicted)];
    private static readonly Respondent Respondent =
        new(new(Authority, new("judge-1"), Person, "хоҷагии деҳқонӣ"), RespondentCapacity.ForItsOfficial);
    private static readonly FreeText Text = FreeText.From("Судья сказала: «Ҳамин тавр».", Person)!;
    private static readonly PersonalText Name = PersonalText.From("Гулнора Ҷ.")!;
    private static readonly NextHearing Next = new(Hearing, Day, Time);

    public static readonly EventId Entry = new(new("66666666-6666-4666-8666-666666666666"));

    public static EventMetadata Metadata { get; } = new(
        Case.Matter,
        HappenedAt.About(new(2023, 5, 17, 10, 12), 5),
        Instant.FromUtc(2023, 5, 18, 4, 5, 6).PlusNanoseconds(789_000_000),
        Observer,
        new(new("77777777-7777-4777-8777-777777777777")),
        ActorRole.Observer,
        new Source.Document("№ 17/3", Day, "суди ноҳия", new string('a', 64)),
        new(new("88888888-8888-4888-8888-888888888888")),
        3,
        Entry,
        "0123456789abcdef0123456789abcdef");

    /// <summary>Members that came after their wire name was released: its golden file is from before, and is read without them.</summary>
    public static ILookup<string, string> Later { get; } = new[] { ("case-appeal-given-up.v1", nameof(CaseEvent.AppealGivenUp.Court)) }
        .ToLookup(later => later.Item1, later => later.Item2);

    public static IReadOnlyDictionary<string, DomainEvent> ByWireName { get; } = new DomainEvent[]
    {
        new Amendment.Corrected(Entry, new HearingEvent.Ended(Text), HappenedAt.Exactly(new(2023, 5, 17, 10, 15), "Asia/Dushanbe"), Text),
        new Amendment.Withdrawn(Entry, Text),
        new CaseEvent.Opened(CaseKind.Criminal, "2023/7", Articles, Text),
        new CaseEvent.TakenOver(CaseKind.Civil, "2-17/2023", "28RS0004-01-2023-000017-17", "Иски о возмещении вреда"),
        new CaseEvent.ComplaintLodged(ComplaintSubject.IllTreatment, Party.VictimSide, Body, Text),
        new CaseEvent.CheckBegun(Body, Day, Text),
        new CaseEvent.CheckExtended(Body, Day, Text),
        new CaseEvent.OpeningRefused(RefusalGround.NoElements, Body, Text),
        new CaseEvent.RefusalAppealed(Party.VictimSide, Body, Court, Text),
        new CaseEvent.RefusalUpheld(Body, Court, Text),
        new CaseEvent.RefusalSetAside(Body, Court, Text),
        new CaseEvent.AppealGivenUp(Party.VictimSide, Person, GivenUpReason.Fear, Body, null, Text),
        new CaseEvent.CriminalCaseOpened(Articles, Body, "12-34", Text),
        new CaseEvent.SentToBody(Body, Text),
        new CaseEvent.InvestigationExtended(Body, Day, Text),
        new CaseEvent.InvestigationSuspended(SuspensionGround.SuspectHiding, Body, Text),
        new CaseEvent.InvestigationResumed(Body, Text),
        new CaseEvent.Indicted(Articles, Court, Text),
        new CaseEvent.Apprehended(Person, Body, DetentionPlace.PoliceStation, Text),
        new CaseEvent.DetentionRegistered(Person, "45", Text),
        new CaseEvent.DetentionPlaced(Person, DetentionPlace.TemporaryDetention, Text),
        new CaseEvent.RelativesTold(Person, Text),
        new CaseEvent.LawyerFirstSeen(Person, Text),
        new CaseEvent.MedicalCheckDone(Person, InjuryFinding.NotDescribed, Text),
        new CaseEvent.CustodyOrdered(Person, Court, Day, Text),
        new CaseEvent.CustodyExtended(Person, Court, Day, Text),
        new CaseEvent.RestraintChanged(Person, RestraintMeasure.HouseArrest, Court, Text),
        new CaseEvent.Released(Person, Text),
        new CaseEvent.StatusGiven(Person, ProceduralStatus.Victim, Body, "7", Text),
        new CaseEvent.StatusRefused(Person, ProceduralStatus.CivilClaimant, Body, "8", Text),
        new CaseEvent.StatusEnded(Person, ProceduralStatus.Suspect, Body, "9", Text),
        new CaseEvent.ExaminationAsked(ExaminationKind.ForensicMedical, Person, Party.VictimSide, Examination, Text),
        new CaseEvent.ExaminationOrdered(Examination, ExaminationKind.ForensicPsychiatric, Person, Body, "маркази экспертӣ", Examination, Text),
        new CaseEvent.ExaminationRefused(Examination, Body, Text),
        new CaseEvent.ExaminationDone(Examination, ExaminationKind.Independent, Person, "маркази экспертӣ", IstanbulProtocol.Partly, Text),
        new CaseEvent.LawyerObstructed(Person, Obstruction.NonDisclosureRequired, Body, Text),
        new CaseEvent.LawyerHeldBack(Person, HoldingBack.NotFiled, HoldingBackReason.Fear, Body, Text),
        new CaseEvent.NonDisclosureDemanded(Person, NonDisclosureScope.Everything, Body, Text),
        new CaseEvent.NonDisclosureSigned(Person, NonDisclosureScope.Investigation, Day, Text),
        new CaseEvent.NonDisclosureRefused(Person, Text),
        new CaseEvent.NonDisclosureEnded(Person, Text),
        new CaseEvent.FileClassified(Body, Text),
        new CaseEvent.FileDeclassified(Body, Text),
        new CaseEvent.ProtectionAsked(Person, ProtectionMeasure.Guard, Body, Text),
        new CaseEvent.ProtectionGranted(Person, ProtectionMeasure.IdentityConcealed, Body, Day, Text),
        new CaseEvent.ProtectionRefused(Person, Body, Text),
        new CaseEvent.ProtectionLapsed(Person, Text),
        new CaseEvent.ReprisalReported(Person, ReprisalKind.Threat, Body, Text),
        new CaseEvent.RoundBegan(2, RoundKind.Retrial, Court, "1-5/2023"),
        new CaseEvent.CourtAssigned(1, Court),
        new CaseEvent.PanelAssigned(1, Judges),
        new CaseEvent.AccusedJoined(Person, Articles),
        new CaseEvent.JudgmentGiven(1, JudgmentOutcome.Convicted, Text),
        new CaseEvent.Appealed(1, Party.VictimSide, Text),
        new CaseEvent.StepTaken(1, StepKind.LeftWithoutMotion, Text, Day),
        new CaseEvent.ChargeBrought(Person, Articles[0], Day, true, Text),
        new CaseEvent.ChargeRequalified(Person, Articles[0], Articles[1], RequalifiedBy.Prosecutor, Day, true, Text),
        new CaseEvent.AccusedJudged(1, Person, Counts, 150, Regime.Strict, 36, 1_500_50, true, true, Text),
        new CaseEvent.AppealLodged(1, Party.Defence, Person, AppealAgainst.Conviction, Text),
        new CaseEvent.AppealDecided(2, 1, Person, AppealOutcome.Quashed, Text),
        new CaseEvent.JudgmentInForce(1, Person, Text),
        new CaseEvent.Returned(1, ReturnedTo.Prosecutor, Text),
        new CaseEvent.Remitted(2, RemittedFor.NewTrial, Court, Text),
        new CaseEvent.JoinedInto(Case, Text),
        new CaseEvent.SeveredFrom(Case, Text),
        new CaseEvent.Related(Case, CaseRelation.MemberLiquidation, Text),
        new CaseEvent.Terminated(1, Person, TerminationGround.Repentance, Text),
        new CaseEvent.TerminationSetAside(Person, Body, Court, Text),
        new CaseEvent.Closed(Text),
        new HearingEvent.Scheduled(Case, 1, HearingKind.Trial, Court, Judges, "5", Day, Time, Text),
        new HearingEvent.Rescheduled(Day, Time, HearingCause.JudgeAbsent, CausedBy.Court, Text),
        new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Escort, Text),
        new HearingEvent.NotHeld(HearingCause.AccusedAbsent, CausedBy.Escort, Next, Text),
        new HearingEvent.PanelChanged(Judges, Text),
        new HearingEvent.RecessBegan(Text),
        new HearingEvent.Resumed(),
        new HearingEvent.Adjourned(HearingCause.WitnessAbsent, CausedBy.Prosecution, Next, Text),
        new HearingEvent.Ended(Text),
        new HearingEvent.SessionClosed(ClosedPart.Evidence, ClosingRuling.Unreasoned, Text, true, true, true, true),
        new HearingEvent.SessionReopened(),
        new ReportEvent.Assigned(Hearing, Observer),
        new ReportEvent.Admitted(),
        new ReportEvent.AdmissionRefused("судебный пристав", Text),
        new ReportEvent.Removed("председательствующий", Text),
        new ReportEvent.Observed(ChecklistItem.JudgeOnTelephone, Answer.Yes, Time, Text),
        new ReportEvent.Noted(Time, Text),
        new ReportEvent.Submitted(),
        new ReportEvent.Returned(Text),
        new ReportEvent.Confirmed(Text),
        new ReportEvent.Reconciled(ChecklistItem.JudgeOnTelephone, Answer.No, Text),
        new PetitionEvent.Filed(Case, PetitionKind.Records, Party.Defence, Addressee.RecordHolder, 1, Hearing, Petition, Text),
        new PetitionEvent.HeldOver(Hearing, Text),
        new PetitionEvent.Decided(PetitionDecision.GrantedInPart, Reasoning.Unreasoned, Hearing, Text),
        new PetitionEvent.Withdrawn(Text),
        new PetitionEvent.DecisionAppealed(Party.VictimSide, "прокурори шаҳр", Text),
        new PetitionEvent.DecisionSetAside("суди вилоят", Text),
        new PetitionEvent.Executed(Execution.DoneInPart, Text),
        new ClaimEvent.Filed(
            Case, [Person], [Respondent], 5_000_000, 1_250_50, ClaimLaw.NewCivilCode, ClaimGround.Torture, Articles, 1, Hearing, Text),
        new ClaimEvent.Accepted(Text),
        new ClaimEvent.LeftWithoutMotion(Text, Day),
        new ClaimEvent.Returned(Text),
        new ClaimEvent.Settled(1_000_000, Text),
        new ClaimEvent.Withdrawn(Text),
        new ClaimEvent.Decided(2_000_000, 100_50, 1, Text),
        new ClaimEvent.DecisionSetAside("суди вилоят", Text),
        new ClaimEvent.InForce(Text),
        new ClaimEvent.WritIssued("2-17", Text),
        new ClaimEvent.Paid(500_000, Respondent.Who, Text),
        new ClaimEvent.Closed(ClaimEnd.EnforcementEnded, Text),
        new ApplicationEvent.Received("2023/7", ApplicationChannel.Hotline, Region, Text),
        new ApplicationEvent.ApplicantNamed(Person, Sex.Female, VictimRelation.Parent),
        new ApplicationEvent.VictimNamed(Person, Sex.Male, 17, 2006),
        new ApplicationEvent.IncidentTold(Region, new PlaceKindCode("17-0305"), Text, [new("5-0301")], [new("confession")], [Authority], Text, Text),
        new ApplicationEvent.ComplaintMade(Authority, Text),
        new ApplicationEvent.ConsentGiven([ConsentScope.Record, ConsentScope.UnitedNations], ConsentGiver.Victim, Person, Text),
        new ApplicationEvent.ConsentRefused([ConsentScope.Publish], ConsentGiver.Applicant, Person, Text),
        new ApplicationEvent.ConsentWithdrawn([ConsentScope.Share], ConsentGiver.Representative, Person, Text),
        new ApplicationEvent.AssistanceOffered(Text),
        new ApplicationEvent.AssistanceRefused(Text),
        new ApplicationEvent.LawyerRetained(Person, Text),
        new ApplicationEvent.LawyerMonitored(Text),
        new ApplicationEvent.MedicallyDocumented(ProtocolUse.Partly, Text),
        new ApplicationEvent.Referred(ReferredTo.Rehabilitation, Text),
        new ApplicationEvent.Linked(Case, CaseOfApplication.AgainstPerpetrators),
        new ApplicationEvent.Noted(Text),
        new ApplicationEvent.Closed(ApplicationEnd.HandedOver, Text),
        new ApplicationEvent.Reopened(Text),
        new ActivityEvent.Done(
            ActivityKind.LegalSupport, Region, ActivityAddressee.Authority, Authority, new ApplicationId(Case.Value), Case, Text),
        new ActivityEvent.LeadFollowed(LeadOutcome.ToldOtherwise, Text),
        new PersonEvent.Registered(Name, Sex.Female, 1990),
        new PersonEvent.IdentityChanged(Name, Sex.Male, 1991),
        new PersonEvent.Merged(Person, Text),
        new PersonEvent.Unmerged(Text),
        new PersonEvent.Erased(Text),
        new CatalogueEvent.EntryPut("dushanbe-somoni", new("Somoni", "Сомони", "Сомонӣ"), [new("zone", "Asia/Dushanbe")], Day, Day, "law 1, 2020", true),
        new CatalogueEvent.EntryRetired("dushanbe-somoni"),
        new AssessmentEvent.Proposed(Case, "late-start", 2, "late-start", Yields.Indicator, "f14-3c", RightHolder.Accused, [Entry]),
        new AssessmentEvent.Confirmed(Text),
        new AssessmentEvent.Dismissed(Text),
        new ViewEvent.Saved("petitions", Text, Text),
        new ViewEvent.Renamed(Text),
        new ViewEvent.Removed(),
    }.ToDictionary(e => EventTypes.All.NameOf(e.GetType()));

    public static StreamName StreamOf(string wireName)
    {
        var noun = wireName[..wireName.IndexOf('-', StringComparison.Ordinal)];
        return new($"{(noun == "entry" ? "hearing" : noun)}-{Person.Value:N}");
    }
}
