namespace Trials.Domain.Views;

/// <summary>The state of one saved view.</summary>
/// <param name="Owner">Whose it is; null before it was saved.</param>
/// <param name="IsRemoved">Whether it was removed.</param>
public sealed partial record View(ActorId? Owner, bool IsRemoved) : IStream<View, ViewEvent>
{
    /// <inheritdoc/>
    public static string Category => "view";

    /// <inheritdoc/>
    public static View Initial { get; } = new(null, IsRemoved: false);

    /// <inheritdoc/>
    public static View Apply(View state, Entry<ViewEvent> entry) => entry.Event switch
    {
        ViewEvent.Saved => state with { Owner = entry.Author },
        ViewEvent.Renamed => state,
        ViewEvent.Removed => state with { IsRemoved = true },
        _ => throw new UnreachableEventException(entry.Event),
    };
}
