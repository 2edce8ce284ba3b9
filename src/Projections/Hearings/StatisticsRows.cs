using Trials.Domain.Hearings;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Hearings;

/// <summary>
/// What hearings that took place are counted by: how late they began, or that their start is not recorded. What is not known is empty.
/// A hearing whose start is not recorded counts with zero minutes under that name. The months of a court stand together, as they are asked for.
/// </summary>
internal sealed record DelayKey(
    HearingGroup Group, string Court, string Judge, int Month, StartRecord Start, int Minutes, DelayCause Cause, CausedBy By, int Visibility)
{
    public static DelayKey? Of(HearingRow? row) => row is null || row.Facts.Start == StartRecord.NotStarted
        ? null
        : new(
            row.Facts.Group,
            row.Facts.Scheduled!.Court?.Value ?? "",
            row.Facts.Presiding?.Value ?? "",
            MonthNumber.Of(row.Facts.Date),
            row.Facts.Start,
            row.Facts.DelayMinutes ?? 0,
            row.Facts.DelayCause ?? DelayCause.NotObserved,
            row.Facts.DelayBy ?? CausedBy.NotRecorded,
            row.Visibility);

    public static SumTable<DelayKey> Table { get; } = new(
        "delay_counts",
        new Columns<DelayKey>()
            .Integer("kind_group", k => (int)k.Group)
            .Text("court", k => k.Court)
            .Integer("month", k => k.Month)
            .Text("judge", k => k.Judge)
            .Integer("start", k => (int)k.Start)
            .Integer("minutes", k => k.Minutes)
            .Integer("cause", k => (int)k.Cause)
            .Integer("caused_by", k => (int)k.By)
            .Integer("visibility", k => k.Visibility));
}

/// <summary>What hearings that are over are counted by: what became of them, why, and who caused it. What is not known is empty.</summary>
internal sealed record AdjournmentKey(
    HearingGroup Group, string Court, string Judge, int Month, HearingStage Stage, HearingCause Cause, CausedBy By, bool HasNext, int Visibility)
{
    public static AdjournmentKey? Of(HearingRow? row) => row?.Facts.Stage is HearingStage.Ended or HearingStage.Adjourned or HearingStage.NotHeld
        ? new(
            row.Facts.Group,
            row.Facts.Scheduled!.Court?.Value ?? "",
            row.Facts.Presiding?.Value ?? "",
            MonthNumber.Of(row.Facts.Date),
            row.Facts.Stage,
            row.Facts.Cause ?? HearingCause.NotStated,
            row.Facts.By ?? CausedBy.NotRecorded,
            row.Facts.Next is not null,
            row.Visibility)
        : null;

    public static SumTable<AdjournmentKey> Table { get; } = new(
        "adjournment_counts",
        new Columns<AdjournmentKey>()
            .Integer("kind_group", k => (int)k.Group)
            .Text("court", k => k.Court)
            .Integer("month", k => k.Month)
            .Text("judge", k => k.Judge)
            .Integer("stage", k => (int)k.Stage)
            .Integer("cause", k => (int)k.Cause)
            .Integer("caused_by", k => (int)k.By)
            .Integer("has_next", k => k.HasNext ? 1 : 0)
            .Integer("visibility", k => k.Visibility));
}
