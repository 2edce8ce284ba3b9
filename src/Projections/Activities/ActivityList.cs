using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Activities;

/// <summary>Which activities; what is null does not restrict.</summary>
public sealed record ActivityFilter
{
    /// <summary>What kind.</summary>
    public ActivityKind? Kind { get; init; }

    /// <summary>The year in which it was done.</summary>
    public int? Year { get; init; }

    /// <summary>A heading of the annual table: one region or several. Empty: no region is recorded.</summary>
    public string? Area { get; init; }

    /// <summary>For whom or to whom.</summary>
    public ActivityAddressee? To { get; init; }

    /// <summary>The public body that a document went to.</summary>
    public AuthorityCode? Authority { get; init; }

    /// <summary>The application that it belongs to.</summary>
    public ApplicationId? Application { get; init; }

    /// <summary>The case that it belongs to.</summary>
    public CaseId? Case { get; init; }

    /// <summary>What became of a media lead.</summary>
    public LeadOutcome? Outcome { get; init; }

    /// <summary>The first day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day.</summary>
    public LocalDate? Until { get; init; }
}

/// <summary>The activities that match, a page of them, by the day on which they were done.</summary>
public sealed record ActivityList(ActivityFilter Filter, bool Descending, PageRequest Page) : Query<ActivityList, Page<ActivityListRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One activity; null where there is none that the viewer may see.</summary>
public sealed record ActivityDetail(ActivityId Activity) : Query<ActivityDetail, ActivityView?>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One activity with the revision of its stream, for forms.</summary>
public sealed record ActivityView(ActivityListRow Row, long Revision);

/// <summary>One activity in a list.</summary>
/// <param name="Activity">Which.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Region">Its region; null where nobody recorded it.</param>
/// <param name="To">For whom or to whom.</param>
/// <param name="Authority">The public body that a document went to; null for none.</param>
/// <param name="Application">The application that it belongs to; null for none.</param>
/// <param name="ApplicationNumber">Its number; null for none.</param>
/// <param name="Case">The case that it belongs to; null for none.</param>
/// <param name="CaseReference">Its reference; null where the case is not recorded.</param>
/// <param name="Text">What about, sealed.</param>
/// <param name="Done">When.</param>
/// <param name="Outcome">What became of a media lead; null where nothing is recorded.</param>
public sealed record ActivityListRow(
    ActivityId Activity,
    ActivityKind Kind,
    RegionCode? Region,
    ActivityAddressee To,
    AuthorityCode? Authority,
    ApplicationId? Application,
    string? ApplicationNumber,
    CaseId? Case,
    string? CaseReference,
    FreeText? Text,
    HappenedAt Done,
    LeadOutcome? Outcome)
{
    /// <summary>The matter that it belongs to.</summary>
    public MatterId Matter => Application?.Matter ?? Case?.Matter ?? Activity.OwnMatter;
}
