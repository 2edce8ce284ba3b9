using NodaTime.Testing;
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
using Trials.Web.Forms;
using Trials.Web.Recording;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Browser;

/// <summary>The application with the invented record of the demonstration on a fixed day, which tests may add to; and where the form of each fact is.</summary>
public sealed class InventedSite : IAsyncLifetime
{
    private RunningApplication? application;

    internal RunningApplication Application => application ?? throw new InvalidOperationException("It has not been started.");

    /// <summary>Every entry that the demonstration begins with.</summary>
    internal IReadOnlyList<RecordedEvent> Entries { get; private set; } = [];

    /// <summary>The first case.</summary>
    internal CaseId Case => new(First<CaseEvent.Opened>());

    /// <summary>The first claim.</summary>
    internal ClaimId Claim => new(First<ClaimEvent.Filed>());

    /// <summary>The first application.</summary>
    internal ApplicationId Received => new(First<ApplicationEvent.Received>());

    /// <summary>The first activity.</summary>
    internal ActivityId Activity => new(First<ActivityEvent.Done>());

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start(clock: new FakeClock(PageContext.Now), invented: true);
        Entries = await application.Recorded();
        await application.Shown();
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
        {
            await application.DisposeAsync();
        }
    }

    /// <summary>Where a new fact of a kind is recorded; null for one that only a finding's or saved view's own page records, or a rule.</summary>
    internal string? FormOf(FactSchema schema)
    {
        var name = Texts.Unversioned(schema.WireName);
        return schema.Type switch
        {
            var type when type == typeof(CaseEvent.Opened) => RecordAddress.NewCase,
            var type when type == typeof(ActivityEvent.Done) => RecordAddress.NewActivity,
            var type when type == typeof(CatalogueEvent.EntryRetired) => $"/catalogues/{CourtCode.Kind}/record/{name}?code={Court}",
            var type when type == typeof(HearingEvent.Scheduled) || type == typeof(PetitionEvent.Filed) || type == typeof(ClaimEvent.Filed) => RecordAddress.In(Case, name),
            var type when type.IsAssignableTo(typeof(CaseEvent)) => RecordAddress.In(Case, name),
            var type when type.IsAssignableTo(typeof(HearingEvent)) => RecordAddress.In(new HearingId(First<HearingEvent.Scheduled>()), name),
            var type when type.IsAssignableTo(typeof(PetitionEvent)) => RecordAddress.In(new PetitionId(First<PetitionEvent.Filed>()), name),
            var type when type.IsAssignableTo(typeof(ClaimEvent)) => RecordAddress.In(Claim, name),
            var type when type.IsAssignableTo(typeof(PersonEvent)) => RecordAddress.In(new PersonId(First<PersonEvent.Registered>()), name),
            var type when type.IsAssignableTo(typeof(ApplicationEvent)) => RecordAddress.In(Received, name),
            var type when type.IsAssignableTo(typeof(ActivityEvent)) => RecordAddress.In(Activity, name),
            var type when type.IsAssignableTo(typeof(CatalogueEvent)) => $"/catalogues/{CourtCode.Kind}/record/{name}",
            var type when type.IsAssignableTo(typeof(ReportEvent)) => RecordAddress.In(Assigned.Hearing, Assigned.Observer, name),
            var type when type.IsAssignableTo(typeof(AssessmentEvent)) || type.IsAssignableTo(typeof(ViewEvent)) => null,
            var type => throw new NotSupportedException($"Nobody knows where {type.Name} is recorded."),
        };
    }

    /// <summary>A court of the demonstration.</summary>
    internal string Court => Entries.Where(entry => entry.Stream == StreamName.OfCatalogue(CourtCode.Kind)).Select(entry => entry.Data).OfType<CatalogueEvent.EntryPut>().First().Code;

    /// <summary>What a finding that somebody decided on rests on.</summary>
    internal string Finding
    {
        get
        {
            var proposed = Entries.Select(entry => entry.Data).OfType<AssessmentEvent.Proposed>().First();
            return AssessmentId.Basis(proposed.Rule, proposed.Version, proposed.Entries);
        }
    }

    private ReportEvent.Assigned Assigned => Entries.Select(entry => entry.Data).OfType<ReportEvent.Assigned>().First();

    private Guid First<TEvent>() => Guid.Parse(Entries.First(entry => entry.Data is TEvent).Stream.Id);
}
