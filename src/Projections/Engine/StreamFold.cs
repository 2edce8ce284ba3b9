using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>A stream as a fold sees it after some of its events.</summary>
/// <param name="Stream">Which stream.</param>
/// <param name="Matter">Its matter.</param>
/// <param name="Revision">Of its last event, amendments included.</param>
/// <param name="State">The fold of its effective sequence.</param>
public sealed record Folded<TState>(StreamName Stream, MatterId Matter, long Revision, TState State);

/// <summary>How the streams of one category become states; several projections may share one.</summary>
public abstract class StreamFold
{
    private protected StreamFold(string category) => Category = category;

    /// <summary>The first part of the streams' names.</summary>
    public string Category { get; }

    /// <summary>The state after one more fact.</summary>
    /// <param name="before">What this returned for the stream's events before; null before the first.</param>
    /// <param name="event">A fact, no amendment.</param>
    internal abstract object Apply(object? before, RecordedEvent @event);

    /// <summary>The state after a whole history, amendments applied.</summary>
    internal abstract object Refold(IReadOnlyList<RecordedEvent> history);
}

/// <summary>How the streams of one category become states.</summary>
/// <typeparam name="TState">The state; a record, so that what did not change is not written.</typeparam>
/// <typeparam name="TEvent">The streams' event family.</typeparam>
/// <param name="category">The first part of the streams' names.</param>
/// <param name="initial">Before the first event.</param>
/// <param name="apply">Pure, and total over the family.</param>
public sealed class StreamFold<TState, TEvent>(string category, TState initial, Func<TState, Entry<TEvent>, TState> apply) : StreamFold(category)
    where TState : notnull
    where TEvent : DomainEvent
{
    internal override object Apply(object? before, RecordedEvent @event)
    {
        var data = @event.Data as TEvent ?? throw new UnreachableEventException(@event.Data);
        var entry = new Entry<TEvent>(@event.Id, data, @event.Metadata.Happened, @event.Metadata.Author);
        var state = before is Folded<TState> folded ? folded.State : initial;
        return new Folded<TState>(@event.Stream, @event.Metadata.Matter, @event.Revision, apply(state, entry));
    }

    internal override object Refold(IReadOnlyList<RecordedEvent> history)
    {
        var last = history[^1];
        return new Folded<TState>(
            last.Stream, last.Metadata.Matter, last.Revision, EffectiveSequence.Of<TEvent>(history).Aggregate(initial, apply));
    }
}
