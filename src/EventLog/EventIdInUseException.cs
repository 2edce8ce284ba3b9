using Trials.Domain;

namespace Trials.EventLog;

/// <summary>An event's id stands in the log already, for another event. Nothing was written.</summary>
public sealed class EventIdInUseException(EventId id) : Exception($"The event id {id.Value:N} is in use for another event.");
