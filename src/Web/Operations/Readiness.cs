using NodaTime;
using Trials.Domain;
using Trials.EventLog;
using Trials.EventLog.Keys;
using Trials.Projections.Engine;

namespace Trials.Web.Operations;

/// <summary>Whether this process can do its work now. Each part is <c>ok</c>, or a word that says what is wrong.</summary>
/// <param name="Log">Whether the log can be read: <c>unreachable</c>, <c>no-answer</c>.</param>
/// <param name="Recording">
/// Whether it can be written, as far as is known without writing: why the last append was not, <c>disk-full</c>, or <c>unavailable</c> where it cannot even be read.
/// </param>
/// <param name="Keys">Whether names and texts can be opened: <c>unavailable</c>.</param>
/// <param name="ReadModels">Whether pages show what was recorded: <c>stopped</c>, <c>interrupted</c>, <c>first-build</c>, <c>behind</c>.</param>
public sealed record ReadinessReport(string Log, string Recording, string Keys, string ReadModels)
{
    /// <summary>What a part is called that is well.</summary>
    public const string Ok = "ok";

    /// <summary>Whether every part is well.</summary>
    public bool IsReady => this is { Log: Ok, Recording: Ok, Keys: Ok, ReadModels: Ok };
}

/// <summary>Finds out whether this process can do its work, by trying what can be tried without recording anything.</summary>
public sealed class Readiness(
    MeasuredLog log, IKeyRing keys, IProjections projections, ProjectionLag lag, ServeOptions options, TimeProvider time)
{
    /// <summary>How long the log may take to say where it ends.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>For how long a failed append speaks against recording: whoever sends nobody here any more would never learn that it works again.</summary>
    public static readonly TimeSpan FailureCounts = TimeSpan.FromSeconds(30);

    /// <summary>How old the oldest entry may be that is not shown yet.</summary>
    public static readonly Duration Behind = Duration.FromMinutes(1);

    private const long LeastFreeBytes = 32 * 1024 * 1024;

    /// <summary>How things stand now.</summary>
    public async ValueTask<ReadinessReport> Now(CancellationToken cancellation)
    {
        var (logSays, lags) = await Log(cancellation);
        return new(logSays, logSays == ReadinessReport.Ok ? Recording() : Word(LogFailure.Unavailable), Keys(), ReadModels(lags));
    }

    private async ValueTask<(string Says, IReadOnlyList<Lag> Lags)> Log(CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return (ReadinessReport.Ok, await lag.Measure(both.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return ("no-answer", []);
        }
        catch (Exception e) when (e is LogUnreachableException or LogUnavailableException or System.Data.Common.DbException or IOException)
        {
            return ("unreachable", []);
        }
    }

    private string Recording() => log.LastFailure is { Why: not LogFailure.Busy, Ago: var ago } failed && ago < FailureCounts ? Word(failed.Why)
        : FreeBytes() < LeastFreeBytes ? Word(LogFailure.DiskFull)
        : ReadinessReport.Ok;

    private string Keys()
    {
        try
        {
            keys.Check();
            return ReadinessReport.Ok;
        }
        catch (Exception e) when (e is KeysUnavailableException or ObjectDisposedException)
        {
            return "unavailable";
        }
    }

    private string ReadModels(IReadOnlyList<Lag> lags)
    {
        var all = projections.Status;
        return all.Any(p => p.State == ProjectionState.Stopped) ? "stopped"
            : all.Any(p => p.State == ProjectionState.Interrupted) ? "interrupted"
            : all.Any(p => p is { State: ProjectionState.Rebuilding, Lags: true } && p.Position == LogPosition.Start) ? "first-build"
            : lags.Any(l => l.Time > Behind) ? "behind"
            : ReadinessReport.Ok;
    }

    private long FreeBytes()
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(options.DataFolder)).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Where it cannot be asked, it is not held against recording.
            return long.MaxValue;
        }
    }

    /// <summary>As the refusal is called that a form shows then, e.g. <c>disk-full</c>.</summary>
    private static string Word(LogFailure failure) => LoopRefusals.Of(failure)["log-".Length..];
}
