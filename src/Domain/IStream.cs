namespace Trials.Domain;

/// <summary>One kind of stream: its state, how each event changes it, and which event is possible in which state. All of it pure.</summary>
/// <typeparam name="TState">The state, which implements this interface itself.</typeparam>
/// <typeparam name="TEvent">The stream's event family.</typeparam>
public interface IStream<TState, TEvent>
    where TState : IStream<TState, TEvent>
    where TEvent : DomainEvent
{
    /// <summary>The first part of the stream's name.</summary>
    static abstract string Category { get; }

    /// <summary>Before the first event.</summary>
    static abstract TState Initial { get; }

    /// <summary>The state after an entry. Total: it takes every event of the family in every state, possible or not.</summary>
    static abstract TState Apply(TState state, Entry<TEvent> entry);

    /// <summary>
    /// Whether an entry is possible in a state. The facts of a case are decided by courts, not by us, so what is proposed is the fact itself,
    /// and a rule refuses only what contradicts the record.
    /// </summary>
    static abstract Verdict Judge(TState state, Entry<TEvent> proposed);
}
