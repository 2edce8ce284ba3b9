using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Domain.Reports;
using Trials.Projections.Hearings;
using Trials.Web.Forms;

namespace Trials.Web.Hearings;

/// <summary>Something that can be recorded with a press while a hearing is watched.</summary>
/// <param name="Schema">The fact.</param>
/// <param name="IsMain">Whether it is what most likely happens next.</param>
public sealed record HearingAct(FactSchema Schema, bool IsMain = false)
{
    /// <summary>The fact's wire name without its version: what the button sends.</summary>
    public string Name => Texts.Unversioned(Schema.WireName);

    /// <summary>Whether it belongs to an observer's report; else to the hearing.</summary>
    public bool IsOfReport => Schema.Type.IsAssignableTo(typeof(ReportEvent));

    /// <summary>The act of a kind of fact.</summary>
    public static HearingAct Of<TEvent>(bool isMain = false)
        where TEvent : DomainEvent => new(FactSchema.Of(typeof(TEvent)), isMain);

    /// <summary>The act that a button sent; null for none of ours.</summary>
    public static HearingAct? Find(string name) =>
        FactSchema.Find(name) is { } schema && (schema.Type.IsAssignableTo(typeof(HearingEvent)) || schema.Type.IsAssignableTo(typeof(ReportEvent)))
            ? new(schema)
            : null;
}

/// <summary>What can happen to a hearing from where it stands.</summary>
public static class HearingActs
{
    private static readonly HearingAct Opened = HearingAct.Of<HearingEvent.Opened>(isMain: true);
    private static readonly HearingAct NotHeld = HearingAct.Of<HearingEvent.NotHeld>();
    private static readonly HearingAct Rescheduled = HearingAct.Of<HearingEvent.Rescheduled>();
    private static readonly HearingAct PanelChanged = HearingAct.Of<HearingEvent.PanelChanged>();
    private static readonly HearingAct Recess = HearingAct.Of<HearingEvent.RecessBegan>(isMain: true);
    private static readonly HearingAct Resumed = HearingAct.Of<HearingEvent.Resumed>(isMain: true);
    private static readonly HearingAct Adjourned = HearingAct.Of<HearingEvent.Adjourned>();
    private static readonly HearingAct Ended = HearingAct.Of<HearingEvent.Ended>();
    private static readonly HearingAct SessionClosed = HearingAct.Of<HearingEvent.SessionClosed>();
    private static readonly HearingAct SessionReopened = HearingAct.Of<HearingEvent.SessionReopened>();

    /// <summary>What a press stamps: on the hearing's day whatever may happen next, before that day only what can happen then, afterwards nothing.</summary>
    /// <param name="row">The hearing.</param>
    /// <param name="today">The day at the court.</param>
    public static IReadOnlyList<HearingAct> ToPress(HearingListRow row, LocalDate today) => (row.Stage, today.CompareTo(row.Date)) switch
    {
        (HearingStage.Scheduled, < 0) => [NotHeld, Rescheduled, PanelChanged],
        (HearingStage.Scheduled, 0) => [Opened, NotHeld, Rescheduled, PanelChanged],
        (HearingStage.Open, 0) => [Recess, Adjourned, Ended, PanelChanged],
        (HearingStage.Recess, 0) => [Resumed, Adjourned, Ended, PanelChanged],
        _ => [],
    };

    /// <summary>What can be entered afterwards, with the time at which it happened.</summary>
    public static IReadOnlyList<HearingAct> Afterwards(HearingListRow row) => row.Stage switch
    {
        HearingStage.Scheduled => [Opened, NotHeld, Rescheduled, PanelChanged, Recess, Adjourned, Ended, SessionClosed],
        HearingStage.Open => [Recess, PanelChanged, Adjourned, Ended, SessionClosed, SessionReopened],
        HearingStage.Recess => [Resumed, PanelChanged, Adjourned, Ended, SessionClosed, SessionReopened],
        HearingStage.Adjourned or HearingStage.Ended => [SessionClosed, SessionReopened],
        _ => [],
    };
}
