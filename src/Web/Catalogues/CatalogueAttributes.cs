using Trials.Domain.Assessments;
using Trials.Domain.Catalogues;
using Trials.Projections.Applications;
using Trials.Projections.Assessments;
using Trials.Projections.Catalogues;

namespace Trials.Web.Catalogues;

/// <summary>
/// What attributes of catalogue entries may say that name no entry of another catalogue (<see cref="NamedEntries"/>): some take one of a few words of
/// ours, the others whatever somebody types.
/// </summary>
public static class CatalogueAttributes
{
    /// <summary>The attribute of regions that one heading of the annual table counts together: the same word in each.</summary>
    public const string Area = "area";

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

    /// <summary>The words that an attribute takes, each with the key of its text; none where anything may be typed.</summary>
    public static IReadOnlyList<(string Word, string Key)> WordsOf(string attribute) => Words.GetValueOrDefault(attribute, []);

    /// <summary>The key of the text of a word of ours; null for anything else.</summary>
    public static string? WordKey(CatalogueValue value) =>
        (Words.GetValueOrDefault(value.Key) ?? YesOrNo).FirstOrDefault(word => word.Word == value.Value).Key;
}
