using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Cases;

/// <summary>Where a case stands, as far as its entries tell.</summary>
public enum CaseStanding
{
    /// <summary>Under way.</summary>
    UnderWay,

    /// <summary>Suspended.</summary>
    Suspended,

    /// <summary>The latest round has a judgment.</summary>
    Judged,

    /// <summary>The latest judgment was appealed.</summary>
    Appealed,

    /// <summary>The decision is in force.</summary>
    InForce,

    /// <summary>The court's work on it ended.</summary>
    Completed,

    /// <summary>Somebody complained; no check is recorded.</summary>
    Complaint,

    /// <summary>A check is under way, or must go on because a refusal was set aside.</summary>
    Check,

    /// <summary>A body refused to open a criminal case.</summary>
    OpeningRefused,

    /// <summary>A criminal case was opened and is investigated.</summary>
    Investigation,

    /// <summary>The indictment went to court.</summary>
    Indicted,

    /// <summary>A court returned it without a judgment.</summary>
    Returned,

    /// <summary>The judgment was quashed, and nothing came after it yet.</summary>
    Quashed,

    /// <summary>It was joined into another case and goes on there.</summary>
    Joined,

    /// <summary>It was terminated.</summary>
    Terminated,

    /// <summary>Nobody follows it any more.</summary>
    Closed,
}

/// <summary>What a list of cases is ordered by.</summary>
public enum CaseSort
{
    /// <summary>Our reference, in Tajik alphabetical order.</summary>
    Reference,

    /// <summary>The day it was opened or registered.</summary>
    Opened,

    /// <summary>When something was recorded in it last.</summary>
    LastRecorded,

    /// <summary>The day of its next hearing; cases without one come last.</summary>
    NextHearing,
}

/// <summary>Which cases; what is null does not restrict.</summary>
public sealed record CaseFilter
{
    /// <summary>Every word must begin a word of the reference, a number, the category or an article.</summary>
    public string? Search { get; init; }

    /// <summary>The kind of proceeding.</summary>
    public CaseKind? Kind { get; init; }

    /// <summary>A court of any round.</summary>
    public CourtCode? Court { get; init; }

    /// <summary>The region of a court of any round.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>Where it stands.</summary>
    public CaseStanding? Standing { get; init; }

    /// <summary>An article of the case or of an accused; a part or point that is null matches any.</summary>
    public Article? Article { get; init; }
}

/// <summary>The cases that match, a page of them.</summary>
/// <param name="Filter">Which.</param>
/// <param name="Sort">In what order.</param>
/// <param name="Descending">Whether from the end.</param>
/// <param name="Today">The day from which on a hearing is a next one.</param>
/// <param name="Page">Which page.</param>
public sealed record CaseList(CaseFilter Filter, CaseSort Sort, bool Descending, LocalDate Today, PageRequest Page)
    : Query<CaseList, Page<CaseListRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One case in a list.</summary>
/// <param name="Case">Which.</param>
/// <param name="Reference">Our number or short title.</param>
/// <param name="Kind">The kind of proceeding.</param>
/// <param name="Category">The category of dispute that a court card names; null for none.</param>
/// <param name="Articles">Of the case as opened.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Court">Of the latest round that names one.</param>
/// <param name="Region">Of that court.</param>
/// <param name="Number">Of the latest round that has one.</param>
/// <param name="Opened">When it was opened or taken over.</param>
/// <param name="Hearings">How many hearings are recorded.</param>
/// <param name="Petitions">How many petitions are recorded.</param>
/// <param name="PetitionsWaiting">How many of them have no decision.</param>
/// <param name="NextHearing">The day of the next hearing that is scheduled; null for none.</param>
/// <param name="LastRecorded">When something was recorded last, hearings and petitions included.</param>
public sealed record CaseListRow(
    CaseId Case,
    string Reference,
    CaseKind Kind,
    string? Category,
    ValueList<Article> Articles,
    CaseStanding Standing,
    CourtCode? Court,
    RegionCode? Region,
    string? Number,
    HappenedAt Opened,
    int Hearings,
    int Petitions,
    int PetitionsWaiting,
    LocalDate? NextHearing,
    Instant LastRecorded);
