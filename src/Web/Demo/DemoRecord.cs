using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;

namespace Trials.Web.Demo;

/// <summary>
/// The invented record. Its two monitored cases are of 2023; what goes on is dated from the day of the first start. Recording it again adds nothing,
/// but a start a week or more after the last one sets new hearings, so that some are always to come.
/// </summary>
public sealed class DemoRecord(IEventLog log, IEventCodec codec, DecisionLoop loop, NextHearings nextHearings, IClock clock)
{
    private const int DaysToLast = 7;

    /// <summary>Records what is missing of it; first of all the mark that says it is invented.</summary>
    /// <returns>What was not taken, and why; empty where all of it is there.</returns>
    public async Task<IReadOnlyList<string>> Load(CancellationToken cancellation)
    {
        var writer = new DemoWriter(loop, nextHearings, cancellation);
        var today = Today();
        var start = await Started(cancellation).ConfigureAwait(false) ?? today;
        await DemoCatalogues.Mark(writer, start).ConfigureAwait(false);
        await DemoCatalogues.Record(writer, start).ConfigureAwait(false);
        await new MonitoredTortureCase(writer).Record().ConfigureAwait(false);
        await new MonitoredPowersCase(writer).Record().ConfigureAwait(false);
        await new ConvictedOfficersCase(writer).Record().ConfigureAwait(false);
        await new DemoApplications(writer).Record().ConfigureAwait(false);
        await new DemoActivities(writer).Record().ConfigureAwait(false);
        await new RetriedCase(writer).Record().ConfigureAwait(false);
        await new DemoFindings(writer, log, codec).Record(cancellation).ConfigureAwait(false);

        var running = new RunningCases(writer, start);
        await running.Record().ConfigureAwait(false);
        await new DemoClaims(writer, start).Record().ConfigureAwait(false);
        await new RunningSafeguards(writer, start).Record().ConfigureAwait(false);
        var batches = await Batches(cancellation).ConfigureAwait(false);
        var isStale = batches.Count == 0 || Period.DaysBetween(batches[^1], today) >= DaysToLast;
        foreach (var (batch, day) in batches.Concat(isStale ? [today] : []).Index())
        {
            await running.SetHearings(batch, day).ConfigureAwait(false);
        }

        return writer.Refused;
    }

    private LocalDate Today() => clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[HappenedAt.DefaultZone]).Date;

    /// <summary>The day of the first start; null before it.</summary>
    private async Task<LocalDate?> Started(CancellationToken cancellation)
    {
        await foreach (var stored in log.ReadStream(DemoIds.Mark, 0, cancellation).ConfigureAwait(false))
        {
            return codec.Decode(stored).Metadata.Happened.Date;
        }

        return null;
    }

    /// <summary>The days on which hearings to come were set.</summary>
    private async Task<IReadOnlyList<LocalDate>> Batches(CancellationToken cancellation)
    {
        var days = new List<LocalDate>();
        while (await SetFor(DemoIds.Hearing(RunningCases.Coming("trial", days.Count)), cancellation).ConfigureAwait(false) is { } day)
        {
            days.Add(day);
        }

        return days;
    }

    private async Task<LocalDate?> SetFor(HearingId hearing, CancellationToken cancellation)
    {
        await foreach (var stored in log.ReadStream(StreamName.Of(hearing), 0, cancellation).ConfigureAwait(false))
        {
            if (codec.Decode(stored).Data is HearingEvent.Scheduled scheduled)
            {
                return scheduled.Date;
            }
        }

        return null;
    }
}
