using System.Collections.Immutable;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;

namespace Trials.Projections.Catalogues;

/// <summary>What read models know of one catalogue. Two of them are equal only where they are the same.</summary>
public sealed class CatalogueFacts(ImmutableSortedDictionary<string, CatalogueRow> entries)
{
    /// <summary>By code.</summary>
    public ImmutableSortedDictionary<string, CatalogueRow> Entries => entries;
}

/// <summary>How a catalogue's entries become what read models know of it.</summary>
public static class CatalogueFold
{
    /// <summary>Before the first entry.</summary>
    public static CatalogueFacts Initial { get; } = new(ImmutableSortedDictionary.Create<string, CatalogueRow>(StringComparer.Ordinal));

    /// <summary>The fold that every read model of catalogues shares.</summary>
    public static StreamFold<CatalogueFacts, CatalogueEvent> Fold { get; } = new("catalogue", Initial, Apply);

    /// <summary>What is known after one more entry.</summary>
    public static CatalogueFacts Apply(CatalogueFacts facts, Entry<CatalogueEvent> entry) => entry.Event switch
    {
        CatalogueEvent.EntryPut e => new(facts.Entries.SetItem(
            e.Code, new(e.Code, e.Name, e.Values, e.ValidFrom, e.ValidTo, e.Origin, e.Verified, Retired: false))),
        CatalogueEvent.EntryRetired e => facts.Entries.TryGetValue(e.Code, out var row)
            ? new(facts.Entries.SetItem(e.Code, row with { Retired = true }))
            : facts,
        _ => throw new UnreachableEventException(entry.Event),
    };
}
