using Trials.Domain.Assessments;
using Trials.Domain.Catalogues;
using Trials.Projections.Applications;
using Trials.Projections.Assessments;

namespace Trials.Web.Catalogues;

/// <summary>
/// What attributes of catalogue entries may say: some name entries of another catalogue by their codes, some take one of a few words of ours, the
/// others whatever somebody types.
/// </summary>
public static class CatalogueAttributes
{
    /// <summary>The attribute of regions that one heading of the annual table counts together: the same word in each.</summary>
    public const string Area = "area";

    /// <summary>What stands between several codes in one value.</summary>
    private const char Separator = ';';

    private static readonly Dictionary<string, string> Catalogues = new()
    {
        ["region"] = RegionCode.Kind,
        ["court"] = CourtCode.Kind,
        [Mapping.StandardKey] = Mapping.Standards,
        [Mapping.ForAccusedKey] = Mapping.Standards,
        [Mapping.ForVictimKey] = Mapping.Standards,
        [Mapping.ForBothKey] = Mapping.Standards,
        [Mapping.AlsoKey] = Mapping.Standards,
    };

    /// <summary>The words of ours, each with the key of its text.</summary>
    private static readonly Dictionary<string, IReadOnlyList<(string Word, string Key)>> Words = new()
    {
        ["level"] = [.. new[] { "district", "city", "regional", "supreme", "military", "economic" }.Select(level => (level, $"Catalogues.Level.{level}"))],
        ["role"] = [.. new[] { "judge", "prosecutor" }.Select(role => (role, $"Catalogues.Role.{role}"))],
        ["law"] = [.. Articles.Codes.Select(code => (code, $"Form.Article.Codes.{code}"))],
        ["figure"] = [.. Enum.GetValues<AnnualFigure>().Select(figure => (AnnualFigureNames.Of(figure), $"Enum.AnnualFigure.{figure}"))],
        ["demonstration"] = YesOrNo,
        [Mapping.YieldsKey] =
        [
            ("violation", $"Enum.Yields.{Yields.Violation}"), ("indicator", $"Enum.Yields.{Yields.Indicator}"), ("condition", $"Enum.Yields.{Yields.Condition}"),
        ],
        [Mapping.ReportSectionKey] =
        [
            (Mapping.CourtSessions, "Annual.CourtViolations"),
            (Mapping.DetentionAndInvestigation, "Annual.DetentionViolations"),
            (Mapping.UnderlyingProblems, "Annual.Problems"),
        ],
    };

    private static IReadOnlyList<(string Word, string Key)> YesOrNo => [("true", "Form.Yes"), ("false", "Form.No")];

    /// <summary>The catalogue whose codes an attribute holds; null where it holds none.</summary>
    public static string? CatalogueOf(string attribute) => Catalogues.GetValueOrDefault(attribute);

    /// <summary>Whether an attribute may hold several codes.</summary>
    public static bool HoldsSeveral(string attribute) => attribute == Mapping.AlsoKey;

    /// <summary>The codes in a value, in order.</summary>
    public static IEnumerable<string> CodesIn(CatalogueValue value) =>
        HoldsSeveral(value.Key) ? value.Value.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [value.Value];

    /// <summary>The words that an attribute takes, each with the key of its text; none where anything may be typed.</summary>
    public static IReadOnlyList<(string Word, string Key)> WordsOf(string attribute) => Words.GetValueOrDefault(attribute, []);

    /// <summary>The key of the text of a word of ours; null for anything else.</summary>
    public static string? WordKey(CatalogueValue value) =>
        (Words.GetValueOrDefault(value.Key) ?? YesOrNo).FirstOrDefault(word => word.Word == value.Value).Key;
}
