using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Projections.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Hearings;
using Trials.Projections.People;
using Trials.Projections.Petitions;

namespace Trials.Projections.Cases;

/// <summary>The docket: cases with their rounds and accused, what they are found by, and how much is recorded in each.</summary>
public sealed class DocketProjection : Projection
{
    internal static readonly OwnedTable<CourtRegion> Courts = CourtRegion.Table("docket_courts");

    internal static readonly OwnedTable<MergedPerson> Merged = MergedPerson.Table("docket_merges");

    /// <summary>The docket.</summary>
    public DocketProjection()
        : base(ProjectionNames.Docket, version: 6,
        [
            DocketCase.Table, DocketRound.Table, DocketAccused.Table, DocketArticle.Table, DocketWord.Table,
            DocketCharge.Table, DocketJudgment.Table, DocketLink.Table,
            Courts, DocketScheduled.Table, DocketCount.Table, DocketRecorded.Table, Merged,
        ])
    {
        From(CaseFold.Fold, (before, after, changes) => WriteCase(DocketCase.Of(before), DocketCase.Of(after), changes));
        From(HearingFold.Fold, (before, after, changes) =>
        {
            changes.Replace(DocketScheduled.Table, Scheduled(before), Scheduled(after));
            changes.Count(DocketCount.Table, Counted(before), Counted(after));
        });
        From(PetitionFold.Fold, (before, after, changes) =>
        {
            changes.Count(DocketCount.Table, Counted(before, CaseCounter.Petitions), Counted(after, CaseCounter.Petitions));
            changes.Count(DocketCount.Table, Counted(before, CaseCounter.PetitionsWaiting), Counted(after, CaseCounter.PetitionsWaiting));
        });
        From(PersonFold.Fold, (before, after, changes) => changes.Replace(Merged, MergedPerson.Of(before), MergedPerson.Of(after)));
        From(CatalogueFold.Fold, (before, after, changes) => changes.Replace(Courts, CourtRegion.Of(before), CourtRegion.Of(after)));
    }

    /// <inheritdoc/>
    public override bool Takes(string category) => base.Takes(category) || category is "report" or "claim";

    internal override void Record(StoredEvent stored, RecordedEvent @event, Changes changes)
    {
        if (@event.Metadata.Matter != MatterId.Common)
        {
            changes.Reach(DocketRecorded.Table, new(@event.Metadata.Matter), @event.Metadata.Recorded);
        }
    }

    private static void WriteCase(DocketCase? before, DocketCase? after, Changes changes)
    {
        changes.Replace(DocketCase.Table, before, after);
        if (Equals(before?.Facts, after?.Facts))
        {
            return;
        }

        changes.Replace(DocketRound.Table, DocketRound.Of(before), DocketRound.Of(after));
        changes.Replace(DocketAccused.Table, DocketAccused.Of(before), DocketAccused.Of(after));
        changes.Replace(DocketCharge.Table, DocketCharge.Of(before), DocketCharge.Of(after));
        changes.Replace(DocketJudgment.Table, DocketJudgment.Of(before), DocketJudgment.Of(after));
        changes.Replace(DocketLink.Table, DocketLink.Of(before), DocketLink.Of(after));
        changes.Replace(DocketArticle.Table, DocketArticle.Of(before), DocketArticle.Of(after));
        changes.Replace(DocketWord.Table, DocketWord.Of(before), DocketWord.Of(after));
    }

    private static DocketScheduled? Scheduled(Folded<HearingFacts>? folded) =>
        folded?.State is { Stage: HearingStage.Scheduled, Scheduled: { } scheduled } facts
            ? new(new(folded.Stream.LeadingGuid), scheduled.Case, facts.Date, facts.Time, scheduled.Court)
            : null;

    private static DocketCount? Counted(Folded<HearingFacts>? folded) =>
        folded?.State.Scheduled is { } scheduled ? new(scheduled.Case, CaseCounter.Hearings) : null;

    private static DocketCount? Counted(Folded<PetitionFacts>? folded, CaseCounter what) =>
        folded?.State is { Filed: { } filed } facts && (what == CaseCounter.Petitions || facts.IsOpen) ? new(filed.Case, what) : null;
}
