using Trials.Domain;

namespace Trials.Web.Imports;

/// <summary>A refusal in one line, for the report of an import: its code, for looking it up, and what is wrong.</summary>
public static class RefusalLine
{
    private static readonly Texts English = new(TextCatalogue.BuiltIn, Language.English);

    /// <summary>E.g. <c>case-already-judged: Round 1 has its judgment already.</c></summary>
    public static string Of(Refusal refusal) => $"{refusal.Code}: {English.Refusal(refusal)}";
}
