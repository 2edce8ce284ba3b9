using System.Globalization;
using Trials.Domain;
using Trials.Domain.Hearings;

namespace Trials.Web.Operations;

/// <summary>
/// Schedules, beside the first requests, the next hearings that a server which was stopped in between had not come to.
/// How far the log was looked through is kept in the data folder; without that it is looked through from its start.
/// </summary>
public sealed class NextHearingsAtStart(
    NextHearings nextHearings, IEventLog log, ServeOptions options, TimeProvider time, ILogger<NextHearingsAtStart> logger)
    : BackgroundService
{
    /// <summary>The file's name within the data folder.</summary>
    public const string FileName = "next-hearings-position";

    private static readonly TimeSpan WhileTheLogIsAway = TimeSpan.FromSeconds(15);

    private string File => Path.Combine(options.DataFolder, FileName);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await Try(stoppingToken))
        {
            await Task.Delay(WhileTheLogIsAway, time, stoppingToken);
        }
    }

    /// <summary>Whether it is done with; not where the log is away.</summary>
    private async Task<bool> Try(CancellationToken stoppingToken)
    {
        try
        {
            var reached = await nextHearings.CatchUp(await Start(stoppingToken), stoppingToken);
            await System.IO.File.WriteAllTextAsync(File, reached.Value.ToString(CultureInfo.InvariantCulture), stoppingToken);
        }
        catch (IOException failure)
        {
            logger.LogWarning(failure, "How far next hearings were looked for could not be kept; the next start looks again.");
        }
        catch (UnknownEventException unknown)
        {
            logger.LogError(unknown, "Next hearings are not looked for: this version cannot read every entry.");
        }
        catch (LogUnreachableException)
        {
            return false;
        }

        return true;
    }

    /// <summary>Where the last start ended; the log's start where that is unknown, or belongs to another log.</summary>
    private async Task<LogPosition> Start(CancellationToken cancellation)
    {
        var kept = System.IO.File.Exists(File) ? await System.IO.File.ReadAllTextAsync(File, cancellation) : "";
        return long.TryParse(kept, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && new LogPosition(value) <= await log.Head(cancellation)
                ? new(value)
                : LogPosition.Start;
    }
}
