using Trials.Domain.Catalogues;
using Trials.Projections.Applications;
using Trials.Web.Catalogues;
using Trials.Web.Naming;

namespace Trials.Web.Applications;

/// <summary>What the headings of the annual table are called: after the regions that each counts together.</summary>
public static class AreaNames
{
    /// <summary>A heading.</summary>
    public static string Of(Texts texts, Names names, AreaHeading heading) => heading.Regions.Count == 0
        ? texts["Applications.NoRegion"]
        : string.Join(", ", heading.Regions.Select(region => names.Of(region)));

    /// <summary>All headings to choose from, and that no region is recorded; also the one that is chosen, should it be unknown.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Options(Texts texts, Names names, string? chosen)
    {
        var areas = names.Offered(RegionCode.Kind)
            .GroupBy(region => region[CatalogueAttributes.Area] ?? region.Code)
            .Select(area => KeyValuePair.Create(area.Key, string.Join(", ", area.Select(region => region.Name.In(texts.Language)))))
            .ToList();
        var unknown = chosen is { Length: > 0 } && areas.All(area => area.Key != chosen) ? [KeyValuePair.Create(chosen, chosen)] : Array.Empty<KeyValuePair<string, string>>();
        return [.. unknown, .. areas, KeyValuePair.Create(ApplicationAddress.NoArea, texts["Applications.NoRegion"])];
    }
}
