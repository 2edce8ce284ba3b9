using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using Trials.Web.Imports;
using Trials.Web.Imports.DryRun;

namespace Trials.Web.Catalogues;

/// <summary>Imports catalogues from a page: in the name of whoever acts, or as a trial of which nothing is recorded.</summary>
public sealed class CatalogueImports(IMediator mediator, IActorSource acting, IEventLog log, IEventCodec codec, IKeyRing keys, IClock clock)
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int MostBytes = 5_000_000;

    /// <summary>Imports a file.</summary>
    /// <param name="kind">Which catalogue.</param>
    /// <param name="file">What is imported.</param>
    /// <param name="dryRun">Whether to report only what would become of each row.</param>
    /// <exception cref="UnreadableTableException">The file cannot be read at all.</exception>
    public async Task<CatalogueImportResult> Run(string kind, SourceFile file, bool dryRun, CancellationToken cancellation)
    {
        var present = await CatalogueImport.Present(log, codec, kind, cancellation).ConfigureAwait(false);
        var import = new CatalogueImport(dryRun ? Trying(cancellation) : command => mediator.Send(command, CancellationToken.None));
        return await import.Run(kind, present, file, clock.CourtDay()).ConfigureAwait(false);
    }

    private Func<RecordInCatalogue, ValueTask<Outcome>> Trying(CancellationToken cancellation)
    {
        var actor = acting.Current is { } who && who.Permissions.Contains(RecordInCatalogue.Needed)
            ? who
            : throw new NotPermittedException(RecordInCatalogue.Needed.ToString());
        var loop = new DecisionLoop(new OverlayLog(log), new EventCodec(EventTypes.All, new OverlayKeyRing(keys)), clock);
        return command => loop.Record<Catalogue, CatalogueEvent>(command, actor, cancellation);
    }
}
