using Trials.Projections.Activities;
using Trials.Projections.Cases;
using Trials.Projections.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.People;

namespace Trials.Projections.Applications;

/// <summary>The registers of applications and activities, which the annual figures are counted from.</summary>
public sealed class ApplicationsProjection : Projection
{
    internal static readonly OwnedTable<MergedPerson> Merged = MergedPerson.Table("application_merges");

    /// <summary>The registers of applications and activities.</summary>
    public ApplicationsProjection()
        : base(ProjectionNames.Applications, version: 3,
        [
            ApplicationRow.Table, ApplicationVictim.Table, ApplicationConsent.Table, ApplicationCode.Table, ApplicationYear.Table, ApplicationCase.Table,
            LinkedCase.Table, ActivityRow.Table, RegionArea.Table, StatedZero.Table, Merged,
        ])
    {
        From(ApplicationFold.Fold, (before, after, changes) => Write(ApplicationRow.Of(before), ApplicationRow.Of(after), changes));
        From(ActivityFold.Fold, (before, after, changes) => changes.Replace(ActivityRow.Table, ActivityRow.Of(before), ActivityRow.Of(after)));
        From(CaseFold.Fold, (before, after, changes) => changes.Replace(LinkedCase.Table, LinkedCase.Of(before), LinkedCase.Of(after)));
        From(PersonFold.Fold, (before, after, changes) => changes.Replace(Merged, MergedPerson.Of(before), MergedPerson.Of(after)));
        From(CatalogueFold.Fold, (before, after, changes) =>
        {
            changes.Replace(RegionArea.Table, RegionArea.Of(before), RegionArea.Of(after));
            changes.Replace(StatedZero.Table, StatedZero.Of(before), StatedZero.Of(after));
        });
    }

    private static void Write(ApplicationRow? before, ApplicationRow? after, Changes changes)
    {
        changes.Replace(ApplicationRow.Table, before, after);
        changes.Replace(ApplicationVictim.Table, ApplicationVictim.Of(before), ApplicationVictim.Of(after));
        changes.Replace(ApplicationConsent.Table, ApplicationConsent.All(before), ApplicationConsent.All(after));
        changes.Replace(ApplicationCode.Table, ApplicationCode.Of(before), ApplicationCode.Of(after));
        changes.Replace(ApplicationYear.Table, ApplicationYear.Of(before), ApplicationYear.Of(after));
        changes.Replace(ApplicationCase.Table, ApplicationCase.Of(before), ApplicationCase.Of(after));
    }
}
