using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;

namespace Trials.Projections.Hearings;

/// <summary>What a list of hearings is ordered by.</summary>
public enum HearingSort
{
    /// <summary>The time set.</summary>
    Date,

    /// <summary>The delay; hearings without a recorded start come last.</summary>
    Delay,
}

/// <summary>Whether a hearing's delay can be told.</summary>
public enum StartRecord
{
    /// <summary>The time set and the opening are recorded.</summary>
    Recorded,

    /// <summary>It took place, but the time set or the opening is not recorded.</summary>
    NotRecorded,

    /// <summary>It has not taken place.</summary>
    NotStarted,
}

/// <summary>Which hearings; what is null does not restrict.</summary>
public sealed record HearingFilter
{
    /// <summary>The court.</summary>
    public CourtCode? Court { get; init; }

    /// <summary>The court's region.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>A judge of the panel.</summary>
    public OfficialCode? Judge { get; init; }

    /// <summary>Whether <see cref="Judge"/> must preside, as statistics by judge count.</summary>
    public bool Presiding { get; init; }

    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The first day set for it.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day set for it.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The least delay in minutes.</summary>
    public int? DelayFrom { get; init; }

    /// <summary>The greatest delay in minutes.</summary>
    public int? DelayTo { get; init; }

    /// <summary>Whether the delay can be told.</summary>
    public StartRecord? Start { get; init; }

    /// <summary>What is known of why it began late.</summary>
    public DelayCause? DelayCause { get; init; }

    /// <summary>Who caused the late start.</summary>
    public CausedBy? DelayBy { get; init; }

    /// <summary>Why it was adjourned or not held.</summary>
    public HearingCause? Cause { get; init; }

    /// <summary>Who caused that.</summary>
    public CausedBy? By { get; init; }

    /// <summary>Where it stands.</summary>
    public HearingStage? Stage { get; init; }

    /// <summary>True: ended, adjourned or not held, as statistics of adjournments count. False: none of these yet.</summary>
    public bool? Over { get; init; }

    /// <summary>Of those adjourned or not held, whether a next date was named; others never match.</summary>
    public bool? NextNamed { get; init; }

    /// <summary>Whether a report on it was submitted.</summary>
    public bool? Monitored { get; init; }

    /// <summary>What it is for.</summary>
    public HearingKind? Kind { get; init; }

    /// <summary>Trial hearings or preparatory ones.</summary>
    public HearingGroup? Group { get; init; }
}

/// <summary>The hearings that match, a page of them.</summary>
public sealed record HearingList(HearingFilter Filter, HearingSort Sort, bool Descending, PageRequest Page)
    : Query<HearingList, Page<HearingListRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One hearing in a list.</summary>
/// <param name="Hearing">Which.</param>
/// <param name="Case">Of which case.</param>
/// <param name="CaseReference">The case's reference; null where the case is not recorded.</param>
/// <param name="Round">The case's round; null where unknown.</param>
/// <param name="Kind">What for.</param>
/// <param name="Court">Where; null where unknown.</param>
/// <param name="Region">Of that court.</param>
/// <param name="Judges">The panel; the first presides.</param>
/// <param name="Room">The room.</param>
/// <param name="Date">The day set last before it opened.</param>
/// <param name="Time">The time set last before it opened; null where only the day is known.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Opened">When the court entered; null where nobody recorded it.</param>
/// <param name="Closed">When it ended, was adjourned or turned out not to be held; null for not yet.</param>
/// <param name="DelayMinutes">Whole minutes, early is negative; null where it cannot be told.</param>
/// <param name="DelayCause">What is known of why it began late; null where it has not opened.</param>
/// <param name="DelayBy">Who caused that; null where it has not opened.</param>
/// <param name="Cause">Why it was adjourned or not held; null where it was not.</param>
/// <param name="By">Who caused that.</param>
/// <param name="Next">The hearing that an adjournment names; null for none.</param>
/// <param name="Rescheduled">How often another date was set before it began.</param>
/// <param name="ReportsSubmitted">How many observers submitted a report: it counts as monitored from one on.</param>
public sealed record HearingListRow(
    HearingId Hearing,
    CaseId Case,
    string? CaseReference,
    int? Round,
    HearingKind Kind,
    CourtCode? Court,
    RegionCode? Region,
    ValueList<OfficialCode> Judges,
    string? Room,
    LocalDate Date,
    LocalTime? Time,
    HearingStage Stage,
    HappenedAt? Opened,
    HappenedAt? Closed,
    int? DelayMinutes,
    DelayCause? DelayCause,
    CausedBy? DelayBy,
    HearingCause? Cause,
    CausedBy? By,
    NextHearing? Next,
    int Rescheduled,
    int ReportsSubmitted)
{
    /// <summary>Whether a report on it was submitted.</summary>
    public bool Monitored => ReportsSubmitted > 0;
}
