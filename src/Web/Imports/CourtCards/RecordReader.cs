using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;

namespace Trials.Web.Imports.CourtCards;

/// <summary>Reads from the log what an import compares its cards with.</summary>
public sealed class RecordReader(IEventLog log, IEventCodec codec)
{
    private static readonly string ScheduledName = EventTypes.All.NameOf(typeof(HearingEvent.Scheduled));

    /// <summary>The catalogue of courts as it stands.</summary>
    public async Task<Catalogue> Courts(CancellationToken cancellation)
    {
        var history = await Stream(StreamName.OfCatalogue(CourtCode.Kind), cancellation).ConfigureAwait(false);
        return Decision.Fold<Catalogue, CatalogueEvent>(EffectiveSequence.Of<CatalogueEvent>(history));
    }

    /// <summary>The hearings of some cases, whoever recorded them. Reads the whole log once.</summary>
    public async Task<ILookup<CaseId, HearingId>> Hearings(IReadOnlySet<CaseId> cases, CancellationToken cancellation)
    {
        var found = new List<(CaseId Case, HearingId Hearing)>();
        await foreach (var stored in log.ReadAll(LogPosition.Start, cancellation).ConfigureAwait(false))
        {
            if (stored.Event.WireName == ScheduledName && codec.Decode(stored).Data is HearingEvent.Scheduled scheduled && cases.Contains(scheduled.Case))
            {
                found.Add((scheduled.Case, new(stored.Event.Stream.LeadingGuid)));
            }
        }

        return found.Distinct().ToLookup(pair => pair.Case, pair => pair.Hearing);
    }

    /// <summary>What the record holds of a case.</summary>
    public async Task<KnownCase> Case(CaseId id, IEnumerable<HearingId> hearings, CancellationToken cancellation)
    {
        var history = await Stream(StreamName.Of(id), cancellation).ConfigureAwait(false);
        var known = new List<KnownHearing>();
        foreach (var hearing in hearings)
        {
            var sittings = await Stream(StreamName.Of(hearing), cancellation).ConfigureAwait(false);
            known.Add(new(hearing, KnownEntry<HearingEvent>.Of(sittings)));
        }

        return new(KnownEntry<CaseEvent>.Of(history), known);
    }

    private async Task<List<RecordedEvent>> Stream(StreamName stream, CancellationToken cancellation)
    {
        var history = new List<RecordedEvent>();
        await foreach (var stored in log.ReadStream(stream, 0, cancellation).ConfigureAwait(false))
        {
            history.Add(codec.Decode(stored));
        }

        return history;
    }
}
