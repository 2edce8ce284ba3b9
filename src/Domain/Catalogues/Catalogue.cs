namespace Trials.Domain.Catalogues;

/// <summary>What one entry of a catalogue says now.</summary>
/// <param name="Content">As it was put last.</param>
/// <param name="IsRetired">Whether it is no longer offered.</param>
public sealed record CatalogueEntry(CatalogueEvent.EntryPut Content, bool IsRetired);

/// <summary>The state of one catalogue.</summary>
/// <param name="Entries">Its entries by code, the retired ones too.</param>
public sealed partial record Catalogue(ValueMap<string, CatalogueEntry> Entries) : IStream<Catalogue, CatalogueEvent>
{
    /// <inheritdoc/>
    public static string Category => "catalogue";

    /// <inheritdoc/>
    public static Catalogue Initial { get; } = new(default(ValueMap<string, CatalogueEntry>));

    /// <inheritdoc/>
    public static Catalogue Apply(Catalogue state, Entry<CatalogueEvent> entry) => entry.Event switch
    {
        CatalogueEvent.EntryPut e => new(state.Entries.With(e.Code, new(e, IsRetired: false))),
        CatalogueEvent.EntryRetired e => new(state.Entries.Changed(e.Code, present => present with { IsRetired = true })),
        _ => throw new UnreachableEventException(entry.Event),
    };
}
