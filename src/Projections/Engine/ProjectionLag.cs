using System.Diagnostics.Metrics;
using NodaTime;
using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>How far a projection is behind the log.</summary>
/// <param name="Projection">Its name.</param>
/// <param name="Events">How many events it does not show yet; <see cref="ProjectionLag.CountedAtMost"/> stands for so many or more.</param>
/// <param name="Time">How long ago the first of them was recorded; zero where it shows all.</param>
public sealed record Lag(string Projection, long Events, Duration Time);

/// <summary>Measures how far the projections are behind, by looking at the log itself, and shows it to whoever watches.</summary>
public sealed class ProjectionLag : IDisposable
{
    /// <summary>What the instruments are filed under.</summary>
    public const string Name = "Trials.Projections";

    /// <summary>Further than this it is not counted.</summary>
    public const int CountedAtMost = 10_000;

    private readonly IEventLog log;
    private readonly IEventCodec codec;
    private readonly IProjections projections;
    private readonly IClock clock;
    private readonly Meter meter = new(Name);
    private volatile IReadOnlyList<Lag> last = [];

    /// <summary>Instruments over these projections.</summary>
    public ProjectionLag(IEventLog log, IEventCodec codec, IProjections projections, IClock clock)
    {
        this.log = log;
        this.codec = codec;
        this.projections = projections;
        this.clock = clock;
        meter.CreateObservableGauge(
            "trials.projection.lag.events", () => last.Select(lag => Of(lag.Events, lag.Projection)), "{event}", $"Events that a read model does not show yet; {CountedAtMost} stands for so many or more.");
        meter.CreateObservableGauge(
            "trials.projection.lag.time", () => last.Select(lag => Of(lag.Time.TotalSeconds, lag.Projection)), "s", "Age of the oldest event that a read model does not show yet.");
        meter.CreateObservableGauge(
            "trials.projection.rebuild.progress",
            () => projections.Status.Select(status => Of((status.RebuildPercent ?? 100) / 100.0, status.Name)),
            "1",
            "How far a read model is built anew; 1 where it is not.");
        meter.CreateObservableGauge(
            "trials.projection.stopped",
            () => projections.Status.Select(status => Of(status.State is ProjectionState.Stopped or ProjectionState.Interrupted ? 1L : 0, status.Name)),
            "1",
            "1 where a read model is stopped or interrupted, else 0.");
    }

    /// <summary>Looks at the log now, and keeps what it saw for the instruments.</summary>
    /// <exception cref="LogUnreachableException">The log cannot be read.</exception>
    public async ValueTask<IReadOnlyList<Lag>> Measure(CancellationToken cancellation)
    {
        var head = await log.Head(cancellation).ConfigureAwait(false);
        var all = projections.Status;
        var behind = all.Where(status => status.Position < head).ToList();
        var lags = all.ToDictionary(status => status.Name, status => new Lag(status.Name, 0, Duration.Zero), StringComparer.Ordinal);
        var now = clock.GetCurrentInstant();
        foreach (var level in behind.GroupBy(status => status.Position))
        {
            var ahead = 0L;
            var oldest = Duration.Zero;
            await foreach (var stored in log.ReadAll(level.Key, cancellation).Take(CountedAtMost).ConfigureAwait(false))
            {
                oldest = ahead++ == 0 ? Age(stored, now) : oldest;
            }

            foreach (var status in level)
            {
                lags[status.Name] = new(status.Name, ahead, oldest);
            }
        }

        return last = [.. lags.Values];
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private static Measurement<T> Of<T>(T value, string projection)
        where T : struct => new(value, new KeyValuePair<string, object?>("projection", projection));

    private Duration Age(StoredEvent stored, Instant now)
    {
        try
        {
            return Duration.Max(now - codec.ReadMetadata(stored).Recorded, Duration.Zero);
        }
        catch (UnknownEventException)
        {
            return Duration.Zero;
        }
    }
}
