namespace Trials.Web.Catalogues;

/// <summary>The addresses of catalogues, their entries and the forms that change them.</summary>
public static class CatalogueAddress
{
    /// <summary>The list of catalogues.</summary>
    public const string Path = "/catalogues";

    /// <summary>One catalogue.</summary>
    public static string Of(string kind) => $"{Path}/{kind}";

    /// <summary>One entry of it.</summary>
    public static string Of(string kind, string code) => $"{Of(kind)}/{code}";

    /// <summary>A catalogue as a file.</summary>
    public static string Csv(string kind) => $"{Of(kind)}.csv";

    /// <summary>Where a file is imported.</summary>
    public static string Import(string kind) => $"{Of(kind)}/import";

    /// <summary>The form of a new entry.</summary>
    public static string Add(string kind) => $"{Of(kind)}/record/catalogue-entry-put";

    /// <summary>The form that changes an entry.</summary>
    public static string Change(string kind, string code) => $"{Add(kind)}?code={code}";

    /// <summary>The form that retires an entry.</summary>
    public static string Retire(string kind, string code) => $"{Of(kind)}/record/catalogue-entry-retired?code={code}";
}
