using Trials.Domain.Hearings;
using Trials.Projections.Hearings;

namespace Trials.Web.Hearings;

/// <summary>What a list says of one hearing, in words.</summary>
public sealed class HearingWords(Texts texts, HearingListRow row)
{
    /// <summary>The day and time set.</summary>
    public string Set => row.Time is { } time ? texts.Dates.Moment(row.Date.At(time)) : texts.Dates.Day(row.Date);

    /// <summary>What for, and in which round.</summary>
    public string Kind => row.Round is { } round
        ? $"{texts.Of(row.Kind)}, {texts["Hearings.Round", round]}"
        : texts.Of(row.Kind);

    /// <summary>Where it stands.</summary>
    public string Stage => texts.Capital(texts.Of(row.Stage));

    /// <summary>The mark before where it stands.</summary>
    public string StageClass => row.Stage switch
    {
        HearingStage.Ended or HearingStage.Open or HearingStage.Recess => "ok",
        HearingStage.Adjourned => "wait",
        HearingStage.NotHeld => "bad",
        _ => "off",
    };

    /// <summary>Why there is no delay to tell.</summary>
    public string NoDelay => row.Stage switch
    {
        HearingStage.NotHeld => texts["Hearings.NotHeld"],
        HearingStage.None or HearingStage.Scheduled => texts["Hearings.NotBegun"],
        _ => texts["Registers.NotRecorded"],
    };

    /// <summary>Why it began late, and who caused it; null of one that did not.</summary>
    public string? DelayCause => row is { DelayMinutes: > 0, DelayCause: { } cause } ? With(texts.Of(cause), row.DelayBy) : null;

    /// <summary>Why it was adjourned or not held, and who caused it; null of one that was not.</summary>
    public string? Cause => row.Cause is { } cause ? With(texts["Hearings.Cause", texts.Of(cause)], row.By) : null;

    /// <summary>The next date that was named; null of a hearing that was neither adjourned nor not held.</summary>
    public string? Next => row switch
    {
        { Cause: null } => null,
        { Next: null } => texts["Hearings.NoNext"],
        { Next: { } next } => texts["Hearings.Next", next.Time is { } time ? texts.Dates.Moment(next.Date.At(time)) : texts.Dates.Day(next.Date)],
    };

    private string With(string cause, CausedBy? by) =>
        by is null or CausedBy.NotRecorded ? cause : texts["Hearings.CausedBy", cause, texts.Of(by)];
}
