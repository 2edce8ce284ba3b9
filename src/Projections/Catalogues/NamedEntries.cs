using Trials.Domain.Catalogues;
using Trials.Projections.Assessments;

namespace Trials.Projections.Catalogues;

/// <summary>Which attributes of catalogue entries name entries of another catalogue, by their codes.</summary>
public static class NamedEntries
{
    /// <summary>What stands between several codes in one value.</summary>
    private const char Separator = ';';

    private static readonly Dictionary<string, string> Catalogues = new(StringComparer.Ordinal)
    {
        ["region"] = RegionCode.Kind,
        ["court"] = CourtCode.Kind,
        [Mapping.StandardKey] = Mapping.Standards,
        [Mapping.ForAccusedKey] = Mapping.Standards,
        [Mapping.ForVictimKey] = Mapping.Standards,
        [Mapping.ForBothKey] = Mapping.Standards,
        [Mapping.AlsoKey] = Mapping.Standards,
    };

    /// <summary>The catalogue whose codes an attribute holds; null where it holds none.</summary>
    public static string? CatalogueOf(string attribute) => Catalogues.GetValueOrDefault(attribute);

    /// <summary>Whether an attribute may hold several codes.</summary>
    public static bool MayBeSeveral(string attribute) => attribute == Mapping.AlsoKey;

    /// <summary>The codes in a value, in order.</summary>
    public static IEnumerable<string> CodesIn(CatalogueValue value) =>
        MayBeSeveral(value.Key) ? value.Value.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [value.Value];
}
