using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Cases;

/// <summary>Which judged counts; what is null does not restrict.</summary>
public sealed record JudgmentFilter
{
    /// <summary>The article of the conviction, or of the charge where there was none; a part or point that is null matches any.</summary>
    public Article? Article { get; init; }

    /// <summary>What was found.</summary>
    public CountOutcome? Outcome { get; init; }

    /// <summary>Where the judgment stands.</summary>
    public VerdictStanding? Standing { get; init; }

    /// <summary>True: what counts in figures, for it was neither quashed nor replaced; false: the others.</summary>
    public bool? Counts { get; init; }

    /// <summary>Where the term is to be served.</summary>
    public Regime? Regime { get; init; }

    /// <summary>The court.</summary>
    public CourtCode? Court { get; init; }

    /// <summary>The court's region.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The first month of the judgment.</summary>
    public YearMonth? From { get; init; }

    /// <summary>The last month of the judgment.</summary>
    public YearMonth? To { get; init; }
}

/// <summary>What judgments found, count by count, the latest judgment first; a page of them.</summary>
public sealed record JudgmentList(JudgmentFilter Filter, PageRequest Page) : Query<JudgmentList, Page<JudgmentRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One count of what a judgment says of one accused. The sentence is one over all counts of the accused in that judgment.</summary>
/// <param name="Entry">The entry that says it: counts with the same one share their sentence.</param>
/// <param name="Count">Which count of it, from 0.</param>
/// <param name="Case">The case.</param>
/// <param name="CaseReference">The case's reference.</param>
/// <param name="Round">The case's round.</param>
/// <param name="Person">The accused.</param>
/// <param name="Charged">The article charged.</param>
/// <param name="Found">The article of the conviction, where it is another one.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="Sentence">The sentence over all counts.</param>
/// <param name="Court">The court; null where unknown.</param>
/// <param name="Judged">When.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record JudgmentRow(
    EventId Entry,
    int Count,
    CaseId Case,
    string CaseReference,
    int Round,
    PersonId Person,
    Article Charged,
    Article? Found,
    CountOutcome Outcome,
    AggregateSentence Sentence,
    CourtCode? Court,
    HappenedAt Judged,
    VerdictStanding Standing);

/// <summary>One sentence over all counts against an accused.</summary>
/// <param name="TermMonths">The term in months; null for none.</param>
/// <param name="Regime">Where it is to be served.</param>
/// <param name="OfficeBanMonths">For how many months an office may not be held; null for no ban.</param>
/// <param name="FineDirams">The fine in dirams; null for none.</param>
/// <param name="Suspended">Whether it is suspended.</param>
/// <param name="Amnesty">Whether an amnesty was applied.</param>
public sealed record AggregateSentence(int? TermMonths, Regime Regime, int? OfficeBanMonths, long? FineDirams, bool Suspended, bool Amnesty);
