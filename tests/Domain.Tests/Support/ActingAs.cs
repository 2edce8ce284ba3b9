namespace Trials.Domain.Tests.Support;

/// <summary>Somebody, or nobody, who sends every message.</summary>
public sealed record ActingAs(Actor? Current) : IActorSource;
