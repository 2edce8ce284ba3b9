using System.Globalization;
using Trials.Projections.Catalogues;
using Trials.Web.Naming;

namespace Trials.Web.Catalogues;

/// <summary>What an entry of a catalogue says, in words.</summary>
public sealed class CatalogueWords(Texts texts, Names names)
{
    /// <summary>Its attributes, each with its name.</summary>
    public IEnumerable<string> Attributes(CatalogueRow row) => row.Values.Select(value => texts[
        "Catalogues.AttributeIs",
        CatalogueKinds.Attribute(texts, value.Key),
        CatalogueKinds.CatalogueOf(value.Key) is { } catalogue ? names.InCatalogue(catalogue, value.Value) : value.Value]);

    /// <summary>The days between which it holds.</summary>
    public string Holds(CatalogueRow row) => row switch
    {
        { ValidFrom: { } from, ValidTo: { } to } => texts["Catalogues.FromTo", from, to],
        { ValidFrom: { } from } => texts["Catalogues.From", from],
        { ValidTo: { } to } => texts["Catalogues.To", to],
        _ => texts["Catalogues.Always"],
    };

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
}
