using Trials.Domain.Applications;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Applications;

public sealed class ApplicationTests : StreamTests<Application, ApplicationEvent>
{
    private static readonly ApplicationEvent.Received Received = new("2023/7", ApplicationChannel.Hotline, new RegionCode("soghd"), Any.Text);

    private static readonly ApplicationEvent.ApplicantNamed Applicant = new(Any.Person, Sex.Female, VictimRelation.Parent);

    private static readonly ApplicationEvent.VictimNamed Victim = new(Any.Person, Sex.Male, 17, null);

    private static readonly ApplicationEvent.IncidentTold Incident = new(
        new RegionCode("soghd"), new PlaceKindCode("17-0305"), Any.Text, [new("5-0301")], [new("confession")], [new("moi")], Any.Text, Any.Text);

    private static readonly ApplicationEvent.ConsentGiven Consent = new([ConsentScope.Record, ConsentScope.Share], ConsentGiver.Victim, Any.Person, null);

    private static readonly ApplicationEvent.ConsentWithdrawn TakenBack = new([ConsentScope.Share], ConsentGiver.Victim, null, null);

    private static readonly ApplicationEvent.Linked Linked = new(Any.Case, CaseOfApplication.AgainstPerpetrators);

    private static readonly ApplicationEvent.Closed Closed = new(ApplicationEnd.Done, null);

    private static readonly ApplicationEvent.Reopened Reopened = new((FreeText?)null);

    public static TheoryData<ApplicationEvent> Parts => [Received, Applicant, Victim, Incident, Consent, Linked, Closed, new ApplicationEvent.Noted(Any.Text)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Begins_with_whatever_is_told_first(ApplicationEvent part) => Nothing.When(part).Then(part);

    [Fact]
    public void Grows_in_any_order() => Given(Incident, Victim, Applicant, Incident).When(Received).Then(Received);

    [Fact, Provokes(ApplicationRefusals.AlreadyReceived), Provokes(ApplicationRefusals.ApplicantAlreadyNamed)]
    public void Is_documented_once_and_has_one_applicant()
    {
        Given(Received).When(Received).ThenRefused(ApplicationRefusals.AlreadyReceived);
        Given(Applicant).When(Applicant with { Person = null }).ThenRefused(ApplicationRefusals.ApplicantAlreadyNamed);
    }

    [Fact, Provokes(ApplicationRefusals.VictimAlreadyNamed)]
    public void Has_several_victims_each_once()
    {
        Given(Victim).When(Victim).ThenRefused(ApplicationRefusals.VictimAlreadyNamed);
        Given(Victim, Victim with { Person = null }).When(Victim with { Person = null }).ThenRecorded();
        Given(Applicant).When(Victim).ThenRecorded();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(121)]
    [Provokes(ApplicationRefusals.Age)]
    public void Nobody_is_older_than_120(int age) =>
        Nothing.When(Victim with { Age = age }).ThenRefused(ApplicationRefusals.Age, ("age", age), ("max", 120));

    [Fact, Provokes(ApplicationRefusals.AgeOrBirthYear)]
    public void A_victim_has_an_age_or_a_birth_year() =>
        Nothing.When(Victim with { BirthYear = 2006 }).ThenRefused(ApplicationRefusals.AgeOrBirthYear);

    [Theory]
    [InlineData(1899)]
    [InlineData(2024)]
    [Provokes(ApplicationRefusals.BirthYear)]
    public void A_birth_year_is_1900_to_the_year_of_the_entry(int year) =>
        Nothing.When(Victim with { Age = null, BirthYear = year }).ThenRefused(ApplicationRefusals.BirthYear, ("year", year), ("min", 1900), ("max", 2023));

    [Fact, Provokes(LimitRefusals.NamedTwice), Provokes(LimitRefusals.CodeMalformed)]
    public void An_incident_names_each_code_once()
    {
        Nothing.When(Incident with { Acts = [new("5-0301"), new("5-0301")] }).ThenRefused(LimitRefusals.NamedTwice, ("field", Field.Acts));
        Nothing.When(Incident with { Purposes = [new("a"), new("a")] }).ThenRefused(LimitRefusals.NamedTwice, ("field", Field.Purposes));
        Nothing.When(Incident with { Against = [new("MOI")] }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Authority));
        Nothing.When(Incident with { PlaceKind = new PlaceKindCode("?") }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.PlaceKind));
    }

    [Fact]
    public void A_body_may_be_complained_to_that_is_complained_against()
    {
        var complaint = new ApplicationEvent.ComplaintMade(new("moi"), null);
        Given(Incident).When(complaint).Then(complaint);
    }

    [Fact, Provokes(ApplicationRefusals.NoScope)]
    public void A_consent_is_to_something() => Nothing.When(Consent with { Scopes = [] }).ThenRefused(ApplicationRefusals.NoScope);

    [Fact, Provokes(ApplicationRefusals.NotGiven)]
    public void Only_a_consent_in_force_is_taken_back()
    {
        var refused = ("scope", (object)ConsentScope.Share);
        Nothing.When(TakenBack).ThenRefused(ApplicationRefusals.NotGiven, refused);
        Given(Consent).When(TakenBack).Then(TakenBack);
        Given(Consent, TakenBack).When(TakenBack).ThenRefused(ApplicationRefusals.NotGiven, refused);
        Given(Consent, TakenBack, Consent).When(TakenBack).ThenRecorded();
        Given(new ApplicationEvent.ConsentRefused([ConsentScope.Share], ConsentGiver.Applicant, null, null)).When(TakenBack)
            .ThenRefused(ApplicationRefusals.NotGiven, refused);
    }

    [Fact]
    public void A_consent_is_taken_back_by_whoever_gave_it()
    {
        var applicant = Consent with { Giver = ConsentGiver.Applicant, Person = null };
        Given(applicant).When(TakenBack).ThenRefused(ApplicationRefusals.NotGiven, ("scope", ConsentScope.Share));
        Given(Consent, applicant).When(TakenBack).Then(TakenBack);
        Given(Consent).When(TakenBack with { Person = new(Any.Id("another victim")) }).ThenRefused(ApplicationRefusals.NotGiven, ("scope", ConsentScope.Share));
        Given(Consent with { Person = null }).When(TakenBack with { Person = Any.Person }).ThenRecorded();
    }

    [Fact]
    public void What_one_says_does_not_undo_what_another_said()
    {
        var other = new PersonId(Any.Id("another victim"));
        ApplicationEvent Refused(PersonId? person) => new ApplicationEvent.ConsentRefused([ConsentScope.Share], ConsentGiver.Victim, person, null);

        Given(Consent).State.Consents.To(ConsentScope.Share).Should().Be(Trials.Domain.Applications.Consent.Given);
        Given(Consent).State.Consents.To(ConsentScope.Statistics).Should().BeNull("nobody was asked");
        Given(Refused(other), Consent).State.Consents.To(ConsentScope.Share).Should().Be(Trials.Domain.Applications.Consent.Refused);
        Given(Refused(other), Consent, Consent with { Person = other }).State.Consents.To(ConsentScope.Share).Should().Be(Trials.Domain.Applications.Consent.Given);
        Given(Refused(other), Refused(Any.Person), Consent with { Person = null }).State.Consents.To(ConsentScope.Share)
            .Should().Be(Trials.Domain.Applications.Consent.Given, "the capacity says enough: it is said for everybody in it");
        Given(Consent, TakenBack).State.Consents.To(ConsentScope.Share).Should().Be(Trials.Domain.Applications.Consent.Withdrawn);
    }

    [Fact]
    public void What_was_said_later_stays_also_where_the_earlier_word_is_recorded_after_it()
    {
        var earlier = HappenedAt.On(Scenario.Then.Date.PlusDays(-9));
        Given(Consent, TakenBack).And(At(earlier, Consent)).State.Consents.To(ConsentScope.Share).Should().Be(Trials.Domain.Applications.Consent.Withdrawn);
    }

    [Fact]
    public void A_lawyer_s_work_is_monitored_whoever_retained_the_lawyer() => Nothing.When(new ApplicationEvent.LawyerMonitored(null)).ThenRecorded();

    [Fact, Provokes(ApplicationRefusals.AlreadyLinked)]
    public void Has_several_cases_each_once()
    {
        Given(Linked).When(Linked with { Link = CaseOfApplication.Compensation }).ThenRefused(ApplicationRefusals.AlreadyLinked);
        Given(Linked).When(Linked with { Case = new(Any.Id("other case")) }).ThenRecorded();
    }

    [Fact, Provokes(ApplicationRefusals.AfterClosing), Provokes(ApplicationRefusals.AlreadyClosed), Provokes(ApplicationRefusals.NotClosed)]
    public void What_happens_after_closing_needs_reopening()
    {
        var later = Scenario.Moment(11, 0);
        var note = new ApplicationEvent.Noted(Any.Text);
        Given(Closed).When(At(later, note)).ThenRefused(ApplicationRefusals.AfterClosing, ("at", later.Local), ("closed", Scenario.Then.Local));
        Given(Closed).When(At(9, 0, note)).ThenRecorded();
        Given(Closed).When(Closed).ThenRefused(ApplicationRefusals.AlreadyClosed);
        Given(Closed, Reopened).When(At(later, note)).ThenRecorded();
        Given(Consent, Closed).When(At(later, TakenBack)).ThenRecorded();
        Given(Received).When(Reopened).ThenRefused(ApplicationRefusals.NotClosed);
    }

    [Fact, Provokes(LimitRefusals.Missing)]
    public void What_fits_no_kind_says_what_it_is()
    {
        Nothing.When(Closed with { Why = ApplicationEnd.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Nothing.When(new ApplicationEvent.Referred(ReferredTo.Other, null)).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Nothing.When(new ApplicationEvent.Referred(ReferredTo.Doctor, null)).ThenRecorded();
    }

    [Fact, Provokes(LoopRefusals.OtherMatter)]
    public async Task Is_a_matter_of_its_own()
    {
        var world = new World();
        var command = world.Command(StreamName.Of(new ApplicationId(Any.Id("application"))), null, (ApplicationEvent)Received);

        (await world.Record<Application, ApplicationEvent>(command)).ShouldBeRefused(LoopRefusals.OtherMatter);
    }
}
