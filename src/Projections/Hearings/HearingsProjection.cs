using Trials.Projections.Cases;
using Trials.Projections.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Reports;

namespace Trials.Projections.Hearings;

/// <summary>Hearings, the reports on them, and the counts that statistics over both are made of: each number opens the hearings it counts.</summary>
public sealed class HearingsProjection : Projection
{
    internal static readonly OwnedTable<CourtRegion> Courts = CourtRegion.Table("hearing_courts");

    /// <summary>The hearing register.</summary>
    public HearingsProjection()
        : base(ProjectionNames.Hearings, version: 2,
        [
            HearingRow.Table, HearingJudge.Table, HearingReport.Table, HearingAnswer.Table, HearingCase.Table, HearingCaseSpan.Table, Courts,
            DelayKey.Table, AdjournmentKey.Table,
        ])
    {
        From(HearingFold.Fold, (before, after, changes) => WriteHearing(HearingRow.Of(before), HearingRow.Of(after), changes));
        From(ReportFold.Fold, (before, after, changes) =>
        {
            changes.Replace(HearingReport.Table, HearingReport.Of(before), HearingReport.Of(after));
            changes.Replace(HearingAnswer.Table, HearingAnswer.Of(before), HearingAnswer.Of(after));
        });
        From(CaseFold.Fold, (before, after, changes) =>
        {
            changes.Replace(HearingCase.Table, HearingCase.Of(before), HearingCase.Of(after));
            changes.Replace(HearingCaseSpan.Table, HearingCaseSpan.Of(before), HearingCaseSpan.Of(after));
        });
        From(CatalogueFold.Fold, (before, after, changes) => changes.Replace(Courts, CourtRegion.Of(before), CourtRegion.Of(after)));
    }

    private static void WriteHearing(HearingRow? before, HearingRow? after, Changes changes)
    {
        changes.Replace(HearingRow.Table, before, after);
        changes.Replace(HearingJudge.Table, HearingJudge.Of(before), HearingJudge.Of(after));
        changes.Count(DelayKey.Table, DelayKey.Of(before), DelayKey.Of(after));
        changes.Count(AdjournmentKey.Table, AdjournmentKey.Of(before), AdjournmentKey.Of(after));
    }
}
