using Trials.Domain;

namespace Trials.EventLog;

/// <summary>What stands in the log is no event: somebody or something altered it.</summary>
public sealed class LogCorruptException(LogPosition position, Exception inner)
    : Exception($"What stands at position {position.Value} of the log is not an event.", inner)
{
    /// <summary>Where.</summary>
    public LogPosition Position => position;
}
