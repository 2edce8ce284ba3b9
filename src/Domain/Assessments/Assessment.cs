namespace Trials.Domain.Assessments;

/// <summary>Where a finding stands.</summary>
public enum AssessmentStanding
{
    /// <summary>A rule proposes it; nobody decided.</summary>
    Proposed,

    /// <summary>Somebody agreed.</summary>
    Confirmed,

    /// <summary>Somebody disagreed.</summary>
    Dismissed,
}

/// <summary>The state of one finding that was decided on.</summary>
/// <param name="Proposed">What was proposed; null before that.</param>
/// <param name="Standing">Where it stands.</param>
public sealed partial record Assessment(AssessmentEvent.Proposed? Proposed, AssessmentStanding Standing) : IStream<Assessment, AssessmentEvent>
{
    /// <inheritdoc/>
    public static string Category => "assessment";

    /// <inheritdoc/>
    public static Assessment Initial { get; } = new(null, AssessmentStanding.Proposed);

    /// <inheritdoc/>
    public static Assessment Apply(Assessment state, Entry<AssessmentEvent> entry) => entry.Event switch
    {
        AssessmentEvent.Proposed e => state with { Proposed = e },
        AssessmentEvent.Confirmed => state with { Standing = AssessmentStanding.Confirmed },
        AssessmentEvent.Dismissed => state with { Standing = AssessmentStanding.Dismissed },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
