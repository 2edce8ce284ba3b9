using Trials.Domain.Catalogues;
using Trials.Domain.Tests.Properties;

namespace Trials.Domain.Tests.Catalogues;

public sealed class CatalogueProperties : StreamProperties<Catalogue, CatalogueEvent>;
