namespace Trials.Domain;

/// <summary>A fold met an event of its family that it has no line for: a mistake in the program, which a convention test finds first.</summary>
public sealed class UnreachableEventException(DomainEvent @event) : Exception($"No line for {@event?.GetType().Name}.");
