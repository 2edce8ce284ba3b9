using NodaTime;
using Trials.Domain;
using Trials.Domain.Assessments;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Assessments;

/// <summary>Which findings by what became of them.</summary>
public enum FindingState
{
    /// <summary>A rule proposes it; nobody decided.</summary>
    Open,

    /// <summary>Confirmed, and what it rests on stands: these are counted.</summary>
    Confirmed,

    /// <summary>Dismissed.</summary>
    Dismissed,

    /// <summary>Confirmed, but what it rested on was withdrawn or corrected away: not counted.</summary>
    Groundless,

    /// <summary>Confirmed or dismissed under an earlier version of its rule, and decided on anew under a later one: not counted.</summary>
    Superseded,
}

/// <summary>Which findings; what is null does not restrict.</summary>
public sealed record FindingFilter
{
    /// <summary>What became of it.</summary>
    public FindingState? State { get; init; }

    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>What was found: a code of the catalogue of mappings.</summary>
    public string? Kind { get; init; }

    /// <summary>The rule's code.</summary>
    public string? Rule { get; init; }

    /// <summary>What it amounts to.</summary>
    public Yields? Yields { get; init; }

    /// <summary>The standard: a code of the catalogue of standards; empty for none.</summary>
    public string? Standard { get; init; }

    /// <summary>Whose right it concerns.</summary>
    public RightHolder? Whose { get; init; }

    /// <summary>At which stage.</summary>
    public RoundKind? Stage { get; init; }

    /// <summary>At which court.</summary>
    public CourtCode? Court { get; init; }

    /// <summary>In which region.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>The first month.</summary>
    public YearMonth? From { get; init; }

    /// <summary>The last month.</summary>
    public YearMonth? To { get; init; }

    /// <summary>One finding by its basis.</summary>
    public string? Basis { get; init; }
}

/// <summary>The findings that match, the latest first, a page of them.</summary>
public sealed record FindingList(FindingFilter Filter, PageRequest Page) : Query<FindingList, Page<FindingRowView>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>
/// What the findings that match count as where they are counted: fewer than are listed where several observers saw the same, or several signs of it, and where consent to
/// statistics was refused or withdrawn.
/// </summary>
public sealed record FindingsCounted(FindingFilter Filter) : Query<FindingsCounted, int>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>The findings that match, counted by everything that they have in common. What was seen at one hearing counts once, however many observers saw it, or signs of it; what an application tells only where consent to statistics was neither refused nor withdrawn.</summary>
public sealed record FindingCounts(FindingFilter Filter) : Query<FindingCounts, IReadOnlyList<FindingCount>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>How many findings have all of this in common.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Yields">What it amounts to.</param>
/// <param name="Standard">The standard; null for none.</param>
/// <param name="Whose">Whose right.</param>
/// <param name="Stage">At which stage.</param>
/// <param name="Court">At which court; null for none.</param>
/// <param name="Region">In which region; null where the court is none or has none.</param>
/// <param name="Month">In which month.</param>
/// <param name="State">What became of them.</param>
/// <param name="Count">How many.</param>
public sealed record FindingCount(
    string Kind,
    Yields Yields,
    string? Standard,
    RightHolder Whose,
    RoundKind Stage,
    CourtCode? Court,
    RegionCode? Region,
    YearMonth Month,
    FindingState State,
    int Count);

/// <summary>The findings of each rule, whatever a rule's version, counted by what became of them.</summary>
public sealed record RuleCounts : Query<RuleCounts, IReadOnlyList<RuleCount>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>How many findings of a rule stand how.</summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="State">What became of them.</param>
/// <param name="Count">How many.</param>
public sealed record RuleCount(string Rule, FindingState State, int Count);

/// <summary>One finding in a list. Of one that was decided on: what it amounted to then.</summary>
/// <param name="Basis">Its rule's version and the entries that it rests on.</param>
/// <param name="Rule">The rule's code.</param>
/// <param name="Version">The rule's version.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Yields">What it amounts to.</param>
/// <param name="Standard">The standard; null for none.</param>
/// <param name="Whose">Whose right it concerns.</param>
/// <param name="Case">The case; of what is told in an application, the application's own id.</param>
/// <param name="CaseReference">The case's reference; null where the case is not recorded.</param>
/// <param name="At">When it happened; of a groundless one, when it was decided.</param>
/// <param name="Hearing">At which hearing; null for none.</param>
/// <param name="Round">In which round; null where unknown.</param>
/// <param name="Stage">At which stage.</param>
/// <param name="Court">At which court; null where unknown.</param>
/// <param name="State">What became of it.</param>
public sealed record FindingRowView(
    string Basis,
    string Rule,
    int Version,
    string Kind,
    Yields Yields,
    string? Standard,
    RightHolder Whose,
    CaseId Case,
    string? CaseReference,
    HappenedAt At,
    HearingId? Hearing,
    int? Round,
    RoundKind Stage,
    CourtCode? Court,
    FindingState State)
{
    /// <summary>Whether it is found in what an application tells, and not in a case.</summary>
    public bool IsOfApplication { get; init; }

    /// <summary>The application's number; null for none, or where it is found in a case.</summary>
    public string? ApplicationNumber { get; init; }

    /// <summary>The stream in which it is decided.</summary>
    public StreamName Stream => AssessmentId.Of(Basis).Stream;

    /// <summary>The entries that it rests on.</summary>
    public ValueList<EventId> Entries =>
        Basis[(Basis.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',').Select(id => new EventId(Guid.ParseExact(id, "N"))).ToValueList();
}
