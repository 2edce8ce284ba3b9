using Mediator;
using Trials.Domain;
using Trials.Projections;
using Trials.Projections.Activities;
using Trials.Projections.Applications;
using Trials.Projections.Timelines;
using Trials.Web.Naming;
using Trials.Web.Timelines;

namespace Trials.Web.Applications;

/// <summary>Everything that an application's page shows.</summary>
/// <param name="View">The application; null where nothing is recorded yet.</param>
/// <param name="Entries">Everything recorded in its matter.</param>
/// <param name="Activities">What was done for it, latest first.</param>
/// <param name="Names">What ids and codes are called.</param>
/// <param name="Describe">What entries say in words.</param>
public sealed record ApplicationStory(
    ApplicationView? View,
    IReadOnlyList<TimelineEntry> Entries,
    Page<ActivityListRow> Activities,
    Names Names,
    EntryDescription Describe);

/// <summary>Reads what an application's page shows.</summary>
public sealed class ApplicationReader(ISender sender, Texts texts, Names names, IActorSource acting, ITextOpener opener)
{
    /// <summary>Reads an application.</summary>
    public async Task<ApplicationStory> Read(ApplicationId id, CancellationToken cancellation = default)
    {
        var view = await sender.Send(new ApplicationDetail(id), cancellation);
        var timeline = await sender.Send(new CaseTimeline(id.Matter), cancellation);
        var activities = await sender.Send(
            new ActivityList(new ActivityFilter { Application = id }, Descending: true, new PageRequest(1, PageRequest.MaxSize)), cancellation);
        await names.LoadCatalogues(cancellation);
        var mayReadNames = acting.Current?.Permissions.Contains(Permission.RecordPersons) == true;
        if (mayReadNames)
        {
            await names.LoadPersons(timeline.Entries.SelectMany(EntryDescription.PersonsOf), cancellation);
        }

        foreach (var linked in view?.Cases ?? [])
        {
            names.Know(linked.Case, linked.Reference ?? texts["Hearings.CaseNotRecorded"]);
        }

        return new(view, timeline.Entries, activities, names, new EntryDescription(texts, names, opener, mayReadNames));
    }
}
