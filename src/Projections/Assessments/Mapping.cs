using Trials.Domain.Assessments;
using Trials.Projections.Catalogues;

namespace Trials.Projections.Assessments;

/// <summary>
/// The catalogue that says what each kind of finding amounts to and by which standard it is measured. A mapping is a starting point that users edit,
/// not legal advice.
/// </summary>
public static class Mapping
{
    /// <summary>The catalogue of mappings.</summary>
    public const string Catalogue = "mappings";

    /// <summary>The catalogue of standards.</summary>
    public const string Standards = "standards";

    /// <summary>The attribute that says what a finding amounts to: <c>violation</c>, <c>indicator</c> or <c>condition</c>.</summary>
    public const string YieldsKey = "yields";

    /// <summary>The attribute that names the standard.</summary>
    public const string StandardKey = "standard";

    /// <summary>The attribute that names another standard where the accused's right is concerned.</summary>
    public const string ForAccusedKey = "for-accused";

    /// <summary>The attribute that names another standard where the victim's right is concerned.</summary>
    public const string ForVictimKey = "for-victim";

    /// <summary>The attribute that names another standard where both sides' right is concerned.</summary>
    public const string ForBothKey = "for-both";

    /// <summary>The attribute that names further standards, separated by semicolons.</summary>
    public const string AlsoKey = "also";

    /// <summary>The attribute that names the field's own codes of acts and rights.</summary>
    public const string HuridocsKey = "huridocs";

    /// <summary>
    /// The attribute that says where the annual figures tell it: <see cref="CourtSessions"/>, <see cref="DetentionAndInvestigation"/> or
    /// <see cref="UnderlyingProblems"/>; anything else stands among what has no place there. Of an entry
    /// that says nothing, the shipped one holds.
    /// </summary>
    public const string ReportSectionKey = "report-section";

    /// <summary>Among what was seen in court.</summary>
    public const string CourtSessions = "court-sessions";

    /// <summary>Among what was done in detention and investigation.</summary>
    public const string DetentionAndInvestigation = "detention-and-investigation";

    /// <summary>Among the underlying problems.</summary>
    public const string UnderlyingProblems = "underlying-problems";

    /// <summary>The attribute that says what to beware of.</summary>
    public const string NoteKey = "note";

    /// <summary>What a finding amounts to; an indicator where the mapping says nothing that is understood, which claims least.</summary>
    public static Yields YieldsOf(CatalogueRow mapping) => mapping[YieldsKey] switch
    {
        "violation" => Yields.Violation,
        "condition" => Yields.Condition,
        _ => Yields.Indicator,
    };

    /// <summary>The standard by which a finding is measured where a right of these is concerned; null for none.</summary>
    public static string? StandardFor(CatalogueRow mapping, RightHolder whose) => whose switch
    {
        RightHolder.Accused => mapping[ForAccusedKey] ?? mapping[StandardKey],
        RightHolder.Victim => mapping[ForVictimKey] ?? mapping[StandardKey],
        RightHolder.Both => mapping[ForBothKey] ?? mapping[StandardKey],
        _ => mapping[StandardKey],
    };
}
