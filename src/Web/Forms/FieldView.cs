namespace Trials.Web.Forms;

/// <summary>One field as it is drawn.</summary>
/// <param name="Name">The name of its input, and its id where no scope stands before it.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Hint">What helps to fill it in; null for nothing.</param>
/// <param name="Required">Whether it must be filled in.</param>
/// <param name="Error">What is wrong with it; null for nothing.</param>
public sealed record FieldView(string Name, string Label, string? Hint, bool Required, string? Error)
{
    /// <summary>What stands before the ids of a page's second and further forms, whose fields have the same names; empty for none.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The id of its input.</summary>
    public string Id => Scope + Name;

    /// <summary>The classes of its frame.</summary>
    public string Frame => Error is null ? "field" : "field bad";

    /// <summary>The ids of the texts that describe it; null for none.</summary>
    public string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (not null, null) => HintId,
        (null, not null) => ErrorId,
        _ => $"{HintId} {ErrorId}",
    };

    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? Invalid => Error is null ? null : "true";

    /// <summary>The id of the hint.</summary>
    public string HintId => $"{Id}-hint";

    /// <summary>The id of the error.</summary>
    public string ErrorId => $"{Id}-error";
}
