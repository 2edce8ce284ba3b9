using Trials.Domain;

namespace Trials.Web.Imports;

/// <summary>What is wrong with a file or a row of it.</summary>
/// <param name="English">For whoever runs a program and mends the file.</param>
/// <param name="In">For whoever reads a page, in that reader's language.</param>
public sealed record Fault(string English, Func<Texts, string> In)
{
    private static readonly Texts InEnglish = new(TextCatalogue.BuiltIn, Language.English);

    /// <summary>One of the texts of imports.</summary>
    /// <param name="key">Its name, e.g. <c>NoHeader</c>.</param>
    /// <param name="values">What stands in its places.</param>
    public static Fault Of(string key, params object?[] values)
    {
        string Say(Texts texts) => texts[$"Import.{key}", values];
        return new(Say(InEnglish), Say);
    }

    /// <summary>A refusal; in a program's words with its code, on a page with what to do.</summary>
    public static Fault Of(Refusal refusal) =>
        new(RefusalLine.Of(refusal), texts => $"{texts.Refusal(refusal)}. {texts.Remedy(refusal)}");
}
