using Trials.Domain;
using Trials.Domain.People;
using Trials.Projections.Engine;
using Trials.Projections.People;

namespace Trials.Web.Operations;

/// <summary>
/// Destroys, beside the first requests, the keys of erased persons that are still there: a server was stopped between the entry and the keys, or the keys were
/// put back from a backup.
/// </summary>
public sealed class ErasuresAtStart(
    IEventLog log, IProjections projections, ErasedPersons persons, IErasure erasure, TimeProvider time, ILogger<ErasuresAtStart> logger)
    : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await Try(stoppingToken))
        {
            await Task.Delay(BetweenTries, time, stoppingToken);
        }
    }

    /// <summary>Whether it is done with; not where the log or the keys are away, or the persons are not yet shown up to its end.</summary>
    private async Task<bool> Try(CancellationToken stoppingToken)
    {
        try
        {
            var head = await log.Head(stoppingToken);
            await projections.WaitFor(head, BetweenTries, stoppingToken);
            if (await persons.All(head, stoppingToken) is not { } erased)
            {
                return false;
            }

            foreach (var person in erased.Where(person => !erasure.IsDone(person)))
            {
                await erasure.Erase(person, stoppingToken);
                logger.LogWarning("The keys of an erased person were still there; they are destroyed now.");
            }

            return true;
        }
        catch (Exception e) when (e is KeysUnavailableException or LogUnreachableException or System.Data.Common.DbException)
        {
            logger.LogWarning(e, "Whether the keys of every erased person are destroyed could not be seen; it is tried again.");
            return false;
        }
    }
}
