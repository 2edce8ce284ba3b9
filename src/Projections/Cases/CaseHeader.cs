using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Cases;

/// <summary>One case; null where there is none that the viewer may see.</summary>
/// <param name="Case">Which.</param>
/// <param name="Today">The day from which on a hearing is a next one.</param>
public sealed record CaseHeader(CaseId Case, LocalDate Today) : Query<CaseHeader, CaseView?>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One case as its page shows it above the timeline.</summary>
/// <param name="Row">As in a list.</param>
/// <param name="UniqueNumber">The number that all its rounds share; null for none.</param>
/// <param name="TakenOver">Whether it was taken over from a court's card.</param>
/// <param name="Rounds">In order.</param>
/// <param name="Accused">In the order of joining.</param>
/// <param name="Next">The next hearing that is scheduled; null for none.</param>
/// <param name="Revision">The revision of the case's own stream, for forms.</param>
public sealed record CaseView(
    CaseListRow Row,
    string? UniqueNumber,
    bool TakenOver,
    IReadOnlyList<RoundView> Rounds,
    IReadOnlyList<CaseAccused> Accused,
    CaseNextHearing? Next,
    long Revision)
{
    /// <summary>What each accused is charged with now, in the order of recording.</summary>
    public IReadOnlyList<AccusedCharge> Charges { get; init; } = [];

    /// <summary>What judgments say of each accused, a row for each count, in the order of recording.</summary>
    public IReadOnlyList<JudgmentRow> Judgments { get; init; } = [];

    /// <summary>The cases that it names or that name it.</summary>
    public IReadOnlyList<CaseLink> Links { get; init; } = [];
}

/// <summary>Another case that this one names, or that names it.</summary>
/// <param name="Other">The other case.</param>
/// <param name="Reference">Its reference; null where it is not recorded.</param>
/// <param name="Kind">In which way, as told by the one that names the other.</param>
/// <param name="Relation">Of related cases: what the named one is to the one that names it.</param>
/// <param name="IsNamed">Whether this case is the one that is named.</param>
/// <param name="At">When.</param>
public sealed record CaseLink(CaseId Other, string? Reference, CaseLinkKind Kind, CaseRelation? Relation, bool IsNamed, HappenedAt At);

/// <summary>One pass of a case before one body.</summary>
/// <param name="Round">From 1.</param>
/// <param name="Kind">What kind of pass.</param>
/// <param name="Court">Null for an investigation or an unknown court.</param>
/// <param name="Region">Of that court.</param>
/// <param name="Number">The number that the body gave it; null for none.</param>
/// <param name="Judges">The first presides.</param>
/// <param name="Began">When it began.</param>
/// <param name="Judgment">What was decided; null for nothing yet.</param>
/// <param name="Judged">When; null for not yet.</param>
/// <param name="JudgmentEntry">The entry of the judgment, to find its text in the timeline.</param>
/// <param name="AppealedBy">Who appealed, in order.</param>
public sealed record RoundView(
    int Round,
    RoundKind Kind,
    CourtCode? Court,
    RegionCode? Region,
    string? Number,
    ValueList<OfficialCode> Judges,
    HappenedAt? Began,
    JudgmentOutcome? Judgment,
    HappenedAt? Judged,
    EventId? JudgmentEntry,
    ValueList<Party> AppealedBy)
{
    /// <summary>To whom it was returned without a judgment; null where it was not.</summary>
    public ReturnedTo? ReturnedTo { get; init; }

    /// <summary>When it was returned.</summary>
    public HappenedAt? Returned { get; init; }

    /// <summary>When an investigation ended with the indictment.</summary>
    public HappenedAt? Indicted { get; init; }

    /// <summary>What a later round made of its judgment as a whole; null for nothing yet.</summary>
    public AppealOutcome? Effect { get; init; }

    /// <summary>The round that did so.</summary>
    public int? EffectBy { get; init; }

    /// <summary>When its judgment took force.</summary>
    public HappenedAt? InForce { get; init; }

    /// <summary>What it sent the case back for.</summary>
    public RemittedFor? Remitted { get; init; }
}

/// <summary>Somebody accused in a case. The name is asked for apart, by those who show it.</summary>
public sealed record CaseAccused(PersonId Person, ValueList<Article> Articles, HappenedAt Joined);

/// <summary>A hearing to come.</summary>
public sealed record CaseNextHearing(HearingId Hearing, LocalDate Date, LocalTime? Time, CourtCode? Court);
