using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;

namespace Trials.Projections.Claims;

/// <summary>Where a claim stands.</summary>
public enum ClaimStanding
{
    /// <summary>Brought; nothing more is known.</summary>
    Waiting,

    /// <summary>Left without motion until something is mended.</summary>
    WithoutMotion,

    /// <summary>Accepted for consideration.</summary>
    Accepted,

    /// <summary>Given back to the claimant.</summary>
    Returned,

    /// <summary>The parties agreed.</summary>
    Settled,

    /// <summary>Taken back by the claimant.</summary>
    Withdrawn,

    /// <summary>Decided: nothing was awarded.</summary>
    Refused,

    /// <summary>Decided: something was awarded.</summary>
    Awarded,

    /// <summary>Closed without a decision.</summary>
    Closed,
}

/// <summary>What a list of claims is ordered by.</summary>
public enum ClaimSort
{
    /// <summary>The day on which it was brought.</summary>
    Filed,

    /// <summary>The amount claimed; where none is recorded, last.</summary>
    Claimed,

    /// <summary>The amount awarded or agreed; where there is none, last.</summary>
    Awarded,

    /// <summary>The amount outstanding; where there is none, last.</summary>
    Outstanding,
}

/// <summary>Which claims; what is null does not restrict.</summary>
public sealed record ClaimFilter
{
    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>Whether it waits for a decision.</summary>
    public bool? Open { get; init; }

    /// <summary>Where it stands.</summary>
    public ClaimStanding? Standing { get; init; }

    /// <summary>True: something was awarded or agreed and is outstanding. False: it was, and is paid.</summary>
    public bool? Owed { get; init; }

    /// <summary>Whether nothing more is done about it.</summary>
    public bool? Closed { get; init; }

    /// <summary>Under which law.</summary>
    public ClaimLaw? Law { get; init; }

    /// <summary>What it rests on.</summary>
    public ClaimGround? Ground { get; init; }

    /// <summary>A kind of respondent that it names, among others or not.</summary>
    public RespondentKind? Respondent { get; init; }

    /// <summary>An authority that it names as a respondent.</summary>
    public AuthorityCode? Authority { get; init; }

    /// <summary>The first day on which it was brought.</summary>
    public LocalDate? FiledFrom { get; init; }

    /// <summary>The last day on which it was brought.</summary>
    public LocalDate? FiledTo { get; init; }
}

/// <summary>The claims that match, a page of them.</summary>
/// <param name="Filter">Which.</param>
/// <param name="Sort">In what order.</param>
/// <param name="Descending">Whether from the end; what is not recorded comes last all the same.</param>
/// <param name="Today">The day to which those that wait, or are owed, are counted.</param>
/// <param name="Page">Which page.</param>
public sealed record ClaimList(ClaimFilter Filter, ClaimSort Sort, bool Descending, LocalDate Today, PageRequest Page)
    : Query<ClaimList, Page<ClaimListRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>What the claims that match come to.</summary>
public sealed record ClaimSums(ClaimFilter Filter) : Query<ClaimSums, ClaimSumsView>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>What claims come to, in dirams.</summary>
/// <param name="Claims">How many.</param>
/// <param name="Claimed">Claimed, as far as it is recorded.</param>
/// <param name="WithoutAmount">Of how many nobody recorded what is claimed.</param>
/// <param name="Due">Awarded or agreed.</param>
/// <param name="Paid">Paid.</param>
/// <param name="Outstanding">Awarded or agreed and not paid.</param>
public sealed record ClaimSumsView(int Claims, long Claimed, int WithoutAmount, long Due, long Paid, long Outstanding);

/// <summary>One claim with its payments; null where there is none that the viewer may see.</summary>
public sealed record ClaimDetail(ClaimId Claim, LocalDate Today) : Query<ClaimDetail, ClaimView?>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One claim.</summary>
/// <param name="Row">As in a list.</param>
/// <param name="Revision">The revision of its stream, for forms.</param>
/// <param name="Payments">What was paid, by day.</param>
public sealed record ClaimView(ClaimListRow Row, long Revision, IReadOnlyList<ClaimPayment> Payments);
