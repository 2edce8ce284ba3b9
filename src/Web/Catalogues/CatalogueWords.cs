using System.Globalization;
using Trials.Domain.Catalogues;
using Trials.Projections.Catalogues;
using Trials.Web.Forms;
using Trials.Web.Naming;

namespace Trials.Web.Catalogues;

/// <summary>A part of what an attribute says.</summary>
/// <param name="Text">In words.</param>
/// <param name="Address">The entry of another catalogue that it names; null for none.</param>
public sealed record AttributePart(string Text, string? Address = null);

/// <summary>What an entry of a catalogue says, in words.</summary>
/// <param name="texts">The reader's language.</param>
/// <param name="names">What codes are called; loaded.</param>
public sealed class CatalogueWords(Texts texts, Names names)
{
    private const string ArticleKey = "article";

    /// <summary>What an attribute says, as typed where it is nothing of ours.</summary>
    public string Say(CatalogueValue value) => string.Join("; ", Parts(value).Select(part => part.Text));

    /// <summary>What an attribute says, in parts.</summary>
    /// <param name="value">The attribute.</param>
    /// <param name="brief">Whether a standard is named by its article alone.</param>
    public IReadOnlyList<AttributePart> Parts(CatalogueValue value, bool brief = false)
    {
        if (NamedEntries.CatalogueOf(value.Key) is { } catalogue)
        {
            return [.. NamedEntries.CodesIn(value).Select(code => names.Find(catalogue, code) is { } row ? Part(catalogue, row, brief) : new(code))];
        }

        return value.Key == CatalogueAttributes.Area && Regions(value.Value) is { Count: > 0 } regions
            ? regions
            : [new(CatalogueAttributes.WordKey(value) is { } key ? texts[key] : ShippedTexts.In(texts, value.Value))];
    }

    /// <summary>What an attribute's input offers; nothing where it is typed.</summary>
    public IReadOnlyList<Option> Offered(string attribute) =>
        NamedEntries.MayBeSeveral(attribute) ? []
        : NamedEntries.CatalogueOf(attribute) is { } catalogue ? [.. names.Offered(catalogue).Select(row => new Option(row.Code, NameOf(row)))]
        : [.. CatalogueAttributes.WordsOf(attribute).Select(word => new Option(word.Word, texts[word.Key]))];

    /// <summary>The days between which it holds.</summary>
    public string Holds(CatalogueRow row) => row switch
    {
        { ValidFrom: { } from, ValidTo: { } to } => texts["Catalogues.FromTo", from, to],
        { ValidFrom: { } from } => texts["Catalogues.From", from],
        { ValidTo: { } to } => texts["Catalogues.To", to],
        _ => texts["Catalogues.Always"],
    };

    /// <summary>Where it is taken from.</summary>
    public string Origin(CatalogueRow row) => ShippedTexts.In(texts, row.Origin);

    /// <summary>Whether it is offered, and whether somebody checked it.</summary>
    public string State(CatalogueRow row) =>
        texts[row.Retired ? "Catalogues.State.Retired" : row.Verified ? "Catalogues.State.Verified" : "Catalogues.State.Unverified"];

    /// <summary>The class of its state.</summary>
    public static string StateClass(CatalogueRow row) => row.Retired ? "off" : row.Verified ? "ok" : "wait";

    /// <summary>Whether its code or one of its names contains what is searched for.</summary>
    public static bool Matches(CatalogueRow row, string search) =>
        new[] { row.Code, row.Name.En, row.Name.Ru, row.Name.Tg }.Any(text => text?.Contains(search, StringComparison.CurrentCultureIgnoreCase) == true);

    /// <summary>The number that it is ordered by; 0 where its catalogue is ordered by name.</summary>
    public static int Number(CatalogueRow row) => int.TryParse(row[Bands.UpTo], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private AttributePart Part(string catalogue, CatalogueRow row, bool brief = false) => new(NameOf(row, brief), CatalogueAddress.Of(catalogue, row.Code));

    /// <summary>The regions that are counted together under a word.</summary>
    private List<AttributePart> Regions(string area) =>
        [.. names.Offered(RegionCode.Kind).Where(region => region[CatalogueAttributes.Area] == area).Select(region => Part(RegionCode.Kind, region))];

    /// <summary>An entry's name; of a standard its article first.</summary>
    private string NameOf(CatalogueRow row, bool brief = false) => row[ArticleKey] is not { } article ? row.Name.In(texts.Language)
        : brief ? ShippedTexts.In(texts, article)
        : texts["Assessments.StandardIs", ShippedTexts.In(texts, article), row.Name.In(texts.Language)];
}
