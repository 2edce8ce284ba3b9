using System.CommandLine;

namespace Trials.Web.Verbs;

/// <summary>Brings published material into the record.</summary>
public static class ImportVerb
{
    /// <summary>The verb with what can be imported.</summary>
    public static Command Command() => new("import", "Bring published material into the record.")
    {
        ImportCourtCardsVerb.Command(),
        ImportCatalogueVerb.Command(),
        ImportXesVerb.Command(),
    };
}
