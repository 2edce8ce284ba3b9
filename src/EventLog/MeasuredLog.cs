using System.Diagnostics;
using System.Diagnostics.Metrics;
using Trials.Domain;

namespace Trials.EventLog;

/// <summary>
/// A log that is measured: how long appends take and what becomes of them, for whoever watches, and why the last one was not written, for whoever asks whether
/// recording works. Tags say what kind of stream it was and how it ended, never which one.
/// </summary>
/// <param name="log">The log itself, which is closed with this one.</param>
/// <param name="time">Measures.</param>
public sealed class MeasuredLog(IEventLog log, TimeProvider time) : IEventLog, IAsyncDisposable
{
    /// <summary>What the instruments and traces of the log are filed under.</summary>
    public const string Name = "Trials.EventLog";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "trials.log.append.duration",
        "s",
        "From handing an append over to its acknowledgement or refusal.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] });

    private static readonly Counter<long> Written = Meter.CreateCounter<long>("trials.log.append.events", "{event}", "Events that were acknowledged.");

    private volatile Failure? failure;

    /// <summary>Why the last append was not written, and how long ago that was known; null where it was written, or nothing was appended yet.</summary>
    public (LogFailure Why, TimeSpan Ago)? LastFailure => failure is { } last ? (last.Why, time.GetElapsedTime(last.When)) : null;

    /// <inheritdoc/>
    public async ValueTask<AppendResult> Append(IReadOnlyList<EncodedEvent> events, long expectedRevision, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(events);
        var began = time.GetTimestamp();
        using var activity = Activities.StartActivity("append", ActivityKind.Client);
        var result = await log.Append(events, expectedRevision, cancellation).ConfigureAwait(false);
        var outcome = Outcome(result);
        if (result is AppendResult.Failed(var why))
        {
            failure = new(why, time.GetTimestamp());
            activity?.SetStatus(ActivityStatusCode.Error);
        }
        else
        {
            failure = null;
            Written.Add(result is AppendResult.Appended ? events.Count : 0);
        }

        Duration.Record(time.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        activity?.SetTag("trials.category", events[0].Stream.Category).SetTag("trials.events", events.Count).SetTag("trials.outcome", outcome);
        return result;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromRevision, CancellationToken cancellation) =>
        log.ReadStream(stream, fromRevision, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadAll(LogPosition after, CancellationToken cancellation) => log.ReadAll(after, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<StoredEvent>> Subscribe(LogPosition after, CancellationToken cancellation) => log.Subscribe(after, cancellation);

    /// <inheritdoc/>
    public ValueTask<LogPosition> Head(CancellationToken cancellation) => log.Head(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => (log as IAsyncDisposable)?.DisposeAsync() ?? default;

    private static string Outcome(AppendResult result) => result switch
    {
        AppendResult.Appended => "written",
        AppendResult.WrongRevision => "wrong-revision",
        AppendResult.Failed(LogFailure.Busy) => "busy",
        AppendResult.Failed(LogFailure.DiskFull) => "disk-full",
        AppendResult.Failed(LogFailure.ShuttingDown) => "shutting-down",
        AppendResult.Failed(LogFailure.OutcomeUnknown) => "unknown",
        _ => "unavailable",
    };

    private sealed record Failure(LogFailure Why, long When);
}
