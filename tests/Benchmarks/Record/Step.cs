using NodaTime;
using Trials.Domain;

namespace Trials.Benchmarks.Record;

/// <summary>What one command records in one stream.</summary>
internal sealed record Step(StreamName Stream, MatterId Matter, LocalDateTime At, params IReadOnlyList<DomainEvent> Events);
