using Trials.Projections.Assessments;
using Trials.Projections.Catalogues;
using Trials.Web.Catalogues;

namespace Trials.Web.Assessments;

/// <summary>
/// Where the annual figures tell a kind of finding: where its mapping says; where that says nothing, where the mapping that is shipped does, for a record
/// may have its mappings from before they said it.
/// </summary>
public static class ReportSections
{
    private static readonly string[] Known = [Mapping.CourtSessions, Mapping.DetentionAndInvestigation, Mapping.UnderlyingProblems];

    private static readonly Dictionary<string, string?> Shipped = ShippedCatalogues.Of(Mapping.Catalogue).ToDictionary(
        entry => entry.Code,
        entry => entry.Values.Where(value => value.Key == Mapping.ReportSectionKey).Select(value => value.Value).FirstOrDefault());

    /// <summary>The section, one of the three that <see cref="Mapping.ReportSectionKey"/> names; null for what has no place there.</summary>
    /// <param name="kind">The kind's code.</param>
    /// <param name="mapping">Its mapping in the record; null for none.</param>
    public static string? Of(string kind, CatalogueRow? mapping) =>
        (mapping?[Mapping.ReportSectionKey] ?? Shipped.GetValueOrDefault(kind)) is { } section && Known.Contains(section) ? section : null;
}
