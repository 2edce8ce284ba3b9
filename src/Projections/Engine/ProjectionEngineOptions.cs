namespace Trials.Projections.Engine;

/// <summary>How the engine divides its work. The defaults are measured.</summary>
public sealed record ProjectionEngineOptions
{
    /// <summary>
    /// How many events are written in one transaction at most, unless the log gives more at once. Only what was recorded while nothing ran, or faster than it can
    /// be shown, comes in so many.
    /// </summary>
    public int BatchSize { get; init; } = 20_000;

    /// <summary>How many events a rebuild reads at once; three times as many are ahead of what is folded.</summary>
    public int ReadAhead { get; init; } = 2_000;

    /// <summary>
    /// How many events a rebuild folds before it writes what they change, in one transaction. The more, the fewer times the rows of a stream that goes on are
    /// written, and the longer other writing waits.
    /// </summary>
    public int RebuildBatchSize { get; init; } = 30_000;

    /// <summary>Half of the streams whose states are kept in memory; others are folded anew from the log.</summary>
    public int CachedStreams { get; init; } = 8_000;

    /// <summary>How long it waits after a failure of the log or the database before it tries again; twice as long each time.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest it waits before it tries again.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Hears of every failure of the log or the database, to write it down.</summary>
    public Action<Exception>? OnTrouble { get; init; }
}

/// <summary>How far a rebuild is.</summary>
/// <param name="Events">How many events were read.</param>
/// <param name="Percent">0 to 100, of the log as it was when the rebuild began.</param>
public readonly record struct RebuildProgress(long Events, int Percent);
