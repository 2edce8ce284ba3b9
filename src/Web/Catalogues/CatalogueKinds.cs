using Trials.Domain;
using Trials.Projections.Assessments;
using Trials.Projections.Catalogues;
using Trials.Projections.Claims;
using Trials.Web.Demo;

namespace Trials.Web.Catalogues;

/// <summary>A catalogue that the product knows by name.</summary>
/// <param name="Kind">Its kind, as in its stream's name.</param>
/// <param name="Attributes">What its entries usually say beside their name; others may be added.</param>
public sealed record CatalogueKind(string Kind, params IReadOnlyList<string> Attributes);

/// <summary>The catalogues that are offered for editing although they may have no entry yet. One that is not named here is edited all the same once it has.</summary>
public static class CatalogueKinds
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<CatalogueKind> Known { get; } =
    [
        new("courts", "region", "level", "zone"),
        new("officials", "role", "court"),
        new("regions", "area"),
        new("articles", "law", "number", "superscript"),
        new(ClaimCheck.Catalogue, "law"),
        new("authorities", "perpetrator_type"),
        new("acts", "list", "field_code"),
        new("purposes", "list", "field_code"),
        new("place-kinds", "list", "field_code"),
        new("stated-zeros", "year", "region", "figure"),
        new(Mapping.Catalogue, Mapping.YieldsKey, Mapping.StandardKey, Mapping.ForAccusedKey, Mapping.ForVictimKey, Mapping.ForBothKey, Mapping.AlsoKey, Mapping.HuridocsKey, Mapping.NoteKey, Mapping.ReportSectionKey),
        new(Mapping.Standards, "article"),
        new(Bands.Delays, Bands.UpTo),
        new(Bands.Ages, Bands.UpTo),
    ];

    /// <summary>A known catalogue; null for another.</summary>
    public static CatalogueKind? Find(string kind) => Known.FirstOrDefault(known => known.Kind == kind);

    /// <summary>Whether a catalogue can be edited: its kind is a code, and it is not the one that marks a record as invented.</summary>
    public static bool IsEdited(string kind) => Limits.Code(Field.Code, kind) is Verdict.Accept && StreamName.OfCatalogue(kind) != DemoIds.Mark;

    /// <summary>What a catalogue is called.</summary>
    public static string Name(Texts texts, string kind) => texts.Find($"Catalogues.Kind.{kind}") ?? texts.Capital(kind.Replace('-', ' '));

    /// <summary>What a catalogue is for; null where there is nothing to say.</summary>
    public static string? About(Texts texts, string kind) => texts.Find($"Catalogues.About.{kind}");

    /// <summary>What an attribute is called; its key where it has no name.</summary>
    public static string Attribute(Texts texts, string key) => NameOf(texts, key) ?? key;

    /// <summary>What an attribute is called; null where it has no name.</summary>
    public static string? NameOf(Texts texts, string key) => texts.Find($"Catalogues.Attribute.{key}");

    /// <summary>What helps to fill an attribute in; null where there is nothing to say.</summary>
    public static string? HintOf(Texts texts, string key) => texts.Find($"Catalogues.AttributeHint.{key}");
}
