using Mediator;
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

namespace Trials.Web.Recording;

/// <summary>Sends what a form records to the stream that it belongs to, as that stream's own command.</summary>
public sealed class Recorder(IMediator mediator)
{
    /// <summary>Records facts and amendments in one stream, all or none.</summary>
    /// <exception cref="ArgumentException">There is no such kind of stream.</exception>
    /// <exception cref="InvalidCastException">A fact is not of that stream's family.</exception>
    public ValueTask<Outcome> Record(
        StreamName stream,
        MatterId matter,
        CommandHeader header,
        IEnumerable<DomainEvent> facts,
        IEnumerable<Amendment> amendments,
        CancellationToken cancellation)
    {
        var changes = amendments.ToValueList();
        return stream.Category switch
        {
            "case" => mediator.Send(
                new RecordInCase { Stream = stream, Matter = matter, Header = header, Facts = All<CaseEvent>(facts), Amendments = changes }, cancellation),
            "hearing" => mediator.Send(
                new RecordInHearing { Stream = stream, Matter = matter, Header = header, Facts = All<HearingEvent>(facts), Amendments = changes }, cancellation),
            "petition" => mediator.Send(
                new RecordInPetition { Stream = stream, Matter = matter, Header = header, Facts = All<PetitionEvent>(facts), Amendments = changes }, cancellation),
            "claim" => mediator.Send(
                new RecordInClaim { Stream = stream, Matter = matter, Header = header, Facts = All<ClaimEvent>(facts), Amendments = changes }, cancellation),
            "application" => mediator.Send(
                new RecordInApplication { Stream = stream, Matter = matter, Header = header, Facts = All<ApplicationEvent>(facts), Amendments = changes }, cancellation),
            "activity" => mediator.Send(
                new RecordActivity { Stream = stream, Matter = matter, Header = header, Facts = All<ActivityEvent>(facts), Amendments = changes }, cancellation),
            "report" => mediator.Send(
                new RecordInReport { Stream = stream, Matter = matter, Header = header, Facts = All<ReportEvent>(facts), Amendments = changes }, cancellation),
            "person" => mediator.Send(
                new RecordPerson { Stream = stream, Matter = matter, Header = header, Facts = All<PersonEvent>(facts), Amendments = changes }, cancellation),
            "catalogue" => mediator.Send(
                new RecordInCatalogue { Stream = stream, Matter = matter, Header = header, Facts = All<CatalogueEvent>(facts), Amendments = changes }, cancellation),
            "assessment" => mediator.Send(
                new RecordInAssessment { Stream = stream, Matter = matter, Header = header, Facts = All<AssessmentEvent>(facts), Amendments = changes }, cancellation),
            "view" => mediator.Send(
                new RecordView { Stream = stream, Matter = matter, Header = header, Facts = All<ViewEvent>(facts), Amendments = changes }, cancellation),
            var unknown => throw new ArgumentException($"There is no stream of kind '{unknown}'.", nameof(stream)),
        };
    }

    private static ValueList<TEvent> All<TEvent>(IEnumerable<DomainEvent> facts)
        where TEvent : DomainEvent => facts.Cast<TEvent>().ToValueList();
}
