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
using Trials.Web.Acting;

namespace Trials.Web.Demo;

/// <summary>
/// Records the invented record through the same decisions as everything else, in the names of the invented people. Each command has a name of its own;
/// one that was recorded before is left as it is.
/// </summary>
public sealed class DemoWriter(DecisionLoop loop, NextHearings nextHearings, CancellationToken cancellation)
{
    private readonly List<string> refused = [];

    /// <summary>What the decisions did not take, by the commands' names.</summary>
    public IReadOnlyList<string> Refused => refused;

    private static Actor Lawyer => DemoPeople.Lawyer.Actor;

    private static Actor Documentalist => DemoPeople.Documentalist.Actor;

    private static Actor Observer => DemoPeople.Observer.Actor;

    /// <summary>Puts an entry into a catalogue.</summary>
    public Task Catalogue(string kind, LocalDate on, CatalogueEvent.EntryPut entry) =>
        Send<Catalogue, CatalogueEvent, RecordInCatalogue>($"{kind}/{entry.Code}", Lawyer, new RecordInCatalogue
        {
            Stream = StreamName.OfCatalogue(kind),
            Matter = MatterId.Common,
            Header = Header($"{kind}/{entry.Code}", HappenedAt.On(on), null),
            Facts = [entry],
        });

    /// <summary>Registers a person of a case.</summary>
    public Task Person(string name, CaseId of, HappenedAt at, PersonEvent.Registered person) => Person(name, of.Matter, at, person);

    /// <summary>Registers a person of a matter.</summary>
    public Task Person(string name, MatterId of, HappenedAt at, PersonEvent.Registered person) =>
        Person(name, name, of, at, person);

    /// <summary>Records what became known of a registered person.</summary>
    public Task Person(string command, string name, MatterId of, HappenedAt at, PersonEvent fact) =>
        Send<Person, PersonEvent, RecordPerson>($"person/{command}", Lawyer, new RecordPerson
        {
            Stream = StreamName.Of(DemoIds.Person(name)),
            Matter = of,
            Header = Header($"person/{command}", at, null),
            Facts = [fact],
        });

    /// <summary>Records facts of a case.</summary>
    public Task Case(string command, CaseId id, HappenedAt at, Source source, params ReadOnlySpan<CaseEvent> facts) =>
        Case(command, id, at, source, ValueList.Create(facts), []);

    /// <summary>Amends an entry of a case.</summary>
    public Task AmendCase(string command, CaseId id, HappenedAt at, Amendment amendment) => Case(command, id, at, new Source.SeenMyself(), [], [amendment]);

    /// <summary>Records facts of a hearing; where an adjournment names the next one, that is scheduled.</summary>
    public Task Hearing(string command, string hearing, CaseId of, HappenedAt at, Source source, params ReadOnlySpan<HearingEvent> facts) =>
        Hearing(command, hearing, of, at, source, ValueList.Create(facts), []);

    /// <summary>Amends an entry of a hearing.</summary>
    public Task AmendHearing(string command, string hearing, CaseId of, HappenedAt at, Amendment amendment) =>
        Hearing(command, hearing, of, at, new Source.SeenMyself(), [], [amendment]);

    /// <summary>Records facts of an application.</summary>
    public Task Application(string command, ApplicationId id, HappenedAt at, Source source, params ReadOnlySpan<ApplicationEvent> facts) =>
        Send<Application, ApplicationEvent, RecordInApplication>(command, Documentalist, new RecordInApplication
        {
            Stream = StreamName.Of(id),
            Matter = id.Matter,
            Header = Header(command, at, source),
            Facts = ValueList.Create(facts),
        });

    /// <summary>Records facts of an activity, which belongs to the matter that the first of them names, or else to none.</summary>
    public Task Activity(string command, string activity, HappenedAt at, params ReadOnlySpan<ActivityEvent> facts) =>
        Send<Activity, ActivityEvent, RecordActivity>($"activity/{command}", Documentalist, new RecordActivity
        {
            Stream = StreamName.Of(DemoIds.Activity(activity)),
            Matter = (facts[0] as IOfMatter)?.Matter ?? DemoIds.Activity(activity).OwnMatter,
            Header = Header($"activity/{command}", at, null),
            Facts = ValueList.Create(facts),
        });

    /// <summary>Records facts of a petition.</summary>
    public Task Petition(string command, string petition, CaseId of, HappenedAt at, params ReadOnlySpan<PetitionEvent> facts) =>
        Send<Petition, PetitionEvent, RecordInPetition>(command, Lawyer, new RecordInPetition
        {
            Stream = StreamName.Of(DemoIds.Petition(petition)),
            Matter = of.Matter,
            Header = Header(command, at, null),
            Facts = ValueList.Create(facts),
        });

    /// <summary>Records facts of a claim.</summary>
    public Task Claim(string command, string claim, CaseId of, HappenedAt at, params ReadOnlySpan<ClaimEvent> facts) =>
        Send<Claim, ClaimEvent, RecordInClaim>(command, Lawyer, new RecordInClaim
        {
            Stream = StreamName.Of(DemoIds.Claim(claim)),
            Matter = of.Matter,
            Header = Header(command, at, null),
            Facts = ValueList.Create(facts),
        });

    /// <summary>Decides on what a rule proposes.</summary>
    public Task Assessment(HappenedAt at, AssessmentEvent.Proposed proposed, AssessmentEvent decision)
    {
        var stream = AssessmentId.Of(proposed.Rule, proposed.Version, proposed.Entries).Stream;
        return Send<Assessment, AssessmentEvent, RecordInAssessment>(stream.Value, Lawyer, new RecordInAssessment
        {
            Stream = stream,
            Matter = proposed.Case.Matter,
            Header = Header(stream.Value, at, null),
            Facts = [proposed, decision],
        });
    }

    /// <summary>Records what one observer reports of a hearing.</summary>
    public Task Report(string command, string hearing, CaseId of, Actor observer, HappenedAt at, params ReadOnlySpan<ReportEvent> facts) =>
        Send<Report, ReportEvent, RecordInReport>(command, observer, new RecordInReport
        {
            Stream = StreamName.OfReport(DemoIds.Hearing(hearing), observer.Id),
            Matter = of.Matter,
            Header = Header(command, at, null),
            Facts = ValueList.Create(facts),
        });

    private Task Case(string command, CaseId id, HappenedAt at, Source source, ValueList<CaseEvent> facts, ValueList<Amendment> amendments) =>
        Send<Case, CaseEvent, RecordInCase>(command, Lawyer, new RecordInCase
        {
            Stream = StreamName.Of(id),
            Matter = id.Matter,
            Header = Header(command, at, source),
            Facts = facts,
            Amendments = amendments,
        });

    private async Task Hearing(
        string command, string hearing, CaseId of, HappenedAt at, Source source, ValueList<HearingEvent> facts, ValueList<Amendment> amendments)
    {
        var stream = StreamName.Of(DemoIds.Hearing(hearing));
        await Send<Hearing, HearingEvent, RecordInHearing>(command, source is Source.SeenMyself ? Observer : Lawyer, new RecordInHearing
        {
            Stream = stream,
            Matter = of.Matter,
            Header = Header(command, at, source),
            Facts = facts,
            Amendments = amendments,
        }).ConfigureAwait(false);
        foreach (var outcome in await nextHearings.Follow(stream, cancellation).ConfigureAwait(false))
        {
            Take($"{command}, next hearing", outcome);
        }
    }

    private static CommandHeader Header(string command, HappenedAt at, Source? source) => new(DemoIds.Command(command), at, source ?? new Source.SeenMyself());

    private async Task Send<TState, TEvent, TCommand>(string name, Actor actor, TCommand command)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
        where TCommand : IStreamCommand =>
        Take(name, await loop.Record<TState, TEvent>(command, actor, cancellation).ConfigureAwait(false));

    /// <summary>A demonstration of an earlier version may have said some of it in other words; what stands there stays.</summary>
    private void Take(string name, Outcome outcome)
    {
        if (outcome is Outcome.Refused { Refusal: var refusal })
        {
            refused.Add($"{name}: {refusal.Code}");
        }
    }
}
