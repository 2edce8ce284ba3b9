using Trials.Domain;

namespace Trials.EventLog;

/// <summary>The log of a data folder cannot be opened.</summary>
public sealed class LogUnavailableException(string folder, LogFailure failure, Exception inner)
    : Exception($"The log in '{folder}' cannot be opened: {Why(failure)} ({inner.Message})", inner)
{
    /// <summary>What kind of failure.</summary>
    public LogFailure Failure => failure;

    private static string Why(LogFailure failure) => failure == LogFailure.DiskFull
        ? "the disk is full."
        : "the folder is missing, read-only or broken.";
}
