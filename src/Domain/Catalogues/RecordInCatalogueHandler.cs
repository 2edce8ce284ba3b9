namespace Trials.Domain.Catalogues;

/// <summary>Records in a catalogue.</summary>
public sealed class RecordInCatalogueHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordInCatalogue, Catalogue, CatalogueEvent>(loop, viewers);
