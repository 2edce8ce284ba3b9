using Trials.Domain.Catalogues;

namespace Trials.Web;

/// <summary>Names that stand in several languages.</summary>
public static class LocalNames
{
    /// <summary>The name in a language; where it has none, in the next best one: Russian and Tajik readers read both, and either before none.</summary>
    public static string In(this LocalName name, Language language) => language.Code switch
    {
        "ru" => name.Ru ?? name.Tg ?? name.En ?? "",
        "tg" => name.Tg ?? name.Ru ?? name.En ?? "",
        _ => name.En ?? name.Ru ?? name.Tg ?? "",
    };
}
