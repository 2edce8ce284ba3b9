using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Hearings;

/// <summary>From which step to which days are counted.</summary>
public enum DurationKind
{
    /// <summary>From the day the case was opened or registered to the day set for its first hearing that took place.</summary>
    OpenedToFirstHearing,

    /// <summary>From the first hearing that took place to the first judgment.</summary>
    FirstHearingToJudgment,

    /// <summary>From the day the case was opened or registered to the first judgment.</summary>
    OpenedToJudgment,

    /// <summary>From each hearing of a case, held or not, to its next.</summary>
    HearingToHearing,

    /// <summary>From the first complaint to the first refusal to open a criminal case.</summary>
    ComplaintToRefusal,

    /// <summary>From each refusal to open a criminal case to its setting aside.</summary>
    RefusalToSetAside,

    /// <summary>From each setting aside of a refusal to the next refusal.</summary>
    SetAsideToRefusal,

    /// <summary>From the first complaint to the opening of a criminal case.</summary>
    ComplaintToCriminalCase,

    /// <summary>From the opening of a criminal case to the first indictment.</summary>
    CriminalCaseToIndictment,

    /// <summary>From each suspension of the investigation to its resumption.</summary>
    SuspendedToResumed,

    /// <summary>From the first complaint to the first judgment.</summary>
    ComplaintToJudgment,
}

/// <summary>Which cases durations are counted of; what is null does not restrict.</summary>
public sealed record DurationFilter
{
    /// <summary>The kind of proceeding.</summary>
    public CaseKind? Kind { get; init; }

    /// <summary>The court of the case's first round that names one.</summary>
    public CourtCode? Court { get; init; }

    /// <summary>The region of that court.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The first month in which the case was opened.</summary>
    public YearMonth? From { get; init; }

    /// <summary>The last month in which the case was opened.</summary>
    public YearMonth? To { get; init; }
}

/// <summary>How long it takes from one step to the next.</summary>
public sealed record DurationStatistics(DurationFilter Filter) : Query<DurationStatistics, IReadOnlyList<DurationReport>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>How long it takes from one step to another.</summary>
/// <param name="Kind">Which steps.</param>
/// <param name="Days">Whole days, where both ends are known to the day.</param>
/// <param name="NotCounted">How many have both steps, but not to the day at both ends.</param>
public sealed record DurationReport(DurationKind Kind, Distribution Days, int NotCounted);
