using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;

namespace Trials.Projections.Petitions;

/// <summary>Where a petition stands.</summary>
public enum PetitionStanding
{
    /// <summary>No decision; also after it was forwarded to another body, which must now decide.</summary>
    Waiting,

    /// <summary>No decision; it was put off expressly.</summary>
    HeldOver,

    /// <summary>Decided.</summary>
    Decided,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>No decision, and whoever had to decide can no longer: the judgment was given, the case was returned, terminated or sent on.</summary>
    Disregarded,
}

/// <summary>What a list of petitions is ordered by.</summary>
public enum PetitionSort
{
    /// <summary>The day of filing: ascending, those that wait longest come first.</summary>
    Filed,

    /// <summary>The day of the decision or withdrawal; open ones come last.</summary>
    Closed,
}

/// <summary>Which petitions; what is null does not restrict.</summary>
public sealed record PetitionFilter
{
    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>Where it stands.</summary>
    public PetitionStanding? Standing { get; init; }

    /// <summary>True: without a decision, also where nobody can decide any more. False: decided or withdrawn.</summary>
    public bool? Open { get; init; }

    /// <summary>Whether whoever had to decide no longer can, without having decided.</summary>
    public bool? Disregarded { get; init; }

    /// <summary>What is asked for.</summary>
    public PetitionKind? Kind { get; init; }

    /// <summary>By whom.</summary>
    public Party? By { get; init; }

    /// <summary>To whom.</summary>
    public Addressee? To { get; init; }

    /// <summary>What was decided.</summary>
    public PetitionDecision? Decision { get; init; }

    /// <summary>The hearing at which it was made.</summary>
    public HearingId? Hearing { get; init; }

    /// <summary>The first day of filing.</summary>
    public LocalDate? FiledFrom { get; init; }

    /// <summary>The last day of filing.</summary>
    public LocalDate? FiledTo { get; init; }
}

/// <summary>The petitions that match, a page of them.</summary>
/// <param name="Filter">Which.</param>
/// <param name="Sort">In what order.</param>
/// <param name="Descending">Whether from the end.</param>
/// <param name="Today">The day at which an open petition's age is counted.</param>
/// <param name="Page">Which page.</param>
public sealed record PetitionList(PetitionFilter Filter, PetitionSort Sort, bool Descending, LocalDate Today, PageRequest Page)
    : Query<PetitionList, Page<PetitionListRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One petition, and those that it repeats or that repeat it; null where there is none that the viewer may see.</summary>
public sealed record PetitionDetail(PetitionId Petition, LocalDate Today) : Query<PetitionDetail, PetitionView?>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One petition with its chain.</summary>
/// <param name="Row">As in a list.</param>
/// <param name="Revision">The revision of its stream, for forms.</param>
/// <param name="Chain">The petitions before it, itself, and those that repeat it, by day of filing.</param>
public sealed record PetitionView(PetitionListRow Row, long Revision, IReadOnlyList<PetitionListRow> Chain);

/// <summary>One petition in a list.</summary>
/// <param name="Petition">Which.</param>
/// <param name="Case">Of which case.</param>
/// <param name="CaseReference">The case's reference; null where the case is not recorded.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="By">By whom.</param>
/// <param name="To">Who must decide.</param>
/// <param name="Round">The case's round; null where unknown.</param>
/// <param name="Hearing">The hearing at which it was made; null where it was filed outside one.</param>
/// <param name="Predecessor">The petition that it repeats; null for none.</param>
/// <param name="Text">What it asks, sealed.</param>
/// <param name="Filed">When.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="HeldOver">How often it was put off.</param>
/// <param name="Decision">What was decided last; null for nothing.</param>
/// <param name="Reasoning">Whether the decision gave reasons; null for none.</param>
/// <param name="Closed">When it was decided or withdrawn; null while it waits.</param>
/// <param name="Days">Whole days from filing to its close, to the end of the competence of whoever had to decide, or to today while it waits; null where a day is not known. Never a deadline.</param>
public sealed record PetitionListRow(
    PetitionId Petition,
    CaseId Case,
    string? CaseReference,
    PetitionKind Kind,
    Party By,
    Addressee To,
    int? Round,
    HearingId? Hearing,
    PetitionId? Predecessor,
    FreeText? Text,
    HappenedAt Filed,
    PetitionStanding Standing,
    int HeldOver,
    PetitionDecision? Decision,
    Reasoning? Reasoning,
    HappenedAt? Closed,
    int? Days)
{
    /// <summary>Of one without a decision: when whoever had to decide no longer could; null while they can.</summary>
    public HappenedAt? CompetenceEnded { get; init; }

    /// <summary>Whether what was granted was done; null where nobody recorded it.</summary>
    public Execution? Execution { get; init; }

    /// <summary>How often a decision of it was appealed.</summary>
    public int Appeals { get; init; }

    /// <summary>How often a decision of it was set aside.</summary>
    public int SetAside { get; init; }
}
