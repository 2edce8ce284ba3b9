using Trials.Projections.Applications;
using Trials.Projections.Assessments;
using Trials.Projections.Cases;
using Trials.Projections.Catalogues;
using Trials.Projections.Claims;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;
using Trials.Projections.People;
using Trials.Projections.Petitions;
using Trials.Projections.Pretrial;
using Trials.Projections.Search;
using Trials.Projections.Timelines;
using Trials.Projections.Views;

namespace Trials.Projections;

/// <summary>The read models of the product.</summary>
public static class ReadModels
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Projection> All { get; } =
    [
        new DocketProjection(),
        new TimelineProjection(),
        new HearingsProjection(),
        new PetitionsProjection(),
        new ClaimsProjection(),
        new PretrialProjection(),
        new ApplicationsProjection(),
        new CataloguesProjection(),
        new PeopleProjection(),
        new AssessmentsProjection(),
        new SearchProjection(),
        new ViewsProjection(),
    ];
}
