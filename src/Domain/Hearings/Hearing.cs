using NodaTime;
using Trials.Domain.Catalogues;

namespace Trials.Domain.Hearings;

/// <summary>Where a hearing stands.</summary>
public enum HearingStage
{
    /// <summary>Nothing recorded.</summary>
    None,

    /// <summary>A date is set.</summary>
    Scheduled,

    /// <summary>The court sits.</summary>
    Open,

    /// <summary>The court is in recess.</summary>
    Recess,

    /// <summary>It did not take place.</summary>
    NotHeld,

    /// <summary>It was put off to another day.</summary>
    Adjourned,

    /// <summary>It ended.</summary>
    Ended,
}

/// <summary>The state of one sitting.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Judges">The panel now.</param>
/// <param name="Date">The day set last before it opened.</param>
/// <param name="Time">The time set last before it opened.</param>
/// <param name="OpenedAt">When the court entered; null where nobody recorded it.</param>
/// <param name="LastMoment">The moment of what was recorded last of the sitting itself, for rules of order.</param>
/// <param name="IsClosed">Whether the public is shut out.</param>
public sealed partial record Hearing(
    HearingStage Stage,
    ValueList<OfficialCode> Judges,
    LocalDate? Date,
    LocalTime? Time,
    HappenedAt? OpenedAt,
    HappenedAt? LastMoment,
    bool IsClosed) : IStream<Hearing, HearingEvent>
{
    /// <inheritdoc/>
    public static string Category => "hearing";

    /// <inheritdoc/>
    public static Hearing Initial { get; } = new(HearingStage.None, [], null, null, null, null, IsClosed: false);

    /// <inheritdoc/>
    public static Hearing Apply(Hearing state, Entry<HearingEvent> entry) => entry.Event switch
    {
        HearingEvent.Scheduled e => state with
        {
            Stage = HearingStage.Scheduled,
            Judges = e.Judges,
            Date = e.Date,
            Time = e.Time,
        },
        HearingEvent.Rescheduled e => state with { Date = e.Date, Time = e.Time },
        HearingEvent.Opened => state with
        {
            Stage = state.Stage == HearingStage.Recess ? HearingStage.Recess : HearingStage.Open,
            OpenedAt = entry.Happened,
            LastMoment = state.LastMoment ?? entry.Happened,
        },
        HearingEvent.PanelChanged e => state with { Judges = e.Judges },
        HearingEvent.RecessBegan => state with { Stage = HearingStage.Recess, LastMoment = entry.Happened },
        HearingEvent.Resumed => state with { Stage = HearingStage.Open, LastMoment = entry.Happened },
        HearingEvent.NotHeld => state with { Stage = HearingStage.NotHeld, LastMoment = entry.Happened },
        HearingEvent.Adjourned => state with { Stage = HearingStage.Adjourned, LastMoment = entry.Happened },
        HearingEvent.Ended => state with { Stage = HearingStage.Ended, LastMoment = entry.Happened },
        HearingEvent.SessionClosed => state with { IsClosed = true },
        HearingEvent.SessionReopened => state with { IsClosed = false },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
