using Trials.Web.Catalogues;
using Trials.Web.Imports;

namespace Trials.Web.Demo;

/// <summary>Brings in, before the first request, what comes with the product: the catalogues, and for a demonstration the invented record.</summary>
public sealed class RecordAtStart(
    ServeOptions options, ShippedCatalogues catalogues, DemoRecord demonstration, ILogger<RecordAtStart> logger) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Demo)
        {
            foreach (var refused in await demonstration.Load(cancellationToken))
            {
                logger.LogWarning("Of the demonstration, this was not taken: {Refused}", refused);
            }
        }

        foreach (var refusal in await catalogues.Load(cancellationToken))
        {
            logger.LogWarning("Of the catalogues that come with the product, an entry was not taken: {Refusal}", RefusalLine.Of(refusal));
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
