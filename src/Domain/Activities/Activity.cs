namespace Trials.Domain.Activities;

/// <summary>The state of one activity.</summary>
/// <param name="Kind">What kind; null before it was done.</param>
public sealed partial record Activity(ActivityKind? Kind) : IStream<Activity, ActivityEvent>
{
    /// <inheritdoc/>
    public static string Category => "activity";

    /// <inheritdoc/>
    public static Activity Initial { get; } = new((ActivityKind?)null);

    /// <inheritdoc/>
    public static Activity Apply(Activity state, Entry<ActivityEvent> entry) => entry.Event switch
    {
        ActivityEvent.Done e => state with { Kind = e.Kind },
        ActivityEvent.LeadFollowed => state,
        _ => throw new UnreachableEventException(entry.Event),
    };
}
