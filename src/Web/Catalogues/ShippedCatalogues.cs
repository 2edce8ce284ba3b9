using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Web.Acting;

namespace Trials.Web.Catalogues;

/// <summary>
/// Puts the catalogues that come with the product into the record where they are not in it yet. From then on they are the record's: what somebody
/// changed, retired or withdrew stays so.
/// </summary>
public sealed class ShippedCatalogues(IEventLog log, IEventCodec codec, DecisionLoop loop, IClock clock)
{
    /// <summary>The kinds that are shipped; each has a file in this folder.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["regions", "articles", "delay-bands", "age-bands", "authorities", "acts", "purposes", "place-kinds", "standards", "mappings", "laws"];

    private static readonly Guid Scope = new("9a4c6a0e-6d0b-4f55-8c6f-0c8f3d9b7e21");

    /// <summary>The entries of a shipped file.</summary>
    public static IReadOnlyList<CatalogueEvent.EntryPut> Of(string kind)
    {
        using var stream = typeof(ShippedCatalogues).Assembly.GetManifestResourceStream($"catalogues/{kind}.csv")
            ?? throw new ArgumentException($"No catalogue of '{kind}' is shipped.", nameof(kind));
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return CatalogueFile.Read(memory.ToArray());
    }

    /// <summary>Puts what is missing.</summary>
    /// <returns>Why an entry was not taken; empty where everything is there.</returns>
    public async Task<IReadOnlyList<Refusal>> Load(CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        foreach (var kind in Kinds)
        {
            var known = await Known(StreamName.OfCatalogue(kind), cancellation).ConfigureAwait(false);
            foreach (var (i, entry) in Of(kind).Index())
            {
                if (!known.Contains(entry.Code)
                    && await loop.Record<Catalogue, CatalogueEvent>(Put(kind, entry, i), ActorDirectory.Importer.Actor, cancellation).ConfigureAwait(false)
                        is Outcome.Refused(var refusal))
                {
                    refusals.Add(refusal);
                }
            }
        }

        return refusals;
    }

    /// <summary>The codes that an entry was ever put under, also where that was withdrawn.</summary>
    private async Task<HashSet<string>> Known(StreamName catalogue, CancellationToken cancellation)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var stored in log.ReadStream(catalogue, 0, cancellation).ConfigureAwait(false))
        {
            if (codec.Decode(stored).Data is CatalogueEvent.EntryPut put)
            {
                codes.Add(put.Code);
            }
        }

        return codes;
    }

    private RecordInCatalogue Put(string kind, CatalogueEvent.EntryPut entry, int index) => new()
    {
        Stream = StreamName.OfCatalogue(kind),
        Matter = MatterId.Common,
        Header = new(
            new(DerivedGuid.From(Scope, kind, entry.Code)),
            HappenedAt.On(clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[HappenedAt.DefaultZone]).Date),
            new Source.Import($"{kind}.csv", index + 2)),
        Facts = [entry],
    };
}
