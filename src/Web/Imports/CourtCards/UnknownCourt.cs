using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.Web.Imports.CourtCards;

/// <summary>The attributes of a court's catalogue entry that an import reads or writes.</summary>
public static class CourtAttributes
{
    /// <summary>The IANA zone of the court's wall clock.</summary>
    public const string Zone = "zone";
}

/// <summary>Puts a court of which only the code is known into the catalogue, unverified.</summary>
public static class UnknownCourt
{
    /// <summary>The command.</summary>
    /// <param name="court">The court.</param>
    /// <param name="source">The import; the zone that was given for it becomes the court's.</param>
    /// <param name="known">Since when it is known of.</param>
    /// <param name="row">The card that names it first.</param>
    public static RecordInCatalogue Put(CourtCode court, CourtCardSource source, HappenedAt known, RowRef row)
    {
        var code = court.Value.ToUpperInvariant();
        return new()
        {
            Stream = StreamName.OfCatalogue(CourtCode.Kind),
            Matter = MatterId.Common,
            Header = new(CourtCardIds.Court(court), known, new Source.Import(source.Cards.Name, row.Line)),
            Facts =
            [
                new CatalogueEvent.EntryPut(
                    court.Value,
                    new LocalName($"Court {code}", $"Суд {code}", $"Суди {code}"),
                    source.Zone is { } zone ? [new(CourtAttributes.Zone, zone)] : [],
                    null,
                    null,
                    "The unique number (УИД) on a court's card names the court by this code only.",
                    Verified: false),
            ],
        };
    }
}
